// Front matter as lines `Key: value` (Python-Markdown's meta-data, which Pelican reads): no YAML, no quotes, no lists.
#pragma once

#include <optional>

#include "analysis/syntax/front_matter.h"
#include "analysis/text/text.h"

namespace galley {

/// The fields at the beginning of a text, or nothing where its first line is none. A line that is indented by four
/// blanks goes on with the value above. A key that stands twice has two entries: both count.
std::optional<FrontMatter> parseFrontMatterFields(const Text& text);

}  // namespace galley
