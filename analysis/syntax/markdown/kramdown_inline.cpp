// What stands in text as kramdown finds it, from left to right: emphasis, code, HTML, footnotes, math. Links are in
// kramdown_links.cpp. A guess that fails is taken back, so the work on a stretch of text is bounded; see kramdown.h.
#include <algorithm>
#include <array>
#include <utility>

#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/kramdown_parser.h"
#include "analysis/syntax/markdown/labels.h"
#include "analysis/text/byte_set.h"
#include "analysis/text/unicode.h"

namespace galley {

using namespace kramdown_lines;

namespace {

constexpr ByteSet marks("*_`<[]!$&{-.>\\~");  // where anything but a letter may begin or end

bool isEscape(std::string_view text, std::size_t at) {
  return text[at] == '\\' && at + 1 < text.size() &&
         (text[at + 1] == '~' || kramdownEscapable.find(text[at + 1]) != std::string_view::npos);
}

struct Symbol {
  std::string_view written, shown;
};
constexpr std::array<Symbol, 9> symbols{{{"---", "\u2014"},
                                         {"--", "\u2013"},
                                         {"...", "\u2026"},
                                         {"\\<<", "<<"},
                                         {"\\>>", ">>"},
                                         {"<< ", "\u00AB\u00A0"},
                                         {" >>", "\u00A0\u00BB"},
                                         {"<<", "\u00AB"},
                                         {">>", "\u00BB"}}};

/// True if the character before `at` is a letter, or a letter and a hyphen: `_` opens nothing there.
bool isBehindLetter(std::string_view text, std::size_t at) {
  const auto isLetter = [&](std::size_t end) {
    if (end == 0) return false;
    const auto byte = static_cast<unsigned char>(text[end - 1]);
    if (byte < 0x80) return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    std::size_t begin = end - 1;
    while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
    const char32_t c = codePointAt(text, begin).value;
    const bool mark = (c >= 0x2000 && c <= 0x206F) || (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF00 && c <= 0xFF0F) ||
                      (c >= 0x80 && c <= 0xBF) || (c >= 0x2190 && c <= 0x2BFF) || c >= 0x1F000;
    return !mark;
  };
  return isLetter(at) || (at > 0 && text[at - 1] == '-' && isLetter(at - 1));
}

/// False where nothing but an ordinary character can begin at a mark: most hyphens and full stops are that.
bool mayBegin(std::string_view text, std::size_t at) {
  const char next = at + 1 < text.size() ? text[at + 1] : '\0';
  switch (text[at]) {
    case ']':
      return false;
    case '!':
      return next == '[';
    case '{':
      return next == ':';
    case '$':
    case '-':
    case '.':
    case '>':
    case '~':
      return next == text[at];
    default:
      return true;
  }
}

bool isAlnumAt(std::string_view text, std::size_t at) {
  return at < text.size() && (isAsciiAlnum(text[at]) || static_cast<unsigned char>(text[at]) >= 0x80);
}

}  // namespace

void KramdownParser::inlineText(const Pending& pending) {
  flat_ = pending.flat;
  text_ = flat_->text.substr(0, pending.end);
  begin_ = pending.begin;
  afterSpan_ = alt_ = false;
  seen_.clear();
  lastClosing_.clear();
  work_ = 32 * (pending.end - pending.begin) + 4096;
  open_.assign(1, pending.parent);
  const auto firstText = static_cast<std::uint32_t>(tree_.texts.size());
  std::size_t at = pending.begin;
  if (at < pending.end) spans(at, pending.end, {}, {});
  tree_.nodes[pending.parent].firstText = firstText;
  tree_.nodes[pending.parent].lastText = static_cast<std::uint32_t>(tree_.texts.size());
  open_.clear();
}

bool KramdownParser::stands(std::string_view mark, std::size_t from) {
  auto seen = std::find_if(seen_.begin(), seen_.end(), [&](const Seen& s) { return s.mark == mark; });
  if (seen == seen_.end()) seen = seen_.insert(seen_.end(), {std::string(mark), from, text_.size(), false});
  if (seen->any && from <= seen->last) return true;
  if (from >= seen->noneFrom) return false;
  const std::size_t limit = std::min(seen->noneFrom + mark.size() - 1, text_.size());
  const std::size_t found = text_.substr(0, limit).find(mark, from);
  if (found == none) {
    seen->noneFrom = from;
    return false;
  }
  seen->any = true;
  seen->last = found;
  return true;
}

std::size_t KramdownParser::findNext(std::string_view mark, std::size_t from) {
  if (!stands(mark, from)) return none;
  const std::size_t found = text_.find(mark, from);
  spendWork((found - from) / 16);
  return found;
}

bool KramdownParser::closes(std::string_view delimiter, std::size_t from) {
  auto last =
      std::find_if(lastClosing_.begin(), lastClosing_.end(), [&](const auto& l) { return l.first == delimiter; });
  if (last == lastClosing_.end()) {
    std::size_t at = text_.size();
    while (at > begin_ && !(text_[at - 1] == delimiter[0] && isClosing(delimiter, at - 1, text_.size()) &&
                            !(delimiter.size() == 1 && isInOpener(at - 1))))
      --at;
    last = lastClosing_.emplace(lastClosing_.end(), delimiter, at == begin_ ? none : at - 1);
  }
  return last->second != none && last->second >= from;
}

/// True for the second of two marks behind a blank: they are read as one, so it is never met by itself.
bool KramdownParser::isInOpener(std::size_t at) const {
  return at > begin_ && text_[at - 1] == text_[at] && (at - 1 == begin_ || isSpace(text_[at - 2])) &&
         (at + 1 >= text_.size() || text_[at + 1] != text_[at]);
}

void KramdownParser::spendWork(std::size_t steps) { work_ -= std::min(work_, steps); }

void KramdownParser::rollBack(const Mark& to) {
  tree_.nodes.resize(to.nodes);
  tree_.texts.resize(to.texts);
  open_.resize(to.open);
  afterSpan_ = to.afterSpan;
}

std::uint32_t KramdownParser::openSpan(Node::Kind kind, std::size_t begin) { return open(kind, *flat_, begin); }

void KramdownParser::closeSpan(std::uint32_t id, std::size_t end, std::size_t contentBegin, std::size_t contentEnd) {
  Node& node = tree_.nodes[id];
  node.span.end = std::max<std::size_t>(node.span.begin, flat_->place(end - 1, end).end);
  node.content = flat_->place(contentBegin, contentEnd);
  node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  open_.pop_back();
  afterSpan_ = true;
  decided_.reached = std::max(decided_.reached, end);
}

KramdownParser::Decided KramdownParser::decideAnew() {
  const Decided before = decided_;
  decided_.reached = 0;
  return before;
}

/// A span is proven if it would be read so without the text around it: a mark that was refused because of what stands
/// around might begin something, and a code span that took an end away might find none.
void KramdownParser::prove(std::uint32_t id, const Decided& before, std::size_t end, Context context) {
  // One mark is no pair; but another may stand in the target of a link or image, where it is none.
  const Node::Kind kind = tree_.nodes[id].kind;
  const std::size_t openers = decided_.inEmphasis - before.inEmphasis;
  const bool pair =
      openers + (decided_.closing - before.closing) > 1 || kind == Node::Kind::link || kind == Node::Kind::image;
  const bool refused = (context.emphasis && openers > 0 && pair) ||
                       (context.strong && decided_.inStrong != before.inStrong) ||
                       ((context.link || context.image) && decided_.inLink != before.inLink) ||
                       (context.directlyInEmphasis && decided_.directlyInEmphasis != before.directlyInEmphasis);
  tree_.nodes[id].proven = !refused && decided_.reached <= end;
  anyUnproven_ = anyUnproven_ || !tree_.nodes[id].proven;
  decided_.reached = std::max(decided_.reached, before.reached);
}

void KramdownParser::show(TextPiece::Kind kind, std::size_t begin, std::size_t end, std::string_view shown) {
  if (begin < end) tree_.texts.push_back({kind, alt_, flat_->place(begin, end), FewBytes(shown)});
}

/// Plain text; a line end in it is a piece of its own.
void KramdownParser::showText(std::size_t begin, std::size_t end) {
  if (begin >= end) return;
  afterSpan_ = false;
  while (begin < end) {
    const std::size_t line = std::min(text_.substr(0, end).find('\n', begin), end);
    show(TextPiece::Kind::plain, begin, line);
    if (line < end) show(TextPiece::Kind::lineBreak, line, line + 1);
    begin = line + 1;
  }
}

/// Reads spans from `at` on until `stop` is met (true, `at` is there) or the end (false).
bool KramdownParser::spans(std::size_t& at, std::size_t end, Context context, const Stop& stop) {
  const std::size_t begin = at;
  const std::string_view rest = text_.substr(0, end);
  int brackets = 1;
  std::size_t plain = at;
  while (true) {
    const std::size_t mark = marks.find(rest, at, end);
    spendWork(mark - at);
    at = mark;
    if (at == end || work_ == 0) break;
    if (stop.until != Until::end && isStop(at, end, stop, begin, brackets)) {
      showText(plain, at);
      return true;
    }
    --work_;
    if (!mayBegin(rest, at)) {
      ++at;
      continue;
    }
    if (rest[at] == '>' && at > plain && rest[at - 1] == ' ') --at;  // it belongs to the sign
    showText(plain, at);
    plain = at;
    const std::size_t before = at;
    ++spanDepth_;
    if (spanDepth_ < deepestSpan) {
      span(at, end, context);
    } else {
      tree_.truncated = true;
    }
    --spanDepth_;
    if (at == before) {
      at = std::max(at, mark) + 1;  // an ordinary character after all
    } else {
      plain = at;
    }
  }
  if (at < end) {  // a text made to hurt
    tree_.truncated = true;
    at = end;
  }
  showText(plain, at);
  return false;
}

bool KramdownParser::isStop(std::size_t at, std::size_t end, const Stop& stop, std::size_t begin, int& brackets) const {
  switch (stop.until) {
    case Until::end:
      return false;
    case Until::bracket:
      if (text_[at] == ']') return --brackets == 0;
      if (text_[at] == '[') ++brackets;
      return false;
    case Until::endTag: {
      if (text_[at] != '<') return false;
      const auto tag = kramdownEndTag(text_.substr(0, end), at);
      return tag && tag->name == stop.mark;
    }
    case Until::delimiter:
      return text_[at] == stop.mark[0] && at != begin && isClosing(stop.mark, at, end);
  }
  return false;
}

/// True if emphasis may end with the delimiter at `at`.
bool KramdownParser::isClosing(std::string_view delimiter, std::size_t at, std::size_t end) const {
  const std::string_view rest = text_.substr(0, end);
  const std::size_t size = delimiter.size();
  if (rest.substr(at, size) != delimiter || at == begin_ || isSpace(rest[at - 1])) return false;
  const auto isMark = [&](std::size_t i) { return i < end && rest[i] == delimiter[0]; };
  if (size == 1 && isMark(at + 1) && !isMark(at + 2)) return false;  // a strong mark
  return delimiter[0] != '_' || !isAlnumAt(rest, at + size);
}

/// Reads what begins at `at`; leaves `at` alone where that is an ordinary character.
void KramdownParser::span(std::size_t& at, std::size_t end, Context context) {
  const std::string_view rest = text_.substr(0, end);
  switch (rest[at]) {
    case '*':
    case '_':
      emphasis(at, end, context);
      return;
    case '`':
      codeSpan(at, end);
      return;
    case '<':
      if (rest.substr(at, 2) == "<<") break;
      if (!autolink(at, end)) htmlSpan(at, end, context);
      return;
    case '[': {
      std::size_t name = at + 2;
      while (name < end && isIdChar(rest[name])) ++name;
      if (rest.substr(at, 2) == "[^" && name > at + 2 && name < end && rest[at + 2] != '-' && rest[name] == ']') {
        const auto found = footnotes_.find(std::string(rest.substr(at + 2, name - at - 2)));
        if (found == footnotes_.end()) {
          showText(at, name + 1);
        } else {
          tree_.nodes[found->second].hidden = false;
          const std::uint32_t id = openSpan(Node::Kind::footnoteReference, at);
          closeSpan(id, name + 1, at + 2, name);
          tree_.nodes[id].label = tree_.nodes[id].content;
        }
        at = name + 1;
        return;
      }
      link(at, end, context);
      return;
    }
    case '!':
      if (rest.substr(at, 2) == "![") link(at, end, context);
      return;
    case '$': {
      const std::size_t close = rest.substr(at, 2) == "$$" ? findNext("$$", at + 2) : none;
      if (close == none || close >= end) return;
      const std::uint32_t id = openSpan(Node::Kind::inlineMath, at);
      show(TextPiece::Kind::code, at + 2, close);
      closeSpan(id, close + 2, at + 2, close);
      at = close + 2;
      return;
    }
    case '{':
      extensionSpan(at, end);
      return;
    case '&': {
      std::size_t name = at + 1;
      while (name < end && name - at < 40 && (isAsciiAlnum(rest[name]) || rest[name] == '#')) ++name;
      if (name == at + 1 || name >= end || rest[name] != ';') return;
      show(TextPiece::Kind::reference, at, name + 1);
      at = name + 1;
      afterSpan_ = true;
      return;
    }
    case '~':
      strikethrough(at, end, context);
      return;
    case '\\':
      if (rest.substr(at, 3) == "\\\\\n" || rest.substr(at, 2) == "\\\n") {
        at += rest[at + 1] == '\\' ? 2 : 1;
        return;
      }
      if (rest.substr(at, 3) != "\\<<" && rest.substr(at, 3) != "\\>>" && isEscape(rest, at)) {
        showText(at + 1, at + 2);
        at += 2;
        return;
      }
      break;
    default:
      break;
  }
  for (const Symbol& symbol : symbols) {
    if (!rest.substr(at).starts_with(symbol.written)) continue;
    show(TextPiece::Kind::replaced, at, at + symbol.written.size(), symbol.shown);
    at += symbol.written.size();
    afterSpan_ = true;
    return;
  }
}

void KramdownParser::emphasis(std::size_t& at, std::size_t end, Context context) {
  const std::size_t begin = at;
  const std::size_t size = begin + 1 < end && text_[begin + 1] == text_[begin] ? 2 : 1;
  const std::string_view delimiter = text_.substr(begin, size);
  const bool strong = size == 2;
  const std::size_t behind = begin + size;
  const bool opens =
      !(text_[begin] == '_' && isBehindLetter(text_, begin)) && !(behind < end && isSpace(text_[behind]));
  if (!opens || (strong ? context.strong : context.emphasis)) {
    ++(!opens ? decided_.closing : strong ? decided_.inStrong : decided_.inEmphasis);
    showText(begin, behind);
    at = behind;
    return;
  }
  const Decided decidedBefore = decideAnew();
  const auto attempt = [&](Node::Kind kind, std::string_view mark) {
    if (!closes(mark, begin + mark.size() + 1)) return false;
    const Mark before = this->mark();
    const std::uint32_t id = openSpan(kind, begin);
    Context inner = context;
    (kind == Node::Kind::strong ? inner.strong : inner.emphasis) = true;
    inner.directlyInEmphasis = kind == Node::Kind::emphasis;
    at = begin + mark.size();
    if (!spans(at, end, inner, {Until::delimiter, mark})) {
      rollBack(before);
      return false;
    }
    closeSpan(id, at + mark.size(), begin + mark.size(), at);
    at += mark.size();
    prove(id, decidedBefore, at, context);
    return true;
  };
  if (attempt(strong ? Node::Kind::strong : Node::Kind::emphasis, delimiter)) return;
  if (strong && context.directlyInEmphasis) {
    ++decided_.directlyInEmphasis;
  } else if (strong && attempt(Node::Kind::emphasis, delimiter.substr(1))) {
    return;
  }
  decided_.reached = std::max(decided_.reached, decidedBefore.reached);
  showText(begin, behind);
  at = behind;
}

void KramdownParser::codeSpan(std::size_t& at, std::size_t end) {
  const std::string_view rest = text_.substr(0, end);
  std::size_t content = at;
  while (content < end && rest[content] == '`') ++content;
  const std::size_t size = content - at;
  const bool loose = size == 1 && (at == 0 || isSpace(rest[at - 1])) && content < end && isSpace(rest[content]);
  // The closing ticks may stand anywhere in the block, whatever is open around these.
  const std::size_t close = loose ? none : findNext(text_.substr(at, size), content);
  if (close == none) {
    showText(at, content);
    at = content;
    return;
  }
  std::size_t first = content;
  std::size_t last = close;
  if (size > 1 && first < last && text_[first] == ' ') ++first;
  if (size > 1 && last > first && text_[last - 1] == ' ') --last;
  const std::uint32_t id = openSpan(Node::Kind::codeSpan, at);
  for (std::size_t begin = first; begin < last;) {
    const std::size_t line = std::min(text_.substr(0, last).find('\n', begin), last);
    show(TextPiece::Kind::code, begin, line);
    if (line < last) show(TextPiece::Kind::replaced, line, line + 1, " ");
    begin = line + 1;
  }
  closeSpan(id, close + size, content, close);
  at = close + size;
}

void KramdownParser::htmlSpan(std::size_t& at, std::size_t end, Context context) {
  const std::size_t begin = at;
  if (text_.substr(begin, 4) == "<!--") {
    const std::size_t close = findNext("-->", begin + 4);
    if (close != none) {
      closeSpan(openSpan(Node::Kind::comment, begin), close + 3, begin + 4, close);
      at = close + 3;
      return;
    }
  }
  const auto endTag = kramdownEndTag(text_, begin);
  const auto tag = kramdownStartTag(text_, begin);
  if (endTag || (tag && isBlockElement(tag->name))) {  // out of place: shown as text
    at = endTag ? endTag->end : tag->end;
    showText(begin, at);
    return;
  }
  if (!tag) return;
  closeSpan(openSpan(Node::Kind::inlineHtml, begin), tag->end, begin, tag->end);
  at = tag->end;
  if (tag->closed || isVoidElement(tag->name)) return;
  const std::string_view wanted = markdownAttribute(text_, *tag);
  bool parsed = contentModelOf(tag->name) != ContentModel::raw;
  if (wanted == "span") parsed = true;
  if (wanted == "0") parsed = false;
  if (!parsed) {
    rawSpan(at, end, tag->name);
    return;
  }
  context.directlyInEmphasis = false;
  if (!spans(at, end, context, {Until::endTag, tag->name})) return;
  const auto close = kramdownEndTag(text_, at);
  closeSpan(openSpan(Node::Kind::inlineHtml, at), close->end, at, close->end);
  at = close->end;
}

/// The content of an element in which only tags are read.
void KramdownParser::rawSpan(std::size_t& at, std::size_t end, std::string_view name) {
  std::vector<std::string> names{std::string(name)};
  std::size_t plain = at;
  while (at < end && !names.empty() && work_ > 0) {
    --work_;
    const auto endTag = text_[at] == '<' ? kramdownEndTag(text_, at) : std::nullopt;
    const auto tag = text_[at] == '<' && !endTag ? kramdownStartTag(text_, at) : std::nullopt;
    if ((!endTag || endTag->name != names.back()) && (!tag || isBlockElement(tag->name))) {
      ++at;
      continue;
    }
    showText(plain, at);
    const std::size_t close = endTag ? endTag->end : tag->end;
    closeSpan(openSpan(Node::Kind::inlineHtml, at), close, at, close);
    if (endTag) names.pop_back();
    if (tag && !tag->closed && !isVoidElement(tag->name)) names.push_back(tag->name);
    at = plain = close;
  }
  showText(plain, at);
}

void KramdownParser::strikethrough(std::size_t& at, std::size_t end, Context context) {
  const std::string_view rest = text_.substr(0, end);
  if (rest.substr(at, 2) != "~~" || at + 2 >= end || isSpace(rest[at + 2]) || rest[at + 2] == '~') return;
  if (!closes("~~", at + 3)) return;
  std::size_t close = findNext("~~", at + 3);
  while (close != none && work_ > 0 && (isSpace(rest[close - 1]) || rest[close - 1] == '~')) {
    close = findNext("~~", close + 1);
    --work_;
  }
  if (close == none || close + 2 > end || work_ == 0) return;
  const std::uint32_t id = openSpan(Node::Kind::strikethrough, at);
  // What stands in it is a text of its own: no code span reaches over its end.
  const std::string_view whole = std::exchange(text_, text_.substr(0, close));
  auto seen = std::exchange(seen_, {});
  auto lastClosing = std::exchange(lastClosing_, {});
  std::size_t inner = at + 2;
  context.directlyInEmphasis = false;
  spans(inner, close, context, {});
  text_ = whole;
  seen_ = std::move(seen);
  lastClosing_ = std::move(lastClosing);
  closeSpan(id, close + 2, at + 2, close);
  at = close + 2;
}

/// `{: …}` behind a span, `{::comment}` … `{:/comment}`.
void KramdownParser::extensionSpan(std::size_t& at, std::size_t end) {
  const std::string_view rest = text_.substr(0, end);
  if (rest.substr(at, 2) != "{:" || !stands("}", at + 2)) return;
  const ExtensionStart start = extensionStart(rest, at);
  if (start.end != 0) {
    std::size_t stop = start.end;  // where the closing mark begins, if there is one
    std::size_t behind = start.end;
    if (!start.closed) {
      const std::string named = "{:/" + std::string(start.name) + "}";
      const std::size_t plain = findNext("{:/}", start.end);
      stop = std::min(findNext(named, start.end), plain);
      if (stop == none) return;
      behind = stop + (stop == plain ? 4 : named.size());
      if (behind > end) return;
    }
    const std::uint32_t id = openSpan(Node::Kind::comment, at);
    if (start.name == "nomarkdown") {
      for (std::size_t tag = rest.find('<', start.end); tag < stop; tag = rest.find('<', tag)) {
        const auto found = kramdownStartTag(rest, tag);
        if (found && found->end <= stop) closeSpan(openSpan(Node::Kind::inlineHtml, tag), found->end, tag, found->end);
        tag = found ? found->end : tag + 1;
      }
    }
    closeSpan(id, behind, at, behind);
    at = behind;
    return;
  }
  const std::size_t close = attributeEnd(rest, at + 2);
  if (!afterSpan_ || close == none || close == at + 2) return;
  closeSpan(openSpan(Node::Kind::attributeList, at), close + 1, at + 2, close);
  at = close + 1;
}

}  // namespace galley
