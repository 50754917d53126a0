// What stands in text as Python-Markdown finds it: one pattern after the other, each over the whole text, in which a
// piece takes the place of what an earlier one has found. So code goes before links, and links before emphasis,
// whatever stands further left. See python_markdown_parser.h; emphasis is in python_markdown_emphasis.cpp.
#include <algorithm>

#include "analysis/syntax/markdown/labels.h"
#include "analysis/syntax/markdown/python_markdown_parser.h"

namespace galley {

using namespace python_markdown_lines;

namespace {

/// What a match of each step begins with.
constexpr std::string_view firsts[] = {"`\\", "\\", "[", "[", "[", "!",  "!", "[",
                                       "!",   "<",  " ", "<", "&", "*_", "*", "_"};

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isHex(char c) { return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// Behind the character reference at `at`, or `at`.
std::size_t referenceEnd(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  const auto take = [&](auto isPart) {
    const std::size_t begin = end;
    while (end < text.size() && isPart(text[end])) ++end;
    return end > begin && end < text.size() && text[end] == ';' ? end + 1 : at;
  };
  if (text.substr(end, 2) == "#x") return end += 2, take(isHex);
  if (text.substr(end, 1) == "#") return ++end, take(isDigit);
  return take([](char c) { return isAlpha(c) || isDigit(c); });
}

/// Of each `[` of a text its `]`, or none.
std::vector<std::size_t> bracketsOf(std::string_view text) {
  std::vector<std::size_t> result(text.size(), std::string_view::npos);
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '[') {
      open.push_back(i);
    } else if (text[i] == ']' && !open.empty()) {
      result[open.back()] = i;
      open.pop_back();
    }
  }
  return result;
}

std::map<std::size_t, std::vector<std::size_t>> ticksOf(std::string_view text) {
  std::map<std::size_t, std::vector<std::size_t>> result;
  for (std::size_t at = text.find('`'); at != std::string_view::npos; at = text.find('`', at)) {
    const std::size_t begin = at;
    while (at < text.size() && text[at] == '`') ++at;
    result[at - begin].push_back(begin);
  }
  return result;
}

}  // namespace

PythonMarkdownParser::Id PythonMarkdownParser::add(Piece piece) {
  pieces_.push_back(std::move(piece));
  return static_cast<Id>(pieces_.size() - 1);
}

void PythonMarkdownParser::put(PlacedText& to, Id piece) const { to.append(pieceMark, piece); }

const PythonMarkdownParser::Piece* PythonMarkdownParser::pieceAt(const PlacedText& flat, std::size_t at) const {
  return at < flat.text.size() && flat.text[at] == pieceMark ? &pieces_[flat.places[at]] : nullptr;
}

Span PythonMarkdownParser::place(const PlacedText& flat, std::size_t begin, std::size_t end) const {
  const auto spanAt = [&](std::size_t at) {
    const Piece* piece = pieceAt(flat, at);
    if (piece != nullptr) return piece->span;
    const std::uint32_t written = flat.places[at] & ~PlacedText::notWritten;
    if (written != flat.places[at]) return Span{written, written};
    return Span{std::min<std::size_t>(flat.places[at], mask_.size()),
                std::min<std::size_t>(flat.places[at] + 1, mask_.size())};
  };
  if (begin < end) return {spanAt(begin).begin, std::max(spanAt(begin).begin, spanAt(end - 1).end)};
  if (flat.text.empty()) return {0, 0};
  const std::size_t at = begin < flat.text.size() ? spanAt(begin).begin : spanAt(flat.text.size() - 1).end;
  return {at, at};
}

PlacedText PythonMarkdownParser::part(const PlacedText& text, std::size_t begin, std::size_t end) const {
  PlacedText result;
  result.append(text, begin, end);
  return result;
}

PlacedText PythonMarkdownParser::inlines(PlacedText text, std::size_t step) {
  for (; step < steps; ++step)
    if (text.text.find_first_of(firsts[step]) != none) text = apply(text, step);
  return text;
}

PlacedText PythonMarkdownParser::apply(const PlacedText& text, std::size_t step) {
  if (step == codeSpans) ticks_ = ticksOf(text.text);
  if (step >= fullReferences && step <= imageShortcuts) brackets_ = bracketsOf(text.text);
  PlacedText result;
  std::size_t copied = 0;
  std::vector<Id> made;
  for (std::size_t at = text.text.find_first_of(firsts[step]); at != none && at < text.text.size();
       at = text.text.find_first_of(firsts[step], at)) {
    if (!work_.spend(1)) break;
    const std::size_t before = at;
    const auto found = match(text, at, step);
    if (!found) {
      at = std::max(at, before + 1);
      continue;
    }
    result.append(text, copied, found->begin);
    put(result, found->piece);
    made.push_back(found->piece);
    at = copied = found->end;
  }
  if (made.empty()) return text;
  result.append(text, copied, text.text.size());
  for (const Id id : made) {
    const Node::Kind kind = pieces_[id].kind;
    if (kind == Node::Kind::link || kind == Node::Kind::emphasis || kind == Node::Kind::strong) {
      PlacedText inner = inlines(std::move(pieces_[id].inner), step + 1);
      pieces_[id].inner = std::move(inner);
    }
  }
  return result;
}

/// What a step's pattern finds at `at`, or nothing; then `at` may be moved to where to go on.
std::optional<PythonMarkdownParser::Match> PythonMarkdownParser::match(const PlacedText& flat, std::size_t& at,
                                                                       std::size_t step) {
  const std::string_view text = flat.text;
  Piece piece;
  std::size_t begin = at;
  std::size_t end = at;
  switch (step) {
    case codeSpans:
      return matchCode(flat, at);
    case escapes:
      if (at + 1 >= text.size()) return std::nullopt;
      at += 2;
      if (pythonMarkdown.escapable.find(text[begin + 1]) == none) return std::nullopt;
      piece.inner = part(flat, begin + 1, begin + 2);
      end = begin + 2;
      break;
    case notes: {
      const std::size_t close = text.substr(at, 2) == "[^" ? work_.find(text, "]", at + 2) : none;
      if (close == none || !notes_.contains(std::string(text.substr(at + 2, close - at - 2)))) return std::nullopt;
      piece.kind = Node::Kind::footnoteReference;
      piece.content = piece.label = place(flat, at + 2, close);
      end = close + 1;
      break;
    }
    case addresses:
    case html:
      return matchAngle(flat, at, step);
    case breaks:
      if (text.substr(at, 3) != "  \n") return std::nullopt;
      piece.kind = Node::Kind::hardBreak;
      end = at + 3;
      break;
    case entities:
      end = referenceEnd(text, at);
      if (end == at) return std::nullopt;
      piece.shownAs = TextPiece::Kind::reference;
      break;
    case loneMarks:
      if ((at > 0 && !isSpace(text[at - 1])) || (at + 1 < text.size() && !isSpace(text[at + 1]))) return std::nullopt;
      begin = at;
      end = at + 1;
      piece.inner = part(flat, begin, end);
      break;
    case asterisks:
    case underscores:
      return matchEmphasis(flat, at, text[at], 0);
    default:
      return matchLink(flat, at, step);
  }
  piece.span = place(flat, begin, end);
  if (piece.content.empty()) piece.content = piece.span;
  return Match{begin, end, add(std::move(piece))};
}

/// Code goes up to the next ticks of the same size; where there are none, fewer of them may open it. A backslash before
/// takes the meaning from the first, two of them are one.
std::optional<PythonMarkdownParser::Match> PythonMarkdownParser::matchCode(const PlacedText& flat, std::size_t& at) {
  const std::string_view text = flat.text;
  const std::size_t begin = at;
  if (text[at] == '\\') {
    std::size_t end = at;
    while (end < text.size() && text[end] == '\\') ++end;
    at = end;
    if (end >= text.size() || text[end] != '`') return std::nullopt;
    if ((end - begin) % 2 != 0) {  // the first tick is text
      ++at;
      return std::nullopt;
    }
    Piece piece;
    piece.span = place(flat, begin, end);
    for (std::size_t i = begin; i < end; i += 2) piece.inner.append(flat, i, i + 1);
    return Match{begin, end, add(std::move(piece))};
  }
  std::size_t run = at;
  while (run < text.size() && text[run] == '`') ++run;
  for (std::size_t size = run - begin; size > 0 && work_.spend(1); --size) {
    const auto same = ticks_.find(size);
    if (same == ticks_.end()) continue;
    const auto close = std::lower_bound(same->second.begin(), same->second.end(), run);
    if (close == same->second.end()) continue;
    std::size_t first = begin + size;
    std::size_t last = *close;
    Piece piece;
    piece.kind = Node::Kind::codeSpan;
    piece.span = place(flat, begin, *close + size);
    piece.content = {place(flat, begin, first).end, place(flat, last, last + size).begin};
    while (first < last && isSpace(text[first])) ++first;
    while (last > first && isSpace(text[last - 1])) --last;
    piece.inner = part(flat, first, last);
    return Match{begin, *close + size, add(std::move(piece))};
  }
  at = run;
  return std::nullopt;
}

std::optional<PythonMarkdownParser::Match> PythonMarkdownParser::matchAngle(const PlacedText& flat, std::size_t& at,
                                                                            std::size_t step) {
  const std::string_view text = flat.text;
  Piece piece;
  std::size_t close = none;
  if (step == html && text.substr(at, 4) == "<!--") {
    const std::size_t end = work_.find(text, "-->", at + 4);
    const std::size_t another = work_.find(text, "<!--", at + 4);
    if (end == none || another < end) return std::nullopt;
    piece.kind = Node::Kind::comment;
    close = end + 2;
  } else {
    close = text.find_first_of("<>", at + 1);
    if (close == none || text[close] != '>') return std::nullopt;
    const std::string_view inside = text.substr(at + 1, close - at - 1);
    if (step == html) {
      const std::size_t name = inside.starts_with('/') ? 1 : 0;
      if (inside.size() <= name || !isAlpha(inside[name])) return std::nullopt;
      if (inside.substr(0, std::min(inside.find(' '), inside.size())).find('@') != none) return std::nullopt;
      piece.kind = Node::Kind::inlineHtml;
      // It takes the first `>` for the tag's end, in a value too; on the page the tag goes on.
      char quote = 0;
      for (const char c : inside) {
        if (quote == 0 && (c == '"' || c == '\'')) {
          quote = c;
        } else if (c == quote) {
          quote = 0;
        }
      }
      const std::size_t value = quote == 0 ? none : work_.find(text, std::string_view(&quote, 1), close);
      const std::size_t whole = value == none ? none : work_.find(text, ">", value);
      if (whole != none) close = whole;
    } else {
      const std::size_t scheme = inside.find("://");
      const std::string_view word = inside.substr(0, std::min(scheme, inside.size()));
      std::string lower;
      for (const char c : word.substr(0, 6)) lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
      const bool isAddress =
          scheme != none && (lower == "http" || lower == "https" || lower == "ftp" || lower == "ftps");
      const std::size_t sign = inside.find('@');
      const bool isMail = sign != none && sign > 0 && sign + 1 < inside.size() && inside.find('@', sign + 1) == none &&
                          inside.find(' ') == none && inside.substr(0, sign).find('!') == none;
      if (!isAddress && !isMail) return std::nullopt;
      piece.kind = Node::Kind::link;
      piece.reference = Node::Reference::autolink;
      piece.destination = piece.content = place(flat, at + 1, close);
      Piece shown;  // no pattern looks into it
      shown.span = piece.content;
      shown.inner = part(flat, at + 1, close);
      put(piece.inner, add(std::move(shown)));
    }
  }
  piece.span = place(flat, at, close + 1);
  if (piece.content.empty()) piece.content = piece.span;
  return Match{at, close + 1, add(std::move(piece))};
}

std::optional<PythonMarkdownParser::Match> PythonMarkdownParser::matchLink(const PlacedText& flat, std::size_t& at,
                                                                           std::size_t step) {
  const std::string_view text = flat.text;
  const bool image = step == images || step == imageReferences || step == imageShortcuts;
  const std::size_t begin = at;
  const std::size_t open = image ? begin + 1 : begin;
  if (image ? text.substr(open, 1) != "[" : begin > 0 && text[begin - 1] == '!') return std::nullopt;
  const std::size_t close = brackets_[open];
  if (close == none) return std::nullopt;
  Piece piece;
  piece.kind = image ? Node::Kind::image : Node::Kind::link;
  piece.content = {place(flat, open, open + 1).end, place(flat, close, close + 1).begin};
  std::size_t end = close + 1;
  if (step == links || step == images) {
    piece.reference = Node::Reference::inlined;
    if (!linkTarget(flat, end, piece)) return std::nullopt;
  } else {
    std::string_view label = text.substr(open + 1, close - open - 1);
    piece.label = piece.content;
    piece.reference = Node::Reference::shortcut;
    if (step == fullReferences || step == imageReferences) {
      const std::size_t second = end < text.size() && isSpace(text[end]) ? end + 1 : end;
      const std::size_t secondClose = text.substr(second, 1) == "[" ? work_.find(text, "]", second) : none;
      if (secondClose == none) return std::nullopt;
      piece.reference = Node::Reference::collapsed;
      if (secondClose > second + 1) {
        label = text.substr(second + 1, secondClose - second - 1);
        piece.label = place(flat, second + 1, secondClose);
        piece.reference = Node::Reference::full;
      }
      end = secondClose + 1;
    }
    const bool isText = piece.reference != Node::Reference::full;
    if (label.find(pieceMark) != none ||
        !definitions_.contains(referenceKey(label, isText, Dialect::Grammar::pythonMarkdown))) {
      at = end;
      return std::nullopt;
    }
  }
  // In the text of a link none is looked for; elsewhere a bracket here might begin one, and the image is none.
  const std::size_t last = step == images ? end : close;
  if (image && text.substr(open + 1, last - open - 1).find('[') != none) piece.proven = false;
  piece.inner = part(flat, open + 1, close);
  piece.span = place(flat, begin, end);
  if (piece.destination.empty()) piece.destination = {piece.span.end, piece.span.end};
  return Match{begin, end, add(std::move(piece))};
}

/// `(destination "title")` at `at`, which then is behind it. Parentheses are counted, but not in what may be a title;
/// whether a quote began one is known only where a closing one stands before the closing parenthesis.
bool PythonMarkdownParser::linkTarget(const PlacedText& flat, std::size_t& at, Piece& piece) {
  const std::string_view text = flat.text;
  if (text.substr(at, 1) != "(") return false;
  const auto skip = [&](std::size_t i) {
    while (i < text.size() && isSpace(text[i])) ++i;
    return i;
  };
  const std::size_t first = skip(at + 1);
  Span destination{first, first};
  Span title;
  std::size_t end = none;
  if (text.substr(first, 1) == "<") {
    const std::size_t close = text.find_first_of("<>", first + 1);
    if (close != none && text[close] == '>') {
      std::size_t behind = skip(close + 1);
      if (behind < text.size() && (text[behind] == '"' || text[behind] == '\'')) {
        const std::size_t quote = work_.find(text, text.substr(behind, 1), behind + 1);
        if (quote != none) title = {behind, quote + 1}, behind = skip(quote + 1);
      }
      if (behind < text.size() && text[behind] == ')') {
        destination = {first + 1, close};
        end = behind + 1;
      }
    }
    if (end == none) title = {};
  }
  if (end == none) {
    struct Quote {
      char mark = 0;
      std::size_t open = none, close = none;
    };
    Quote one;
    Quote other;
    std::size_t depth = 1;
    std::size_t fallback = 1;  // depth, were the quote none
    std::size_t fallbackEnd = none;
    char before = 0;
    std::size_t i = first;
    for (; i < text.size() && depth > 0 && work_.spend(1); ++i) {
      const char c = text[i];
      if (c == '(') {
        if (one.mark == 0) {
          ++depth;
        } else if (fallback > 0) {
          --fallback;
        }
      } else if (c == ')') {
        if ((one.close != none && one.mark == before) || (other.close != none && other.mark == before)) {
          depth = 0;
        } else if (one.mark == 0) {
          --depth;
        } else if (fallback > 0 && --fallback == 0) {
          fallbackEnd = i;
        }
      } else if (c == '"' || c == '\'') {
        if (one.mark == 0) {
          one = {c, i, none};
          fallback = depth;
          depth = 1;
        } else if (c != one.mark && other.mark == 0) {
          other = {c, i, none};
        } else if (c == one.mark) {
          one.close = i;
        } else {
          other.close = i;
        }
      }
      if (depth > 0 && c != ' ') before = c;
    }
    if (depth == 0) {
      end = i;
      destination.end = end - 1;
      for (const Quote& quote : {one, other}) {
        if (quote.close == none || quote.mark != before) continue;
        title = {quote.open, quote.close + 1};
        destination.end = quote.open;
        break;
      }
    } else if (fallback == 0 && fallbackEnd != none) {
      end = fallbackEnd + 1;
      destination.end = fallbackEnd;
    } else if (fallback == 0 && text.size() >= first + 2) {
      // It miscounts where a parenthesis opens behind a quote: the link then goes on to the last character but one.
      end = text.size() - 1;
      destination.end = end - 1;
      piece.proven = false;
    } else {
      return false;
    }
  }
  destination = withoutBlanks(text, destination);
  piece.destination = place(flat, destination.begin, destination.end);
  if (!title.empty()) piece.title = place(flat, title.begin, title.end);
  // Where a line ends in it, what a quote or item puts before the next line would be taken for a part of it.
  const std::string_view shown = text.substr(destination.begin, destination.size());
  piece.proven =
      piece.proven && (shown.find('\n') == none || shown.find(pieceMark) != none ||
                       std::string_view(mask_).substr(piece.destination.begin, piece.destination.size()) == shown);
  at = end;
  return true;
}

}  // namespace galley
