// What `galley inspect` shows, for people and for programs. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "analysis/features/inspect.h"

namespace galley::server {

struct InspectedRoot {
  std::string root;  // relative to the current folder
  InspectedSite site;
  std::vector<InspectedPage> pages{};  // in the order of their paths
};

/// A few lines for each site, then its pages. Printable.
std::string humanInspection(const std::vector<InspectedRoot>& sites);

/// The public, versioned form. A field that galley does not compute is absent; null is a statement.
std::string jsonInspection(const std::vector<InspectedRoot>& sites);

/// The generator's word: `post`, `draft`, `page`, `document`, `data`.
std::string_view nameOf(PostKind kind);
/// `read`, `none`, `lost`, `fatal`.
std::string_view nameOf(FrontMatterState state);

}  // namespace galley::server
