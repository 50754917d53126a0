// A span as people and programs outside count it: 1-based lines, 1-based columns in bytes, the end exclusive.
#pragma once

#include <cstddef>

#include "analysis/text/text.h"

namespace galley {

struct Place {
  std::size_t line = 1, column = 1;
  std::size_t endLine = 1, endColumn = 1;
  friend auto operator<=>(const Place&, const Place&) = default;
};

/// The place of a span, cut to the text where the span leaves it.
Place placeOf(const Text& text, Span span);

}  // namespace galley
