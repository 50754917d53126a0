// Links and images as kramdown finds them; see kramdown.h.
#include <algorithm>

#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/kramdown_parser.h"
#include "analysis/syntax/markdown/labels.h"
#include "analysis/text/byte_set.h"

namespace galley {

using namespace kramdown_lines;

namespace {
constexpr std::size_t longestAddress = 4096;       // of an autolink: none that is meant is longer
constexpr ByteSet inDestination("() \t\n\v\f\r");  // what may open, close or end one in parentheses
}  // namespace

/// `<https://…>`, `<mailto:…>`, `<name@host>`.
bool KramdownParser::autolink(std::size_t& at, std::size_t end) {
  const std::string_view rest = text_.substr(0, end);
  if (!stands(">", at)) return false;
  const std::size_t close = rest.substr(0, at + longestAddress).find('>', at);
  if (close == none || rest.substr(at, close - at).find('\n') != none) return false;
  const std::string_view inside = rest.substr(at + 1, close - at - 1);
  const std::size_t colon = inside.find(':');
  const std::string_view scheme = inside.substr(0, std::min(colon, inside.size()));
  const bool url = colon != none && colon + 1 < inside.size() &&
                   (scheme == "mailto" || scheme == "http" || scheme == "https" || scheme == "ftp" || scheme == "ftps");
  const std::size_t sign = inside.find('@');
  const bool mail = sign != none && sign > 0 && sign + 1 < inside.size() &&
                    std::all_of(inside.begin(), inside.end(),
                                [](char c) {
                                  return isAsciiAlnum(c) || c == '-' || c == '_' || c == '.' || c == '@' ||
                                         static_cast<unsigned char>(c) >= 0x80;
                                }) &&
                    inside.find('@', sign + 1) == none;
  if (!url && !mail) return false;
  const std::uint32_t id = openSpan(Node::Kind::link, at);
  const std::size_t shown = scheme == "mailto" && url ? at + 8 : at + 1;
  show(TextPiece::Kind::plain, shown, close);
  closeSpan(id, close + 1, at + 1, close);
  tree_.nodes[id].reference = Node::Reference::autolink;
  tree_.nodes[id].destination = tree_.nodes[id].content;
  at = close + 1;
  return true;
}

void KramdownParser::link(std::size_t& at, std::size_t end, Context context) {
  const std::size_t begin = at;
  const bool image = text_[begin] == '!';
  const std::size_t content = begin + (image ? 2 : 1);
  if (content >= end || text_[content] == '^' || (!image && (context.link || context.image)) ||
      !stands(definitions_.empty() ? "](" : "]", content) || work_ == 0) {
    if (context.link || context.image) ++decided_.inLink;
    showText(begin, std::min(content, end));
    at = std::min(content, end);
    return;
  }
  const Mark before = mark();
  const Decided decidedBefore = decideAnew();
  const bool wasAlt = alt_;
  const std::uint32_t id = openSpan(image ? Node::Kind::image : Node::Kind::link, begin);
  Context inner = context;
  (image ? inner.image : inner.link) = true;
  inner.directlyInEmphasis = false;
  alt_ = alt_ || image;
  at = content;
  const bool closed = spans(at, end, inner, {Until::bracket});
  const std::size_t contentEnd = at;
  if (closed) {
    if (image) {  // its text is not read as Markdown
      tree_.nodes.resize(id + 1);
      tree_.texts.resize(before.texts);
      open_.resize(before.open + 1);
      showAlt(content, contentEnd);
    }
    ++at;
    if (linkTarget(at, end, tree_.nodes[id], content, contentEnd)) {
      alt_ = wasAlt;
      closeSpan(id, at, content, contentEnd);
      prove(id, decidedBefore, at, context);
      return;
    }
  }
  alt_ = wasAlt;
  decided_.reached = std::max(decided_.reached, decidedBefore.reached);
  rollBack(before);
  showText(begin, content);
  at = content;
}

/// The text of an image: as written, but for escapes.
void KramdownParser::showAlt(std::size_t begin, std::size_t end) {
  std::size_t plain = begin;
  for (std::size_t i = begin; i + 1 < end; ++i) {
    if (text_[i] != '\\' || kramdownEscapable.find(text_[i + 1]) == none) continue;
    showText(plain, i);
    plain = ++i;
  }
  showText(plain, end);
}

/// What stands behind the `]`, at which `at` is: a label, or a destination in parentheses.
bool KramdownParser::linkTarget(std::size_t& at, std::size_t end, Node& node, std::size_t contentBegin,
                                std::size_t contentEnd) {
  const std::string_view rest = text_.substr(0, end);
  std::size_t open = at;
  while (open < end && isSpace(rest[open])) ++open;
  const std::size_t labelEnd = open < end && rest[open] == '[' ? rest.find(']', open) : none;
  if (labelEnd != none || at >= end || rest[at] != '(') {
    std::size_t begin = contentBegin;
    std::size_t last = contentEnd;
    const bool isText = labelEnd == none || labelEnd == open + 1;
    node.reference = Node::Reference::shortcut;
    if (labelEnd != none) {
      node.reference = isText ? Node::Reference::collapsed : Node::Reference::full;
      if (!isText) begin = open + 1, last = labelEnd;
      at = labelEnd + 1;
    }
    node.label = flat_->place(begin, last);
    return definitions_.contains(referenceKey(rest.substr(begin, last - begin), isText, Dialect::Grammar::kramdown));
  }
  node.reference = Node::Reference::inlined;
  std::size_t scan = at;
  Span destination;
  bool whole = false;
  const std::size_t pointy = rest.substr(at, 2) == "(<" ? rest.substr(0, lineEnd(rest, at)).find('>', at) : none;
  if (pointy != none) {
    destination = {at + 2, pointy};
    scan = pointy + 1;
    whole = scan < end && rest[scan] == ')';
    if (whole) ++scan;
  } else {
    int depth = 0;
    std::size_t stop = at;
    for (; (scan = inDestination.find(rest, scan, end)) < end; ++scan) {
      if (rest[scan] == '(') {
        ++depth;
      } else if (rest[scan] == ')') {
        if (--depth == 0) break;
      } else if (isSpace(rest[scan]) && scan + 1 < end && (rest[scan + 1] == '"' || rest[scan + 1] == '\'')) {
        break;
      }
    }
    spendWork(scan - at);
    if (scan >= end) return false;
    whole = depth == 0;
    stop = scan;
    destination = {at + 1, stop};
    ++scan;
  }
  while (!destination.empty() && isSpace(rest[destination.begin])) ++destination.begin;
  while (!destination.empty() && isSpace(rest[destination.end - 1])) --destination.end;
  node.destination = flat_->place(destination.begin, destination.end);
  if (whole) {
    at = scan;
    return true;
  }
  while (scan < end && isSpace(rest[scan])) ++scan;
  if (scan >= end || (rest[scan] != '"' && rest[scan] != '\'')) return false;
  for (std::size_t close = rest.find(rest[scan], scan + 2); close != none && work_ > 0;
       close = rest.find(rest[scan], close + 1)) {
    --work_;
    std::size_t behind = close + 1;
    while (behind < end && isSpace(rest[behind])) ++behind;
    if (behind >= end || rest[behind] != ')') continue;
    node.title = flat_->place(scan, close + 1);
    at = behind + 1;
    return true;
  }
  return false;
}

}  // namespace galley
