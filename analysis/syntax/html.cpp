// See the header.
#include "analysis/syntax/html.h"

#include <algorithm>

#include "analysis/syntax/html_entities.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

std::string lower(std::string_view text) {
  std::string result(text);
  std::transform(result.begin(), result.end(), result.begin(), [](char c) { return lower(c); });
  return result;
}

std::size_t skipBlanks(std::string_view source, std::size_t at, std::size_t limit) {
  while (at < limit && isBlank(source[at])) ++at;
  return at;
}

/// The attribute at `at`, which is moved behind it; nothing where a quoted value does not end before the limit.
std::optional<HtmlAttribute> parseAttribute(std::string_view source, std::size_t& at, std::size_t limit) {
  HtmlAttribute attribute;
  attribute.nameSpan.begin = at;
  ++at;  // any character, even a `=` (WHATWG HTML, 13.2.5.32)
  while (at < limit && !isBlank(source[at]) && source[at] != '=' && source[at] != '>' && source[at] != '/') ++at;
  attribute.nameSpan.end = at;
  attribute.name = lower(source.substr(attribute.nameSpan.begin, attribute.nameSpan.size()));
  const std::size_t equals = skipBlanks(source, at, limit);
  if (equals >= limit || source[equals] != '=') return attribute;
  at = skipBlanks(source, equals + 1, limit);
  if (at >= limit) return std::nullopt;
  Span value;
  if (source[at] == '"' || source[at] == '\'') {
    attribute.quote = source[at];
    value.begin = at + 1;
    value.end = source.substr(0, limit).find(attribute.quote, value.begin);
    if (value.end == std::string_view::npos) return std::nullopt;
    at = value.end + 1;
  } else {
    value.begin = at;
    while (at < limit && !isBlank(source[at]) && source[at] != '>') ++at;
    value.end = at;
  }
  attribute.valueSpan = value;
  attribute.value = decodeCharacterReferences(source.substr(value.begin, value.size()));
  return attribute;
}

/// The offset behind the end tag of an element whose content is raw text, or the limit.
std::size_t endOfRawText(std::string_view source, std::size_t at, std::size_t limit, std::string_view name) {
  for (; at < limit; ++at) {
    at = source.substr(0, limit).find("</", at);
    if (at == std::string_view::npos) return limit;
    const auto tag = parseHtmlTag(source, at, limit);
    if (tag && tag->name == name) return at;
  }
  return limit;
}

}  // namespace

const HtmlAttribute* HtmlTag::find(std::string_view wanted) const {
  const auto found =
      std::find_if(attributes.begin(), attributes.end(), [&](const auto& a) { return a.name == wanted; });
  return found == attributes.end() ? nullptr : &*found;
}

std::optional<HtmlTag> parseHtmlTag(std::string_view source, std::size_t offset, std::size_t limit) {
  limit = std::min(limit, source.size());
  std::size_t at = offset;
  if (at + 1 >= limit || source[at] != '<') return std::nullopt;
  HtmlTag tag;
  ++at;
  if (source[at] == '/') {
    tag.end = true;
    ++at;
  }
  if (at >= limit || !isLetter(source[at])) return std::nullopt;
  tag.nameSpan.begin = at;
  while (at < limit && !isBlank(source[at]) && source[at] != '>' && source[at] != '/' && source[at] != '<') ++at;
  tag.nameSpan.end = at;
  tag.name = lower(source.substr(tag.nameSpan.begin, tag.nameSpan.size()));
  if (at < limit && source[at] == '<') return std::nullopt;
  while (true) {
    at = skipBlanks(source, at, limit);
    if (at >= limit) return std::nullopt;
    if (source[at] == '>') break;
    if (source[at] == '/') {
      tag.selfClosing = at + 1 < limit && source[at + 1] == '>';
      ++at;
      continue;
    }
    auto attribute = parseAttribute(source, at, limit);
    if (!attribute) return std::nullopt;
    if (!tag.find(attribute->name)) tag.attributes.push_back(std::move(*attribute));
  }
  tag.span = {offset, at + 1};
  return tag;
}

std::vector<HtmlTag> parseHtmlTags(std::string_view source, Span span) {
  std::vector<HtmlTag> tags;
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
    auto tag = at >= noQuoteBefore ? parseHtmlTag(source, at, limit) : std::nullopt;
    if (!tag) {
      if (at >= noQuoteBefore && text.find('>', at) == std::string_view::npos) noQuoteBefore = limit;
      ++at;
      continue;
    }
    at = tag->span.end;
    const bool raw = !tag->end && !tag->selfClosing && (tag->name == "script" || tag->name == "style");
    const std::string name = tag->name;
    tags.push_back(std::move(*tag));
    if (raw) at = endOfRawText(source, at, limit, name);
  }
  return tags;
}

std::string decodeCharacterReferences(std::string_view text) {
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
