// See the header.
#include "analysis/site/resolve.h"

#include <algorithm>

namespace galley {
namespace {

bool beginsWithSchemeOrTag(std::string_view written) {
  return written.find(':') != std::string_view::npos || written.starts_with("//") || written.find("{{") == 0 ||
         written.find("{%") == 0;
}

Target read(const Site& site, const Post& from, std::string_view written) {
  for (const LinkForm* form : site.generator().links) {
    if (auto target = form->read(site, from, written)) return *std::move(target);
  }
  return {};
}

/// The folder that a theme puts before the image paths of a post, or empty.
std::string mediaPrefixOf(const Site& site, const Post& from) {
  if (site.theme() == nullptr) return {};
  for (const std::string_view key : site.theme()->mediaPrefixes) {
    const Value* value = site.findValue(from, key);
    if (value != nullptr && !value->text.empty()) return value->text;
  }
  return {};
}

bool isInUnknownFolder(const Site& site, const Path& path) {
  const auto& folders = site.config().unknownFolders;
  return std::any_of(folders.begin(), folders.end(), [&](const Path& folder) { return path.isWithin(folder); });
}

Resolved resolvedAt(const Site& site, Target target) {
  Resolved resolved;
  if (target.kind == Target::Kind::local) {
    resolved.looked.push_back(target.path);
    resolved.exists = site.hasFile(target.path) && site.generator().publishes(target.path, site.config());
    resolved.certain = site.complete() && !isInUnknownFolder(site, target.path);
  } else {
    resolved.certain = target.kind != Target::Kind::unknown;
  }
  resolved.target = std::move(target);
  return resolved;
}

}  // namespace

Resolved findImage(const Site& site, const Post& from, std::string_view written) {
  while (!written.empty() && (written.front() == ' ' || written.front() == '\n')) written.remove_prefix(1);
  while (!written.empty() && (written.back() == ' ' || written.back() == '\n')) written.remove_suffix(1);
  if (written.empty()) return {};
  const Theme* theme = site.theme();
  if (theme == nullptr || beginsWithSchemeOrTag(written)) return resolvedAt(site, read(site, from, written));

  const std::string prefix = mediaPrefixOf(site, from);
  if (!theme->mediaFromRoot && prefix.empty()) return resolvedAt(site, read(site, from, written));
  const std::string plain = written.front() == '/' ? std::string(written) : "/" + std::string(written);
  const std::string& base = site.config().basePath;
  if (!prefix.empty()) {
    if (prefix.find(':') != std::string::npos) {  // the pictures lie on another host
      Target target;
      target.kind = Target::Kind::remote;
      target.url = prefix + plain;
      return resolvedAt(site, std::move(target));
    }
    const std::string below = (prefix.front() == '/' ? prefix : "/" + prefix) + plain;
    Resolved resolved = resolvedAt(site, read(site, from, base + below));
    if (resolved.exists) return resolved;
    // The whole path from the root, written in spite of the prefix: say nothing if the file is there.
    Resolved direct = resolvedAt(site, read(site, from, base + plain));
    if (direct.exists) {
      direct.certain = false;
      return direct;
    }
    resolved.looked.push_back(direct.target.path);
    return resolved;
  }
  return resolvedAt(site, read(site, from, base + plain));
}

namespace {

Span insideQuotes(const Value& value) {
  const bool quoted = value.style == ScalarStyle::singleQuoted || value.style == ScalarStyle::doubleQuoted;
  return quoted && value.span.size() >= 2 ? Span{value.span.begin + 1, value.span.end - 1} : value.span;
}

void addImages(const Field& field, const Value& value, std::vector<FieldImage>& images) {
  if (value.kind == Value::Kind::scalar && !value.text.empty()) {
    images.push_back({.field = &field, .span = insideQuotes(value), .written = value.text});
  }
  for (const Value& item : value.items) {
    addImages(field, item, images);
    // A list of one-entry maps, `- "/a.png": "caption"`: the key is the picture.
    for (const Entry& entry : item.entries) {
      if (item.entries.size() == 1) {
        images.push_back({.field = &field, .span = entry.keySpan, .written = entry.key});
      }
    }
  }
}

}  // namespace

std::vector<FieldImage> fieldImages(const Site& site, const Post& post) {
  std::vector<FieldImage> images;
  for (const Field* field : site.fields()) {
    if (!field->image) continue;
    if (const Entry* entry = post.frontMatter.find(field->key)) addImages(*field, entry->value, images);
  }
  std::sort(images.begin(), images.end(), [](const FieldImage& a, const FieldImage& b) { return a.span < b.span; });
  return images;
}

}  // namespace galley
