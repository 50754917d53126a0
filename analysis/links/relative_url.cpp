// `{{ "/x" | relative_url }}` and `| absolute_url`: the filters put the base path before the path, and a slash where it
// is missing. `| prepend: site.baseurl` is the old way of writing the same.
#include "analysis/links/links.h"
#include "analysis/links/output_tag.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

static std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  const auto tag = leadingOutputTag(written);
  if (!tag || tag->content.empty()) return std::nullopt;
  const char quote = tag->content.front();
  if (quote != '"' && quote != '\'') return std::nullopt;
  const std::size_t close = tag->content.find(quote, 1);
  if (close == std::string_view::npos) return std::nullopt;
  std::string path(tag->content.substr(1, close - 1));
  std::string_view filters = trimmed(tag->content.substr(close + 1));
  bool based = false;
  while (!filters.empty()) {
    if (filters.front() != '|') return std::nullopt;
    filters.remove_prefix(1);
    const std::size_t next = filters.find('|');
    const std::string_view filter = trimmed(filters.substr(0, next));
    filters = next == std::string_view::npos ? std::string_view{} : filters.substr(next);
    if (filter == "relative_url" || filter == "absolute_url") {
      if (!path.starts_with('/')) path.insert(0, "/");
      based = true;
    } else if (filter == "prepend: site.baseurl" || filter == "prepend:site.baseurl") {
      based = true;
    } else if (filter != "prepend: site.url" && filter != "prepend:site.url") {
      return std::nullopt;
    }
  }
  path += written.substr(tag->size);
  if (path.find("{{") != std::string::npos || path.find("{%") != std::string::npos) return std::nullopt;
  if (based) path.insert(0, site.config().basePath);
  return path.starts_with('/') ? rootLink.read(site, from, path) : relativeLink.read(site, from, path);
}

constinit const LinkForm relativeUrlLink{.name = "relative_url", .read = read};

}  // namespace galley
