// kramdown's own grammar (2.4 with its GFM parser, hard_wrap off): what exists in a post of a site that kramdown
// converts, and where. It takes the place of md4c and the walk: kramdown is no dialect of CommonMark, and on real blogs
// reading it as one loses headings, images and half of the links. Work is bounded on any text. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/tree.h"

namespace galley {

Tree readKramdown(const std::string& mask);

}  // namespace galley
