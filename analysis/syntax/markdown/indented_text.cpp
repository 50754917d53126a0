// See the header.
#include "analysis/syntax/markdown/indented_text.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {
namespace {

constexpr std::size_t tab = 4;

/// The first of the last `columns` blanks before `at`: what stands before it belongs to the containers of the line.
std::size_t indentationOf(std::string_view mask, std::size_t at, std::size_t columns) {
  const std::size_t lineEnd = mask.substr(0, at).find_last_of("\r\n");
  const std::size_t line = lineEnd == std::string_view::npos ? 0 : lineEnd + 1;
  const auto behind = [&](std::size_t place, std::size_t column) {
    return mask[place] == '\t' ? column + tab - column % tab : column + 1;
  };
  std::size_t whole = 0;
  for (std::size_t place = line; place < at; ++place) whole = behind(place, whole);
  std::size_t place = line;
  for (std::size_t column = 0; column + columns < whole && place + 1 < at; ++place) column = behind(place, column);
  return place;
}

/// Where the lines of indented code begin, in order: each at the first of its blanks.
std::vector<std::size_t> indentedLines(std::string_view mask, const Events& events) {
  std::vector<std::size_t> places;
  bool inCode = false;
  bool begins = false;  // no text of the line at hand was seen yet
  std::size_t columns = tab;
  for (const Event& event : events.list) {
    if (event.is(Event::Kind::enterBlock, Block::code)) {
      inCode = event.mark == 0;
      begins = true;
      columns = tab;
    } else if (event.kind != Event::Kind::text) {
      inCode = false;
    } else if (inCode && event.begin != Event::nowhere) {
      if (begins) places.push_back(indentationOf(mask, event.begin, columns));
      begins = false;
    } else if (inCode) {
      begins = event.mark == '\n' || (begins && event.mark == ' ');
      columns = event.mark == '\n' ? tab : columns + event.length;
    }
  }
  return places;
}

}  // namespace

Tree walkWithIndentedText(const std::string& mask, const Dialect& dialect) {
  const Events events = readEvents(mask, dialect);
  const std::vector<std::size_t> lines = indentedLines(mask, events);
  if (lines.empty()) return walk(mask, events, dialect);
  constexpr char meansNothing = ',';  // it begins a text and no block
  std::string text = mask;
  for (const std::size_t line : lines) text[line] = meansNothing;
  Tree tree = walk(text, readEvents(text, dialect), dialect);
  const auto isLine = [&](std::size_t at) { return std::binary_search(lines.begin(), lines.end(), at); };
  const auto skipBlanks = [&](PackedSpan& span) {
    if (!isLine(span.begin)) return;
    span.begin = std::min(mask.find_first_not_of(" \t", span.begin), mask.size());
    span.end = std::max<std::size_t>(span.end, span.begin);
  };
  for (std::size_t i = 1; i < tree.nodes.size(); ++i) {  // all but the document
    Node& node = tree.nodes[i];
    if (node.kind == Node::Kind::heading && isLine(node.span.begin)) {  // nothing underlines such a line
      node.kind = Node::Kind::paragraph;
      node.level = 0;
      node.setext = false;
    }
    for (PackedSpan* span : {&node.span, &node.content, &node.destination, &node.title, &node.label}) skipBlanks(*span);
  }
  for (TextPiece& piece : tree.texts) {
    const std::size_t end = piece.span.end;
    skipBlanks(piece.span);
    piece.span = {std::min<std::size_t>(piece.span.begin, end), end};
  }
  return tree;
}

}  // namespace galley
