// What a path is to Jekyll: post, draft, page, document of a collection, or skipped; and which files are copied.
#include <algorithm>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/site/glob.h"

namespace galley::jekyll {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string lowerExtension(const Path& path) {
  std::string extension(path.extension());
  std::ranges::transform(extension, extension.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return extension;
}

bool isMarkdown(std::string_view extension) { return std::ranges::find(extensions, extension) != std::end(extensions); }
bool isHtml(std::string_view extension) { return extension == ".html" || extension == ".htm"; }

/// A pattern is a glob over the whole path, or a prefix of it: `node_modules/` also means `node_modules2`.
bool meets(const std::vector<std::string>& patterns, std::string_view path, bool prefix) {
  return std::ranges::any_of(patterns, [&](std::string_view pattern) {
    while (pattern.ends_with('/')) pattern.remove_suffix(1);
    while (pattern.starts_with('/')) pattern.remove_prefix(1);
    if (pattern.empty()) return false;
    return (prefix && path.starts_with(pattern)) || matchesGlob(path, pattern);
  });
}

bool isSpecial(std::string_view name) {
  return name.starts_with('.') || name.starts_with('_') || name.starts_with('#') || name.starts_with('~') ||
         name.ends_with('~');
}

/// One folder or file of a path, asked from the root on: skipped unless it is included, or a place of its own.
enum class Step { plain, special, skipped };
Step stepOf(std::string_view path, const Config& config) {
  const std::size_t slash = path.rfind('/');
  const std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
  if (meets(config.include, path, false) || meets(config.include, name, false)) return Step::plain;
  if (meets(config.exclude, path, true)) return Step::skipped;
  return isSpecial(name) ? Step::special : Step::plain;
}

const Collection* findCollection(const Config& config, std::string_view folder) {
  if (!folder.starts_with('_')) return nullptr;
  for (const Collection& collection : config.collections)
    if (collection.name == folder.substr(1) && collection.name != "posts") return &collection;
  return nullptr;
}

/// Where a path lies: in which kind of folder, and whether something on the way is skipped.
struct Place {
  enum class Kind { tree, posts, drafts, collection, skipped } kind = Kind::tree;
  const Collection* collection = nullptr;
};

Place placeOf(const Path& path, const Config& config) {
  const std::string_view text = path.str();
  const Path collections(config.collectionsFolder);
  Place place;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('/', begin), text.size());
    const std::string_view name = text.substr(begin, end - begin);
    const std::string_view here = text.substr(0, end);
    const bool folder = end < text.size();
    const std::string_view around = text.substr(0, begin == 0 ? 0 : begin - 1);
    begin = end + 1;
    const Step step = stepOf(here, config);
    if (step == Step::skipped) return {.kind = Place::Kind::skipped};
    if (place.kind != Place::Kind::tree) {
      if (step == Step::special) return {.kind = Place::Kind::skipped};
      continue;
    }
    const bool atCollections = around == collections.str();
    if (folder && (name == "_posts" || name == "_drafts") && (collections.empty() || atCollections)) {
      place.kind = name == "_posts" ? Place::Kind::posts : Place::Kind::drafts;
      continue;
    }
    if (folder && atCollections)
      if (const Collection* collection = findCollection(config, name)) {
        place = {.kind = Place::Kind::collection, .collection = collection};
        continue;
      }
    if (step == Step::special) return {.kind = Place::Kind::skipped};
  }
  return place;
}

}  // namespace

NameParts nameOf(const Path& path) {
  const std::string_view stem = path.stem();
  std::size_t at = 0;
  for (const std::size_t most : {std::size_t{4}, std::size_t{2}, std::size_t{2}}) {
    std::size_t digits = 0;
    while (at + digits < stem.size() && digits < most && isDigit(stem[at + digits])) ++digits;
    if (digits < (most == 4 ? 2U : 1U) || at + digits >= stem.size() || stem[at + digits] != '-')
      return {.day = {}, .slug = stem};
    at += digits + 1;
  }
  return {.day = stem.substr(0, at - 1), .slug = stem.substr(at)};
}

std::vector<std::string_view> folderCategoriesOf(const Path& path, const Config& config) {
  std::vector<std::string_view> names;
  std::string_view text = path.str();
  if (!config.collectionsFolder.empty() && path.isWithin(Path(config.collectionsFolder)))
    text.remove_prefix(std::min(text.size(), config.collectionsFolder.size() + 1));
  while (!text.empty()) {
    const std::size_t slash = text.find('/');
    const std::string_view name = text.substr(0, slash);
    if (name == "_posts" || name == "_drafts") return names;
    if (slash == std::string_view::npos) break;
    names.push_back(name);
    text.remove_prefix(slash + 1);
  }
  return {};
}

std::optional<PostKind> kindOf(const Path& path, const Config& config) {
  const std::string extension = lowerExtension(path);
  const bool markdown = isMarkdown(extension);
  if (!markdown && !isHtml(extension)) return std::nullopt;
  switch (const Place place = placeOf(path, config); place.kind) {
    case Place::Kind::posts:
      // Without a date in its name a file in _posts is passed over.
      if (!nameOf(path).day.empty()) return PostKind::post;
      break;
    case Place::Kind::drafts:
      return PostKind::draft;
    case Place::Kind::collection:
      return PostKind::document;
    case Place::Kind::tree:
      if (markdown) return PostKind::page;
      break;
    case Place::Kind::skipped:
      return std::nullopt;
  }
  return markdown ? std::optional(PostKind::data) : std::nullopt;
}

bool publishes(const Path& path, const Config& config) {
  const Place place = placeOf(path, config);
  if (place.kind == Place::Kind::collection) return place.collection->output;
  return place.kind == Place::Kind::tree;
}

}  // namespace galley::jekyll
