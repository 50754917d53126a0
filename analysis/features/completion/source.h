// The sources of completion: one file per kind of thing that is offered. The menu's `completion` asks each in turn.
#pragma once

#include <cstddef>
#include <optional>

#include "analysis/features/features.h"
#include "analysis/syntax/front_matter_place.h"

namespace galley {

/// The terms of the site, where the key of a value holds terms; nothing elsewhere.
std::optional<CompletionList> completeTerms(const View& view, const Post& post, const FrontMatterPlace& place,
                                            std::size_t offset);
/// The only values that a key takes: those of its field, the layouts, the authors of a data file. Nothing where any
/// value may stand.
std::optional<CompletionList> completeValues(const View& view, const Post& post, const FrontMatterPlace& place,
                                             std::size_t offset);

}  // namespace galley
