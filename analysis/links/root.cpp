// `/x`: from the host's root. Below the site's base path it is a file of the site, elsewhere it is outside.
#include "analysis/links/links.h"
#include "analysis/links/url.h"
#include "analysis/site/site.h"

namespace galley {

static std::optional<Target> read(const Site& site, const Post&, std::string_view written) {
  if (!written.starts_with('/') || written.starts_with("//")) return std::nullopt;
  const UrlParts parts = partsOf(written);
  const std::string& base = site.config().basePath;
  std::string_view path = parts.path;
  Target target;
  target.fragment = parts.fragment;
  if (!base.empty()) {
    const bool below = path.starts_with(base) && (path.size() == base.size() || path[base.size()] == '/');
    if (!below) {
      target.kind = Target::Kind::outside;
      target.path = Path(percentDecoded(path));
      return target;
    }
    path.remove_prefix(base.size());
  }
  target.kind = Target::Kind::local;
  target.path = Path(percentDecoded(path));
  return target;
}

constinit const LinkForm rootLink{.name = "root", .read = read};

}  // namespace galley
