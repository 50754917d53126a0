// The structure of a TOML text with exact spans, from half-typed text, too: keys, tables, values and their items. Each
// statement stands alone, so a broken one spoils only itself. Texts of strings come from toml++.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/value.h"

namespace galley {

struct TomlScan {
  std::vector<Entry> entries;                // tables are entries with a map; `[a.b]` and `a.b = …` are nested
  std::vector<FrontMatterProblem> problems;  // in order of their places, at most 100
};

/// `content`: the TOML in `source`, without fences; offsets of the result count from the beginning of `source`.
/// Strings are quoted scalars, all other values plain ones: typeOf under the core schema gives their type.
TomlScan scanToml(std::string_view source, Span content);

}  // namespace galley
