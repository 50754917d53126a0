// `https://own.host/x`: the absolute address of the site itself.
#include "analysis/links/links.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

/// What stands behind the scheme: `example.com/x` of `https://example.com/x`.
std::string_view behindScheme(std::string_view address) {
  const std::size_t slashes = address.find("//");
  return slashes == std::string_view::npos ? std::string_view{} : address.substr(slashes + 2);
}

std::optional<Target> read(const Site& site, const Post&, std::string_view written) {
  const std::string address = trimmedAddress(written);
  const std::string scheme = schemeOf(address);
  const std::string_view host = behindScheme(site.config().baseUrl);
  if (host.empty() || (scheme != "http" && scheme != "https" && !address.starts_with("//"))) return std::nullopt;
  std::string_view rest = behindScheme(address);
  if (!rest.starts_with(host)) return std::nullopt;
  rest.remove_prefix(host.size());
  if (!rest.empty() && std::string_view("/?#").find(rest.front()) == std::string_view::npos) return std::nullopt;
  Target target = targetAtRoot(site.config(), rest);
  target.url = address;
  return target;
}

}  // namespace

constinit const LinkForm ownSite{.name = "own_site", .read = read};

}  // namespace galley
