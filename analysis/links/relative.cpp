// `x.png`, `./x`, `../x`: a browser counts them from the URL of the page, not from the place of the source file.
#include "analysis/links/links.h"
#include "analysis/links/url.h"
#include "analysis/site/site.h"

namespace galley {

static std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  if (written.empty() || written.starts_with('/') || hasScheme(written)) return std::nullopt;
  const UrlParts parts = partsOf(written);
  Target target;
  target.fragment = parts.fragment;
  const auto url = site.generator().urlOf(from, site.config());
  if (!url) {
    target.why = "the page's own address cannot be known";
    return target;
  }
  target.kind = Target::Kind::local;
  if (parts.path.empty()) {
    target.path = from.path;
    return target;
  }
  target.path = Path(url->substr(0, url->rfind('/'))) / percentDecoded(parts.path);
  return target;
}

constinit const LinkForm relativeLink{.name = "relative", .read = read};

}  // namespace galley
