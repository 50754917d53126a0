// Where a cursor stands in TOML or JSON front matter. One walk over the bytes from the beginning to the cursor that
// keeps the open brackets and their keys, so that half-typed and unclosed texts have places, too.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/syntax/front_matter_place.h"

namespace galley {

/// As findFrontMatterPlace, for these two formats.
std::optional<FrontMatterPlace> findTokenPlace(const Text& text, const FrontMatter& frontMatter, std::size_t offset);

}  // namespace galley
