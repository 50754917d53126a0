// See the header. The tables are kramdown's own, whatever one thinks of them: it decides.
#include "analysis/syntax/markdown/kramdown_html.h"

#include <algorithm>
#include <array>

namespace galley {
namespace {

template <std::size_t size>
bool isIn(const std::array<std::string_view, size>& names, std::string_view name) {
  // The first letter tells nearly all names apart.
  return !name.empty() && std::any_of(names.begin(), names.end(), [&](std::string_view known) {
    return known.front() == name.front() && known == name;
  });
}

constexpr auto spanElements = std::to_array<std::string_view>(
    {"a",   "abbr", "acronym", "b",      "big",   "bdo",   "br",     "button", "cite", "code", "del", "dfn", "em",
     "i",   "img",  "input",   "ins",    "kbd",   "label", "mark",   "option", "q",    "rb",   "rbc", "rp",  "rt",
     "rtc", "ruby", "samp",    "select", "small", "span",  "strong", "sub",    "sup",  "tt",   "u",   "var"});
constexpr auto blockElements = std::to_array<std::string_view>(
    {"address", "article", "aside", "applet",   "body",       "blockquote", "caption",  "col",  "colgroup", "dd",
     "div",     "dl",      "dt",    "fieldset", "figcaption", "footer",     "form",     "h1",   "h2",       "h3",
     "h4",      "h5",      "h6",    "header",   "hgroup",     "hr",         "html",     "head", "iframe",   "legend",
     "menu",    "li",      "main",  "map",      "nav",        "ol",         "optgroup", "p",    "pre",      "section",
     "summary", "table",   "tbody", "td",       "th",         "thead",      "tfoot",    "tr",   "ul"});
constexpr auto voidElements =
    std::to_array<std::string_view>({"area", "base", "br", "col", "command", "embed", "hr", "img", "input", "keygen",
                                     "link", "meta", "param", "source", "track", "wbr"});
constexpr auto blockModel = std::to_array<std::string_view>(
    {"address",  "applet", "article",    "aside",    "blockquote", "body",    "dd",      "details", "div", "dl",
     "fieldset", "figure", "figcaption", "footer",   "form",       "header",  "hgroup",  "iframe",  "li",  "main",
     "map",      "menu",   "nav",        "noscript", "object",     "section", "summary", "td"});
constexpr auto spanModel = std::to_array<std::string_view>(
    {"a",   "abbr",  "acronym", "b",        "bdo",  "big",    "button", "cite", "caption", "del",
     "dfn", "dt",    "em",      "h1",       "h2",   "h3",     "h4",     "h5",   "h6",      "i",
     "ins", "label", "legend",  "optgroup", "p",    "q",      "rb",     "rbc",  "rp",      "rt",
     "rtc", "ruby",  "select",  "small",    "span", "strong", "sub",    "sup",  "th",      "tt"});
constexpr auto rawModel = std::to_array<std::string_view>(
    {"script", "style", "math", "option", "textarea", "pre", "code", "kbd", "samp", "var"});

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isAlpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool isWord(char c) { return isAlpha(c) || (c >= '0' && c <= '9') || c == '_'; }
bool isNameChar(char c) { return isWord(c) || c == '-' || c == '.'; }

/// Behind the name at `at`, which may have a prefix and a colon; `at` itself where there is none.
std::size_t skipName(std::string_view text, std::size_t at) {
  const auto part = [&](std::size_t i) {
    if (i >= text.size() || !(isAlpha(text[i]) || text[i] == '_')) return i;
    while (i < text.size() && isNameChar(text[i])) ++i;
    return i;
  };
  const std::size_t end = part(at);
  if (end == at || end >= text.size() || text[end] != ':') return end;
  const std::size_t local = part(end + 1);
  return local > end + 1 ? local : end;
}

std::size_t skipSpace(std::string_view text, std::size_t at) {
  while (at < text.size() && isSpace(text[at])) ++at;
  return at;
}

/// Behind the attribute at `at` (a name, perhaps with a value), or `at`.
std::size_t skipAttribute(std::string_view text, std::size_t at) {
  const std::size_t name = skipName(text, at);
  if (name == at) return at;
  std::size_t value = skipSpace(text, name);
  if (value >= text.size() || text[value] != '=') return name;
  value = skipSpace(text, value + 1);
  if (value >= text.size()) return name;
  if (text[value] == '"' || text[value] == '\'') {
    const std::size_t close = text.find(text[value], value + 1);
    return close == std::string_view::npos ? name : close + 1;
  }
  std::size_t end = value;
  while (end < text.size() && isWord(text[end])) ++end;
  return end > value ? end : name;
}

/// A name of HTML's in lower case; any other as it is.
std::string canonical(std::string_view name) {
  std::string lower(name);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (lower == name) return lower;  // nearly always: the tables are long
  const bool known = isSpanElement(lower) || isBlockElement(lower) || isVoidElement(lower) || isIn(blockModel, lower) ||
                     isIn(spanModel, lower) || isIn(rawModel, lower);
  return known ? lower : std::string(name);
}

}  // namespace

std::optional<KramdownTag> kramdownStartTag(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '<') return std::nullopt;
  KramdownTag tag;
  tag.nameEnd = skipName(text, at + 1);
  if (tag.nameEnd == at + 1) return std::nullopt;
  std::size_t end = tag.nameEnd;
  while (true) {
    const std::size_t space = skipSpace(text, end);
    const std::size_t next = space > end || end == tag.nameEnd ? skipAttribute(text, space) : space;
    if (next == space || space == end) break;
    end = next;
  }
  end = skipSpace(text, end);
  if (end < text.size() && text[end] == '/') {
    tag.closed = true;
    ++end;
  }
  if (end >= text.size() || text[end] != '>') return std::nullopt;
  tag.end = end + 1;
  tag.name = canonical(text.substr(at + 1, tag.nameEnd - at - 1));
  return tag;
}

std::optional<KramdownTag> kramdownEndTag(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 2) != "</") return std::nullopt;
  KramdownTag tag;
  tag.nameEnd = skipName(text, at + 2);
  const std::size_t close = skipSpace(text, tag.nameEnd);
  if (tag.nameEnd == at + 2 || close >= text.size() || text[close] != '>') return std::nullopt;
  tag.end = close + 1;
  tag.name = canonical(text.substr(at + 2, tag.nameEnd - at - 2));
  return tag;
}

std::string_view markdownAttribute(std::string_view text, const KramdownTag& tag) {
  const std::string_view attributes = text.substr(tag.nameEnd, tag.end - tag.nameEnd);
  if (attributes.find("markdown") == std::string_view::npos) return {};
  for (std::size_t i = tag.nameEnd; i < tag.end;) {
    i = skipSpace(text, i);
    const std::size_t name = skipName(text, i);
    const std::size_t end = skipAttribute(text, i);
    if (end == i) break;
    if (text.substr(i, name - i) == "markdown") {
      std::size_t value = skipSpace(text, name);
      if (value < end && text[value] == '=') value = skipSpace(text, value + 1);
      const bool quoted = value < end && (text[value] == '"' || text[value] == '\'');
      return quoted ? text.substr(value + 1, end - value - 2) : text.substr(value, end - value);
    }
    i = end;
  }
  return {};
}

ContentModel contentModelOf(std::string_view name) {
  if (isIn(blockModel, name)) return ContentModel::block;
  return isIn(spanModel, name) ? ContentModel::span : ContentModel::raw;
}

bool isSpanElement(std::string_view name) { return isIn(spanElements, name); }
bool isBlockElement(std::string_view name) { return isIn(blockElements, name); }
bool isVoidElement(std::string_view name) { return isIn(voidElements, name); }

bool endsParagraph(std::string_view text, std::size_t at) {
  if (at + 1 >= text.size() || text[at] != '<') return false;
  const bool end = text[at + 1] == '/';
  const std::size_t begin = end ? at + 2 : at + 1;
  const std::size_t behind = skipName(text, begin);
  if (behind == begin) return false;
  const auto startsWith = [&](std::string_view name) {
    if (!text.substr(begin).starts_with(name)) return false;
    const std::size_t next = begin + name.size();
    return next >= text.size() || !isWord(text[next]) || static_cast<unsigned char>(text[next]) >= 0x80;
  };
  if (startsWith("script") || std::any_of(spanElements.begin(), spanElements.end(), startsWith)) return false;
  if (!end) return true;
  const std::size_t close = skipSpace(text, behind);
  return close < text.size() && text[close] == '>';
}

}  // namespace galley
