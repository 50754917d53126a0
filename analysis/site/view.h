// All that a feature or rule gets: the site, its files, what the client can, the time, and whether to stop.
#pragma once

#include <cstdint>
#include <stop_token>

#include "analysis/site/files.h"
#include "analysis/site/site.h"

namespace galley {

/// What the reader of an answer can show. The command line can all.
struct ClientCan {
  bool markdown = true;  // hovers and documentation in Markdown; else plain text
  bool images = true;    // its Markdown shows pictures
  bool snippets = false;
};

struct View {
  const Site& site;
  const Files& files;
  ClientCan client;
  std::int64_t now = 0;  // seconds since 1970
  std::stop_token stop;
};

/// Thrown by a feature that was told to stop, caught once by who called it.
struct Cancelled {};
inline void stopHere(const View& view) {
  if (view.stop.stop_requested()) throw Cancelled{};
}

}  // namespace galley
