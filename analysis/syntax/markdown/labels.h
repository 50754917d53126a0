// How each grammar compares the label of a reference with those of definitions, and what backslashes mean there. Pure;
// any thread.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/markdown/dialect.h"

namespace galley {

/// What kramdown takes backslashes from in the text of an image, and in that of a link before it is looked for. On the
/// page its GFM parser takes one from `~`, too.
inline constexpr std::string_view kramdownEscapable = "\\.*_+`<>()[]{}#!:|\"'$=-";

/// A text without each backslash that stands before one of the `escapable` characters.
std::string unescaped(std::string_view text, std::string_view escapable);

/// What a definition with this label is found by.
std::string definitionKey(std::string_view label, Dialect::Grammar grammar);

/// What a reference with this label looks for. `isText`: the label is the text of the link, `[label]` or `[label][]`.
std::string referenceKey(std::string_view label, bool isText, Dialect::Grammar grammar);

}  // namespace galley
