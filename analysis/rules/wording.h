// How rules put an author's words into a message, and names that are nearly right into a suggestion.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/rule.h"

namespace galley {

/// An author's words between back quotes: on one line, cut with `…` behind 200 characters: a path is told by its end.
std::string code(std::string_view words);

/// "`a`", "`a` or `b`", "`a`, `b` or `c`".
std::string anyOf(const std::vector<std::string>& words);

/// Sentences with a blank between them; empty ones are left out.
std::string joined(std::string_view first, std::string_view second, std::string_view third = {});

/// The allowed name that a misspelt one was meant to be, or null: a difference of letter case, one slip in a name of
/// four or more characters, two in one of eight or more. The first of equals wins.
const std::string* findMeant(std::string_view written, const std::vector<std::string>& allowed);

/// The text of a value, as it is, in place of what `span` holds: in the same quotes if there are any.
Edit replaceScalar(const Post& post, const Value& value, std::string_view text);

/// True for a value that an editor put between typographic quotes (“x”, ‘x’, „x“, «x»): one fault, told by one rule.
bool isSmartQuoted(std::string_view text);

}  // namespace galley
