// `x`, `../x`, `?query`, `#fragment`: from the folder of the page's address, not of the post's file.
#include "analysis/links/links.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

/// A part of a page's address that cannot be known still stands in the folder of a relative link.
bool holdsUnknown(const Path& path) { return path.str().find('*') != std::string::npos; }

std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  const std::string address = trimmedAddress(written);
  if (!schemeOf(address).empty() || address.starts_with('/') || address.starts_with('\\')) return std::nullopt;
  const auto& urlOf = site.generator().urlOf;
  if (urlOf == nullptr || from.kind == PostKind::data) {
    // The file has no page: readers of the repository see it in its folder.
    Target target = targetAtRoot({}, from.path.parent().str() + "/" + address);
    return target;
  }
  const auto url = urlOf(from, site.config());
  if (!url) return Target{.why = "The address of this page cannot be known, and so neither what is relative to it."};
  const std::string page = site.config().basePath + url->path;
  if (address.starts_with('#') || address.starts_with('?') || address.empty()) {
    Target target = targetAtRoot(site.config(), page);
    if (address.starts_with('#')) target.fragment = percentDecoded(std::string_view(address).substr(1));
    return target;
  }
  Target target = targetAtRoot(site.config(), page.substr(0, page.rfind('/') + 1) + address);
  if (!url->certain && holdsUnknown(target.path))
    return Target{.why = "The address of this page depends on its date, and so does what is relative to it."};
  return target;
}

}  // namespace

constinit const LinkForm relative{.name = "relative", .read = read};

}  // namespace galley
