// Lists and definition lists as kramdown cuts them into items; see kramdown.h.
#include <algorithm>

#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/kramdown_parser.h"

namespace galley {

using namespace kramdown_lines;

namespace {

/// Columns of blanks and tabs from `at` on, where `column` columns stand before; `at` is moved behind them.
std::size_t skipColumns(std::string_view text, std::size_t& at, std::size_t column) {
  const std::size_t from = column;
  for (; at < text.size() && (text[at] == ' ' || text[at] == '\t'); ++at)
    column = text[at] == '\t' ? (column + 4) / 4 * 4 : column + 1;
  return column - from;
}

/// True if a line is indented by so many columns, a tab being four.
bool isContent(std::string_view text, std::size_t line, std::size_t indent) {
  std::size_t columns = 0;
  for (std::size_t at = line; columns < indent && at < text.size(); ++at) {
    if (text[at] == ' ') {
      ++columns;
    } else if (text[at] == '\t') {
      columns += 4;
    } else {
      return false;
    }
  }
  return columns >= indent && !isBlankLine(text, line);
}

/// True if a line may go on lazily in an item.
bool isLazy(std::string_view text, std::size_t line, std::size_t indent) {
  std::size_t first = line;
  for (std::size_t i = 0; i < std::min<std::size_t>(indent, 3) && text[first] == ' '; ++i) ++first;
  return !isBlankLine(text, line) && !endsParagraph(text, first) &&
         !(first == skipIndent(text, line) && isAttributeLine(text, line));
}

}  // namespace

/// Reads the item whose marker ends at `marker`, opens and closes its node. Gives the offset behind it.
std::size_t KramdownParser::item(Source& source, std::size_t marker, char kind, bool& blankBehind,
                                 std::size_t& indent) {
  const std::string_view text = source.text();
  const Flat& flat = source.flat;
  const std::size_t begin = source.at + std::min<std::size_t>(text.substr(source.at, 3).find_first_not_of(' '), 3);
  const std::size_t markerColumns = marker - source.at;
  std::size_t content = marker;
  indent = markerColumns + skipColumns(text, content, markerColumns);
  if (text[marker] == '|') content = marker;
  if (isBlankLine(text, marker) || isAttributeLine(text, content)) indent = 4;
  const std::uint32_t id = open(kind == ':' ? Node::Kind::definitionItem : Node::Kind::item, flat, begin);
  tree_.nodes[id].content = flat.place(content, content);
  if (text.compare(content, 2, "{:") == 0 && text[content + 2] != ':') {
    const std::size_t close = attributeEnd(text, content + 2);
    if (close < lineEnd(text, content)) {
      content = close + 1;
      while (text[content] == ' ' || text[content] == '\t') ++content;
    }
  }
  Flat& inner = innerText();
  inner.append(flat, content, lineEnd(text, marker) + 1);
  const char own = kind == ':' ? ':' : kind;
  bool nested = listMarker(inner.text, 0, 3, 0) != 0;
  bool blank = false;
  std::size_t line = lineEnd(text, marker) + 1;
  while (line < text.size()) {
    const std::size_t next = lineEnd(text, line) + 1;
    if (kind != ':' && blank && isThematicBreak(text, line)) break;
    if (text[line] == '^' && isBlankLine(text, line + 1)) break;
    if (listMarker(text, line, std::min<std::size_t>(indent - 1, 3), own) != 0) break;
    if (isContent(text, line, indent) || (!blank && isLazy(text, line, indent))) {
      // Tabs at the line's beginning are four blanks each, then the indent goes away.
      std::size_t first = line;
      std::size_t columns = 0;
      while (text[first] == '\t') ++first, columns += 4;
      std::size_t blanks = first;
      while (columns < indent && text[blanks] == ' ') ++blanks, ++columns;
      const bool indented = columns >= indent;
      if (indented) {
        inner.appendBlanks(columns - indent, flat.place(blanks));
        first = blanks;
      } else {
        const bool marked = listMarker(text, line, 3, 0) != 0;
        const std::size_t tabs = first - line;
        inner.appendBlanks(nested && marked ? indent + 4 : 4 * tabs, flat.place(first));
      }
      if (!nested && indented && listMarker(text, first, 3, 0) != 0) nested = true;
      inner.append(flat, first, next);
      blank = false;
    } else if (isBlankLine(text, line)) {
      nested = true;
      blank = true;
      inner.append(flat, line, next);
    } else {
      break;
    }
    line = next;
  }
  blankBehind = blank;
  container(inner);
  close(id, flat, line);
  Node& node = tree_.nodes[id];
  node.content = {std::min(node.content.begin, node.span.end), node.span.end};
  return line;
}

bool KramdownParser::list(Source& source) {
  const std::string_view text = source.text();
  std::size_t marker = listMarker(text, source.at, 3, 0);
  if (marker == 0) return false;
  endParagraph(source);
  const char kind = text[marker - 1] == '.' ? '1' : '-';
  const std::size_t begin = skipIndent(text, source.at);
  const std::uint32_t id = open(kind == '1' ? Node::Kind::orderedList : Node::Kind::bulletList, source.flat, begin);
  bool blank = false;
  bool ended = false;
  std::size_t indent = 4;
  while (marker != 0) {
    source.at = item(source, marker, kind, blank, indent);
    ended = source.at < text.size() && text[source.at] == '^' && isBlankLine(text, source.at + 1);
    if (ended || (blank && source.at < text.size() && isThematicBreak(text, source.at))) break;
    marker = source.at < text.size() ? listMarker(text, source.at, std::min<std::size_t>(indent - 1, 3), kind) : 0;
  }
  close(id, source.flat, source.at);
  block(source, id);
  if (ended) source.at = lineEnd(text, source.at) + 1;
  if (blank && !ended) source.last = Last::blank;
  return true;
}

/// `: text` behind a paragraph, whose lines become the terms.
bool KramdownParser::definitionList(Source& source) {
  const std::string_view text = source.text();
  std::size_t marker = listMarker(text, source.at, 3, ':');
  if (marker == 0) return false;
  const Node::Kind before = source.lastNode == Node::noParent ? Node::Kind::none : tree_.nodes[source.lastNode].kind;
  const bool term = source.last == Last::paragraph || (source.last == Last::blank && before == Node::Kind::paragraph) ||
                    before == Node::Kind::definitionList;
  if (!term) return false;
  endParagraph(source);
  if (source.lastNode != Node::noParent && tree_.nodes[source.lastNode].kind == Node::Kind::paragraph)
    tree_.nodes[source.lastNode].kind = Node::Kind::definitionTerm;
  const std::uint32_t id = open(Node::Kind::definitionList, source.flat, skipIndent(text, source.at));
  bool blank = false;
  std::size_t indent = 4;
  while (marker != 0) {
    source.at = item(source, marker, ':', blank, indent);
    marker = source.at < text.size() ? listMarker(text, source.at, std::min<std::size_t>(indent - 1, 3), ':') : 0;
  }
  close(id, source.flat, source.at);
  block(source, id);
  if (blank) source.last = Last::blank;
  return true;
}

}  // namespace galley
