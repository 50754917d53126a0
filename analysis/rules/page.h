// The page of a rule for readers, made from its struct: what docs/rules holds and `galley rules` prints.
#pragma once

#include <string>

#include "analysis/site/rule.h"

namespace galley {

/// Markdown with a line end at its end.
std::string rulePage(const Rule& rule);
/// The table of all rules, as docs/rules/README.md has it.
std::string rulesPage();

/// `error`, `warning`, `hint`.
std::string_view nameOf(Severity severity);

}  // namespace galley
