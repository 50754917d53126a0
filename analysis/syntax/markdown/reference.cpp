// See the header.
#include "analysis/syntax/markdown/reference.h"

namespace galley {
namespace {

constexpr std::size_t longestLabel = 999;  // characters (CommonMark 0.31.2, 6.3); bytes may be four times as many

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

std::size_t skipBlanks(std::string_view text, std::size_t at) {
  while (at < text.size() && isBlank(text[at])) ++at;
  return at;
}

bool atLineEnd(std::string_view text, std::size_t at) { return at >= text.size() || isLineEnd(text[at]); }

/// Behind the line end at `at`, and behind the marks of quotes and the blanks of the next line.
std::size_t skipLineEnd(std::string_view text, std::size_t at, std::size_t quotes) {
  at += text.substr(at, 2) == "\r\n" ? 2 : 1;
  at = skipBlanks(text, at);
  for (; quotes > 0 && at < text.size() && text[at] == '>'; --quotes) at = skipBlanks(text, at + 1);
  return at;
}

/// Blanks with at most one line end.
std::size_t skipSpace(std::string_view text, std::size_t at, std::size_t quotes) {
  at = skipBlanks(text, at);
  return at < text.size() && isLineEnd(text[at]) ? skipLineEnd(text, at, quotes) : at;
}

/// A destination at `at`, which is moved behind it.
std::optional<Span> parseDestination(std::string_view text, std::size_t& at) {
  if (at < text.size() && text[at] == '<') {
    std::size_t end = at + 1;
    for (; end < text.size() && text[end] != '>'; ++end) {
      if (text[end] == '<' || isLineEnd(text[end])) return std::nullopt;
      if (text[end] == '\\' && end + 1 < text.size() && !isLineEnd(text[end + 1])) ++end;
    }
    if (end >= text.size()) return std::nullopt;
    const Span span{at + 1, end};
    at = end + 1;
    return span;
  }
  const std::size_t begin = at;
  std::size_t depth = 0;
  while (at < text.size() && text[at] != ' ' && !isControl(text[at])) {
    if (text[at] == '\\' && at + 1 < text.size() && !isControl(text[at + 1]) && text[at + 1] != ' ') {
      at += 2;
      continue;
    }
    if (text[at] == '(') ++depth;
    if (text[at] == ')' && depth-- == 0) break;
    ++at;
  }
  return Span{begin, at};
}

/// A title with its quotes at `at`, which is moved behind it. No blank line stands in it.
std::optional<Span> parseTitle(std::string_view text, std::size_t& at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'' && text[at] != '(')) return std::nullopt;
  const char close = text[at] == '(' ? ')' : text[at];
  for (std::size_t end = at + 1; end < text.size(); ++end) {
    if (text[end] == '\\') {
      ++end;
    } else if (text[end] == close) {
      const Span span{at, end + 1};
      at = end + 1;
      return span;
    } else if (close == ')' && text[end] == '(') {
      return std::nullopt;
    } else if (isLineEnd(text[end]) && atLineEnd(text, skipLineEnd(text, end, 0))) {
      return std::nullopt;
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<ReferenceParts> parseInlineTarget(std::string_view text, std::size_t at, std::size_t quotes) {
  if (at >= text.size() || text[at] != '(') return std::nullopt;
  at = skipSpace(text, at + 1, quotes);
  ReferenceParts parts;
  const auto destination = parseDestination(text, at);
  if (!destination) return std::nullopt;
  parts.destination = *destination;
  const std::size_t behind = at;
  at = skipSpace(text, at, quotes);
  if (at > behind) {
    if (const auto title = parseTitle(text, at)) {
      parts.title = *title;
      at = skipSpace(text, at, quotes);
    }
  }
  if (at >= text.size() || text[at] != ')') return std::nullopt;
  parts.end = at + 1;
  return parts;
}

std::optional<ReferenceParts> parseLabel(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '[') return std::nullopt;
  ReferenceParts parts;
  parts.label.begin = at + 1;
  bool visible = false;
  for (std::size_t end = at + 1; end < text.size() && end - at <= 4 * longestLabel; ++end) {
    if (text[end] == ']') {
      parts.label.end = end;
      parts.end = end + 1;
      return visible ? std::optional(parts) : std::nullopt;
    }
    if (text[end] == '[') return std::nullopt;
    if (text[end] == '\\') ++end;
    if (end < text.size() && !isBlank(text[end]) && !isLineEnd(text[end])) visible = true;
  }
  return std::nullopt;
}

std::optional<ReferenceParts> parseDefinition(std::string_view text, std::size_t at, std::size_t quotes) {
  auto parts = parseLabel(text, at);
  if (!parts || parts->end >= text.size() || text[parts->end] != ':') return std::nullopt;
  at = skipSpace(text, parts->end + 1, quotes);
  if (atLineEnd(text, at)) return std::nullopt;
  const auto destination = parseDestination(text, at);
  if (!destination || (destination->empty() && text[destination->begin - 1] != '<')) return std::nullopt;
  parts->destination = *destination;
  const std::size_t behind = at;
  const std::size_t end = skipBlanks(text, at);
  const bool alone = atLineEnd(text, end);  // without a title it would be whole
  if (!alone && end == behind) return std::nullopt;
  at = skipSpace(text, at, quotes);
  if (const auto title = parseTitle(text, at)) {
    const std::size_t behindTitle = skipBlanks(text, at);
    if (atLineEnd(text, behindTitle)) {
      parts->title = *title;
      parts->end = behindTitle;
      return parts;
    }
  }
  if (!alone) return std::nullopt;
  parts->end = end;
  return parts;
}

}  // namespace galley
