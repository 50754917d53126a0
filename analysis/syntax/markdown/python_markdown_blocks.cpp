// Blocks as Python-Markdown finds them: a text is parted at its empty lines, and each part is asked in turn whether it
// is, or holds a line that is, the one or the other; see python_markdown_parser.h. What is before such a line becomes a
// block of its own. Lists and tables are in python_markdown_lists.cpp.
#include <algorithm>

#include "analysis/syntax/markdown/labels.h"
#include "analysis/syntax/markdown/python_markdown.h"
#include "analysis/syntax/markdown/python_markdown_parser.h"

namespace galley {

using namespace python_markdown_lines;

Tree readPythonMarkdown(const std::string& mask) { return PythonMarkdownParser(mask).run(); }

PythonMarkdownParser::PythonMarkdownParser(const std::string& mask) : mask_(mask), work_(mask.size()) {}

Tree PythonMarkdownParser::run() {
  if (mask_.size() >= UINT32_MAX / 2) {
    tree_.nodes.emplace_back().kind = Node::Kind::document;
    tree_.truncated = true;
    return std::move(tree_);
  }
  const Id document = 0;
  elements_.emplace_back().kind = Node::Kind::document;
  flats_.push_back(normalized());
  flats_.push_back(withoutFences(flats_.back()));
  flats_.push_back(withoutHtml(flats_.back()));
  parseText(document, flats_.back());
  // Notes stand at the end of the page; each is a text of its own, in which more of them may be found.
  // NOLINTNEXTLINE(modernize-loop-convert)
  for (std::size_t i = 0; i < noteTexts_.size(); ++i) {
    const NoteText note = noteTexts_[i];
    elements_[note.element].hidden = notes_[note.label] != note.element;
    if (!elements_[note.element].hidden) parseText(note.element, *note.text);
  }
  emit(document);
  emitAsides();
  tree_.nodes[0].span = tree_.nodes[0].content = {0, mask_.size()};
  tree_.truncated = tree_.truncated || work_.isOverdrawn();
  return std::move(tree_);
}

PythonMarkdownParser::Block PythonMarkdownParser::Block::trimmed() const {
  Block result = *this;
  while (!result.empty() && flat->text[result.begin] == '\n') ++result.begin;
  while (!result.empty() && flat->text[result.end - 1] == '\n') --result.end;
  return result;
}

/// What is left of a block is the next one, but for blanks alone.
void PythonMarkdownParser::putBack(Blocks& blocks, Block rest) {
  rest = rest.trimmed();
  if (!rest.isBlank()) blocks.push_front(rest);
}

// --- elements -------------------------------------------------------------------------------------------------------

PythonMarkdownParser::Id PythonMarkdownParser::create(Node::Kind kind, Id parent, const PlacedText& flat,
                                                      std::size_t begin, std::size_t end) {
  const Id id = static_cast<Id>(elements_.size());
  elements_.emplace_back().kind = kind;
  elements_[parent].children.push_back(id);
  cover(id, flat, begin, end);
  return id;
}

PythonMarkdownParser::Id PythonMarkdownParser::createAside(Node::Kind kind, const PlacedText& flat, std::size_t begin,
                                                           std::size_t end) {
  const Id id = static_cast<Id>(elements_.size());
  elements_.emplace_back().kind = kind;
  cover(id, flat, begin, end);
  asides_.push_back(id);
  return id;
}

/// An element reaches over [begin, end) of a text, but for the blanks around it.
void PythonMarkdownParser::cover(Id element, const PlacedText& flat, std::size_t begin, std::size_t end) {
  const std::string_view text = flat.text;
  while (begin < end && (text[begin] == ' ' || text[begin] == '\n')) ++begin;
  while (end > begin && (text[end - 1] == ' ' || text[end - 1] == '\n')) --end;
  if (begin == end) return;
  const Span span = place(flat, begin, end);
  Span& whole = elements_[element].span;
  whole.begin = std::min(whole.begin, span.begin);
  whole.end = std::max(whole.end, span.end);
}

PythonMarkdownParser::Id PythonMarkdownParser::last(Id parent) const {
  const auto& children = elements_[parent].children;
  return children.empty() ? nothing : children.back();
}

bool PythonMarkdownParser::is(Id element, std::initializer_list<Node::Kind> kinds) const {
  return element != nothing && std::find(kinds.begin(), kinds.end(), elements_[element].kind) != kinds.end();
}

// --- blocks ---------------------------------------------------------------------------------------------------------

void PythonMarkdownParser::parseText(Id parent, const PlacedText& flat) {
  Blocks blocks;
  const std::string_view text = flat.text;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    blocks.push_back({&flat, begin, end});
    begin = end + 2;
  }
  parse(parent, std::move(blocks));
}

void PythonMarkdownParser::parse(Id parent, Blocks blocks) {
  if (depth_ >= deepest) {
    tree_.truncated = true;
    return;
  }
  ++depth_;
  while (!blocks.empty()) {
    if (htmlWithMarkdown(parent, blocks) || emptyBlock(blocks) || indented(parent, blocks, false) ||
        indented(parent, blocks, true) || indentedCode(parent, blocks) || table(parent, blocks) ||
        hashHeading(parent, blocks) || setextHeading(parent, blocks) || rule(parent, blocks) ||
        list(parent, blocks, Marker::number) || list(parent, blocks, Marker::bullet) ||
        definitionList(parent, blocks) || quote(parent, blocks) || footnote(blocks) || abbreviation(blocks) ||
        reference(blocks))
      continue;
    paragraph(parent, blocks);
  }
  --depth_;
}

std::size_t PythonMarkdownParser::search(Pattern pattern, Block block, bool (*matches)(std::string_view, std::size_t)) {
  Seen& seen = seen_[static_cast<std::size_t>(pattern)];
  std::size_t line = block.begin;
  if (seen.flat == block.flat && line >= seen.from && line <= seen.to) {
    line = seen.to;
  } else {
    seen = {block.flat, line, line};
  }
  const std::string_view text = block.text();
  while (line < block.end && !matches(text, line)) line = nextLine(text, line);
  seen.to = std::max(seen.to, std::min(line, block.end));
  return line < block.end ? line : none;
}

bool PythonMarkdownParser::emptyBlock(Blocks& blocks) {
  const Block block = blocks.front();
  if (!block.empty() && block.text()[block.begin] != '\n') return false;
  blocks.pop_front();
  if (block.begin + 1 < block.end) blocks.push_front({block.flat, block.begin + 1, block.end});
  return true;
}

bool PythonMarkdownParser::htmlWithMarkdown(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const Piece* piece = block.empty() ? nullptr : pieceAt(*block.flat, block.begin);
  if (piece == nullptr || piece->elements.empty()) return false;
  paragraph(parent, blocks);
  return true;
}

bool PythonMarkdownParser::indentedCode(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  if (!isIndented(block.text(), block.begin)) return false;
  blocks.pop_front();
  const std::size_t end = indentedEnd(block, block.begin);
  const Id before = last(parent);
  const Id code = is(before, {Node::Kind::indentedCode})
                      ? before
                      : create(Node::Kind::indentedCode, parent, *block.flat, block.begin, block.begin);
  cover(code, *block.flat, block.begin, end);
  if (end < block.end) blocks.push_front({block.flat, end, block.end});
  return true;
}

std::size_t PythonMarkdownParser::indentedEnd(Block block, std::size_t at) {
  const std::string_view text = block.text();
  while (at < block.end && (isIndented(text, at) || isBlankLine(text, at))) at = nextLine(text, at);
  return at;
}

PythonMarkdownParser::Block PythonMarkdownParser::outdented(Block block, std::size_t levels) {
  const std::string_view text = block.text();
  PlacedText& inner = flats_.emplace_back();
  for (std::size_t line = block.begin; line < block.end; line = nextLine(text, line)) {
    const std::size_t begin = isIndented(text, line, levels) ? line + levels * tab : line;
    inner.append(*block.flat, begin, nextLine(text, line));
  }
  return {&inner, 0, inner.text.size()};
}

void PythonMarkdownParser::heading(Id parent, Block block, std::size_t begin, std::size_t end, std::size_t textBegin,
                                   std::size_t textEnd, int level, bool setext) {
  const Id id = create(Node::Kind::heading, parent, *block.flat, begin, end);
  elements_[id].level = static_cast<std::uint8_t>(level);
  elements_[id].setext = setext;
  elements_[id].text = part(*block.flat, textBegin, textEnd);
}

bool PythonMarkdownParser::hashHeading(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t line = search(Pattern::hash, block, [](std::string_view t, std::size_t at) {
    return python_markdown_lines::hashHeading(t, at).level > 0;
  });
  if (line == none) return false;
  blocks.pop_front();
  if (line > block.begin + 1) parse(parent, Blocks{Block{block.flat, block.begin, line - 1}});
  const auto found = python_markdown_lines::hashHeading(text, line);
  heading(parent, block, line, lineEnd(text, line), found.begin, found.end, found.level, false);
  // Marks with blanks behind them close nothing, and a backslash stands before something: without the blanks it would
  // be another heading.
  if (found.end > found.begin && (text[found.end - 1] == '#' || text[found.end - 1] == '\\'))
    elements_[last(parent)].span = place(*block.flat, line, lineEnd(text, line));
  if (nextLine(text, line) < block.end) blocks.push_front({block.flat, nextLine(text, line), block.end});
  return true;
}

bool PythonMarkdownParser::setextHeading(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t second = nextLine(text, block.begin);
  const int level = second < block.end ? underline(text, second) : 0;
  if (level == 0) return false;
  blocks.pop_front();
  const Span words = withoutBlanks(text, {block.begin, lineEnd(text, block.begin)});
  heading(parent, block, words.begin, lineEnd(text, second), words.begin, words.end, level, true);
  // A line of blanks that are no line of their own for this converter is a heading without a text.
  if (words.empty()) elements_[last(parent)].span = place(*block.flat, block.begin, lineEnd(text, second));
  if (nextLine(text, second) < block.end) blocks.push_front({block.flat, nextLine(text, second), block.end});
  return true;
}

bool PythonMarkdownParser::rule(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t line = search(Pattern::rule, block, isRule);
  if (line == none) return false;
  blocks.pop_front();
  const Block before = Block{block.flat, block.begin, line}.trimmed();
  if (!before.empty()) parse(parent, Blocks{before});
  create(Node::Kind::thematicBreak, parent, *block.flat, line, lineEnd(text, line));
  const Block behind = Block{block.flat, lineEnd(text, line), block.end}.trimmed();
  if (!behind.empty()) blocks.push_front(behind);
  return true;
}

bool PythonMarkdownParser::quote(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  if (quotes_ >= deepestQuote) return false;
  const std::size_t first = search(
      Pattern::quote, block, [](std::string_view t, std::size_t at) { return static_cast<bool>(quoteMarker(t, at)); });
  if (first == none) return false;
  blocks.pop_front();
  if (first > block.begin) parse(parent, Blocks{Block{block.flat, block.begin, first - 1}});
  const Id before = last(parent);
  const Id id = is(before, {Node::Kind::quote}) ? before : create(Node::Kind::quote, parent, *block.flat, first, first);
  PlacedText& inner = flats_.emplace_back();
  for (std::size_t line = first; line < block.end; line = nextLine(text, line)) {
    const Marked mark = quoteMarker(text, line);
    inner.append(*block.flat, mark ? mark.content : line, nextLine(text, line));
  }
  cover(id, *block.flat, first, block.end);
  ++quotes_;
  states_.push_back(State::none);
  parseText(id, inner);
  states_.pop_back();
  --quotes_;
  return true;
}

/// A note's text is what stands behind its label, the rest of the block, and the blocks behind it that are indented.
bool PythonMarkdownParser::footnote(Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const auto isNote = [](std::string_view t, std::size_t at) { return static_cast<bool>(footnoteMarker(t, at)); };
  const std::size_t line = search(Pattern::footnote, block, isNote);
  if (line == none) return false;
  blocks.pop_front();
  const Marked mark = footnoteMarker(text, line);
  const std::size_t close = text.find(']', mark.mark);
  PlacedText& inner = flats_.emplace_back();
  const std::size_t next = nextLine(text, line);
  const Block rest{block.flat, next, block.end};
  const std::size_t another = rest.empty() ? none : search(Pattern::footnote, rest, isNote);
  const std::size_t end = another == none ? block.end : another;
  const Id id = createAside(Node::Kind::footnoteDefinition, *block.flat, line, end);
  elements_[id].label = place(*block.flat, mark.mark + 2, close);
  inner.append(*block.flat, std::min(mark.content, next), next);
  const auto take = [&](Block more) {
    const Block lines = outdented(more, 1);
    inner.append(*lines.flat, lines.begin, lines.end);
    cover(id, *more.flat, more.begin, more.end);
  };
  if (next < end) take({block.flat, next, end});
  if (another != none) {
    blocks.push_front({block.flat, another, block.end});
  } else {
    while (!blocks.empty() && isIndented(blocks.front().text(), blocks.front().begin)) {
      const Block more = blocks.front();
      blocks.pop_front();
      for (int i = 0; i < 2; ++i) putLineEnd(inner, place(inner, inner.text.size(), inner.text.size()).begin);
      const std::size_t note = search(Pattern::footnote, more, isNote);
      if (note == none) {
        take(more);
        continue;
      }
      if (note > more.begin) take({more.flat, more.begin, note - 1});
      blocks.push_front({more.flat, note, more.end});
      break;
    }
  }
  noteTexts_.push_back({std::string(text.substr(mark.mark + 2, close - mark.mark - 2)), id, &inner});
  notes_[noteTexts_.back().label] = id;
  putBack(blocks, {block.flat, block.begin, line});
  return true;
}

bool PythonMarkdownParser::abbreviation(Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t line = search(Pattern::abbreviation, block, [](std::string_view t, std::size_t at) {
    return python_markdown_lines::abbreviation(t, at).has_value();
  });
  if (line == none) return false;
  const auto found = python_markdown_lines::abbreviation(text, line);
  blocks.pop_front();
  const Id id = createAside(Node::Kind::abbreviation, *block.flat, line, found->end);
  elements_[id].label = place(*block.flat, found->label.begin, found->label.end);
  putBack(blocks, {block.flat, found->end, block.end});
  putBack(blocks, {block.flat, block.begin, line});
  return true;
}

bool PythonMarkdownParser::reference(Blocks& blocks) {
  const Block block = blocks.front();
  const std::string_view text = block.text();
  const std::size_t line = search(Pattern::reference, block, [](std::string_view t, std::size_t at) {
    return python_markdown_lines::reference(t, at).has_value();
  });
  if (line == none) return false;
  const auto found = python_markdown_lines::reference(text, line);
  blocks.pop_front();
  const Id id = createAside(Node::Kind::definition, *block.flat, line, found->end);
  elements_[id].label = place(*block.flat, found->label.begin, found->label.end);
  elements_[id].destination = place(*block.flat, found->destination.begin, found->destination.end);
  if (!found->title.empty()) elements_[id].title = place(*block.flat, found->title.begin, found->title.end);
  definitions_.insert(
      definitionKey(text.substr(found->label.begin, found->label.size()), Dialect::Grammar::pythonMarkdown));
  putBack(blocks, {block.flat, found->end, block.end});
  putBack(blocks, {block.flat, block.begin, line});
  return true;
}

void PythonMarkdownParser::paragraph(Id parent, Blocks& blocks) {
  const Block block = blocks.front();
  blocks.pop_front();
  if (block.isBlank()) return;
  const std::string_view text = block.text();
  std::size_t begin = block.begin;
  while (text[begin] == ' ' || text[begin] == '\n') ++begin;
  if (states_.back() != State::list) {
    const Id id = create(Node::Kind::paragraph, parent, *block.flat, begin, block.end);
    elements_[id].text = part(*block.flat, begin, block.end);
    return;
  }
  // In a tight item the text is the item's own, or stands behind what is in it.
  cover(parent, *block.flat, begin, block.end);
  const Id before = last(parent);
  PlacedText& to = before == nothing ? elements_[parent].text : elements_[before].tail;
  if (!to.text.empty() || before != nothing) putLineEnd(to, place(*block.flat, begin, begin).begin);
  to.append(*block.flat, to.text.empty() ? begin : block.begin, block.end);
}

}  // namespace galley
