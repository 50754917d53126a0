// See the header.
#include "analysis/text/place.h"

#include <algorithm>

namespace galley {

Place placeOf(const Text& text, Span span) {
  const std::size_t begin = std::min(span.begin, text.size());
  const std::size_t end = std::clamp(span.end, begin, text.size());
  const std::size_t line = text.lineOf(begin);
  const std::size_t endLine = text.lineOf(end);
  return {.line = line + 1,
          .column = begin - text.line(line).begin + 1,
          .endLine = endLine + 1,
          .endColumn = end - text.line(endLine).begin + 1};
}

}  // namespace galley
