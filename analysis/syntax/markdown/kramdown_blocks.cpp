// Blocks as kramdown finds them, in the order in which it asks; see kramdown.h. Lists are in kramdown_lists.cpp.
#include <algorithm>

#include "analysis/syntax/markdown/kramdown.h"
#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/kramdown_parser.h"
#include "analysis/syntax/markdown/labels.h"
#include "analysis/text/byte_set.h"

namespace galley {

using namespace kramdown_lines;

namespace {

/// True if a line begins with a letter or the like: of all blocks only a paragraph, a table or a setext heading may.
bool beginsPlainly(std::string_view text, std::size_t at) {
  constexpr ByteSet marks("\n\t\v\f\r #$*+-0123456789:<>[^_`{~");
  return !marks.has(text[skipIndent(text, at)]);
}

}  // namespace

Tree readKramdown(const std::string& mask) { return KramdownParser(mask).run(); }

KramdownParser::KramdownParser(const std::string& mask)
    : mask_(mask), whole_(mask), ahead_(mask.size()), copies_(mask.size()) {}

Tree KramdownParser::run() {
  if (mask_.size() >= UINT32_MAX) {
    tree_.truncated = true;
    return std::move(tree_);
  }
  tree_.nodes.reserve(mask_.size() / 16 + 16);
  tree_.texts.reserve(mask_.size() / 16 + 16);
  const std::uint32_t document = open(Node::Kind::document, whole_, 0);
  container(whole_);
  close(document, whole_, whole_.text.size());
  for (const Pending& pending : pending_) inlineText(pending);
  tree_.truncated = tree_.truncated || ahead_.isOverdrawn();
  tree_.nodes[document].span = {0, mask_.size()};
  // A footnote that nothing refers to does not reach the page, nor does what stands in it. Most texts have none, and
  // nothing unproven: their nodes need not be gone through.
  if (!footnotes_.empty())
    for (Node& node : tree_.nodes)
      node.hidden = node.hidden || (node.parent != Node::noParent && tree_.nodes[node.parent].hidden);
  if (anyUnproven_)
    tree_.unproven = static_cast<std::size_t>(
        std::count_if(tree_.nodes.begin(), tree_.nodes.end(), [](const Node& node) { return !node.proven; }));
  return std::move(tree_);
}

std::uint32_t KramdownParser::open(Node::Kind kind, const Flat& flat, std::size_t begin) {
  const auto id = static_cast<std::uint32_t>(tree_.nodes.size());
  const std::size_t at = flat.place(begin);
  const Span place{at, at};
  Node& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.parent = open_.empty() ? Node::noParent : open_.back();
  node.span = node.content = node.destination = node.title = node.label = place;
  node.firstText = node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  open_.push_back(id);
  return id;
}

void KramdownParser::close(std::uint32_t id, const Flat& flat, std::size_t end) {
  Node& node = tree_.nodes[id];
  const std::size_t begin = node.span.begin;
  // Blanks and line ends behind a block are not its own.
  std::size_t last = end;
  while (last > 0 && isSpace(flat.text[last - 1])) --last;
  node.span.end = last > 0 ? std::max(begin, flat.place(last - 1, last).end) : begin;
  node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  open_.pop_back();
}

std::uint32_t KramdownParser::add(Node::Kind kind, const Flat& flat, std::size_t begin, std::size_t end) {
  const std::uint32_t id = open(kind, flat, begin);
  close(id, flat, end);
  tree_.nodes[id].content = tree_.nodes[id].span;
  return id;
}

/// Notes that a block ends at the place at hand.
void KramdownParser::block(Source& source, std::uint32_t id) {
  source.last = Last::other;
  source.lastNode = id;
  if (source.nextAttributes != Node::noParent) {
    const Span name = tree_.nodes[source.nextAttributes].label;
    if (tree_.nodes[id].label.empty() && !name.empty()) tree_.nodes[id].label = name;
    source.nextAttributes = Node::noParent;
  }
}

/// The text of a container goes away when its blocks are read; what of it is text waits in a copy. The byte before it
/// goes with it: some marks ask for that.
void KramdownParser::wait(const Flat& flat, std::size_t begin, std::size_t end, std::uint32_t parent) {
  const bool copied = &flat != &whole_;
  if (copied) {
    if (begin == 0) kept_.appendBlanks(1, flat.place(0));
    kept_.appendCopy(flat, begin == 0 ? 0 : begin - 1, end);
    begin = kept_.text.size() - (end - begin);
    end = kept_.text.size();
  }
  pending_.push_back(
      {copied ? &kept_ : &whole_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), parent});
}

/// Where the text of the next container is put together.
Flat& KramdownParser::innerText() {
  while (inner_.size() <= depth_) inner_.emplace_back();
  inner_[depth_].clear();
  return inner_[depth_];
}

void KramdownParser::container(const Flat& flat) {
  if (depth_ >= deepest || !copies_.spend(flat.text.size())) {
    tree_.truncated = true;
    return;
  }
  ++depth_;
  Source source{flat};
  blocks(source, {});
  --depth_;
}

/// Reads blocks up to the end of the text or behind the end tag of an element; true if that was found.
bool KramdownParser::blocks(Source& source, std::string_view untilEndTag) {
  const std::string_view text = source.text();
  bool ended = false;
  while (source.at < text.size() && !ended) {
    if (isBlankLine(text, source.at)) {
      endParagraph(source);
      source.at = lineEnd(text, source.at) + 1;
      source.last = Last::blank;
      continue;
    }
    if (beginsPlainly(text, source.at)) {
      if (!setextHeading(source) && !table(source)) paragraph(source);
      continue;
    }
    if (indentedCode(source) || fencedCode(source) || quote(source) || atxHeading(source) || thematicBreak(source) ||
        list(source) || definitionList(source) || html(source, untilEndTag, ended) || setextHeading(source) ||
        mathBlock(source) || table(source) || footnoteDefinition(source) || linkDefinition(source) ||
        abbreviation(source) || extension(source))
      continue;
    if (text[source.at] == '^' && isBlankLine(text, source.at + 1)) {  // an end-of-block marker
      endParagraph(source);
      source.at = lineEnd(text, source.at) + 1;
      source.last = Last::nothing;
      continue;
    }
    paragraph(source);
  }
  endParagraph(source);
  return ended;
}

bool KramdownParser::isLazyEnd(std::string_view text, std::size_t at) const {
  if (at >= text.size() || isBlankLine(text, at) || isAttributeLine(text, at)) return true;
  if (text[at] == '^' && isBlankLine(text, at + 1)) return true;
  return endsParagraph(text, skipIndent(text, at));
}

bool KramdownParser::isParagraphEnd(std::string_view text, std::size_t at) const {
  constexpr ByteSet beginsBlock("\n\t\v\f\r #*+-0123456789:<>^`{~");
  if (at < text.size() && !beginsBlock.has(text[skipIndent(text, at)])) return false;
  if (isLazyEnd(text, at)) return true;
  const std::size_t first = skipIndent(text, at);
  return listMarker(text, at, 3, 0) != 0 || isAtxStart(text, at) || listMarker(text, at, 3, ':') != 0 ||
         (first < text.size() && text[first] == '>') || fenceSize(text, first) >= 3;
}

/// A line, and those behind it until one ends the paragraph. It joins a paragraph directly before it.
void KramdownParser::paragraph(Source& source) {
  const std::string_view text = source.text();
  if (source.last != Last::paragraph) source.paragraphBegin = source.at;
  do {
    source.at = lineEnd(text, source.at) + 1;
  } while (!isParagraphEnd(text, source.at));
  source.paragraphEnd = source.at;
  source.last = Last::paragraph;
}

void KramdownParser::endParagraph(Source& source) {
  if (source.paragraphEnd == source.paragraphBegin) return;
  std::size_t begin = source.paragraphBegin;
  std::size_t end = source.paragraphEnd;
  const std::string_view text = source.text();
  while (begin < end && isSpace(text[begin])) ++begin;
  while (end > begin && isSpace(text[end - 1])) --end;
  source.paragraphBegin = source.paragraphEnd = 0;
  const std::uint32_t id = add(Node::Kind::paragraph, source.flat, begin, end);
  // The box of a task is the first thing of an item.
  const Node& parent = tree_.nodes[tree_.nodes[id].parent];
  if (parent.kind == Node::Kind::item && parent.label.empty() && begin < 8 && end - begin > 3 && text[begin] == '[' &&
      text[begin + 2] == ']' && (text[begin + 1] == ' ' || text[begin + 1] == 'x' || text[begin + 1] == 'X') &&
      isSpace(text[begin + 3])) {
    tree_.nodes[tree_.nodes[id].parent].label = source.flat.place(begin, begin + 3);
    begin += 4;
  }
  wait(source.flat, begin, end, id);
  const Last last = source.last;
  block(source, id);
  source.last = last;
}

bool KramdownParser::indentedCode(Source& source) {
  if (!isIndented(source.text(), source.at)) return false;
  endParagraph(source);
  const std::size_t end = codeEnd(source.text(), source.at);
  const std::size_t begin = source.text().find_first_not_of(" \t", source.at);
  block(source, add(Node::Kind::indentedCode, source.flat, begin, end));
  source.at = end;
  return true;
}

/// Behind the indented lines at `at`, the blank lines between them, and the lines that go on lazily.
std::size_t KramdownParser::codeEnd(std::string_view text, std::size_t at) const {
  while (true) {
    std::size_t next = at;
    while (next < text.size() && isBlankLine(text, next)) next = lineEnd(text, next) + 1;
    if (next >= text.size() || !isIndented(text, next)) return at;
    while (next < text.size() && isIndented(text, next) && !isBlankLine(text, next)) next = lineEnd(text, next) + 1;
    while (next < text.size() && !isLazyEnd(text, next)) next = lineEnd(text, next) + 1;
    at = next;
  }
}

bool KramdownParser::fencedCode(Source& source) {
  const std::string_view text = source.text();
  const std::size_t fence = skipIndent(text, source.at);
  const std::size_t size = fenceSize(text, fence);
  if (size < 3) return false;
  const std::size_t firstEnd = lineEnd(text, source.at);
  std::size_t info = fence + size;
  while (info < firstEnd && isSpace(text[info])) ++info;
  std::size_t infoEnd = info;
  while (infoEnd < firstEnd && !isSpace(text[infoEnd])) ++infoEnd;
  if (!isBlankLine(text, infoEnd)) return false;  // more than one word
  for (std::size_t line = firstEnd + 1; line < text.size(); line = lineEnd(text, line) + 1) {
    if (!ahead_.spend(lineEnd(text, line) + 1 - line)) return false;
    const std::size_t first = skipIndent(text, line);
    if (first >= text.size() || text[first] != text[fence]) continue;
    const std::size_t closing = fenceSize(text, first);
    if (closing < size || !isBlankLine(text, first + closing)) continue;
    endParagraph(source);
    const std::uint32_t id = add(Node::Kind::fencedCode, source.flat, fence, first + closing);
    tree_.nodes[id].content = source.flat.place(firstEnd + 1, line);
    tree_.nodes[id].label = source.flat.place(info, infoEnd);
    block(source, id);
    tree_.nodes[id].label = source.flat.place(info, infoEnd);
    source.at = lineEnd(text, line) + 1;
    return true;
  }
  return false;
}

bool KramdownParser::quote(Source& source) {
  const std::string_view text = source.text();
  const std::size_t first = skipIndent(text, source.at);
  if (first >= text.size() || text[first] != '>') return false;
  endParagraph(source);
  const std::uint32_t id = open(Node::Kind::quote, source.flat, first);
  Flat& inner = innerText();
  std::size_t end = source.at;
  do {
    std::size_t begin = skipIndent(text, end);
    if (begin < text.size() && text[begin] == '>') {
      begin += text.substr(begin + 1, 1) == " " ? 2 : 1;
    } else {
      begin = end;
    }
    end = lineEnd(text, end) + 1;
    inner.append(source.flat, begin, end);
  } while (!isLazyEnd(text, end));
  container(inner);
  close(id, source.flat, end);
  Node& node = tree_.nodes[id];
  node.content = {node.span.begin + 1, node.span.end};
  while (!node.content.empty() && (mask_[node.content.begin] == ' ' || mask_[node.content.begin] == '\t'))
    ++node.content.begin;
  block(source, id);
  source.at = end;
  return true;
}

void KramdownParser::heading(Source& source, std::size_t begin, std::size_t end, int level, std::size_t contentBegin,
                             std::size_t contentEnd, bool setext) {
  const std::string_view text = source.text();
  endParagraph(source);
  const std::uint32_t id = add(Node::Kind::heading, source.flat, begin, end);
  tree_.nodes[id].level = static_cast<std::uint8_t>(level);
  tree_.nodes[id].setext = setext;
  const Span name = headingId(text, contentBegin, contentEnd);
  if (!name.empty()) {
    tree_.nodes[id].label = source.flat.place(name.begin, name.end);
    contentEnd = name.begin - 2;
    while (contentEnd > contentBegin && isSpace(text[contentEnd - 1])) --contentEnd;
  }
  if (!setext) contentEnd = withoutClosingMarks(text, contentBegin, contentEnd);
  tree_.nodes[id].content = source.flat.place(contentBegin, contentEnd);
  wait(source.flat, contentBegin, contentEnd, id);
  block(source, id);
}

bool KramdownParser::atxHeading(Source& source) {
  const std::string_view text = source.text();
  if (!isAtxStart(text, source.at)) return false;
  std::size_t marks = source.at;
  while (text[marks] == '#') ++marks;
  std::size_t begin = marks;
  while (text[begin] == ' ' || text[begin] == '\t') ++begin;
  std::size_t end = lineEnd(text, source.at);
  while (end > begin && isSpace(text[end - 1])) --end;
  const Span name = headingId(text, begin, end);
  std::size_t contentEnd = name.empty() ? end : name.begin - 2;
  while (contentEnd > begin && isSpace(text[contentEnd - 1])) --contentEnd;
  if (withoutClosingMarks(text, begin, contentEnd) <= begin) return false;  // without a text it is none
  heading(source, source.at, end, static_cast<int>(marks - source.at), begin, end, false);
  source.at = lineEnd(text, source.at) + 1;
  return true;
}

bool KramdownParser::setextHeading(Source& source) {
  const std::string_view text = source.text();
  if (!source.boundary()) return false;
  const std::size_t begin = skipIndent(text, source.at);
  std::size_t end = lineEnd(text, source.at);
  const std::size_t line = end + 1;
  if (begin >= end || text[begin] == ' ' || text[begin] == '\t' || line >= text.size()) return false;
  if (text[line] != '-' && text[line] != '=') return false;
  std::size_t marks = line;
  while (text[marks] == '-' || text[marks] == '=') ++marks;
  if (!isBlankLine(text, marks)) return false;
  while (end > begin && isSpace(text[end - 1])) --end;
  heading(source, begin, marks, text[line] == '-' ? 2 : 1, begin, end, true);
  source.at = lineEnd(text, line) + 1;
  return true;
}

bool KramdownParser::thematicBreak(Source& source) {
  if (!isThematicBreak(source.text(), source.at)) return false;
  endParagraph(source);
  const std::size_t end = lineEnd(source.text(), source.at);
  block(source, add(Node::Kind::thematicBreak, source.flat, skipIndent(source.text(), source.at), end));
  source.at = end + 1;
  return true;
}

bool KramdownParser::mathBlock(Source& source) {
  const std::string_view text = source.text();
  if (!source.boundary()) return false;
  const std::size_t begin = skipIndent(text, source.at);
  if (text.compare(begin, 2, "$$") != 0) return false;
  const std::size_t close = ahead_.find(text, "$$", begin + 2);
  if (close == none) return false;
  std::size_t behind = close + 2;
  if (isBlankLine(text, behind)) {
    behind = lineEnd(text, behind) + 1;
    if (behind < text.size() && !isBlankLine(text, behind) && !isAttributeLine(text, behind) &&
        !(text[behind] == '^' && isBlankLine(text, behind + 1)))
      return false;  // text goes on: it is math in a paragraph
  } else {
    return false;
  }
  endParagraph(source);
  const std::uint32_t id = add(Node::Kind::displayMath, source.flat, begin, close + 2);
  tree_.nodes[id].content = source.flat.place(begin + 2, close);
  block(source, id);
  source.at = behind;
  return true;
}

bool KramdownParser::footnoteDefinition(Source& source) {
  const std::string_view text = source.text();
  const std::size_t begin = skipIndent(text, source.at);
  if (text.compare(begin, 2, "[^") != 0) return false;
  std::size_t name = begin + 2;
  while (isIdChar(text[name])) ++name;
  if (name == begin + 2 || text[begin + 2] == '-' || text.compare(name, 2, "]:") != 0) return false;
  endParagraph(source);
  const std::size_t firstLine = lineEnd(text, source.at) + 1;
  const std::size_t end = codeEnd(text, firstLine);
  const std::uint32_t id = open(Node::Kind::footnoteDefinition, source.flat, begin);
  tree_.nodes[id].label = source.flat.place(begin + 2, name);
  tree_.nodes[id].hidden = true;
  Flat& inner = innerText();
  std::size_t content = name + 2;
  while (content < firstLine && text[content] != '\n' && isSpace(text[content])) ++content;
  inner.append(source.flat, content, firstLine);
  for (std::size_t line = firstLine; line < end; line = lineEnd(text, line) + 1)
    inner.append(source.flat, isIndented(text, line) ? behindIndent(text, line) : line, lineEnd(text, line) + 1);
  container(inner);
  close(id, source.flat, end);
  footnotes_[std::string(text.substr(begin + 2, name - begin - 2))] = id;
  const Span label = tree_.nodes[id].label;
  block(source, id);
  tree_.nodes[id].label = label;
  source.at = end;
  return true;
}

bool KramdownParser::linkDefinition(Source& source) {
  const auto parts = parseKramdownDefinition(source.text(), source.at);
  if (!parts) return false;
  endParagraph(source);
  const Flat& flat = source.flat;
  const std::uint32_t id = add(Node::Kind::definition, flat, skipIndent(source.text(), source.at), parts->end);
  Node& node = tree_.nodes[id];
  node.label = flat.place(parts->label.begin, parts->label.end);
  node.destination = flat.place(parts->destination.begin, parts->destination.end);
  node.title = flat.place(parts->title.begin, parts->title.end);
  definitions_.insert(
      definitionKey(source.text().substr(parts->label.begin, parts->label.size()), Dialect::Grammar::kramdown));
  const Span label = node.label;
  block(source, id);
  tree_.nodes[id].label = label;
  source.at = lineEnd(source.text(), parts->end) + 1;
  return true;
}

bool KramdownParser::abbreviation(Source& source) {
  const std::string_view text = source.text();
  const std::size_t begin = skipIndent(text, source.at);
  if (text.compare(begin, 2, "*[") != 0) return false;
  const std::size_t end = lineEnd(text, begin);
  const std::size_t colon = text.substr(0, end).find("]:", begin + 3);
  if (colon == none) return false;
  endParagraph(source);
  const std::uint32_t id = add(Node::Kind::abbreviation, source.flat, begin, end);
  block(source, id);
  tree_.nodes[id].label = source.flat.place(begin + 2, colon);
  source.at = end + 1;
  return true;
}

/// `{: …}` lines, `{:name: …}`, and `{::comment}` … `{:/comment}`.
bool KramdownParser::extension(Source& source) {
  const std::string_view text = source.text();
  const std::size_t begin = skipIndent(text, source.at);
  if (text.compare(begin, 2, "{:") != 0) return false;
  const std::size_t close = attributeEnd(text, begin + 2);
  if (close == none || !isBlankLine(text, close + 1)) return false;
  const std::size_t behind = lineEnd(text, close) + 1;
  const auto take = [&](Node::Kind kind, std::size_t end) {
    endParagraph(source);
    source.at = end;
    return add(kind, source.flat, begin, end);
  };
  if (text[begin + 2] == '/') {
    if (!isExtensionEnd(text, begin)) return false;
    take(Node::Kind::comment, behind);
    source.last = Last::other;
    return true;
  }
  if (text[begin + 2] == ':') {
    const ExtensionStart start = extensionStart(text, begin);
    if (start.end == 0) return false;
    if (start.closed) {
      take(Node::Kind::comment, behind);
      source.last = Last::other;
      return true;
    }
    if (ahead_.isSpent()) return false;
    const std::size_t stop = extensionStop(text, behind, start.name);
    ahead_.spend(std::min(stop, text.size()) - std::min(behind, text.size()));
    if (stop == none) return false;
    const std::uint32_t id = take(Node::Kind::comment, lineEnd(text, stop) + 1);
    if (start.name == "nomarkdown") {
      tree_.nodes[id].kind = Node::Kind::html;
      open_.push_back(id);
      for (std::size_t at = text.find('<', behind); at < stop; at = text.find('<', at)) {
        const auto tag = kramdownStartTag(text, at);
        if (tag && tag->end <= stop) add(Node::Kind::inlineHtml, source.flat, at, tag->end);
        at = tag ? tag->end : at + 1;
      }
      open_.pop_back();
    }
    source.last = Last::other;
    return true;
  }
  const std::uint32_t before = source.lastNode;
  const bool isAbout = source.last == Last::other || source.last == Last::paragraph;
  const std::uint32_t id = take(Node::Kind::attributeList, behind);
  const std::uint32_t about = source.lastNode != before ? source.lastNode : before;
  readAttributes(source.flat, begin + 2, close, id);
  if (isAttributeDefinition(text, begin)) {
    source.last = Last::other;  // a definition of attributes
  } else if (isAbout && about != Node::noParent) {
    // Of a heading; what a label is to other blocks has nothing to do with ids.
    if (!tree_.nodes[id].label.empty() && tree_.nodes[about].kind == Node::Kind::heading)
      tree_.nodes[about].label = tree_.nodes[id].label;
    source.last = Last::other;
  } else {
    source.nextAttributes = id;
  }
  return true;
}

/// The last `#id` (or id="…") of an attribute list becomes the label of a node.
void KramdownParser::readAttributes(const Flat& flat, std::size_t begin, std::size_t end, std::uint32_t target) {
  const Span id = attributeId(flat.text, begin, end);
  if (!id.empty()) tree_.nodes[target].label = flat.place(id.begin, id.end);
}

}  // namespace galley
