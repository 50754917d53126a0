// One way of writing the address of a file of the site, and what it means: the blank form of links/*.cpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/site/post.h"
#include "analysis/text/path.h"

namespace galley {

class Site;

/// Where a written destination leads, as far as a form can tell.
struct Target {
  enum class Kind {
    local,    // a file of the site: `path`
    remote,   // another host, or a scheme that is no file (mailto:, data:): `url`
    outside,  // the own host, but outside of the site's base path
    unknown,  // cannot be known (a variable, a page made by code)
  };
  Kind kind = Kind::unknown;
  Path path;             // percent-decoded, below the site's root, whether it exists or not
  std::string fragment;  // behind `#`, decoded
  std::string url;       // of remote: as a browser would open it
  std::string why;       // of unknown: for people
};

struct LinkForm {
  std::string_view name;  // `relative`, `root`, `relative_url`
  /// Nothing: the destination is not written in this form; the next form is asked.
  std::optional<Target> (*read)(const Site& site, const Post& from, std::string_view written);
};

}  // namespace galley
