// Footnotes, which md4c does not know: it would take `[^a]: word` for a definition of a link. It is given paragraphs
// instead; this turns what the walk found in them into notes, and marks in texts into references. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// The mask for md4c: of the same length, the colons behind the labels of notes are letters.
std::string withoutNotes(const std::string& mask);

/// `mask` is the one with the colons. A note that nothing refers to does not reach the page: its node and those in it
/// are hidden. A known gap: paragraphs of a note behind a blank line, indented by four columns, stay indented code.
void findFootnotes(const std::string& mask, Tree& tree);

}  // namespace galley
