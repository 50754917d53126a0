// The first of the four steps: a copy of a body, of the same length and with the same line ends, in which the template
// tags are overwritten, so that offsets stay and the Markdown is read as it is when they have run. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/templates.h"
#include "analysis/text/text.h"

namespace galley {

/// Offset 0 of the mask is the first byte of `body`.
std::string maskBody(std::string_view source, Span body, const TemplateSyntax& templates);

}  // namespace galley
