// Footnotes, which md4c does not know: it would take `[^a]: word` for a definition of a link. It is given items of a
// list in their place, whose text begins at the fourth column, as that of a note goes on behind four blanks; this turns
// the items that the walk found into notes, and marks in texts into references. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// The mask for md4c: of the same length, the label of each note is the mark of an item and a word. A known gap: what
/// begins a block other than a paragraph directly behind the label is text.
std::string withNotesAsItems(const std::string& mask);

/// `mask` is the one with the labels. A note that nothing refers to does not reach the page: its node and those in it
/// are hidden.
void findFootnotes(const std::string& mask, Tree& tree);

}  // namespace galley
