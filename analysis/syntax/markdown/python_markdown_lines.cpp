// See the header.
#include "analysis/syntax/markdown/python_markdown_lines.h"

#include <algorithm>
#include <map>

namespace galley::python_markdown_lines {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool endsLine(std::string_view text, std::size_t at) { return at >= text.size() || text[at] == '\n'; }

std::size_t skipBlanks(std::string_view text, std::size_t at) { return at + blanksAt(text, at); }

/// The bytes that a blank takes which begins at `at`, Unicode's blanks among them; 0 for none.
std::size_t blankAt(std::string_view text, std::size_t at) {
  constexpr std::string_view wide[] = {"\u00A0", "\u0085", "\u1680", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000"};
  if (isSpace(text[at])) return 1;
  for (const std::string_view blank : wide)
    if (text.substr(at, blank.size()) == blank) return blank.size();
  const std::string_view three = text.substr(at, 3);  // U+2000 to U+200A
  return three.size() == 3 && three >= "\u2000" && three <= "\u200A" ? 3 : 0;
}

/// The title at `at`, which must end its line; an empty span for none.
Span titleAt(std::string_view text, std::size_t at) {
  if (at >= text.size() || (text[at] != '"' && text[at] != '\'' && text[at] != '(')) return {};
  const char close = text[at] == '(' ? ')' : text[at];
  std::size_t end = lineEnd(text, at);
  while (end > at && text[end - 1] == ' ') --end;
  return end > at + 1 && text[end - 1] == close ? Span{at, end} : Span{};
}

}  // namespace

std::size_t lineEnd(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }
std::size_t nextLine(std::string_view text, std::size_t at) { return std::min(lineEnd(text, at) + 1, text.size()); }

std::size_t blanksAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] == ' ') ++end;
  return end - at;
}

bool isBlankLine(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] != '\n' && isSpace(text[at])) ++at;
  return endsLine(text, at);
}

bool isIndented(std::string_view text, std::size_t at, std::size_t levels) {
  return blanksAt(text, at) >= tab * levels;
}

Marked listMarker(std::string_view text, std::size_t at, Marker marker, std::size_t least, std::size_t most) {
  const std::size_t indent = blanksAt(text, at);
  if (indent < least || indent > most) return {};
  const std::size_t mark = at + indent;
  std::size_t end = mark;
  if (end >= text.size()) return {};
  if (marker != Marker::number && (text[end] == '*' || text[end] == '+' || text[end] == '-')) {
    ++end;
  } else if (marker != Marker::bullet) {
    while (end < text.size() && isDigit(text[end])) ++end;
    if (end == mark || end >= text.size() || text[end] != '.') return {};
    ++end;
  }
  const std::size_t content = skipBlanks(text, end);
  return end > mark && content > end ? Marked{mark, content} : Marked{};
}

Marked definitionMarker(std::string_view text, std::size_t at) {
  const std::size_t mark = skipBlanks(text, at);
  if (mark - at > 3 || mark >= text.size() || text[mark] != ':') return {};
  const std::size_t blanks = blanksAt(text, mark + 1);
  return blanks == 0 ? Marked{} : Marked{mark, mark + 1 + std::min<std::size_t>(blanks, 3)};
}

Marked quoteMarker(std::string_view text, std::size_t at) {
  const std::size_t mark = skipBlanks(text, at);
  if (mark - at > 3 || mark >= text.size() || text[mark] != '>') return {};
  return {mark, mark + 1 + std::min<std::size_t>(blanksAt(text, mark + 1), 1)};
}

Marked footnoteMarker(std::string_view text, std::size_t at) {
  const std::size_t mark = skipBlanks(text, at);
  if (mark - at > 3 || text.substr(mark, 2) != "[^") return {};
  const std::size_t close = text.find(']', mark + 2);
  if (close == none || text.substr(close, 2) != "]:") return {};
  return {mark, skipBlanks(text, close + 2)};
}

HashHeading hashHeading(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin < text.size() && begin - at < 6 && text[begin] == '#') ++begin;
  if (begin == at) return {};
  std::size_t end = lineEnd(text, begin);
  std::size_t slashes = 0;
  while (slashes < end - begin && text[end - 1 - slashes] == '\\') ++slashes;
  if (slashes % 2 != 0) return {};  // a backslash takes the line end's meaning
  while (end > begin && text[end - 1] == '#') --end;
  slashes = 0;
  while (slashes < end - begin && text[end - 1 - slashes] == '\\') ++slashes;
  if (slashes % 2 != 0) ++end;  // the mark behind it is text
  const auto level = static_cast<int>(begin - at);
  const Span words = withoutBlanks(text, {begin, end});
  return {level, words.begin, words.end};
}

Span withoutBlanks(std::string_view text, Span span) {
  text = text.substr(0, span.end);
  while (!span.empty() && blankAt(text, span.begin) > 0) span.begin += blankAt(text, span.begin);
  const auto blankBefore = [&](std::size_t end) {
    for (std::size_t size = 1; size <= 3 && size <= end - span.begin; ++size)
      if (blankAt(text.substr(0, end), end - size) == size) return size;
    return std::size_t{0};
  };
  while (!span.empty() && blankBefore(span.end) > 0) span.end -= blankBefore(span.end);
  return span;
}

int underline(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == '=' || text[end] == '-')) ++end;
  if (end == at || !endsLine(text, skipBlanks(text, end))) return 0;
  return text[at] == '=' ? 1 : 2;
}

bool isRule(std::string_view text, std::size_t at) {
  const std::size_t indent = blanksAt(text, at);
  at += indent;
  if (indent > 3 || at >= text.size() || (text[at] != '-' && text[at] != '_' && text[at] != '*')) return false;
  const char mark = text[at];
  std::size_t count = 0;
  while (at < text.size() && text[at] == mark) {
    ++count;
    const std::size_t blanks = blanksAt(text, ++at);
    if (blanks > 2) return count >= 3 && endsLine(text, at + blanks);
    at += blanks;
  }
  return count >= 3 && endsLine(text, at);
}

std::optional<Reference> reference(std::string_view text, std::size_t at) {
  const std::size_t open = skipBlanks(text, at);
  if (open - at > 3 || open >= text.size() || text[open] != '[') return std::nullopt;
  const std::size_t close = text.find_first_of("[]", open + 1);
  if (close == none || text.substr(close, 2) != "]:") return std::nullopt;
  Reference found;
  found.label = {open + 1, close};
  std::size_t begin = skipBlanks(text, close + 2);
  if (begin < text.size() && text[begin] == '\n') begin = skipBlanks(text, begin + 1);
  std::size_t end = begin;
  while (end < text.size() && !isSpace(text[end])) ++end;
  if (end == begin) return std::nullopt;
  const std::size_t behind = skipBlanks(text, end);
  found.title = titleAt(text, behind);
  if (!found.title.empty()) {
    found.end = lineEnd(text, behind);
  } else if (endsLine(text, behind)) {
    found.end = std::min(behind, text.size());
    if (behind < text.size()) {
      found.title = titleAt(text, skipBlanks(text, behind + 1));
      if (!found.title.empty()) found.end = lineEnd(text, found.title.begin);
    }
  } else {
    return std::nullopt;
  }
  while (begin < end && text[begin] == '<') ++begin;
  while (end > begin && text[end - 1] == '>') --end;
  found.destination = {begin, end};
  return found;
}

std::optional<Reference> abbreviation(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) != "*[") return std::nullopt;
  const std::size_t close = text.find(']', at + 2);
  if (close == none) return std::nullopt;
  std::size_t colon = close + 1;
  if (colon < text.size() && text[colon] == ' ') ++colon;
  if (colon >= text.size() || text[colon] != ':') return std::nullopt;
  Reference found;
  found.label = {at + 2, close};
  std::size_t begin = skipBlanks(text, colon + 1);
  if (begin < text.size() && text[begin] == '\n') begin = skipBlanks(text, begin + 1);
  found.end = lineEnd(text, std::min(begin, text.size()));
  return found;
}

Attributes attributes(std::string_view text, std::size_t at) {
  if (at >= text.size() || text[at] != '{') return {};
  std::size_t begin = at + 1;
  if (begin < text.size() && text[begin] == ':') ++begin;
  begin = skipBlanks(text, begin);
  const std::size_t close = text.find_first_of("}\n", begin);
  if (close == none || text[close] != '}' || close == begin) return {};
  return {close + 1, {begin, close}};
}

std::vector<std::size_t> pipes(std::string_view row) {
  struct Ticks {
    std::size_t begin, size, escaped;
  };
  std::vector<std::size_t> found;
  std::vector<Ticks> ticks;
  for (std::size_t at = 0; at < row.size(); ++at) {
    const std::size_t mark = row[at] == '\\' ? at + 1 : at;
    if (mark < row.size() && row[mark] == '`') {
      std::size_t end = mark;
      while (end < row.size() && row[end] == '`') ++end;
      ticks.push_back({at, end - mark, mark - at});
      at = end - 1;
    } else if (row[at] == '\\' && mark < row.size() && (row[mark] == '\\' || row[mark] == '|')) {
      ++at;
    } else if (row[at] == '|') {
      found.push_back(at);
    }
  }
  // Ticks go together with the next ones of the same size; an escaped tick opens nothing.
  std::vector<Span> codes;
  std::map<std::size_t, std::vector<std::size_t>> bySize;
  for (std::size_t i = 0; i < ticks.size(); ++i) bySize[ticks[i].size].push_back(i);
  for (std::size_t i = 0; i < ticks.size();) {
    const auto& same = bySize[ticks[i].size - ticks[i].escaped];
    const auto next = std::upper_bound(same.begin(), same.end(), i);
    if (ticks[i].size == ticks[i].escaped || next == same.end()) {
      ++i;
      continue;
    }
    codes.push_back({ticks[i].begin, ticks[*next].begin + ticks[*next].size});
    i = *next + 1;
  }
  std::erase_if(found, [&](std::size_t pipe) {
    return std::any_of(codes.begin(), codes.end(), [&](Span code) { return code.begin <= pipe && pipe < code.end; });
  });
  return found;
}

}  // namespace galley::python_markdown_lines
