// `x` or `/x` as a value of front matter: templates put the base path in front of it, so both mean the site's root.
#include "analysis/links/links.h"
#include "analysis/site/address.h"

namespace galley {
namespace {

std::optional<Target> read(const Site&, const Post&, std::string_view written) {
  const std::string address = trimmedAddress(written);
  if (address.find("{{") != std::string::npos || address.find("{%") != std::string::npos)
    return Target{.why = "Template tags in front matter are worked out by some themes only."};
  return targetAtRoot({}, address);
}

}  // namespace

constinit const LinkForm fromRoot{.name = "from_root", .read = read};

}  // namespace galley
