// Emphasis as Python-Markdown finds it: five patterns for `*` and five for `_`, each tried in turn where a mark stands;
// in what one has found, only those behind it are looked for. See python_markdown_parser.h.
#include <algorithm>

#include "analysis/syntax/markdown/python_markdown_parser.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

/// True for a letter, digit or `_` at, or before, an offset.
bool isWordAt(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  return text[at] == '_' || isLetterMarkOrDigit(codePointAt(text, at).value);
}
bool isWordBefore(std::string_view text, std::size_t at) {
  if (at == 0) return false;
  std::size_t begin = at - 1;
  while (begin > 0 && at - begin < 4 && (static_cast<unsigned char>(text[begin]) & 0xC0) == 0x80) --begin;
  return isWordAt(text, begin);
}

}  // namespace

/// The emphasis that begins at the mark at `at`, by a pattern behind the first `after`.
std::optional<PythonMarkdownParser::Match> PythonMarkdownParser::matchEmphasis(const PlacedText& flat, std::size_t at,
                                                                               char mark, std::size_t after) {
  const std::string_view text = flat.text;
  const std::string one(1, mark);
  const std::string two(2, mark);
  const std::string three(3, mark);
  const auto has = [&](std::string_view marks) { return text.substr(at, marks.size()) == marks; };
  const auto span = [&](Node::Kind kind, std::size_t begin, std::size_t end, std::size_t contentBegin,
                        std::size_t contentEnd, PlacedText inner) {
    Piece piece;
    piece.kind = kind;
    piece.span = place(flat, begin, end);
    piece.content = {place(flat, begin, contentBegin).end, place(flat, contentEnd, end).begin};
    piece.inner = std::move(inner);
    return add(std::move(piece));
  };
  // `***a* b**` and `***a** b*`: one begins in the other, with which it begins.
  const auto nested = [&](Node::Kind outer, Node::Kind inner, std::string_view innerEnd, std::string_view outerEnd,
                          std::size_t pattern) -> std::optional<Match> {
    if (!has(three)) return std::nullopt;
    const std::size_t first = work_.find(text, innerEnd, at + 4);
    const std::size_t second = first == none ? none : work_.find(text, outerEnd, first + innerEnd.size());
    if (second == none) return std::nullopt;
    PlacedText content;
    put(content, span(inner, at + outerEnd.size(), first + innerEnd.size(), at + 3, first,
                      emphasisIn(flat, at + 3, first, mark, pattern)));
    const PlacedText rest = emphasisIn(flat, first + innerEnd.size(), second, mark, pattern);
    content.append(rest, 0, rest.text.size());
    const std::size_t end = second + outerEnd.size();
    return Match{at, end, span(outer, at, end, at + outerEnd.size(), second, std::move(content))};
  };
  // `**a *b***`: both end at once.
  const auto ending = [&](std::size_t first) -> std::optional<Match> {
    const std::size_t close = work_.find(text, three, first + 2);
    if (close == none) return std::nullopt;
    PlacedText content = emphasisIn(flat, at + 2, first, mark, 3);
    put(content,
        span(Node::Kind::emphasis, first, close + 1, first + 1, close, emphasisIn(flat, first + 1, close, mark, 3)));
    return Match{at, close + 3, span(Node::Kind::strong, at, close + 3, at + 2, close + 1, std::move(content))};
  };
  const auto simple = [&](Node::Kind kind, std::size_t size, std::size_t close,
                          std::size_t pattern) -> std::optional<Match> {
    return Match{at, close + size,
                 span(kind, at, close + size, at + size, close, emphasisIn(flat, at + size, close, mark, pattern))};
  };
  if (after < 1)
    if (auto found = nested(Node::Kind::strong, Node::Kind::emphasis, one, two, 1)) return found;
  if (after < 2)
    if (auto found = nested(Node::Kind::emphasis, Node::Kind::strong, two, one, 2)) return found;
  if (mark == '*') {
    if (after < 3 && has(two) && !has(three)) {
      const std::size_t first = work_.find(text, one, at + 2);
      if (first != none && text.substr(first, 2) != two)
        if (auto found = ending(first)) return found;
    }
    if (after < 4 && has(two)) {
      const std::size_t close = work_.find(text, two, at + 3);
      if (close != none) return simple(Node::Kind::strong, 2, close, 4);
    }
    const std::size_t close = after < 5 ? work_.find(text, one, at + 1) : none;
    if (close != none && close > at + 1) return simple(Node::Kind::emphasis, 1, close, 5);
    return std::nullopt;
  }
  if (isWordBefore(text, at)) return std::nullopt;
  if (after < 3 && has(two) && !has(three)) {
    std::size_t first = work_.find(text, one, at + 3);
    while (first != none && (isWordBefore(text, first) || text.substr(first, 2) == two))
      first = work_.find(text, one, first + 1);
    if (first != none) {
      auto found = ending(first);
      if (found && !isWordAt(text, found->end)) return found;
    }
  }
  for (const std::size_t size : {std::size_t{2}, std::size_t{1}}) {
    const std::size_t pattern = size == 2 ? 4 : 5;
    const std::string& marks = size == 2 ? two : one;
    if (after >= pattern || !has(marks) || text.substr(at + size, 1) == one) continue;
    std::size_t close = work_.find(text, marks, at + size + 1);
    while (close != none && (text[close - 1] == mark || isWordAt(text, close + size)))
      close = work_.find(text, marks, close + 1);
    if (close != none) return simple(size == 2 ? Node::Kind::strong : Node::Kind::emphasis, size, close, pattern);
  }
  return std::nullopt;
}

PlacedText PythonMarkdownParser::emphasisIn(const PlacedText& flat, std::size_t begin, std::size_t end, char mark,
                                            std::size_t after) {
  const PlacedText text = part(flat, begin, end);
  PlacedText result;
  std::size_t copied = 0;
  for (std::size_t at = text.text.find(mark); at != none && after < 5; at = text.text.find(mark, at)) {
    const auto found = matchEmphasis(text, at, mark, after);
    if (!found) {
      ++at;
      continue;
    }
    result.append(text, copied, found->begin);
    put(result, found->piece);
    at = copied = found->end;
  }
  result.append(text, copied, text.text.size());
  return result;
}

}  // namespace galley
