// See the header.
#include "analysis/site/config.h"

#include "analysis/site/glob.h"
#include "analysis/site/post.h"

namespace galley {
namespace {

const Value* findEntry(const std::vector<Entry>& entries, std::string_view dottedPath) {
  // A key with a dot in it is found before a path.
  for (std::size_t dot = dottedPath.size();;) {
    const std::string_view key = dottedPath.substr(0, dot);
    const Entry* last = nullptr;
    for (const Entry& entry : entries) {
      if (entry.key == key) last = &entry;
    }
    if (last != nullptr) {
      if (dot == dottedPath.size()) return &last->value;
      if (const Value* deeper = findEntry(last->value.entries, dottedPath.substr(dot + 1))) return deeper;
    }
    if (dot == 0) return nullptr;
    dot = dottedPath.rfind('.', dot - 1);
    if (dot == std::string_view::npos) return nullptr;
  }
}

/// A path as scopes see it: without the folder of all collections.
std::string_view pathBelowCollections(const Path& path, const Config& config) {
  std::string_view text = path.str();
  const std::string& folder = config.collectionsFolder;
  if (!folder.empty() && path.isWithin(Path(folder)) && text.size() > folder.size())
    text.remove_prefix(folder.size() + 1);
  return text;
}

/// The name that a `type` of defaults gives to a post.
std::string_view typeOfPost(const Post& post, const Config& config) {
  switch (post.kind) {
    case PostKind::post:
      return "posts";
    case PostKind::draft:
      return "drafts";
    case PostKind::page:
      return "pages";
    case PostKind::document:
      return collectionOf(post.path, config);
    case PostKind::data:
      return {};
  }
  return {};
}

bool applies(const FrontMatterDefault& row, const Post& post, std::string_view path, std::string_view type) {
  if (!row.type.empty() && row.type != type && !(row.type == "posts" && post.kind == PostKind::draft)) return false;
  if (row.scope.empty()) return true;
  // A prefix of the path, not a folder: `docs` means `docs2/a.md`, too.
  if (row.scope.find('*') == std::string::npos) return path.starts_with(Path(row.scope).str());
  return matchesGlob(path, row.scope) || matchesGlob(path, row.scope + "/*");
}

}  // namespace

std::string_view collectionOf(const Path& path, const Config& config) {
  std::string_view text = pathBelowCollections(path, config);
  text = text.substr(0, text.find('/'));
  if (text.starts_with('_')) text.remove_prefix(1);
  return text;
}

const Value* findIn(const Value& map, std::string_view dottedPath) { return findEntry(map.entries, dottedPath); }

const Value* findValue(const Post& post, const Config& config, std::string_view dottedPath) {
  if (const Entry* own = post.frontMatter.find(dottedPath)) return &own->value;
  const Value* best = nullptr;
  std::size_t bestLength = 0;
  bool bestTyped = false;
  if (config.defaults.empty()) return nullptr;
  const std::string_view type = typeOfPost(post, config);
  const std::string_view path = pathBelowCollections(post.path, config);
  for (const FrontMatterDefault& row : config.defaults) {
    const Value* value = findEntry(row.values, dottedPath);
    if (value == nullptr || !applies(row, post, path, type)) continue;
    const bool typed = !row.type.empty();
    const std::size_t length = Path(row.scope).str().size();
    if (best == nullptr || length > bestLength || (length == bestLength && (typed || !bestTyped))) {
      best = value;
      bestLength = length;
      bestTyped = typed;
    }
  }
  return best;
}

}  // namespace galley
