// `https://example.com/x`, `//host/x`, `mailto:`, `data:`: another host, or no file. The site's own address leads home.
#include "analysis/links/links.h"
#include "analysis/links/url.h"
#include "analysis/site/site.h"

namespace galley {

static std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  if (!written.starts_with("//") && !hasScheme(written)) return std::nullopt;
  const std::string& own = site.config().baseUrl;
  const bool home = !own.empty() && written.starts_with(own) &&
                    (written.size() == own.size() || written[own.size()] == '/' || written[own.size()] == '#');
  if (home) return rootLink.read(site, from, written.size() == own.size() ? "/" : written.substr(own.size()));
  Target target;
  target.kind = Target::Kind::remote;
  target.url = std::string(written);
  return target;
}

constinit const LinkForm remoteLink{.name = "remote", .read = read};

}  // namespace galley
