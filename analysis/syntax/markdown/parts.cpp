// See the header.
#include "analysis/syntax/markdown/parts.h"

#include <algorithm>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isSpace(char c) { return isBlank(c) || isLineEnd(c); }

/// The run of one character that begins at `at`.
std::size_t behindRun(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end;
}

/// Behind a list marker, or behind one character.
std::size_t behindMarker(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  return std::min(end + 1, text.size());
}

/// The last line of a span without blanks around it and the marks of quotes before it.
Span lastLine(std::string_view text, Span span) {
  Span line = span;
  while (!line.empty() && isBlank(text[line.end - 1])) --line.end;
  std::size_t begin = line.end;
  while (begin > span.begin && !isLineEnd(text[begin - 1])) --begin;
  line.begin = begin;
  while (!line.empty() && (isBlank(text[line.begin]) || text[line.begin] == '>')) ++line.begin;
  return line;
}

Marks headingMarks(std::string_view text, const Node& node) {
  if (node.setext) return {.opening = {node.span.begin, node.span.begin}, .closing = lastLine(text, node.span)};
  Marks marks{.opening = {node.span.begin, node.span.begin + node.level}, .closing = {node.span.end, node.span.end}};
  // Behind the text stand the closing marks, then an attribute list; or the other way round.
  std::size_t at = std::max<std::size_t>(node.content.end, marks.opening.end);
  while (at < node.span.end && isBlank(text[at])) ++at;
  if (at < node.span.end && text[at] == '#')
    marks.closing = {at, std::min<std::size_t>(behindRun(text, at), node.span.end)};
  return marks;
}

Marks fenceMarks(std::string_view text, const Node& node) {
  Marks marks{.opening = {node.span.begin, behindRun(text, node.span.begin)},
              .closing = {node.span.end, node.span.end}};
  const Span last = lastLine(text, node.span);
  const bool closes = last.begin > marks.opening.end && last.begin >= node.content.end &&
                      last.size() >= marks.opening.size() && behindRun(text, last.begin) >= last.end &&
                      text[last.begin] == text[node.span.begin];
  if (closes) marks.closing = last;
  return marks;
}

}  // namespace

Marks marksOf(std::string_view text, const Node& node) {
  const Span none{node.span.end, node.span.end};
  const bool outside = node.span.end > text.size() || node.span.empty();
  if (outside) return {.opening = {node.span.begin, node.span.begin}, .closing = none};
  switch (node.kind) {
    case Node::Kind::heading:
      return headingMarks(text, node);
    case Node::Kind::fencedCode:
      return fenceMarks(text, node);
    case Node::Kind::item:
    case Node::Kind::quote:
    case Node::Kind::definitionItem:
      return {.opening = {node.span.begin, behindMarker(text, node.span.begin)}, .closing = none};
    case Node::Kind::thematicBreak:
      return {.opening = node.span, .closing = none};
    case Node::Kind::emphasis:
    case Node::Kind::strong:
    case Node::Kind::strikethrough:
    case Node::Kind::codeSpan:
    case Node::Kind::inlineMath:
    case Node::Kind::displayMath:
      return {.opening = {node.span.begin, node.content.begin}, .closing = {node.content.end, node.span.end}};
    case Node::Kind::link:
    case Node::Kind::image: {
      const std::size_t behind =
          node.content.end < node.span.end ? std::size_t{node.content.end} + 1 : std::size_t{node.span.end};
      return {.opening = {node.span.begin, node.content.begin}, .closing = {node.content.end, behind}};
    }
    default:
      return {.opening = {node.span.begin, node.span.begin}, .closing = none};
  }
}

Span languageOf(std::string_view text, Span info) {
  std::size_t end = info.begin;
  while (end < std::min(info.end, text.size()) && !isSpace(text[end]) && text[end] != '{') ++end;
  return {info.begin, end};
}

std::vector<Span> delimitersOf(std::string_view text, Span row) {
  std::vector<Span> cells;
  const std::size_t end = std::min(row.end, text.size());
  for (std::size_t at = row.begin; at < end;) {
    if (text[at] == '|' || text[at] == '+' || isSpace(text[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < end && text[at] != '|' && text[at] != '+' && !isSpace(text[at])) ++at;
    cells.push_back({begin, at});
  }
  return cells;
}

std::vector<Attribute> attributesOf(std::string_view text, Span list) {
  std::vector<Attribute> attributes;
  if (list.end > text.size() || list.size() < 2 || text[list.begin] != '{') return attributes;
  std::size_t at = list.begin + 1;
  std::size_t end = list.end;
  while (end > at && isSpace(text[end - 1])) --end;
  if (end > at && text[end - 1] == '}') --end;
  if (at < end && text[at] == ':') {
    ++at;
    // `{:name: …}` defines a list.
    const std::size_t colon = text.substr(0, end).find(':', at);
    const std::size_t blank = std::min(text.find_first_of(" \t\r\n\"'=", at), end);
    if (colon != std::string_view::npos && colon < blank && colon > at) at = colon + 1;
  }
  while (at < end) {
    if (isSpace(text[at]) || text[at] == ',') {
      ++at;
      continue;
    }
    Attribute attribute;
    if (text[at] == '#' || text[at] == '.') {
      attribute.kind = text[at] == '#' ? Attribute::Kind::id : Attribute::Kind::cssClass;
      const std::size_t begin = ++at;
      while (at < end && !isSpace(text[at]) && text[at] != '#' && text[at] != '.' && text[at] != ',') ++at;
      attribute.value = {begin, at};
    } else {
      const std::size_t begin = at;
      while (at < end && !isSpace(text[at]) && text[at] != '=' && text[at] != ',') ++at;
      attribute.value = {begin, at};
      if (at < end && text[at] == '=') {
        attribute.kind = Attribute::Kind::pair;
        attribute.name = {begin, at++};
        const char quote = at < end && (text[at] == '"' || text[at] == '\'') ? text[at++] : '\0';
        const std::size_t value = at;
        while (at < end && (quote != 0 ? text[at] != quote : !isSpace(text[at]) && text[at] != ',')) ++at;
        attribute.value = {value, at};
        if (quote != 0 && at < end) ++at;
      }
    }
    attribute.name = attribute.name.empty() ? Span{attribute.value.begin, attribute.value.begin} : attribute.name;
    attributes.push_back(attribute);
    if (at < end && attribute.value.empty() && attribute.kind == Attribute::Kind::reference) ++at;
  }
  return attributes;
}

}  // namespace galley
