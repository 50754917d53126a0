// Footnotes, which md4c does not know: it takes `[^a]: word` for a definition of a link and a longer note for a
// paragraph. This turns what the walk found into notes and references to them. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// A note that nothing refers to does not reach the page: its node and those in it are hidden.
/// A known gap: paragraphs of a note behind a blank line, indented by four columns, stay indented code.
void findFootnotes(const std::string& mask, Tree& tree);

}  // namespace galley
