// Front matter that no reader sees: its opening fence is missing or misspelt, or something stands before it, so that
// its lines become text. Says nothing of files that begin with a text. Pure; any thread.
#pragma once

#include <optional>

#include "analysis/syntax/mistake.h"
#include "analysis/text/text.h"

namespace galley {

/// For a file in which a reader found no front matter: the lines that were meant as such, as a problem
/// (Mistake::notOpened) with the repair that makes them front matter. Its span is the fence as it is written or, where
/// there is none, the first line; its detail that fence, or nothing. Nothing where two lines `key: value` and a fence
/// behind them are not there, for one such line over `---` is a heading of Markdown.
std::optional<FrontMatterProblem> findLostFrontMatter(const Text& text);

}  // namespace galley
