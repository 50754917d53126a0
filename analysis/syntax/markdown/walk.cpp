// See the header. Blocks are here; what stands in a line of text is in walk_inline.cpp.
#include "analysis/syntax/markdown/walk.h"

#include <algorithm>

#include "analysis/syntax/markdown/reference.h"
#include "analysis/syntax/markdown/walker.h"

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }

Node::Kind kindOf(const Event& event) {
  switch (event.block()) {
    case Block::document:
      return Node::Kind::document;
    case Block::quote:
      return Node::Kind::quote;
    case Block::bulletList:
      return Node::Kind::bulletList;
    case Block::orderedList:
      return Node::Kind::orderedList;
    case Block::item:
      return Node::Kind::item;
    case Block::thematicBreak:
      return Node::Kind::thematicBreak;
    case Block::heading:
      return Node::Kind::heading;
    case Block::code:
      return event.mark ? Node::Kind::fencedCode : Node::Kind::indentedCode;
    case Block::html:
      return Node::Kind::html;
    case Block::paragraph:
      return Node::Kind::paragraph;
    case Block::table:
      return Node::Kind::table;
    case Block::tableHead:
      return Node::Kind::tableHead;
    case Block::tableBody:
      return Node::Kind::tableBody;
    case Block::row:
      return Node::Kind::row;
    case Block::headCell:
    case Block::cell:
      return Node::Kind::cell;
  }
  return Node::Kind::none;
}

/// The size of the list marker at `at`, or 0.
std::size_t listMarker(std::string_view text, std::size_t at) {
  if (at >= text.size()) return 0;
  if (text[at] == '-' || text[at] == '+' || text[at] == '*') return 1;
  std::size_t end = at;
  while (end < text.size() && isDigit(text[end]) && end - at < 9) ++end;
  return end > at && end < text.size() && (text[end] == '.' || text[end] == ')') ? end - at + 1 : 0;
}

}  // namespace

Tree walk(const std::string& mask, const Events& events, const Dialect& dialect) {
  Tree tree = Walker(mask, events, dialect).run();
  tree.truncated = events.truncated;
  return tree;
}

Walker::Walker(const std::string& mask, const Events& events, const Dialect& dialect)
    : text_(mask),
      events_(events.list),
      codeIndent_(dialect.indented == Dialect::Indented::blocks ? SIZE_MAX : 4),
      cursor_(text_, events.lines, codeIndent_) {
  tree_.nodes.reserve(events_.size() / 2 + 16);  // most have an event that opens and one that closes
  tree_.texts.reserve(events_.size() / 3 + 16);
}

/// Where the first text from the event at hand on begins; the size of the text where none follows.
std::size_t Walker::nextText() {
  nextText_ = std::max(nextText_, index_);
  while (nextText_ < events_.size() &&
         (events_[nextText_].kind != Event::Kind::text || events_[nextText_].begin == Event::nowhere))
    ++nextText_;
  return nextText_ < events_.size() ? events_[nextText_].begin : text_.size();
}

Tree Walker::run() {
  for (index_ = 0; index_ < events_.size(); ++index_) {
    const Event& event = events_[index_];
    switch (event.kind) {
      case Event::Kind::enterBlock:
        enterBlock(event);
        break;
      case Event::Kind::leaveBlock:
        leaveBlock(event);
        break;
      case Event::Kind::enterInline:
        beginTightParagraph();
        enterInline(event);
        break;
      case Event::Kind::leaveInline:
        leaveInline(event);
        break;
      case Event::Kind::text:
        if (verbatim_) {
          verbatimText(event);
        } else {
          beginTightParagraph();
          inlineText(event);
        }
        break;
    }
  }
  while (!open_.empty()) close(open_.back());  // events that stopped short
  // What stands in a construct that is not there stands in the one around it.
  for (Node& node : tree_.nodes)
    if (node.parent != Node::noParent && tree_.nodes[node.parent].kind == Node::Kind::none)
      node.parent = tree_.nodes[node.parent].parent;
  return std::move(tree_);
}

std::uint32_t Walker::open(Node::Kind kind, std::size_t begin) {
  const auto id = static_cast<std::uint32_t>(tree_.nodes.size());
  Node& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.parent = open_.empty() ? Node::noParent : open_.back();
  node.firstEvent = static_cast<std::uint32_t>(index_);
  node.firstText = static_cast<std::uint32_t>(tree_.texts.size());
  node.span = node.content = {begin, begin};
  node.destination = node.title = node.label = {begin, begin};
  open_.push_back(id);
  return id;
}

void Walker::close(std::uint32_t id) {
  Node& node = tree_.nodes[id];
  node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  if (node.span.end < node.span.begin) node.span.end = node.span.begin;
  if (node.content.end < node.content.begin) node.content.end = node.content.begin;
  open_.pop_back();
}

/// An inline construct that md4c opened and never closed: it is not there.
void Walker::drop(std::uint32_t id) {
  if (tree_.nodes[id].kind == Node::Kind::image) --images_;
  tree_.nodes[id].kind = Node::Kind::none;
  close(id);
}

void Walker::fail(Node& node) {
  node.proven = false;
  ++tree_.unproven;
}

/// Brings the cursor to the next line of this container that begins something; definitions on the way become nodes.
bool Walker::seek() {
  std::size_t behind = 0;  // the line behind a definition: it may be indented as it likes
  while (true) {
    if (cursor_.atEnd() && !cursor_.toNextInside()) return false;
    if ((cursor_.indent >= codeIndent_ && cursor_.line() != behind) || text_[cursor_.at] != '[') return true;
    const auto parts = parseDefinition(text_, cursor_.at, cursor_.quotes());
    if (!parts || parts->end > nextText()) return true;
    Node& node = tree_.nodes[open(Node::Kind::definition, cursor_.at)];
    node.span.end = parts->end;
    node.label = parts->label;
    node.destination = parts->destination;
    node.title = parts->title;
    close(open_.back());
    end_ = parts->end;
    cursor_.at = parts->end;
    cursor_.catchUp();
    behind = cursor_.line() + 1;
  }
}

/// The same for a paragraph. One that begins with definitions may go on, behind them, on a line without the prefixes of
/// its containers.
bool Walker::seekParagraph() {
  while (!seek()) {
    const Node& last = tree_.nodes.back();
    if (last.kind != Node::Kind::definition || last.span.end != cursor_.at || !cursor_.hasNext()) return false;
    cursor_.toLine(cursor_.line() + 1);
    pastBreak_ = true;
    skipBreak();
    cursor_.indent = 0;
  }
  return true;
}

/// True for a paragraph behind the box of a task that stands alone on its line: md4c begins it there.
bool Walker::beginsWithNothing(std::size_t index) const {
  const Node& item = tree_.nodes[open_.back()];
  if (item.kind != Node::Kind::item || item.label.empty() || end_ != item.label.end || index >= events_.size())
    return false;
  const Event& event = events_[index];
  return event.is(Event::Kind::leaveBlock, Block::paragraph) ||
         (event.kind == Event::Kind::text && event.text() == TextKind::softBreak);
}

/// The same, where something must begin. Where the text does not have it, the next text tells the line to go on at.
void Walker::expectBlock(Node& node) {
  if (seek()) return;
  fail(node);
  if (nextText() >= cursor_.at && nextText() < text_.size()) {
    cursor_.at = nextText();
    cursor_.catchUp();
    cursor_.indent = 0;
  }
}

void Walker::enterBlock(const Event& event) {
  endTightParagraph();
  const Node::Kind kind = kindOf(event);
  if (event.block() == Block::document) {
    open(kind, 0);
    return;
  }
  if (event.block() == Block::headCell || event.block() == Block::cell) {
    enterCell();
    return;
  }
  if (event.block() == Block::paragraph && beginsWithNothing(index_ + 1)) {
    open(kind, end_);
    return;
  }
  // A definition has no events of its own: it must become a node before the block behind it is opened.
  const bool found = event.block() == Block::paragraph ? seekParagraph() : seek();
  const std::uint32_t id = open(kind, cursor_.at);
  if (!found) {
    expectBlock(tree_.nodes[id]);
  }
  Node& node = tree_.nodes[id];
  node.span = node.content = {cursor_.at, cursor_.at};
  node.destination = node.title = node.label = node.span;
  end_ = std::max(end_, cursor_.at);
  switch (event.block()) {
    case Block::quote:
      if (cursor_.indent >= codeIndent_ || !at('>')) fail(node);
      cursor_.enterQuote();
      end_ = std::min(node.span.begin + 1, text_.size());
      node.content = {end_, end_};
      break;
    case Block::item:
      enterItem(node, event);
      break;
    case Block::thematicBreak:
      takeLine(node, at('-') || at('*') || at('_'));
      node.content.end = end_;
      break;
    case Block::heading:
      enterHeading(node, event);
      break;
    case Block::code:
      if (event.mark) enterFence(node, event);
      verbatim_ = true;
      verbatimLine_ = event.mark ? cursor_.line() + 1 : cursor_.line();
      break;
    case Block::html:
      verbatim_ = true;
      verbatimLine_ = cursor_.line();
      break;
    case Block::row:
      rowBegins_ = true;
      break;
    default:
      break;
  }
}

void Walker::enterItem(Node& node, const Event& event) {
  const std::size_t size = listMarker(text_, cursor_.at);
  if (size == 0 || cursor_.indent >= codeIndent_) fail(node);
  node.level = static_cast<std::uint8_t>(std::min<std::size_t>(cursor_.indent, UINT8_MAX));
  end_ = node.span.begin + size;
  cursor_.enterItem(size);
  node.content = {end_, end_};
  if (event.begin == Event::nowhere) return;
  if (cursor_.at + 1 != event.begin) fail(node);
  node.label = {event.begin - 1, event.begin + 2};
  cursor_.at = end_ = event.begin + 2;
  cursor_.catchUp();
  cursor_.readIndent();
  cursor_.indent = 0;
}

void Walker::enterHeading(Node& node, const Event& event) {
  node.level = event.level;
  std::size_t behind = cursor_.at;
  while (behind < text_.size() && text_[behind] == '#') ++behind;
  const bool blankBehind = behind >= cursor_.end() || isBlank(text_[behind]);
  if (behind - cursor_.at == event.level && blankBehind) {
    cursor_.at = behind;
    std::size_t content = behind;
    while (content < cursor_.end() && isBlank(text_[content])) ++content;
    node.content = {content, content};
  } else {
    node.setext = true;
    if (event.level > 2) fail(node);
  }
  pastBreak_ = !node.setext;  // blanks stand before the text
}

void Walker::enterFence(Node& node, const Event& event) {
  fence_ = {event.mark, 0};
  while (at(event.mark)) ++cursor_.at, ++fence_.size;
  if (fence_.size < 3) fail(node);
  Span info{cursor_.at, cursor_.end()};
  while (!info.empty() && isBlank(text_[info.begin])) ++info.begin;
  while (!info.empty() && isBlank(text_[info.end - 1])) --info.end;
  if (info.empty()) info = {cursor_.at, cursor_.at};
  node.label = info;
  cursor_.at = cursor_.end();
  end_ = info.empty() ? node.span.begin + fence_.size : info.end;
  node.content = cursor_.hasNext() ? Span{cursor_.startOf(cursor_.line() + 1), cursor_.startOf(cursor_.line() + 1)}
                                   : Span{text_.size(), text_.size()};
}

/// One text of a block whose lines are taken as they are, with its line end or without, or a line end alone.
void Walker::verbatimText(const Event& event) {
  Node& node = tree_.nodes[open_.back()];
  if (event.begin != Event::nowhere) {
    cursor_.at = std::max<std::size_t>(cursor_.at, event.begin);
    cursor_.catchUp();
    if (cursor_.line() != verbatimLine_) {
      fail(node);
      verbatimLine_ = cursor_.line();
    }
    cursor_.at = event.begin + event.length;
    verbatimEnd_ = std::max<std::size_t>(verbatimEnd_, cursor_.at);
  }
  if (event.mark == '\n') {
    while (cursor_.line() < verbatimLine_ && cursor_.hasNext()) cursor_.toLine(cursor_.line() + 1);
    cursor_.at = cursor_.end();
    ++verbatimLine_;
  }
}

void Walker::leaveVerbatim(Node& node) {
  verbatim_ = false;
  cursor_.at = cursor_.end();
  if (node.kind == Node::Kind::fencedCode) {
    node.content.end = std::max<std::size_t>(node.content.begin, cursor_.at);
    const std::size_t before = cursor_.line();
    if (cursor_.toFollowingInside() && cursor_.indent < codeIndent_) {
      std::size_t behind = cursor_.at;
      while (behind < text_.size() && text_[behind] == fence_.mark) ++behind;
      std::size_t rest = behind;
      while (rest < cursor_.end() && isBlank(text_[rest])) ++rest;
      if (behind - cursor_.at >= fence_.size && rest == cursor_.end()) {
        node.content.end = std::max<std::size_t>(node.content.begin, cursor_.startOf(cursor_.line()));
        end_ = behind;
        cursor_.at = cursor_.end();
        node.span.end = end_;
        return;
      }
    }
    cursor_.toLine(before);
    cursor_.at = cursor_.end();
  }
  if (verbatimEnd_ > node.span.begin) end_ = std::max(end_, verbatimEnd_);
  if (!node.content.empty()) end_ = std::max<std::size_t>(end_, node.content.end);  // never closed
  node.span.end = end_;
  if (node.kind != Node::Kind::fencedCode) node.content = node.span;
  node.content.begin = std::min(node.content.begin, node.span.end);  // no line follows the opening fence
  node.content.end = std::min(node.content.end, node.span.end);
}

/// A construct that is the rest of its line.
void Walker::takeLine(Node& node, bool expected) {
  if (!expected) fail(node);
  std::size_t end = cursor_.end();
  while (end > cursor_.at && isBlank(text_[end - 1])) --end;
  end_ = end;
  cursor_.at = cursor_.end();
}

void Walker::leaveHeading(Node& node) {
  if (!node.setext) {
    cursor_.catchUp();
    std::size_t rest = cursor_.at;
    while (rest < cursor_.end() && (isBlank(text_[rest]) || text_[rest] == '#')) ++rest;
    if (rest != cursor_.end()) fail(node);
    Span content{node.content.begin, cursor_.end()};
    const auto trim = [&] {
      while (!content.empty() && isBlank(text_[content.end - 1])) --content.end;
    };
    trim();
    end_ = std::max(content.end, node.span.begin + node.level);
    std::size_t closing = content.end;
    while (closing > content.begin && text_[closing - 1] == '#') --closing;
    if (closing == content.begin || isBlank(text_[closing - 1])) content.end = closing;
    trim();
    node.content = content;
    cursor_.at = cursor_.end();
    return;
  }
  node.content.end = end_;
  cursor_.catchUp();
  if (cursor_.toFollowingInside() && cursor_.indent < codeIndent_ && (at('=') || at('-'))) {
    takeLine(node, (node.level == 1) == at('='));
  } else {
    fail(node);
  }
}

void Walker::enterCell() {
  if (rowBegins_ && at('|')) ++cursor_.at;
  rowBegins_ = false;
  // Of two pipes with nothing between them md4c makes no cell.
  const bool empty = index_ + 1 < events_.size() && events_[index_ + 1].kind == Event::Kind::leaveBlock;
  while (cursor_.at < cursor_.end() && (isBlank(text_[cursor_.at]) || (!empty && at('|')))) ++cursor_.at;
  open(Node::Kind::cell, cursor_.at);
  end_ = cursor_.at;
}

void Walker::leaveCell(Node& node) {
  node.content.end = end_;
  while (cursor_.at < cursor_.end() && isBlank(text_[cursor_.at])) ++cursor_.at;
  if (at('|')) {
    ++cursor_.at;
  } else if (!cursor_.atEnd()) {
    fail(node);
  }
}

void Walker::leaveBlock(const Event& event) {
  endTightParagraph();
  // Inline constructs that md4c opened and forgot, then the block itself.
  std::size_t depth = open_.size();
  while (depth > 0 && tree_.nodes[open_[depth - 1]].kind != kindOf(event) &&
         !(event.block() == Block::code && tree_.nodes[open_[depth - 1]].kind == Node::Kind::fencedCode))
    --depth;
  if (depth == 0) return;
  while (open_.size() > depth) drop(open_.back());
  const std::uint32_t id = open_.back();
  switch (event.block()) {
    case Block::document:
      seek();
      tree_.nodes[id].span.end = text_.size();
      close(id);
      return;
    case Block::quote:
    case Block::item:
      leaveContainer();
      fillContent(tree_.nodes[id]);
      break;
    case Block::heading:
      leaveHeading(tree_.nodes[id]);
      break;
    case Block::code:
    case Block::html:
      leaveVerbatim(tree_.nodes[id]);
      break;
    case Block::paragraph:
      tree_.nodes[id].content.end = end_;
      toLineEnd(tree_.nodes[id]);
      break;
    case Block::headCell:
    case Block::cell:
      leaveCell(tree_.nodes[id]);
      break;
    case Block::row:
      takeLine(tree_.nodes[id], true);
      break;
    case Block::tableHead: {
      tree_.nodes[id].span.end = end_;
      close(id);
      const std::uint32_t delimiter = open(Node::Kind::delimiterRow, cursor_.at);
      if (!cursor_.toNextInside()) fail(tree_.nodes[delimiter]);
      tree_.nodes[delimiter].span.begin = cursor_.at;
      takeLine(tree_.nodes[delimiter], at('|') || at('-') || at(':'));
      tree_.nodes[delimiter].span.end = end_;
      tree_.nodes[delimiter].content = tree_.nodes[delimiter].span;
      close(delimiter);
      return;
    }
    default:
      break;
  }
  tree_.nodes[id].span.end = end_;
  close(id);
}

/// The content of a quote or item begins behind its mark and the blanks there.
void Walker::fillContent(Node& node) const {
  node.content.end = std::max<std::size_t>(node.content.begin, end_);
  while (!node.content.empty() && isBlank(text_[node.content.begin])) ++node.content.begin;
}

/// Definitions may stand behind the last block of a container.
void Walker::leaveContainer() {
  const std::size_t line = cursor_.line();
  const std::size_t place = cursor_.at;
  if (seek() && !cursor_.atEnd()) {  // something is left that md4c gave no event: stay
    cursor_.toLine(line);
    cursor_.at = std::max({place, cursor_.startOf(line), end_});  // behind the definitions
    cursor_.catchUp();
  }
  cursor_.leaveContainer();
}

/// Behind a text nothing but blanks is left of its line.
void Walker::toLineEnd(Node& node) {
  cursor_.catchUp();
  std::size_t rest = cursor_.at;
  while (rest < cursor_.end() && isBlank(text_[rest])) ++rest;
  if (rest != cursor_.end()) fail(node);
  cursor_.at = cursor_.end();
}

}  // namespace galley
