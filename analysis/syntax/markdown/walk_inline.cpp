// The half of the walk that stands in text: emphasis, links, images, code spans, raw HTML, line breaks. See walk.h.
#include <algorithm>

#include "analysis/syntax/markdown/reference.h"
#include "analysis/syntax/markdown/walker.h"
#include "analysis/text/byte_set.h"

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

Node::Kind kindOf(Inline type) {
  switch (type) {
    case Inline::emphasis:
      return Node::Kind::emphasis;
    case Inline::strong:
      return Node::Kind::strong;
    case Inline::link:
      return Node::Kind::link;
    case Inline::image:
      return Node::Kind::image;
    case Inline::code:
      return Node::Kind::codeSpan;
    case Inline::strikethrough:
      return Node::Kind::strikethrough;
    case Inline::math:
    case Inline::displayMath:
      return Node::Kind::inlineMath;
  }
  return Node::Kind::none;
}

std::size_t runOf(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == text[at]) ++end;
  return end - at;
}

/// True if a mark stands from `at` on that may begin or end emphasis: of underscores those that are not in a word.
bool holdsMark(std::string_view text, std::size_t at) {
  constexpr ByteSet marks("*_~");
  const auto isWord = [](char c) { return isLetter(c) || (c >= '0' && c <= '9'); };
  for (at = marks.find(text, at, text.size()); at < text.size(); at = marks.find(text, at + 1, text.size()))
    if (text[at] != '_' || at + 1 == text.size() || !isWord(text[at - 1]) || !isWord(text[at + 1])) return true;
  return false;
}

}  // namespace

void Walker::beginTightParagraph() {
  if (top().kind != Node::Kind::item) return;
  const bool nothing = beginsWithNothing(index_);
  if (!nothing) seekParagraph();
  open(Node::Kind::paragraph, nothing ? end_ : cursor_.at);
  tight_ = true;
  pastBreak_ = false;
}

void Walker::endTightParagraph() {
  html_ = noNode;
  if (!tight_) return;
  tight_ = false;
  while (top().isInline()) drop(open_.back());
  toLineEnd(top());
  top().span.end = top().content.end = std::max<std::size_t>(end_, top().span.begin);
  close(open_.back());
}

/// True if md4c gives no text for what stands between two texts: blanks, a line end with the prefixes behind it, the
/// backslash of an escape or of a hard break.
bool Walker::isGap(std::size_t from, std::size_t to, bool pastBreak) const {
  for (std::size_t i = from; i < to; ++i) {
    const char c = text_[i];
    if (isLineEnd(c)) {
      pastBreak = true;
    } else if (c == '\\') {
      if (i + 1 != to && !isLineEnd(text_[i + 1])) return false;
    } else if (!isBlank(c) && c != '\f' && c != '\v' && !(c == '>' && pastBreak)) {
      return false;
    }
  }
  return true;
}

void Walker::moveTo(std::size_t begin) {
  if (begin < cursor_.at || !isGap(cursor_.at, begin, pastBreak_)) fail(top());
  pastBreak_ = false;
  cursor_.at = std::max(cursor_.at, begin);
}

void Walker::breakLine() {
  cursor_.catchUp();
  if (!isGap(cursor_.at, cursor_.end(), pastBreak_) || !cursor_.hasNext()) fail(top());
  cursor_.at = cursor_.hasNext() ? cursor_.startOf(cursor_.line() + 1) : cursor_.end();
  cursor_.catchUp();
  pastBreak_ = true;
}

/// A mark comes next: no text tells where the line's content begins, so what stands before it are prefixes.
void Walker::skipBreak() {
  if (!pastBreak_) return;
  pastBreak_ = false;
  std::size_t quotes = cursor_.quotes();
  while (cursor_.at < text_.size()) {
    if (at('>') && quotes > 0) {
      --quotes;
    } else if (!isBlank(text_[cursor_.at])) {
      break;
    }
    ++cursor_.at;
  }
}

void Walker::addText(TextPiece::Kind kind, Span span, std::string_view shown) {
  tree_.texts.push_back({kind, images_ > 0, span, FewBytes(shown)});
}

/// The size of the mark of emphasis or strikethrough at hand, or 0.
std::size_t Walker::markSize(Node::Kind kind) const {
  const std::size_t run = at('*') || at('_') || at('~') ? runOf(text_, cursor_.at) : 0;
  if (kind == Node::Kind::strikethrough) return at('~') ? std::min<std::size_t>(run, 2) : 0;
  const std::size_t size = kind == Node::Kind::strong ? 2 : 1;
  const bool isEmphasis = kind == Node::Kind::strong || kind == Node::Kind::emphasis;
  return isEmphasis && !at('~') && run >= size ? size : 0;
}

void Walker::enterInline(const Event& event) {
  html_ = noNode;
  skipBreak();
  const Node::Kind kind = kindOf(event.inlined());
  const std::size_t begin = cursor_.at;
  std::size_t size = 0;
  bool met = begin < text_.size();
  switch (kind) {
    case Node::Kind::emphasis:
    case Node::Kind::strong:
    case Node::Kind::strikethrough:
      size = markSize(kind);
      met = size > 0;
      break;
    case Node::Kind::codeSpan:
      size = at('`') ? runOf(text_, begin) : 0;
      met = size > 0;
      break;
    case Node::Kind::inlineMath:
      size = event.inlined() == Inline::displayMath ? 2 : 1;
      met = at('$') && runOf(text_, begin) >= size;
      break;
    case Node::Kind::image:
      size = 2;
      met = text_.substr(begin, 2) == "![";
      break;
    default:
      size = at('[') || at('<') ? 1 : 0;
      break;
  }
  Node& node = tree_.nodes[open(kind, begin)];
  if (kind == Node::Kind::image) ++images_;
  if (!met) {
    fail(node);
    return;
  }
  cursor_.at += size;
  node.content = {cursor_.at, cursor_.at};
  end_ = cursor_.at;
}

void Walker::leaveInline(const Event& event) {
  html_ = noNode;
  const Node::Kind kind = kindOf(event.inlined());
  std::size_t depth = open_.size();
  while (depth > 0 && tree_.nodes[open_[depth - 1]].isInline() && tree_.nodes[open_[depth - 1]].kind != kind) --depth;
  if (depth == 0 || tree_.nodes[open_[depth - 1]].kind != kind) {
    skipBreak();
    if (const std::size_t size = markSize(kind); size > 0) {  // its partner is in the target of a link: it is text
      addText(TextPiece::Kind::plain, {cursor_.at, cursor_.at + size});
      end_ = cursor_.at += size;
    }
    return;
  }
  while (open_.size() > depth) drop(open_.back());
  Node& node = top();
  skipBreak();
  node.content.end = std::max<std::size_t>(node.content.begin, cursor_.at);
  switch (kind) {
    case Node::Kind::link:
    case Node::Kind::image:
      leaveLink(node);
      break;
    case Node::Kind::codeSpan:
      leaveCodeSpan(node);
      break;
    default: {
      const std::size_t size = node.content.begin - node.span.begin;
      if (text_.substr(cursor_.at, size) != text_.substr(node.span.begin, size)) {
        fail(node);
      } else {
        cursor_.at += size;
        // md4c pairs marks in the target of a link with those around it; what it makes of these holds in this place
        // alone.
        if (kind != Node::Kind::inlineMath && marked_ > node.span.begin) fail(node);
        // So does what it makes of more than two `~~`: the third ends what the first begins.
        const std::string_view inside = text_.substr(node.content.begin, node.content.end - node.content.begin);
        if (kind == Node::Kind::strikethrough && inside.find('~') != std::string_view::npos) fail(node);
      }
    }
  }
  node.span.end = end_ = std::max(end_, cursor_.at);
  if (kind == Node::Kind::image) --images_;
  close(open_.back());
}

void Walker::leaveCodeSpan(Node& node) {
  const std::size_t size = node.content.begin - node.span.begin;
  std::size_t close = cursor_.at;
  while (close < text_.size() && text_[close] != '`') ++close;
  if (!isGap(cursor_.at, close, false) || close == text_.size() || runOf(text_, close) != size) {
    fail(node);
    return;
  }
  node.content.end = close;
  ticks_ = {close, close + size};
  cursor_.at = close + size;
}

void Walker::leaveLink(Node& node) {
  const Event& event = events_[node.firstEvent];
  const std::size_t limit = nextText();
  const char first = node.span.begin < text_.size() ? text_[node.span.begin] : '\0';
  if (node.kind == Node::Kind::link && first == '<') {
    node.reference = Node::Reference::autolink;
    node.destination = node.content;
    if (at('>')) {
      ++cursor_.at;
    } else {
      fail(node);
    }
    // Of an address with a scheme md4c takes any first character. Where that is no letter it is text, with its marks.
    const std::string_view address = text_.substr(node.content.begin, node.content.size());
    if (!address.empty() && !isLetter(address[0]) && address.find(':') != std::string_view::npos) {
      node.kind = Node::Kind::none;
      tree_.texts.insert(tree_.texts.begin() + node.firstText,
                         {TextPiece::Kind::plain, images_ > 0, {node.span.begin, node.content.begin}});
      addText(TextPiece::Kind::plain, {node.content.end, cursor_.at});
    }
    return;
  }
  if (node.kind == Node::Kind::link && first != '[') {
    node.reference = Node::Reference::bareUrl;
    node.destination = node.content;
    if (event.begin != Event::nowhere && event.begin != node.span.begin) fail(node);
    if (holdsMark(text_.substr(0, node.content.end), node.content.begin)) marked_ = node.span.begin + 1;
    return;
  }
  if (!at(']')) {
    fail(node);
    return;
  }
  const std::size_t behind = ++cursor_.at;
  if (const auto parts = parseInlineTarget(text_, behind, cursor_.quotes())) {
    const std::string_view written = text_.substr(parts->destination.begin, parts->destination.size());
    // md4c points at a destination that needs no decoding; then it must be this one.
    constexpr ByteSet decoded(std::string_view("\\&\0", 3));
    const bool copied = written.empty() || decoded.find(written, 0, written.size()) < written.size();
    const bool same = event.begin != Event::nowhere
                          ? parts->destination.begin == event.begin && written.size() == event.length
                          : copied && parts->end <= limit;
    if (same) {
      node.reference = Node::Reference::inlined;
      node.destination = parts->destination;
      node.title = parts->title;
      cursor_.at = parts->end;
      if (holdsMark(text_.substr(0, parts->end), behind)) marked_ = node.span.begin + 1;
      return;
    }
  }
  node.reference = Node::Reference::shortcut;
  node.label = node.content;
  if (text_.substr(behind, 2) == "[]" && behind + 2 <= limit) {
    node.reference = Node::Reference::collapsed;
    cursor_.at = behind + 2;
  } else if (const auto label = parseLabel(text_, behind); label && label->end <= limit) {
    node.reference = Node::Reference::full;
    node.label = label->label;
    cursor_.at = label->end;
  }
}

void Walker::inlineText(const Event& event) {
  if (event.text() == TextKind::html) {
    htmlText(event);
    return;
  }
  html_ = noNode;
  // md4c repeats the ticks of a code span that end at the beginning of a line, as text, and the line end before them.
  const bool behindTicks = !ticks_.empty() && cursor_.at == ticks_.end;
  if (event.text() == TextKind::softBreak || event.text() == TextKind::hardBreak) {
    if (behindTicks && nextText() == ticks_.begin) return;
    addText(TextPiece::Kind::lineBreak, {cursor_.at, cursor_.at});
    breakLine();
  } else if (event.text() == TextKind::nul) {
    skipBreak();
    if (const std::size_t nul = text_.find('\0', cursor_.at); nul < nextText()) {
      moveTo(nul);
      addText(TextPiece::Kind::replaced, {nul, nul + 1}, "\xEF\xBF\xBD");
      end_ = cursor_.at = nul + 1;
    } else {
      fail(top());
    }
  } else if (event.begin == Event::nowhere) {
    const bool verbatim = event.text() == TextKind::code || event.text() == TextKind::math;
    if (!verbatim || event.mark != ' ') fail(top());  // a line end in a code span is a blank
    addText(TextPiece::Kind::replaced, {cursor_.at, cursor_.at}, " ");
  } else {
    const std::size_t end = event.begin + event.length;
    const std::size_t begin =
        behindTicks && event.begin == ticks_.begin ? std::min(ticks_.end, end) : std::size_t{event.begin};
    if (begin < end) {
      moveTo(begin);
      const TextPiece::Kind kind = event.text() == TextKind::reference ? TextPiece::Kind::reference
                                   : event.text() == TextKind::code || event.text() == TextKind::math
                                       ? TextPiece::Kind::code
                                       : TextPiece::Kind::plain;
      addText(kind, {begin, end});
    }
    end_ = cursor_.at = std::max(cursor_.at, end);
  }
}

void Walker::htmlText(const Event& event) {
  if (event.begin == Event::nowhere) {
    breakLine();
    return;
  }
  moveTo(event.begin);
  cursor_.at = event.begin + event.length;
  end_ = cursor_.at;
  if (html_ == noNode) {
    html_ = open(Node::Kind::inlineHtml, event.begin);
    close(html_);
  }
  Node& node = tree_.nodes[html_];
  node.span.end = node.content.end = end_;
}

}  // namespace galley
