// A source of completion: one file per kind of thing that is offered. The menu's `completion` asks each in turn.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/features/features.h"
#include "analysis/syntax/front_matter_place.h"

namespace galley {

/// The terms of the site where the cursor is in the value of a key that holds terms; nothing elsewhere.
std::optional<CompletionList> completeTerms(const View& view, const Post& post, const FrontMatterPlace& place,
                                            std::size_t offset);

}  // namespace galley
