// The only door to toml++: it decodes single values and says why a text is no TOML. Nothing throws through it. Not the
// place of spans and structure: toml_scanner.h finds those (toml++ stops at its first error).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// The text of a string as written, with its quotes; nothing where that is no TOML string.
std::optional<std::string> decodeTomlString(std::string_view written);

/// Why toml++ refuses a text.
struct TomlRefusal {
  std::size_t offset = 0;  // bytes
  std::string words;       // toml++'s own
};
/// Nothing if toml++ takes the whole text, or where it must not be asked (a line `[` without a key behind it).
std::optional<TomlRefusal> refusedByToml(std::string_view document);

}  // namespace galley
