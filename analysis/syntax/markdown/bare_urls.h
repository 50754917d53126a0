// `https://…` and `www.…` in text, as the converter of a dialect makes links of them. md4c makes them only behind a
// blank or some marks, and ends them by a rule of its own; so where it walked, they are looked for anew. Addresses of
// mail stay as md4c finds them. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// Where a stretch of a text may hold bare addresses: the colon of each `://` and the dot of each `www.`, in order.
std::vector<std::size_t> bareUrlMarksIn(std::string_view text, Span stretch);

/// Gives the tree of a walk through `mask` the links that the dialect makes of bare addresses.
void findBareUrls(const std::string& mask, const Dialect& dialect, Tree& tree);

}  // namespace galley
