// The output tag `{{ … }}` at the beginning of a destination.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace galley {

struct OutputTag {
  std::string_view content;  // between the braces, without white-space control and blanks
  std::size_t size = 0;      // bytes of the whole tag
};

/// Nothing where the text begins with no complete output tag.
std::optional<OutputTag> leadingOutputTag(std::string_view text);

}  // namespace galley
