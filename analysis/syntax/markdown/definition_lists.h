// Definition lists of converters that md4c does not know: a term, and lines that begin with a colon below it. md4c
// takes them for paragraphs; this turns what the walk found into terms and items. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// A paragraph becomes a definitionList with its terms and items, or, where an empty line stands between, a
/// definitionTerm and a definitionItem behind it. A known gap: blocks in an item are read as text of a paragraph.
void findDefinitionLists(const std::string& mask, Tree& tree);

}  // namespace galley
