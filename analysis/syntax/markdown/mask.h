// The first of the four steps: a copy of a body, of the same length and with the same line ends, in which everything
// is overwritten that the site's converter does not read as CommonMark does. Offsets stay, md4c sees what the converter
// sees. What was hidden and still means something is listed beside it. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/templates.h"
#include "analysis/text/text.h"

namespace galley {

struct Mask {
  std::string text;           // of the body alone: offset 0 is the body's first byte
  std::vector<Span> rawHtml;  // hidden from md4c, but the page gets it as it is: tags are read from it
  std::string rawText;        // where there is any: the body with its template tags masked, and nothing else

  [[nodiscard]] std::string_view html() const { return rawHtml.empty() ? text : rawText; }
};

Mask maskBody(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates);

}  // namespace galley
