// See the header.
#include "analysis/syntax/markdown/kramdown_lines.h"

#include <algorithm>

namespace galley::kramdown_lines {
namespace {
constexpr std::size_t longestAttributes = 4096;  // bytes; keeps a text of nothing but `{:` cheap
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isNonAscii(char c) { return static_cast<unsigned char>(c) >= 0x80; }
}  // namespace

bool isAsciiAlnum(char c) { return isAlpha(c) || isDigit(c); }
bool isIdChar(char c) { return isAsciiAlnum(c) || c == '_' || c == '-'; }

bool isBlankLine(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && isSpace(text[at])) ++at;
  return at >= text.size() || text[at] == '\n';
}

std::size_t skipIndent(std::string_view text, std::size_t at) {
  for (int i = 0; i < 3 && at < text.size() && text[at] == ' '; ++i) ++at;
  return at;
}

std::size_t behindIndent(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\t') return at + 1;
  return text.substr(std::min(at, text.size()), 4) == "    " ? at + 4 : at;
}

bool isIndented(std::string_view text, std::size_t at) {
  const std::size_t behind = behindIndent(text, at);
  return behind > at && !isBlankLine(text, behind);
}

std::size_t fenceSize(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '`' && text[at] != '~')) return 0;
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end - at;
}

bool isAtxStart(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == '#') ++end;
  return end > at && end - at <= 6 && end < text.size() && isBlank(text[end]);
}

bool isThematicBreak(std::string_view text, std::size_t at) {
  at = skipIndent(text, at);
  if (at >= text.size() || (text[at] != '*' && text[at] != '-' && text[at] != '_')) return false;
  const char mark = text[at];
  int count = 0;
  for (; at < text.size() && text[at] != '\n'; ++at) {
    if (text[at] == mark) {
      ++count;
    } else if (!isBlank(text[at])) {
      return false;
    }
  }
  return count >= 3;
}

std::size_t listMarker(std::string_view text, std::size_t at, std::size_t indent, char kind) {
  for (std::size_t i = 0; i < indent && at < text.size() && text[at] == ' '; ++i) ++at;
  if (at >= text.size()) return 0;
  std::size_t end = at;
  if (kind == ':') {
    if (text[end] == ':') ++end;
  } else if (kind != '1' && (text[end] == '-' || text[end] == '+' || text[end] == '*')) {
    ++end;
  } else if (kind != '-') {
    while (end < text.size() && isDigit(text[end])) ++end;
    if (end == at || end >= text.size() || text[end] != '.') return 0;
    ++end;
  }
  const bool blankBehind = end < text.size() && (isBlank(text[end]) || text[end] == '|');
  return end > at && blankBehind ? end : 0;
}

std::size_t attributeEnd(std::string_view text, std::size_t at) {
  text = text.substr(0, at + longestAttributes);
  std::size_t end = text.find('}', at);
  while (end != std::string_view::npos && end > at && text[end - 1] == '\\') end = text.find('}', end + 1);
  return end;
}

bool isAttributeLine(std::string_view text, std::size_t at) {
  at = skipIndent(text, at);
  if (text.substr(std::min(at, text.size()), 2) != "{:" || at + 2 >= text.size()) return false;
  if (text[at + 2] == ':' || text[at + 2] == '/' || text[at + 2] == '}') return false;
  const std::size_t close = attributeEnd(text, at + 2);
  return close != std::string_view::npos && isBlankLine(text, close + 1);
}

bool isAttributeDefinition(std::string_view text, std::size_t at) {
  if (!isAttributeLine(text, at)) return false;
  std::size_t name = skipIndent(text, at) + 2;
  const std::size_t begin = name;
  while (isIdChar(text[name])) ++name;
  return name > begin && text[begin] != '-' && text[name] == ':' && text[name + 1] != '}';
}

Span attributeId(std::string_view text, std::size_t begin, std::size_t end) {
  Span found;
  for (std::size_t at = begin; at < end;) {
    while (at < end && isSpace(text[at])) ++at;
    const std::size_t word = at;
    while (at < end && !isSpace(text[at])) ++at;
    if (word < at && (text[word] == '#' || text[word] == '.')) {
      for (std::size_t i = word; i < at; ++i) {
        if (text[i] != '#' || i + 1 >= at || !isAlpha(text[i + 1])) continue;
        std::size_t close = i + 1;
        while (close < at && (isIdChar(text[close]) || text[close] == ':')) ++close;
        found = {i + 1, close};
      }
    } else if (text.substr(word, at - word).starts_with("id=\"") || text.substr(word, at - word).starts_with("id='")) {
      const std::size_t close = text.find(text[word + 3], word + 4);
      if (close < end) found = {word + 4, close};
    }
  }
  return found;
}

Span headingId(std::string_view text, std::size_t begin, std::size_t end) {
  if (end < begin + 4 || text[end - 1] != '}') return {};
  text = text.substr(0, end);
  const std::size_t open = begin + text.substr(begin).rfind("{#");
  if (open >= end || open <= begin || !isBlank(text[open - 1]) || open + 3 > end) return {};
  const Span name{open + 2, end - 1};
  const auto isStart = [](char c) { return isAlpha(c) || c == '_' || c == ':' || isNonAscii(c); };
  if (name.empty() || !isStart(text[name.begin])) return {};
  for (std::size_t i = name.begin; i < name.end; ++i)
    if (!isStart(text[i]) && !isDigit(text[i]) && text[i] != '-' && text[i] != '.') return {};
  return name;
}

std::size_t withoutClosingMarks(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t marks = end;
  while (marks > begin && text[marks - 1] == '#') --marks;
  if (marks == end || marks == begin || !isBlank(text[marks - 1])) return end;
  while (marks > begin && isSpace(text[marks - 1])) --marks;
  return marks;
}

ExtensionStart extensionStart(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 3) != "{::") return {};
  std::size_t name = at + 3;
  while (name < text.size() && (isAsciiAlnum(text[name]) || text[name] == '_')) ++name;
  const std::size_t close = attributeEnd(text, name);
  if (name == at + 3 || close == std::string_view::npos) return {};
  const bool closed = text[close - 1] == '/';
  if (name < close && !isSpace(text[name]) && !(closed && name + 1 == close)) return {};
  return {text.substr(at + 3, name - at - 3), close + 1, closed};
}

bool isExtensionEnd(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 3) != "{:/") return false;
  std::size_t name = at + 3;
  while (name < text.size() && isIdChar(text[name])) ++name;
  return name < text.size() && text[name] == '}';
}

std::size_t extensionStop(std::string_view text, std::size_t at, std::string_view name) {
  for (; at < text.size(); at = lineEnd(text, at) + 1) {
    const std::size_t first = skipIndent(text, at);
    if (!isExtensionEnd(text, first)) continue;
    std::string_view rest = text.substr(first + 3);
    if (rest.starts_with(name)) rest.remove_prefix(name.size());
    if (rest.starts_with('}') && isBlankLine(rest, 1)) return at;
  }
  return std::string_view::npos;
}

std::optional<ReferenceParts> parseKramdownDefinition(std::string_view text, std::size_t at) {
  ReferenceParts parts;
  const std::size_t begin = skipIndent(text, at);
  if (begin >= text.size() || text[begin] != '[') return std::nullopt;
  const std::size_t end = lineEnd(text, at);
  const std::size_t label = text.substr(0, end).find(']', begin + 1);
  if (label >= end || label == begin + 1 || label + 1 >= end || text[label + 1] != ':') return std::nullopt;
  parts.label = {begin + 1, label};
  std::size_t url = label + 2;
  while (url < end && isBlank(text[url])) ++url;
  std::size_t last = end;
  while (last > url && isSpace(text[last - 1])) --last;
  if (url >= last) return std::nullopt;
  parts.end = last;
  // A title in quotes that ends the line, or is the next line.
  const auto titleFrom = [&](std::size_t from, std::size_t to) -> Span {
    if (to < from + 3 || (text[from] != '"' && text[from] != '\'') || text[to - 1] != text[from]) return {};
    return {from, to};
  };
  // Nothing else may stand behind a `>` that ends the destination; where none ends it, the `<` is a part of it.
  const auto endsAt = [&](std::size_t pointy) {
    std::size_t rest = pointy + 1;
    while (rest < last && isBlank(text[rest])) ++rest;
    if (rest > pointy + 1) parts.title = titleFrom(rest, last);
    return rest == last || !parts.title.empty();
  };
  const std::string_view line = text.substr(0, last);
  std::size_t pointy = text[url] == '<' ? line.find('>', url) : std::string_view::npos;
  while (pointy != std::string_view::npos && !endsAt(pointy)) pointy = line.find('>', pointy + 1);
  if (pointy != std::string_view::npos) {
    parts.destination = {url + 1, pointy};
  } else {
    std::size_t urlEnd = last;
    for (std::size_t i = url + 1; i + 1 < last; ++i) {
      if (!isBlank(text[i]) || (text[i + 1] != '"' && text[i + 1] != '\'')) continue;
      parts.title = titleFrom(i + 1, last);
      if (parts.title.empty()) return std::nullopt;  // a quote that is no title: kramdown takes the line as text
      urlEnd = i;
      while (urlEnd > url && isBlank(text[urlEnd - 1])) --urlEnd;
      break;
    }
    parts.destination = {url, urlEnd};
  }
  if (parts.title.empty() && end + 1 < text.size()) {
    std::size_t next = end + 1;
    while (next < text.size() && isBlank(text[next])) ++next;
    std::size_t nextEnd = lineEnd(text, next);
    while (nextEnd > next && isSpace(text[nextEnd - 1])) --nextEnd;
    parts.title = titleFrom(next, nextEnd);
    if (!parts.title.empty()) parts.end = nextEnd;
  }
  return parts;
}

}  // namespace galley::kramdown_lines
