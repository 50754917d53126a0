// The first of the four steps: a copy of a body, of the same length, in which the template tags are overwritten by what
// the converter sees in their place, so that offsets stay and the Markdown is read as it is when they have run. Lines
// end where they do in the body, but inside of a tag that becomes a word. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/templates.h"
#include "analysis/text/text.h"

namespace galley {

/// Offset 0 of the mask is the first byte of `body`.
std::string maskBody(std::string_view source, Span body, const TemplateSyntax& syntax);
/// The same, where the tags of the body are known. They must be those of `syntax`.
std::string maskBody(std::string_view source, Span body, const TemplateSyntax& syntax, const Templates& templates);

}  // namespace galley
