// Which files are posts, drafts, pages and documents, and which files the built site has at their own path.
// Truth: Jekyll's EntryFilter, PostReader and Document.
#include <algorithm>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/site/glob.h"

namespace galley::jekyll {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Reads at most `most` digits; -1 if there are fewer than `least`.
int readNumber(std::string_view text, std::size_t& at, std::size_t least, std::size_t most) {
  const std::size_t begin = at;
  int value = 0;
  while (at < text.size() && at - begin < most && isDigit(text[at])) value = value * 10 + (text[at++] - '0');
  return at - begin < least ? -1 : value;
}

bool isHtml(std::string_view extension) { return extension == ".html" || extension == ".htm"; }

bool isMarkdown(std::string_view extension) {
  std::string lower(extension);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return lower == ".md" || lower == ".markdown" || lower == ".mkd" || lower == ".mkdn" || lower == ".mkdown";
}

bool isListed(const std::vector<std::string>& patterns, const std::string& path) {
  return std::any_of(patterns.begin(), patterns.end(), [&](std::string_view pattern) {
    while (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.empty()) return false;
    if (pattern.find('*') != std::string_view::npos) {
      return matchesGlob(path, pattern) || matchesGlob(path, std::string(pattern) + "/*");
    }
    return path.starts_with(pattern);  // `exclude` is a prefix of the path: `doc` hides `docs` too
  });
}

/// A name that Jekyll passes over: `.x`, `_x`, `#x`, `x~`.
bool isSpecial(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || name.starts_with('#') || name.ends_with('~');
}

bool isCollection(std::string_view folder, const Config& config) {
  return std::any_of(config.collections.begin(), config.collections.end(),
                     [&](const Collection& one) { return folder.substr(1) == one.name; });
}

struct Parts {
  PostKind kind = PostKind::page;
  bool skipped = false;
};

/// Walks down the folders of a path.
Parts partsOf(const Path& path, const Config& config) {
  Parts parts;
  std::string_view rest = path.str();
  const std::string& below = config.collectionsFolder;
  if (!below.empty() && path.isWithin(Path(below)) && rest.size() > below.size()) rest.remove_prefix(below.size() + 1);
  bool first = true;
  for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos;
       rest.remove_prefix(slash + 1), first = false) {
    const std::string_view folder = rest.substr(0, slash);
    if (parts.kind == PostKind::page) {
      if (folder == "_posts") {
        parts.kind = PostKind::post;
        continue;
      }
      if (folder == "_drafts") {
        parts.kind = PostKind::draft;
        continue;
      }
      if (first && folder.starts_with('_') && isCollection(folder, config)) {
        parts.kind = PostKind::document;
        continue;
      }
    }
    if (isSpecial(folder) && !isListed(config.include, path.str())) parts.skipped = true;
  }
  if (isSpecial(rest) && !isListed(config.include, path.str())) parts.skipped = true;
  return parts;
}

}  // namespace

std::optional<PostName> postNameOf(const Path& path) {
  const std::string_view name = path.name();
  std::size_t at = 0;
  PostName post;
  post.date.year = readNumber(name, at, 2, 4);
  if (post.date.year < 0 || at >= name.size() || name[at++] != '-') return std::nullopt;
  post.date.month = readNumber(name, at, 1, 2);
  if (post.date.month < 0 || at >= name.size() || name[at++] != '-') return std::nullopt;
  post.date.day = readNumber(name, at, 1, 2);
  if (post.date.day < 0 || at >= name.size() || name[at++] != '-') return std::nullopt;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < at) return std::nullopt;
  if (post.date.year < 100) post.date.year += post.date.year < 69 ? 2000 : 1900;  // as Ruby reads two digits
  post.slug = std::string(name.substr(at, dot - at));
  return post;
}

std::vector<std::string> folderCategoriesOf(const Path& path) {
  std::vector<std::string> folders;
  std::string_view rest = path.str();
  for (std::size_t slash; (slash = rest.find('/')) != std::string_view::npos; rest.remove_prefix(slash + 1)) {
    const std::string_view folder = rest.substr(0, slash);
    if (folder == "_posts" || folder == "_drafts") return folders;
    folders.emplace_back(folder);
  }
  return {};
}

std::optional<PostKind> kindOf(const Path& path, const Config& config) {
  const std::string_view extension = path.extension();
  const Parts parts = partsOf(path, config);
  if (!isMarkdown(extension) && !(isHtml(extension) && parts.kind == PostKind::post)) return std::nullopt;
  if (parts.skipped) return std::nullopt;
  if (isListed(config.exclude, path.str()) && !isListed(config.include, path.str())) return std::nullopt;
  if (parts.kind == PostKind::post && !postNameOf(path)) return PostKind::data;  // Jekyll passes it over without a word
  return parts.kind;
}

bool publishes(const Path& path, const Config& config) {
  const Parts parts = partsOf(path, config);
  if (parts.skipped || parts.kind == PostKind::draft) return false;
  return !isListed(config.exclude, path.str()) || isListed(config.include, path.str());
}

}  // namespace galley::jekyll
