// See the header.
#include "analysis/syntax/markdown/bare_urls.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "analysis/text/byte_set.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isAlnum(char c) { return isLetter(c) || (c >= '0' && c <= '9'); }
bool isOneOf(char c, std::string_view these) { return these.find(c) != none; }

/// A bare address and what stands around it.
struct Place {
  std::string_view text;  // up to where the address must have ended
  std::size_t begin = 0;
  std::size_t address = 0;  // where the host begins: behind the scheme, at `www.`
  bool first = false;       // its text begins here: a block, or what follows a construct
  bool firstOfBlock = false;
  bool inBrackets = false;  // behind a `[` that no `]` has closed yet

  [[nodiscard]] bool isWww() const { return begin == address; }
  [[nodiscard]] std::string_view scheme() const { return text.substr(begin, address - begin); }
  [[nodiscard]] bool hasLowerScheme() const {
    return std::none_of(scheme().begin(), scheme().end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  }
  [[nodiscard]] char before() const { return begin > 0 ? text[begin - 1] : '\n'; }
};

/// The code point that ends at `end`.
char32_t codePointBefore(std::string_view text, std::size_t end) {
  if (end == 0) return '\n';
  std::size_t begin = end - 1;
  while (begin > 0 && end - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return codePointAt(text, begin).value;
}

bool isWhitespaceAt(std::string_view text, std::size_t at) { return isWhitespace(codePointAt(text, at).value); }

// Each converter's rule: where the address ends; its beginning where it makes no link.

// --- goldmark -------------------------------------------------------------------------------------------------------

/// It looks for an address at the beginning of a text, and behind a blank, some marks, or what its typographer
/// replaces.
bool beginsAsGoldmark(const Place& place) {
  if (!place.hasLowerScheme() || place.inBrackets) return false;
  if (place.first || isOneOf(place.before(), " \t\n\r*_~(")) return true;
  const std::string_view before = place.text.substr(0, place.begin);
  if (before.ends_with("--") || before.ends_with("...")) return true;
  if (!isOneOf(place.before(), "\"'")) return false;
  const char32_t outside = codePointBefore(place.text, place.begin - 1);  // of a quote that opens
  return isWhitespace(outside) || isPunctuationOrSymbol(outside);
}

/// Behind the host, which ends with a dot and letters, and its port.
std::size_t hostEndAsGoldmark(const Place& place) {
  constexpr std::size_t longest = 256;
  const std::string_view text = place.text;
  const std::size_t begin = place.address + (place.isWww() ? 4 : 0);
  std::size_t end = begin;
  while (end < text.size() && end < begin + longest && (isAlnum(text[end]) || isOneOf(text[end], "-@:%._+~#="))) ++end;
  const auto isLower = [&](std::size_t at) { return at < text.size() && text[at] >= 'a' && text[at] <= 'z'; };
  std::size_t dot = end;  // the last one behind which a letter stands
  while (dot > begin && !(dot < end && text[dot] == '.' && isLower(dot + 1))) --dot;
  if (dot == begin) return place.begin;
  end = dot + 1;
  while (isLower(end)) ++end;
  const std::size_t port = end + 1;
  const auto isDigit = [&](std::size_t at) { return at < text.size() && text[at] >= '0' && text[at] <= '9'; };
  if (place.isWww() || end >= text.size() || text[end] != ':' || !isDigit(port)) return end;
  for (end = port; isDigit(end);) ++end;
  return end;
}

/// Without what the sentence around it has put behind an address.
std::string_view withoutEndAsGoldmark(std::string_view address) {
  if (address.ends_with(')')) {
    const auto unopened =
        std::count(address.begin(), address.end(), ')') - std::count(address.begin(), address.end(), '(');
    if (unopened > 0) address.remove_suffix(static_cast<std::size_t>(unopened));
  } else if (address.ends_with(';')) {  // of a character reference
    std::size_t name = address.size() - 1;
    while (name > 0 && isAlnum(address[name - 1])) --name;
    if (name + 1 < address.size() && name > 0 && address[name - 1] == '&') address = address.substr(0, name - 1);
  }
  while (!address.empty() && isOneOf(address.back(), "?!.,:*_~")) address.remove_suffix(1);
  return address;
}

std::size_t endAsGoldmark(const Place& place) {
  const std::string_view text = place.text;
  std::size_t end = beginsAsGoldmark(place) ? hostEndAsGoldmark(place) : place.begin;
  if (end == place.begin) return end;
  if (end < text.size() && isOneOf(text[end], "/#?"))
    while (end < text.size() && (isAlnum(text[end]) || isOneOf(text[end], "-@:%_+.~#$!?&/=();,'\">^{}[]`"))) ++end;
  return place.begin + withoutEndAsGoldmark(text.substr(place.begin, end - place.begin)).size();
}

/// The same for an address of mail, which md4c has found.
std::size_t mailEndAsGoldmark(const Place& place) {
  const std::string_view mail = withoutEndAsGoldmark(place.text.substr(place.begin));
  const std::size_t dot = mail.rfind('.');
  const bool endsWithWord = dot != none && dot + 1 < mail.size() && isLetter(mail[dot + 1]);
  return endsWithWord && beginsAsGoldmark(place) ? place.begin + mail.size() : place.begin;
}

// --- remark ---------------------------------------------------------------------------------------------------------

/// Marks from which on nothing but marks follows, up to a blank, a `<` or the end: they are no part of an address.
class Trail {
 public:
  explicit Trail(std::string_view text) : text_(text) {}

  bool beginsAt(std::size_t at) {
    if (at < failed_) return false;
    while (at < text_.size() && text_[at] != '<' && !isWhitespaceAt(text_, at)) {
      if (text_[at] == '&') {
        std::size_t end = at + 1;
        while (end < text_.size() && isLetter(text_[end])) ++end;
        if (end == at + 1 || end >= text_.size() || text_[end] != ';') return fail(at);
        at = end + 1;
      } else if (text_[at] == ']') {
        ++at;
        if (at < text_.size() && isOneOf(text_[at], "([")) return true;
      } else if (isOneOf(text_[at], "!\"')*,.:;?_~")) {
        ++at;
      } else {
        return fail(at);
      }
    }
    return true;
  }

 private:
  bool fail(std::size_t at) {
    failed_ = at;
    return false;
  }

  std::string_view text_;
  std::size_t failed_ = 0;  // before it no trail begins
};

/// Behind the host: dots and underscores part it, none of these stands in the last two parts.
std::size_t hostEndAsRemark(const Place& place, Trail& trail) {
  const std::string_view text = place.text;
  bool marked = false;  // the part at hand holds an underscore
  bool markedBefore = false;
  bool any = false;
  std::size_t at = place.address;
  while (at < text.size()) {
    if (text[at] == '.' || text[at] == '_') {
      if (trail.beginsAt(at)) break;
      if (text[at] == '.') markedBefore = marked;
      marked = text[at] == '_';
      ++at;
      continue;
    }
    const CodePoint point = codePointAt(text, at);
    if (isWhitespace(point.value) || (point.value != '-' && isPunctuationOrSymbol(point.value))) break;
    any = true;
    at += point.length;
  }
  return any && !marked && !markedBefore ? at : place.begin;
}

/// It looks through what is left as text once more: there an address has a dot, and ends before marks.
std::size_t endInTextAsRemark(const Place& place) {
  const std::string_view text = place.text;
  const char32_t before = codePointBefore(text, place.begin);
  if (!place.first && !isWhitespace(before) && !isPunctuationOrSymbol(before)) return place.begin;
  const auto isPart = [](char c) { return isAlnum(c) || isOneOf(c, "-._"); };
  std::size_t host = place.address;
  while (host < text.size() && isPart(text[host])) ++host;
  std::string_view name = text.substr(place.address, host - place.address);
  if (name.empty() || isOneOf(name[0], "-._") || name.find('.') == none) return place.begin;
  for (int part = 0; part < 2 && !name.empty(); ++part) {  // the last two
    const std::size_t dot = name.rfind('.');
    const std::string_view word = name.substr(dot == none ? 0 : dot + 1);
    if (!word.empty() && (word.find('_') != none || std::none_of(word.begin(), word.end(), isAlnum)))
      return place.begin;
    name = name.substr(0, dot == none ? 0 : dot);
  }
  constexpr ByteSet blanks(" \t\r\n");
  const std::size_t whole = blanks.find(text, host, text.size());
  std::size_t end = whole;
  while (end > place.address && isOneOf(text[end - 1], "!\"&'),.:;<>?]}")) --end;
  auto unclosed = std::count(text.begin() + static_cast<std::ptrdiff_t>(place.address),
                             text.begin() + static_cast<std::ptrdiff_t>(end), '(') -
                  std::count(text.begin() + static_cast<std::ptrdiff_t>(place.address),
                             text.begin() + static_cast<std::ptrdiff_t>(end), ')');
  for (std::size_t close = text.find(')', end); close < whole && unclosed > 0; close = text.find(')', end), --unclosed)
    end = close + 1;
  return end;
}

std::size_t endAsRemark(const Place& place) {
  const std::string_view text = place.text;
  if (place.scheme().starts_with('f') || place.scheme().starts_with('F')) return place.begin;
  const bool begins = place.isWww() ? isOneOf(place.before(), " \t\r\n(*_[]~") : !isLetter(place.before());
  if (!begins || place.inBrackets) return endInTextAsRemark(place);
  if (!place.isWww() && isPunctuationOrSymbol(codePointAt(text, place.address).value)) return place.begin;
  Trail trail(text);
  std::size_t at = hostEndAsRemark(place, trail);
  std::size_t open = 0;
  for (; at > place.begin && at < text.size() && !isWhitespaceAt(text, at); at += codePointAt(text, at).length) {
    if (text[at] == '(') {
      ++open;
    } else if (text[at] == ')' && open > 0) {
      --open;
    } else if (isOneOf(text[at], "!\"&')*,.:;<?]_~") && trail.beginsAt(at)) {
      break;
    }
  }
  return at;
}

// --- marked ---------------------------------------------------------------------------------------------------------

/// Before the marks at the end of an address, but for a pair of parentheses; `&name;` is such a mark.
std::size_t withoutMarks(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t pairEnd = begin;  // behind the last `(…)`
  for (std::size_t at = text.find('(', begin); at < end; at = text.find('(', pairEnd)) {
    const std::size_t close = text.find(')', at);
    if (close >= end) {
      end = at;
      break;
    }
    pairEnd = close + 1;
  }
  while (end > pairEnd && isOneOf(text[end - 1], "?!.,:;*_'\"~)")) {
    std::size_t name = end - 1;
    while (text[end - 1] == ';' && name > pairEnd && isAlnum(text[name - 1])) --name;
    end = name < end - 1 && name > pairEnd && text[name - 1] == '&' ? name - 1 : end - 1;
  }
  return end;
}

std::size_t endAsMarked(const Place& place) {
  const std::string_view text = place.text;
  if (!place.hasLowerScheme() && !place.firstOfBlock) return place.begin;
  const std::size_t host = place.isWww() ? place.address + 4 : place.address;
  if (host >= text.size() || !(isAlnum(text[host]) || text[host] == '-')) return place.begin;
  std::size_t end = host;
  while (end < text.size() && text[end] != '<' && !isWhitespaceAt(text, end)) end += codePointAt(text, end).length;
  return withoutMarks(text, place.begin, end);
}

/// Of an address of mail that md4c has found: the text from its beginning on.
std::size_t mailEndOf(const Place& mail, Dialect::BareUrls rules) {
  if (rules == Dialect::BareUrls::goldmark) return mailEndAsGoldmark(mail);
  const bool isNone = rules == Dialect::BareUrls::remark && !isLetter(mail.text.back());
  return isNone ? mail.begin : mail.text.size();
}

std::size_t endOf(const Place& place, Dialect::BareUrls rules) {
  switch (rules) {
    case Dialect::BareUrls::none:
      break;
    case Dialect::BareUrls::remark:
      return endAsRemark(place);
    case Dialect::BareUrls::marked:
      return endAsMarked(place);
    case Dialect::BareUrls::goldmark:
      return endAsGoldmark(place);
  }
  return place.begin;
}

// --- the search -----------------------------------------------------------------------------------------------------

/// Where the scheme begins whose `://` is at `colon`; `colon` where there is none that makes an address.
std::size_t schemeBegin(std::string_view mask, std::size_t colon) {
  for (const std::string_view scheme : {"https", "http", "ftp"}) {
    if (colon < scheme.size()) continue;
    const std::string_view word = mask.substr(colon - scheme.size(), scheme.size());
    if (std::equal(word.begin(), word.end(), scheme.begin(), [](char a, char b) { return (a | 0x20) == b; }))
      return colon - scheme.size();
  }
  return colon;
}

class Search {
 public:
  Search(const std::string& mask, Dialect::BareUrls rules, Tree& tree)
      : mask_(mask), rules_(rules), tree_(tree), walked_(tree.nodes.size()) {}

  void run() {
    for (std::uint32_t i = 0; i < walked_; ++i) {
      Node& node = tree_.nodes[i];
      if (isWebAddress(node)) {
        node.kind = Node::Kind::none;
        given_.push_back(i);
      } else if (node.kind == Node::Kind::link && node.reference == Node::Reference::bareUrl) {
        endMail(node, i > 0 && tree_.nodes[i - 1].isInline() && tree_.nodes[i - 1].span.end == node.span.begin);
        mails_.push_back(i);
      } else if (node.kind == Node::Kind::inlineHtml) {
        html_.push_back(node.span);
      }
    }
    for (const std::size_t mark : bareUrlMarksIn(mask_, {0, mask_.size()})) {
      if (mask_[mark] == '.') {
        look(mark - 3, mark - 3);
      } else if (const std::size_t begin = schemeBegin(mask_, mark); begin < mark) {
        look(begin, mark + 3);
      }
    }
  }

 private:
  [[nodiscard]] bool isWebAddress(const Node& node) const {
    if (node.kind != Node::Kind::link || node.reference != Node::Reference::bareUrl) return false;
    const std::string_view address = mask_.substr(node.content.begin, node.content.size());
    return address.starts_with("www.") || address.find("://") != none;
  }

  /// `first`: it follows directly on another construct.
  void endMail(Node& node, bool first) const {
    const std::size_t begin = node.span.begin;
    const Place place{.text = mask_.substr(0, node.span.end), .begin = begin, .address = begin, .first = first};
    const std::size_t end = mailEndOf(place, rules_);
    if (end == place.begin) node.kind = Node::Kind::none;
    node.span.end = node.content.end = node.destination.end = end;
  }

  /// The piece of plain text that a place is in, or none.
  [[nodiscard]] std::size_t pieceAt(std::size_t at) const {
    const auto next = std::partition_point(tree_.texts.begin(), tree_.texts.end(),
                                           [&](const TextPiece& piece) { return piece.span.begin <= at; });
    if (next == tree_.texts.begin()) return none;
    const TextPiece& piece = *std::prev(next);
    const bool isPlain = piece.kind == TextPiece::Kind::plain && !piece.alt && at < piece.span.end;
    return isPlain ? static_cast<std::size_t>(std::prev(next) - tree_.texts.begin()) : none;
  }

  /// The innermost construct around a piece.
  [[nodiscard]] std::uint32_t nodeAround(std::size_t piece) const {
    const auto begin = tree_.nodes.begin();
    const auto next = std::partition_point(begin, begin + static_cast<std::ptrdiff_t>(walked_),
                                           [&](const Node& node) { return node.firstText <= piece; });
    auto id = static_cast<std::uint32_t>(next - begin - 1);
    while (id != 0 && (tree_.nodes[id].lastText <= piece || tree_.nodes[id].kind == Node::Kind::none))
      id = tree_.nodes[id].parent;
    return id;
  }

  /// Up to where an address at `at` may go: its line's end, that of the construct around it, the next one's beginning.
  std::size_t limitOf(std::size_t at, const Node& around) {
    constexpr std::size_t longest = 2048;  // none that is meant is longer
    constexpr ByteSet lineEnds("\r\n");
    if (lineEnd_ <= at) lineEnd_ = lineEnds.find(mask_, at, mask_.size());
    std::size_t limit = std::min(lineEnd_, at + longest);
    if (around.content.contains({at, at + 1})) limit = std::min<std::size_t>(limit, around.content.end);
    const auto ends = [&](const Node& node) {
      return node.span.begin > at && node.isInline() && node.reference != Node::Reference::bareUrl;
    };
    while (next_ < walked_ && !ends(tree_.nodes[next_])) ++next_;
    return next_ < walked_ ? std::min<std::size_t>(limit, tree_.nodes[next_].span.begin) : limit;
  }

  /// True if more `[` than `]` stand before `at` in the text of a block.
  bool isInBrackets(const Node& block, std::size_t piece, std::size_t at) {
    constexpr ByteSet brackets("[]");
    if (counted_.piece < block.firstText || counted_.piece > piece) counted_ = {block.firstText, 0, 0};
    for (; counted_.piece <= piece; ++counted_.piece, counted_.from = 0) {
      const TextPiece& text = tree_.texts[counted_.piece];
      if (text.kind != TextPiece::Kind::plain || text.alt) continue;
      const std::size_t end = counted_.piece == piece ? at : std::size_t{text.span.end};
      for (std::size_t i = std::max<std::size_t>(counted_.from, text.span.begin);
           (i = brackets.find(mask_, i, end)) < end; ++i) {
        if (i > 0 && mask_[i - 1] == '\\') continue;
        if (mask_[i] == '[') ++counted_.open;
        if (mask_[i] == ']' && counted_.open > 0) --counted_.open;
      }
      if (counted_.piece == piece) {
        counted_.from = at;
        break;
      }
    }
    return counted_.open > 0;
  }

  /// True behind a tag `<a …>` that no `</a>` has ended yet.
  bool isInHtmlLink(std::size_t at) {
    for (; nextHtml_ < html_.size() && html_[nextHtml_].begin < at; ++nextHtml_) {
      const std::string_view html = mask_.substr(0, html_[nextHtml_].end);
      for (std::size_t tag = html.find('<', html_[nextHtml_].begin); tag != none; tag = html.find('<', tag + 1)) {
        if (html.substr(tag, 3) == "<a " || html.substr(tag, 3) == "<A ") inHtmlLink_ = true;
        if (html.substr(tag, 4) == "</a>" || html.substr(tag, 4) == "</A>") inHtmlLink_ = false;
      }
    }
    return inHtmlLink_;
  }

  void look(std::size_t begin, std::size_t address) {
    if (begin < end_) return;  // a part of the last one
    const std::size_t piece = pieceAt(begin);
    if (piece == none || (rules_ == Dialect::BareUrls::marked && isInHtmlLink(begin))) return;
    const std::uint32_t around = nodeAround(piece);
    std::uint32_t block = around;
    while (tree_.nodes[block].isInline()) {
      if (tree_.nodes[block].kind == Node::Kind::link) return;
      block = tree_.nodes[block].parent;
    }
    const std::size_t limit = limitOf(begin, tree_.nodes[around]);
    if (address > limit) return;
    const bool isBehindText = begin > 0 && isOneOf(mask_[begin - 1], "\\;");  // an escape, a character reference
    const bool first = begin == tree_.texts[piece].span.begin && !isBehindText;
    const Place place{.text = mask_.substr(0, limit),
                      .begin = begin,
                      .address = address,
                      .first = first,
                      .firstOfBlock = piece == tree_.nodes[block].firstText && first,
                      .inBrackets = isInBrackets(tree_.nodes[block], piece, begin)};
    const std::size_t end = endOf(place, rules_);
    if (end <= address) return;
    for (; nextMail_ < mails_.size() && tree_.nodes[mails_[nextMail_]].span.begin < end; ++nextMail_)
      if (tree_.nodes[mails_[nextMail_]].span.begin >= begin) tree_.nodes[mails_[nextMail_]].kind = Node::Kind::none;
    add(begin, end, around);
    end_ = end;
  }

  /// The node that md4c has made in this place, or a new one, becomes the link.
  void add(std::size_t begin, std::size_t end, std::uint32_t parent) {
    while (nextGiven_ < given_.size() && tree_.nodes[given_[nextGiven_]].span.begin < begin) ++nextGiven_;
    const bool isGiven = nextGiven_ < given_.size() && tree_.nodes[given_[nextGiven_]].span.begin == begin;
    if (!isGiven) tree_.nodes.emplace_back().parent = parent;
    Node& node = isGiven ? tree_.nodes[given_[nextGiven_]] : tree_.nodes.back();
    node.kind = Node::Kind::link;
    node.reference = Node::Reference::bareUrl;
    node.span = node.content = node.destination = {begin, end};
    node.title = node.label = {end, end};
  }

  std::string_view mask_;
  Dialect::BareUrls rules_;
  Tree& tree_;
  std::size_t walked_;                // nodes that the walk gave
  std::vector<std::uint32_t> given_;  // of these the bare addresses
  std::size_t nextGiven_ = 0;
  std::vector<std::uint32_t> mails_;  // and those of mail
  std::size_t nextMail_ = 0;
  std::vector<Span> html_;  // constructs of raw HTML
  std::size_t nextHtml_ = 0;
  bool inHtmlLink_ = false;
  std::size_t end_ = 0;      // of the last address
  std::size_t lineEnd_ = 0;  // of the line at hand
  std::size_t next_ = 0;     // the node behind the place at hand
  struct {
    std::size_t piece = 0, from = 0, open = 0;
  } counted_;  // brackets up to here
};

}  // namespace

std::vector<std::size_t> bareUrlMarksIn(std::string_view text, Span stretch) {
  const std::string_view upTo = text.substr(0, stretch.end);
  std::vector<std::size_t> found;
  for (std::size_t at = upTo.find("://", stretch.begin); at != none; at = upTo.find("://", at + 1)) found.push_back(at);
  const auto colons = static_cast<std::ptrdiff_t>(found.size());
  for (std::size_t at = upTo.find('.', stretch.begin); at != none; at = upTo.find('.', at + 1))  // fewer than of `w`
    if (upTo.substr(stretch.begin, at - stretch.begin).ends_with("www")) found.push_back(at);
  std::inplace_merge(found.begin(), found.begin() + colons, found.end());
  return found;
}

void findBareUrls(const std::string& mask, const Dialect& dialect, Tree& tree) {
  if (dialect.bareUrls == Dialect::BareUrls::none) return;
  Search(mask, dialect.bareUrls, tree).run();
}

}  // namespace galley
