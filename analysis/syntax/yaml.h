// The only door to yaml-cpp: it decodes single scalars and is a second witness for syntax. Nothing throws through it.
// Not the place of spans and structure: yaml_scanner.h finds those.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace galley {

/// The text of one scalar as written (quoted, plain over several lines, or a block scalar with its header), or nothing
/// where that is no scalar.
std::optional<std::string> decodeYamlScalar(std::string_view written);

/// Why yaml-cpp refuses a text.
struct YamlRefusal {
  std::size_t offset = 0;  // bytes; the end of the text where yaml-cpp names no place
  std::string words;       // yaml-cpp's own
};
/// Nothing if yaml-cpp takes the whole text as one document.
std::optional<YamlRefusal> refusedByYaml(std::string_view document);

}  // namespace galley
