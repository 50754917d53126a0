// See the header.
#include "analysis/site/resolve.h"

#include <algorithm>

#include "analysis/site/address.h"
#include "analysis/site/generator.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

Target readWith(std::span<const LinkForm* const> theme, std::span<const LinkForm* const> generator, const Site& site,
                const Post& from, std::string_view written) {
  for (const auto& forms : {theme, generator})
    for (const LinkForm* form : forms)
      if (auto target = form->read(site, from, written)) return *target;
  return {.why = "No known way of writing an address."};
}

bool isPublished(const Site& site, const Path& path) {
  const auto& publishes = site.generator().publishes;
  return site.hasFile(path) && (publishes == nullptr || publishes(path, site.config()));
}

/// A file whose name is the same text in another Unicode normal form: a disk may have renamed it, the built site not.
const Path* findOtherForm(const Site& site, const Path& path) {
  const std::string& text = path.str();
  if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return nullptr;
  const std::string wanted = folded(text);
  for (const FileInfo& file : site.files())
    if (file.path.extension() == path.extension() && folded(file.path.str()) == wanted) return &file.path;
  return nullptr;
}

/// True if something that galley does not see may put a file there.
bool mayBeMade(const Site& site, const Path& path) {
  if (site.generator().urlOf == nullptr) return true;
  const auto holds = [&](std::string_view folder) { return path.isWithin(Path(folder)); };
  const auto& elsewhere = site.config().unknownFolders;
  if (std::ranges::any_of(elsewhere, [&](const Path& folder) { return path.isWithin(folder); })) return true;
  if (site.theme() != nullptr) return !site.config().theme.empty() && std::ranges::any_of(site.theme()->assets, holds);
  return !site.config().theme.empty() && holds("assets");
}

/// A relative address that leads from the file's folder to a file, where something may read it so.
std::optional<Path> findFromFile(const Site& site, const Post& from, std::string_view written) {
  if (site.config().relativeToFile == Config::RelativeToFile::no || written.empty()) return std::nullopt;
  if (written.front() == '/' || written.find(':') != std::string_view::npos) return std::nullopt;
  if (written.find("{{") != std::string_view::npos || written.find("{%") != std::string_view::npos) return std::nullopt;
  const Path path = from.path.parent() / percentDecoded(written.substr(0, written.find_first_of("?#")));
  return isPublished(site, path) ? std::optional(path) : std::nullopt;
}

Resolved resolve(const Site& site, const Post& from, Target target, std::string_view written) {
  Resolved resolved{.target = std::move(target)};
  Path& path = resolved.target.path;
  if (resolved.target.kind == Target::Kind::outside) {
    resolved.looked = {path};
    // The file lies in the site, and only the base path is missing: that is no chance.
    resolved.certain = site.hasFile(path);
    return resolved;
  }
  if (resolved.target.kind != Target::Kind::local) {
    resolved.certain = false;
    return resolved;
  }
  resolved.looked = {path};
  resolved.exists = isPublished(site, path);
  if (resolved.exists) return resolved;
  if (const auto beside = findFromFile(site, from, written)) {
    const bool sure = site.config().relativeToFile == Config::RelativeToFile::yes;
    resolved.looked.push_back(*beside);
    resolved.exists = sure;
    resolved.certain = sure;
    if (sure) path = *beside;
    return resolved;
  }
  if (const Path* other = findOtherForm(site, path); other != nullptr && isPublished(site, *other)) {
    path = *other;
    resolved.exists = true;
    resolved.certain = false;
    return resolved;
  }
  resolved.certain = site.complete() && from.kind != PostKind::data && !mayBeMade(site, path);
  return resolved;
}

/// Adds the pictures of a value. `inTable` fields have rows of their own for what stands in the map.
void addImages(const Site& site, const std::string& path, const Value& value, const Field* field,
               std::vector<FieldImage>& images);

void addEntries(const Site& site, const std::string& prefix, const std::vector<Entry>& entries, const Field* around,
                std::vector<FieldImage>& images) {
  for (const Entry& entry : entries) {
    const std::string path = prefix.empty() ? entry.key : prefix + "." + entry.key;
    const Field* field = site.findField(path);
    // `- "/a.png": "A caption"`: the path itself is the key.
    const bool keyIsPath =
        field == nullptr && around != nullptr && around->image && entry.key.find_first_of("./") != std::string::npos;
    if (keyIsPath) {
      images.push_back({.field = around, .span = entry.keySpan, .written = entry.key});
      continue;
    }
    addImages(site, path, entry.value, field, images);
  }
}

void addImages(const Site& site, const std::string& path, const Value& value, const Field* field,
               std::vector<FieldImage>& images) {
  switch (value.kind) {
    case Value::Kind::scalar:
      if (field != nullptr && field->image && !value.text.empty()) {
        Span span = value.span;
        const bool quoted = value.style == ScalarStyle::singleQuoted || value.style == ScalarStyle::doubleQuoted;
        if (quoted && span.size() >= 2) span = {.begin = span.begin + 1, .end = span.end - 1};
        images.push_back({.field = field, .span = span, .written = value.text});
      }
      return;
    case Value::Kind::list:
      for (const Value& item : value.items) addImages(site, path, item, field, images);
      return;
    case Value::Kind::map:
      addEntries(site, path, value.entries, field, images);
      return;
    case Value::Kind::null:
      return;
  }
}

}  // namespace

Resolved findImage(const Site& site, const Post& from, std::string_view written) {
  const auto theme = site.theme() != nullptr ? site.theme()->links : std::span<const LinkForm* const>{};
  return resolve(site, from, readWith(theme, site.generator().links, site, from, written), written);
}

Resolved findFieldImage(const Site& site, const Post& from, const FieldImage& image) {
  const auto theme = site.theme() != nullptr ? site.theme()->links : std::span<const LinkForm* const>{};
  Resolved resolved = resolve(site, from, readWith(theme, site.generator().fieldLinks, site, from, image.written), {});
  // Only a theme's own templates tell what is put in front of a value.
  if (site.theme() == nullptr) resolved.certain = false;
  return resolved;
}

std::vector<FieldImage> fieldImages(const Site& site, const Post& post) {
  std::vector<FieldImage> images;
  addEntries(site, {}, post.frontMatter.entries, nullptr, images);
  return images;
}

}  // namespace galley
