// Lists, definition lists and tables as Python-Markdown finds them. What belongs to an item is told by levels of four
// columns, and by what the last block before it was; see python_markdown_parser.h.
#include <algorithm>

#include "analysis/syntax/markdown/python_markdown_parser.h"

namespace galley {

using namespace python_markdown_lines;

namespace {
constexpr auto lists = {Node::Kind::bulletList, Node::Kind::orderedList};
constexpr auto allLists = {Node::Kind::bulletList, Node::Kind::orderedList, Node::Kind::definitionList};
constexpr auto items = {Node::Kind::item};
constexpr auto allItems = {Node::Kind::item, Node::Kind::definitionItem};
}  // namespace

/// The own text of an item becomes a paragraph, its first.
void PythonMarkdownParser::makeLoose(Id item) {
  if (elements_[item].text.text.empty()) return;
  const Id id = static_cast<Id>(elements_.size());
  Element& paragraph = elements_.emplace_back();
  paragraph.kind = Node::Kind::paragraph;
  paragraph.text = std::move(elements_[item].text);
  elements_[item].text = {};
  cover(id, paragraph.text, 0, paragraph.text.text.size());
  elements_[item].children.insert(elements_[item].children.begin(), id);
}

/// A block that is indented goes on with an item: that of the list before it, as deep as it is indented.
bool PythonMarkdownParser::indented(Id parent, Blocks& blocks, bool definitions) {
  const std::initializer_list<Node::Kind>& itemKinds = definitions ? allItems : items;
  const std::initializer_list<Node::Kind>& listKinds = definitions ? allLists : lists;
  const Block block = blocks.front();
  if (!isIndented(block.text(), block.begin) || states_.back() == State::detabbed) return false;
  if (!is(parent, itemKinds) && !is(last(parent), listKinds)) return false;
  blocks.pop_front();
  const std::size_t indent = blanksAt(block.text(), block.begin) / tab;
  std::size_t level = states_.back() == State::list ? 1 : 0;
  Id sibling = parent;
  while (indent > level) {
    const Id child = last(sibling);
    if (!is(child, listKinds) && !is(child, itemKinds)) break;
    if (is(child, listKinds)) ++level;
    sibling = child;
  }
  const Block inner = outdented(block, level);
  states_.push_back(State::detabbed);
  if (is(parent, itemKinds)) {
    parse(is(last(parent), listKinds) ? last(parent) : parent, Blocks{inner});
  } else if (is(sibling, itemKinds)) {
    parse(sibling, Blocks{inner});
  } else if (is(last(sibling), itemKinds)) {
    makeLoose(last(sibling));
    parse(last(sibling), Blocks{inner});
  } else {
    const Id item = create(definitions ? Node::Kind::definitionItem : Node::Kind::item, sibling, *block.flat,
                           block.begin, block.end);
    parse(item, Blocks{inner});
  }
  states_.pop_back();
  return true;
}

bool PythonMarkdownParser::list(Id parent, Blocks& blocks, Marker marker) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  if (!listMarker(text, block.begin, marker, 0, tab - 1)) return false;
  blocks.pop_front();
  struct Item {
    PlacedText* flat;
    std::size_t begin, end;  // in the block
    bool indented;
  };
  std::vector<Item> found;
  for (std::size_t line = block.begin; line < block.end; line = nextLine(text, line)) {
    const std::size_t end = nextLine(text, line);
    const Marked own = listMarker(text, line, Marker::either, 0, tab - 1);
    const bool nested = !own && listMarker(text, line, Marker::either, tab, 2 * tab - 1);
    if (own || (nested && !found.back().indented)) found.push_back({&flats_.emplace_back(), line, end, nested});
    found.back().flat->append(*block.flat, own ? own.content : line, end);
    found.back().end = end;
  }
  const auto blockOf = [](const Item& item) {
    const std::string& inner = item.flat->text;
    return Block{item.flat, 0, inner.size() - (inner.ends_with('\n') ? 1 : 0)};
  };
  const Id before = last(parent);
  Id id = parent;
  std::size_t next = 0;
  if (is(before, lists)) {
    id = before;
    const Id item = last(id);
    if (item != nothing) {
      makeLoose(item);
      const Id inner = last(item);
      if (inner != nothing && !elements_[inner].tail.text.empty()) {
        PlacedText tail = std::move(elements_[inner].tail);
        elements_[inner].tail = {};
        const Id paragraph = create(Node::Kind::paragraph, item, tail, 0, tail.text.size());
        elements_[paragraph].text = std::move(tail);
      }
    }
    const Id first = create(Node::Kind::item, id, *block.flat, found[0].begin, found[0].end);
    states_.push_back(State::looseList);
    parse(first, Blocks{blockOf(found[0])});
    states_.pop_back();
    next = 1;
  } else if (!is(parent, lists)) {
    id = create(marker == Marker::number ? Node::Kind::orderedList : Node::Kind::bulletList, parent, *block.flat,
                block.begin, block.end);
  }
  cover(id, *block.flat, block.begin, block.end);
  states_.push_back(State::list);
  for (; next < found.size(); ++next) {
    const Item& item = found[next];
    if (item.indented && last(id) != nothing) {
      cover(last(id), *block.flat, item.begin, item.end);
      parse(last(id), Blocks{blockOf(item)});
    } else {
      parse(create(Node::Kind::item, id, *block.flat, item.begin, item.end), Blocks{blockOf(item)});
    }
  }
  states_.pop_back();
  return true;
}

/// `: ` behind lines that are the terms, or behind a paragraph that is.
bool PythonMarkdownParser::definitionList(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t line = search(Pattern::definition, block, [](std::string_view t, std::size_t at) {
    return static_cast<bool>(definitionMarker(t, at));
  });
  if (line == none) return false;
  const Marked mark = definitionMarker(text, line);
  bool anyTerm = false;
  for (std::size_t term = block.begin; term < line; term = nextLine(text, term))
    anyTerm = anyTerm || !isBlankLine(text, term);
  Id before = last(parent);
  if (!anyTerm && before == nothing) return false;
  blocks.pop_front();
  const std::size_t next = nextLine(text, line);
  const std::size_t indent = blanksAt(text, next);
  const bool lazy = next < block.end && indent <= 3 && next + indent < block.end && text[next + indent] != ':' &&
                    text[next + indent] != '\n';
  const std::size_t end = lazy ? block.end : indentedEnd(block, next);
  PlacedText& inner = flats_.emplace_back();
  inner.append(*block.flat, mark.content, next);
  const Block lines = lazy ? Block{block.flat, next, end} : outdented({block.flat, next, end}, 1);
  inner.append(*lines.flat, lines.begin, lines.end);
  State state = State::list;
  std::vector<PlacedText> terms;
  const auto takeTerms = [&](const PlacedText& flat, std::size_t from, std::size_t to) {
    const std::string_view lineText = std::string_view(flat.text).substr(0, to);
    for (std::size_t term = from; term < to; term = nextLine(lineText, term)) {
      const std::size_t begin = std::min(term + blanksAt(lineText, term), lineEnd(lineText, term));
      if (begin < lineEnd(lineText, term)) terms.push_back(part(flat, begin, lineEnd(lineText, term)));
    }
  };
  if (anyTerm) {
    takeTerms(*block.flat, block.begin, line);
  } else if (is(before, {Node::Kind::paragraph})) {
    state = State::looseList;
    takeTerms(elements_[before].text, 0, elements_[before].text.text.size());
    elements_[parent].children.pop_back();
    before = last(parent);
  }
  Id id = before;
  if (!is(before, {Node::Kind::definitionList})) {
    id = create(Node::Kind::definitionList, parent, *block.flat, line, end);
  } else if (terms.empty() && is(last(id), {Node::Kind::definitionItem}) && last(last(id)) != nothing) {
    state = State::looseList;
  }
  for (PlacedText& term : terms) {
    const Id element = create(Node::Kind::paragraph, id, term, 0, term.text.size());
    elements_[element].text = std::move(term);
  }
  cover(id, *block.flat, line, end);
  states_.push_back(state);
  const Id item = create(Node::Kind::definitionItem, id, *block.flat, line, end);
  parse(item, Blocks{Block{&inner, 0, inner.text.size()}});
  states_.pop_back();
  if (!lazy && end < block.end) blocks.push_front({block.flat, end, block.end});
  return true;
}

namespace {

/// The cells of a row: where each begins and ends.
std::vector<Span> cellsOf(std::string_view text, std::size_t line, bool border) {
  std::size_t begin = line;
  std::size_t end = lineEnd(text, line);
  while (begin < end && text[begin] == ' ') ++begin;
  while (end > begin && text[end - 1] == ' ') --end;
  if (border && begin < end && text[begin] == '|') ++begin;
  std::vector<std::size_t> found = pipes(text.substr(begin, end - begin));
  const auto isEscaped = [&](std::size_t at) {
    std::size_t slashes = 0;
    while (at > begin + slashes && text[at - 1 - slashes] == '\\') ++slashes;
    return slashes % 2 != 0;
  };
  if (border && end > begin && text[end - 1] == '|' && !isEscaped(end - 1)) {
    --end;
    if (!found.empty() && begin + found.back() >= end) found.pop_back();
  }
  std::vector<Span> cells;
  std::size_t cell = begin;
  for (const std::size_t pipe : found) {
    cells.push_back({cell, begin + pipe});
    cell = begin + pipe + 1;
  }
  cells.push_back({cell, end});
  return cells;
}

bool hasBorder(std::string_view text, std::size_t line) {
  const std::size_t begin = line + blanksAt(text, line);
  std::size_t end = lineEnd(text, line);
  while (end > begin && text[end - 1] == ' ') --end;
  return begin < end && (text[begin] == '|' || (text[end - 1] == '|' && (end - begin < 2 || text[end - 2] != '\\')));
}

}  // namespace

bool PythonMarkdownParser::table(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t second = nextLine(text, block.begin);
  if (second >= block.end || text.substr(block.begin, second - block.begin).find('|') == none) return false;
  // A second row of nothing but marks: looked at first, since it is cheap.
  if (text.substr(second, lineEnd(text, second) - second).find_first_not_of("|:- ") != none) return false;
  const bool border = hasBorder(text, block.begin);
  const std::size_t columns = cellsOf(text, block.begin, border).size();
  if (columns == 1) {
    if (!border) return false;
    for (std::size_t line = second; line < block.end; line = nextLine(text, line))
      if (!hasBorder(text, line)) return false;
  }
  if (cellsOf(text, second, border).size() != columns) return false;
  blocks.pop_front();
  const Id id = create(Node::Kind::table, parent, *block.flat, block.begin, block.end);
  const Id head = create(Node::Kind::tableHead, id, *block.flat, block.begin, second);
  addRow(head, block, block.begin, border, columns);
  create(Node::Kind::delimiterRow, id, *block.flat, second, nextLine(text, second));
  const std::size_t third = nextLine(text, second);
  if (third >= block.end) return true;
  const Id body = create(Node::Kind::tableBody, id, *block.flat, third, block.end);
  for (std::size_t line = third; line < block.end; line = nextLine(text, line))
    addRow(body, block, line, border, columns);
  return true;
}

/// Cells beyond those of the header are dropped.
void PythonMarkdownParser::addRow(Id parent, Block block, std::size_t line, bool border, std::size_t columns) {
  const std::string_view text = block.text();
  const Id row = create(Node::Kind::row, parent, *block.flat, line, lineEnd(text, line));
  std::size_t column = 0;
  for (Span cell : cellsOf(text, line, border)) {
    if (column++ == columns) break;
    while (!cell.empty() && text[cell.begin] == ' ') ++cell.begin;
    while (!cell.empty() && text[cell.end - 1] == ' ') --cell.end;
    const Id id = create(Node::Kind::cell, row, *block.flat, cell.begin, cell.end);
    if (cell.empty()) elements_[id].span = place(*block.flat, cell.begin, cell.begin);
    elements_[id].text = part(*block.flat, cell.begin, cell.end);
  }
}

}  // namespace galley
