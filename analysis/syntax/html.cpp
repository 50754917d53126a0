// See the header.
#include "analysis/syntax/html.h"

#include <algorithm>

#include "analysis/syntax/html_entities.h"
#include "analysis/text/byte_set.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t mostAttributes = 64;  // of a tag; those behind are read and not kept

constexpr ByteSet blanks(" \t\n\r\f");
constexpr ByteSet nameEnds(" \t\n\r\f>/<");
constexpr ByteSet attributeNameEnds(" \t\n\r\f>/=");
constexpr ByteSet bareValueEnds(" \t\n\r\f>");

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Whether two names are one, but for the case of ASCII letters.
bool isSameName(std::string_view one, std::string_view other) {
  return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                    [](char a, char b) { return lower(a) == lower(b); });
}

std::string_view slice(std::string_view source, Span span) { return source.substr(span.begin, span.size()); }

/// Reads the attribute at `at`, which is moved behind it. False where a quoted value does not end before the limit.
bool parseAttribute(std::string_view source, std::size_t& at, std::size_t limit, HtmlAttribute& attribute) {
  attribute.nameSpan.begin = at;
  // The first may be any character, even a `=` (WHATWG HTML, 13.2.5.32).
  attribute.nameSpan.end = at = attributeNameEnds.find(source, at + 1, limit);
  const std::size_t equals = blanks.skip(source, at, limit);
  if (equals >= limit || source[equals] != '=') return true;
  at = blanks.skip(source, equals + 1, limit);
  if (at >= limit) return false;
  Span value;
  if (source[at] == '"' || source[at] == '\'') {
    attribute.quote = source[at];
    value.begin = at + 1;
    value.end = source.substr(0, limit).find(attribute.quote, value.begin);
    if (value.end == std::string_view::npos) return false;
    at = value.end + 1;
  } else {
    value.begin = at;
    value.end = at = bareValueEnds.find(source, at, limit);
  }
  attribute.valueSpan = value;
  return true;
}

/// Reads the tag at the `<` at `offset` into a new one, its attributes behind those that are there; nothing where that
/// is no complete tag.
std::optional<HtmlTag> parseTag(std::string_view source, std::size_t offset, std::size_t limit,
                                std::vector<HtmlAttribute>& attributes) {
  HtmlTag tag;
  const std::size_t before = attributes.size();
  const auto isThere = [&](Span name) {
    return std::any_of(attributes.begin() + static_cast<std::ptrdiff_t>(before), attributes.end(),
                       [&](const auto& a) { return isSameName(slice(source, a.nameSpan), slice(source, name)); });
  };
  std::size_t at = offset + 1;
  if (at >= limit || source[offset] != '<') return std::nullopt;
  if (source[at] == '/') {
    tag.end = true;
    ++at;
  }
  if (at >= limit || !isLetter(source[at])) return std::nullopt;
  tag.nameSpan.begin = at;
  tag.nameSpan.end = at = nameEnds.find(source, at, limit);
  if (at < limit && source[at] == '<') return std::nullopt;
  while ((at = blanks.skip(source, at, limit)) < limit && source[at] != '>') {
    if (source[at] == '/') {
      tag.selfClosing = at + 1 < limit && source[at + 1] == '>';
      ++at;
      continue;
    }
    HtmlAttribute attribute;
    if (!parseAttribute(source, at, limit, attribute)) at = limit;
    // The first of a name counts. A tag with more than that is made to hurt: each name is looked for among the others.
    if (attributes.size() - before < mostAttributes && !isThere(attribute.nameSpan)) attributes.push_back(attribute);
  }
  if (at >= limit) {
    attributes.resize(before);
    return std::nullopt;
  }
  tag.span = {offset, at + 1};
  tag.firstAttribute = static_cast<std::uint32_t>(before);
  tag.lastAttribute = static_cast<std::uint32_t>(attributes.size());
  return tag;
}

/// The offset of the end tag of an element whose content is raw text, or the limit.
std::size_t endOfRawText(std::string_view source, std::size_t at, std::size_t limit, std::string_view name) {
  std::vector<HtmlAttribute> ignored;
  for (; at < limit; ++at) {
    at = source.substr(0, limit).find("</", at);
    if (at == std::string_view::npos) return limit;
    const auto tag = parseTag(source, at, limit, ignored);
    if (tag && tag->isNamed(source, name)) return at;
  }
  return limit;
}

}  // namespace

std::string HtmlAttribute::value(std::string_view source) const {
  return valueSpan ? decodeCharacterReferences(slice(source, *valueSpan)) : std::string();
}

bool HtmlTag::isNamed(std::string_view source, std::string_view name) const {
  return isSameName(slice(source, nameSpan), name);
}

std::span<const HtmlAttribute> HtmlTags::attributesOf(const HtmlTag& tag) const {
  return std::span(attributes_).subspan(tag.firstAttribute, tag.lastAttribute - tag.firstAttribute);
}

const HtmlAttribute* HtmlTags::find(const HtmlTag& tag, std::string_view source, std::string_view name) const {
  for (const HtmlAttribute& attribute : attributesOf(tag))
    if (isSameName(slice(source, attribute.nameSpan), name)) return &attribute;
  return nullptr;
}

bool HtmlTags::add(std::string_view source, std::size_t offset, std::size_t limit) {
  const auto tag = parseTag(source, offset, std::min(limit, source.size()), attributes_);
  if (tag) tags_.push_back(*tag);
  return tag.has_value();
}

void HtmlTags::add(HtmlTag tag, std::span<const HtmlAttribute> attributes) {
  tag.firstAttribute = static_cast<std::uint32_t>(attributes_.size());
  attributes_.insert(attributes_.end(), attributes.begin(), attributes.end());
  tag.lastAttribute = static_cast<std::uint32_t>(attributes_.size());
  tags_.push_back(tag);
}

void HtmlTags::addAll(std::string_view source, Span span) {
  const std::size_t limit = std::min(span.end, source.size());
  const std::string_view text = source.substr(0, limit);
  std::size_t at = span.begin;
  std::size_t noQuoteBefore = 0;  // a `<` before this offset opens no tag: keeps hopeless texts linear
  while ((at = text.find('<', at)) != std::string_view::npos) {
    if (text.substr(at).starts_with("<!--")) {
      const std::size_t close = text.find("-->", at + 2);
      if (close == std::string_view::npos) break;
      at = close + 3;
      continue;
    }
    if (at < noQuoteBefore) {
      ++at;
      continue;
    }
    if (!add(source, at, limit)) {
      if (text.find('>', at) == std::string_view::npos) noQuoteBefore = limit;
      ++at;
      continue;
    }
    const HtmlTag& tag = tags_.back();
    at = tag.span.end;
    if (tag.end || tag.selfClosing) continue;
    if (tag.isNamed(source, "script") || tag.isNamed(source, "style"))
      at = endOfRawText(source, at, limit, slice(source, tag.nameSpan));
  }
}

void HtmlTags::settle(std::size_t distance) {
  const auto before = [](const HtmlTag& a, const HtmlTag& b) { return a.span.begin < b.span.begin; };
  if (!std::is_sorted(tags_.begin(), tags_.end(), before)) std::stable_sort(tags_.begin(), tags_.end(), before);
  if (distance == 0) return;
  const auto move = [&](PackedSpan& span) { span = {span.begin + distance, span.end + distance}; };
  for (HtmlTag& tag : tags_) move(tag.span), move(tag.nameSpan);
  for (HtmlAttribute& attribute : attributes_) {
    move(attribute.nameSpan);
    if (attribute.valueSpan) move(*attribute.valueSpan);
  }
}

HtmlTags parseHtmlTags(std::string_view source, Span span) {
  HtmlTags tags;
  tags.addAll(source, span);
  return tags;
}

std::string decodeCharacterReferences(std::string_view text) {
  if (text.find('&') == std::string_view::npos) return std::string(text);
  std::string result;
  result.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t ampersand = std::min(text.find('&', at), text.size());
    result.append(text, at, ampersand - at);
    at = ampersand;
    if (at == text.size()) break;
    const std::size_t limit = std::min(text.size(), at + 40);
    std::size_t end = at + 1;
    if (end < limit && text[end] == '#') {
      ++end;
      const bool hex = end < limit && lower(text[end]) == 'x';
      if (hex) ++end;
      const std::size_t digits = end;
      char32_t value = 0;
      for (; end < limit && end - digits < 8; ++end) {
        const char c = lower(text[end]);
        if (isDigit(c)) {
          value = value * (hex ? 16 : 10) + static_cast<char32_t>(c - '0');
        } else if (hex && c >= 'a' && c <= 'f') {
          value = value * 16 + static_cast<char32_t>(c - 'a' + 10);
        } else {
          break;
        }
      }
      if (end > digits && end < limit && text[end] == ';') {
        appendUtf8(result, value == 0 ? 0xFFFD : value);
        at = end + 1;
        continue;
      }
    } else {
      while (end < limit && (isLetter(text[end]) || isDigit(text[end]))) ++end;
      if (end > at + 1 && end < limit && text[end] == ';') {
        const std::string_view name = text.substr(at + 1, end - at - 1);
        const auto* found = std::lower_bound(std::begin(namedCharacters), std::end(namedCharacters), name,
                                             [](const NamedCharacter& c, std::string_view n) { return c.name < n; });
        if (found != std::end(namedCharacters) && found->name == name) {
          result += found->utf8;
          at = end + 1;
          continue;
        }
      }
    }
    result += text[at++];
  }
  return result;
}

}  // namespace galley
