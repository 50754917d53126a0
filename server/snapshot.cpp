// See the header.
#include "server/snapshot.h"

#include <algorithm>
#include <utility>

#include "server/convert.h"
#include "server/site_roots.h"

namespace galley::server {

std::string keyOf(const std::string& uri) { return pathOfUri(uri).value_or(uri); }

std::string absolutePath(const SiteAt& at, const Path& path) {
  return at.root == "/" ? '/' + path.str() : at.root + '/' + path.str();
}

std::optional<Opened> Snapshot::open(const std::string& uri) const {
  if (const auto found = documents.find(keyOf(uri)); found != documents.end()) {
    const Document& document = found->second;
    const auto at = std::ranges::find(sites, document.root, &SiteAt::root);
    if (!document.post || at == sites.end()) return std::nullopt;
    return Opened{.uri = document.uri, .version = document.version, .at = *at, .post = document.post};
  }
  const auto path = pathOfUri(uri);
  if (!path) return std::nullopt;
  const SiteAt* nearest = nullptr;
  for (const SiteAt& at : sites)
    if (!at.root.empty() && isBelow(*path, at.root) && (nearest == nullptr || at.root.size() > nearest->root.size()))
      nearest = &at;
  if (nearest == nullptr || *path == nearest->root) return std::nullopt;
  auto opened = open(*nearest, Path(path->substr(nearest->root.size())));
  if (opened) opened->uri = uri;
  return opened;
}

std::optional<Opened> Snapshot::open(const SiteAt& at, const Path& path) const {
  if (const auto post = at.site->findOpen(path))
    for (const auto& [key, document] : documents)
      if (document.root == at.root && document.path == path)
        return Opened{.uri = document.uri, .version = document.version, .at = at, .post = post};
  if (!at.site->generator().kindOf(path, at.site->config())) return std::nullopt;
  auto bytes = at.files->read(path);
  if (!bytes || bytes->size() > maxDocument) return std::nullopt;
  return Opened{.uri = uriOfPath(absolutePath(at, path)),
                .version = {},
                .at = at,
                .post = parsePost(path, Text(std::move(*bytes)), at.site->generator(), at.site->config())};
}

View Snapshot::view(const Opened& opened) const {
  return {.site = *opened.at.site,
          .files = *opened.at.files,
          .client = {.markdown = client.can.hoverMarkdown,
                     .images = client.can.hoverMarkdown && client.drawsPictures,
                     .snippets = client.can.completionSnippets},
          .now = now,
          .stop = stop};
}

}  // namespace galley::server
