// The references to notes: marks in texts, and which notes reach the page. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// A mark of which there is a note becomes a reference. A note that nothing refers to does not reach the page: its node
/// and those in it are hidden.
void findFootnotes(const std::string& mask, Tree& tree);

}  // namespace galley
