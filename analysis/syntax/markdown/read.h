// The last of the four steps: what an author wrote at the places that the walk found. Texts, destinations and
// attributes come from the source, never from the mask. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/markdown/markdown.h"
#include "analysis/syntax/markdown/tree.h"

namespace galley {

Markdown readMarkdown(std::string_view source, Span body, const std::string& mask, const Templates& templates,
                      Tree tree, const Dialect& dialect);

}  // namespace galley
