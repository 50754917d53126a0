// See the header.
#include "analysis/syntax/markdown/heading_attributes.h"

#include <algorithm>

#include "analysis/text/byte_set.h"

namespace galley {
namespace {

constexpr std::size_t npos = std::string_view::npos;
constexpr ByteSet blanks(" \t\r\n");

std::size_t lastLineOf(std::string_view text) { return text.find_last_of("\r\n") + 1; }

std::string_view trimmedEnd(std::string_view text) { return text.substr(0, text.find_last_not_of(" \t\r\n") + 1); }

// --- goldmark: `#id`, `.class` and `key=value`, in any order, with commas if one likes ---

constexpr ByteSet idEnds(" \t\r\n!\"#$%&'()*+,/;<=>?@[\\]^`{|}~");
constexpr ByteSet keyBegins("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:");
constexpr ByteSet keyBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:0123456789.-");
constexpr ByteSet valueBytes("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_:0123456789.-+");

/// The offset behind `key=value` at `at`, or npos. A value is a word, a number or a string in double quotes.
std::size_t behindPair(std::string_view text, std::size_t at) {
  if (at == text.size() || !keyBegins.has(text[at])) return npos;
  at = blanks.skip(text, keyBytes.skip(text, at, text.size()), text.size());
  if (at == text.size() || text[at] != '=') return npos;
  at = blanks.skip(text, at + 1, text.size());
  if (at == text.size() || text[at] != '"') {
    const std::size_t end = valueBytes.skip(text, at, text.size());
    return end == at ? npos : end;
  }
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return at < text.size() ? at + 1 : npos;
}

/// Of the attributes whose `{` stands at `open`: the offset behind their `}`, or npos; and their id.
std::size_t behindAttributes(std::string_view text, std::size_t open, Span& id) {
  std::size_t at = open + 1;
  while (at < text.size() && text[at] != '}') {
    at = blanks.skip(text, at, text.size());
    if (at < text.size() && (text[at] == '#' || text[at] == '.')) {
      const std::size_t end = idEnds.find(text, at + 1, text.size());
      if (text[at] == '#') id = {at + 1, end};
      at = end;
    } else {
      at = behindPair(text, at);
      if (at == npos) return npos;
    }
    at = blanks.skip(text, at, text.size());
    if (at < text.size() && text[at] == ',') at = blanks.skip(text, at + 1, text.size());
  }
  return at < text.size() ? at + 1 : npos;
}

std::optional<HeadingAttributes> asGoldmark(std::string_view text, bool closed) {
  std::size_t open = npos;  // the last one that no backslash stands before
  for (std::size_t at = lastLineOf(text); at < text.size(); ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '{') {
      open = at;
    }
  }
  Span id;
  if (open == npos || behindAttributes(text, open, id) != text.size()) return std::nullopt;
  std::string_view left = trimmedEnd(text.substr(0, open));
  // Closing marks may stand before the attributes instead: the first `#` behind a blank, and nothing else.
  const std::size_t marks = left.find(" #");
  if (!closed && marks != npos && left.find_first_not_of('#', marks + 1) == npos)
    left = trimmedEnd(left.substr(0, marks));
  return HeadingAttributes{{open, text.size()}, id, {0, left.size()}};
}

// --- pulldown-cmark: what stands between the last braces, as words ---

std::optional<HeadingAttributes> asPulldownCmark(std::string_view text) {
  if (text.size() < 2 || text.back() != '}') return std::nullopt;
  const std::size_t open = text.find_last_of("{}<>\\\r\n", text.size() - 2);
  if (open == npos || text[open] != '{') return std::nullopt;
  Span id;
  for (std::size_t at = open + 1; at < text.size() - 1;) {
    const std::size_t word = blanks.skip(text, at, text.size() - 1);
    at = blanks.find(text, word, text.size() - 1);
    if (at > word + 1 && text[word] == '#') id = {word + 1, at};
  }
  std::string_view left = trimmedEnd(text.substr(0, open));
  // The closing marks are those before the attributes.
  const std::size_t marks = left.find_last_not_of('#') + 1;
  if (marks < left.size() && (marks == 0 || blanks.has(left[marks - 1]))) left = trimmedEnd(left.substr(0, marks));
  return HeadingAttributes{{open, text.size()}, id, {0, left.size()}};
}

}  // namespace

std::optional<HeadingAttributes> headingAttributesOf(std::string_view source, Span content, const Dialect& dialect) {
  const std::string_view text = source.substr(content.begin, content.size());
  if (dialect.headingAttributes == Dialect::HeadingAttributes::none || text.find('{') == npos) return std::nullopt;
  const std::size_t lineEnd = std::min(source.find_first_of("\r\n", content.end), source.size());
  const bool closed = source.substr(content.end, lineEnd - content.end).find('#') != npos;
  std::optional<HeadingAttributes> found;
  switch (dialect.headingAttributes) {
    case Dialect::HeadingAttributes::none:
      break;
    case Dialect::HeadingAttributes::goldmark:
      found = asGoldmark(text, closed);
      break;
    case Dialect::HeadingAttributes::pulldownCmark:
      if (!closed) found = asPulldownCmark(text);
      break;
  }
  if (!found) return std::nullopt;
  for (Span* span : {&found->span, &found->id, &found->content})
    *span = {span->begin + content.begin, span->end + content.begin};
  if (found->id.empty()) found->id = {};
  return found;
}

}  // namespace galley
