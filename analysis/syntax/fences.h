// Fenced code as it is found by readers that look for it before Markdown is read: by lines, with no regard to what the
// lines stand in. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

/// From the fence's first mark to the end of its closing line, in order. Marks of quotes and one list marker may stand
/// before a fence. One that is never closed is none, or runs to the end of the body.
std::vector<Span> findFences(std::string_view source, Span body, bool unclosedRuns);

}  // namespace galley
