// Patterns with `*` and `?`, as configurations use them for paths.
#pragma once

#include <string_view>

namespace galley {

/// True if the whole text matches: `*` stands for any bytes, slashes too, `?` for one. Linear in practice: only the
/// last star is tried again.
bool matchesGlob(std::string_view text, std::string_view pattern);

}  // namespace galley
