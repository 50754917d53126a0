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

/// The name that a `type` of defaults gives to a post.
std::string typeOfPost(const Post& post) {
  switch (post.kind) {
    case PostKind::post:
      return "posts";
    case PostKind::draft:
      return "drafts";
    case PostKind::page:
      return "pages";
    case PostKind::document: {
      const std::string& path = post.path.str();
      const std::size_t begin = path.starts_with('_') ? 1 : path.find("/_") + 2;
      return path.substr(begin, path.find('/', begin) - begin);
    }
    case PostKind::data:
      return {};
  }
  return {};
}

bool applies(const FrontMatterDefault& row, const Post& post, const std::string& type) {
  if (!row.type.empty() && row.type != type && !(row.type == "posts" && post.kind == PostKind::draft)) return false;
  if (row.scope.empty()) return true;
  if (row.scope.find('*') == std::string::npos) return post.path.isWithin(Path(row.scope));
  return matchesGlob(post.path.str(), row.scope) || matchesGlob(post.path.str(), row.scope + "/*");
}

}  // namespace

const Value* findIn(const Value& map, std::string_view dottedPath) { return findEntry(map.entries, dottedPath); }

const Value* findValue(const Post& post, const Config& config, std::string_view dottedPath) {
  if (const Entry* own = post.frontMatter.find(dottedPath)) return &own->value;
  const Value* best = nullptr;
  std::size_t bestLength = 0;
  bool bestTyped = false;
  const std::string type = typeOfPost(post);
  for (const FrontMatterDefault& row : config.defaults) {
    const Value* value = findEntry(row.values, dottedPath);
    if (value == nullptr || !applies(row, post, type)) continue;
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
