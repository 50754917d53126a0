// Python-Markdown's own grammar (3.4 with the extensions of `extra`): what exists in a post of a site that it converts,
// and where. It takes the place of md4c and the walk: its blocks are split at blank lines and then searched, its text
// is read pattern by pattern, so it is no dialect of CommonMark. Work is bounded on any text. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

Tree readPythonMarkdown(const std::string& mask);

}  // namespace galley
