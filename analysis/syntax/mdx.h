// What MDX adds to Markdown: lines of `import` and `export`, `<Component …>` and every other tag, which is JSX, and
// `{expressions}`. Code is no part of it. JavaScript is followed as far as its brackets and strings go, not parsed.
// Pure; any thread.
#pragma once

#include <string_view>

#include "analysis/syntax/templates.h"

namespace galley {

/// The tags alone: partners and what is substituted are not filled in. Attributes are arguments; one in braces keeps
/// them.
Templates parseMdx(std::string_view source, Span body);

}  // namespace galley
