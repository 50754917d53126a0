// `{{ site.baseurl }}/x` and `{{ site.url }}/x`, alone or one behind the other: the site's own address, written out.
#include "analysis/links/links.h"
#include "analysis/links/output_tag.h"
#include "analysis/site/site.h"

namespace galley {

static std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  std::string_view rest = written;
  bool any = false;
  std::string path;
  while (const auto tag = leadingOutputTag(rest)) {
    if (tag->content == "site.baseurl") {
      path += site.config().basePath;
    } else if (tag->content != "site.url") {
      return std::nullopt;
    }
    any = true;
    rest.remove_prefix(tag->size);
  }
  if (!any || rest.find("{{") != std::string_view::npos || rest.find("{%") != std::string_view::npos)
    return std::nullopt;
  path += rest;
  // Without a slash between them the variable's value and the rest grow together: `{{ site.baseurl }}x`.
  if (path.empty()) path = "/";
  return path.starts_with('/') ? rootLink.read(site, from, path) : relativeLink.read(site, from, path);
}

constinit const LinkForm siteVariableLink{.name = "site_variable", .read = read};

}  // namespace galley
