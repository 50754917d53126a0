// `galley inspect [PATH]`: what galley believes of a site or a post. Reads files, writes none. Main thread.
#pragma once

#include <cstdint>
#include <string>

#include "server/commands/answer.h"

namespace galley::server {

struct InspectOptions {
  std::string path = ".";
  bool json = false;
  std::string currentFolder;  // absolute
  std::int64_t now = 0;       // seconds since 1970
};

/// Clean, or a failure that names the path if that cannot be read.
Answer runInspect(const InspectOptions& options);

}  // namespace galley::server
