// The line of a finding as a terminal shows it, and the carets under it. Pure; any thread.
#pragma once

#include <string>

#include "analysis/text/text.h"

namespace galley::server {

struct Excerpt {
  std::string line;    // printable; tabs are blanks, a long line is cut around the span and says so with `…`
  std::string carets;  // blanks, then one caret for each display column of the span: at least one
};

/// Of the line on which the span begins; carets of a span over several lines end with that line.
Excerpt excerptOf(const Text& text, Span span);

}  // namespace galley::server
