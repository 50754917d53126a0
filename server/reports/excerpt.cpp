// See the header.
#include "server/reports/excerpt.h"

#include <algorithm>

#include "analysis/text/unicode.h"
#include "server/printable.h"

namespace galley::server {

namespace {

constexpr std::size_t tabStop = 4;
constexpr std::size_t most = 120;   // columns of a line that are shown
constexpr std::size_t before = 60;  // bytes in front of the span, of a line that is too long

/// Where to begin, so that the span is seen: the line's beginning, or the beginning of a character near the span.
std::size_t firstShown(std::string_view bytes, Span line, std::size_t begin) {
  if (line.size() <= most || begin - line.begin <= before) return line.begin;
  std::size_t from = begin - before;
  while (from < begin && (static_cast<unsigned char>(bytes[from]) & 0xC0) == 0x80) ++from;
  return from;
}

}  // namespace

Excerpt excerptOf(const Text& text, Span span) {
  const std::string_view bytes = text.bytes();
  const Span line = text.line(text.lineOf(span.begin));
  const std::size_t begin = std::clamp(span.begin, line.begin, line.end);
  const std::size_t end = std::clamp(span.end, begin, line.end);

  Excerpt excerpt;
  std::size_t at = firstShown(bytes, line, begin);
  if (at > line.begin) excerpt.line += "…";
  std::size_t column = displayWidth(excerpt.line);
  std::size_t beginColumn = column;
  std::size_t endColumn = column;
  while (at < line.end && column < most) {
    if (at <= begin) beginColumn = column;
    const std::size_t length = excerpt.line.size();
    if (bytes[at] == '\t') {
      excerpt.line.append(tabStop - column % tabStop, ' ');
      ++at;
    } else {
      at += appendPrintable(excerpt.line, bytes.substr(0, line.end), at);
    }
    column += displayWidth(std::string_view(excerpt.line).substr(length));
    if (at <= end) endColumn = column;
  }
  if (at <= begin) beginColumn = column;  // the span begins behind the last character
  if (at < end) endColumn = column;       // … or ends where it is cut
  if (at < line.end) excerpt.line += "…";
  excerpt.carets = std::string(beginColumn, ' ') + std::string(std::max(endColumn, beginColumn + 1) - beginColumn, '^');
  return excerpt;
}

}  // namespace galley::server
