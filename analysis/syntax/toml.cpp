// See the header.
#include "analysis/syntax/toml.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

namespace galley {
namespace {

/// The byte of a 1-based line and column, which toml++ counts in code points.
std::size_t offsetOf(std::string_view text, const toml::source_position& position) {
  std::size_t offset = 0;
  for (toml::source_index line = 1; line < position.line; ++line) {
    const std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) return text.size();
    offset = end + 1;
  }
  for (toml::source_index column = 1; column < position.column && offset < text.size(); ++column) {
    do ++offset;
    while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0) == 0x80);
  }
  return std::min(offset, text.size());
}

}  // namespace

std::optional<std::string> decodeTomlString(std::string_view written) {
  const toml::parse_result result = toml::parse("x = " + std::string(written) + "\n");
  if (!result) return std::nullopt;
  return result.table()["x"].value<std::string>();
}

std::optional<TomlRefusal> refusedByToml(std::string_view document) {
  const toml::parse_result result = toml::parse(document);
  if (result) return std::nullopt;
  return TomlRefusal{offsetOf(document, result.error().source().begin), std::string(result.error().description())};
}

}  // namespace galley
