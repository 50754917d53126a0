// `/x`: from the root of the host. A base path is not added by a browser: without it the address leads out of the site.
#include "analysis/links/links.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

std::optional<Target> read(const Site& site, const Post&, std::string_view written) {
  const std::string address = trimmedAddress(written);
  if (!address.starts_with('/') && !address.starts_with('\\')) return std::nullopt;
  if (address.starts_with("//")) return std::nullopt;
  return targetAtRoot(site.config(), address);
}

}  // namespace

constinit const LinkForm root{.name = "root", .read = read};

}  // namespace galley
