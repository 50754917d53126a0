// See the header.
#include "analysis/syntax/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <utility>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

std::optional<YamlRefusal> load(std::string_view text, YAML::Node& node) {
  // YAML allows no NUL, and yaml-cpp would take the text for UTF-16 or UTF-32.
  if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos)
    return YamlRefusal{nul, "control characters are not allowed"};
  try {
    node.reset(YAML::Load(std::string(text)));
    return std::nullopt;
  } catch (const YAML::Exception& refusal) {
    const std::size_t offset = refusal.mark.is_null() ? text.size() : static_cast<std::size_t>(refusal.mark.pos);
    return YamlRefusal{std::min(offset, text.size()), refusal.msg};
  }
}

/// yaml-cpp 0.7 gives the code point's lower byte alone for `\N` and for `\_` (U+0085 and U+00A0: YAML 1.2, 5.7), which
/// is no UTF-8. Where the scalar was written in UTF-8 every such byte of its value is one of the two.
std::string withWholeCharacters(std::string_view written, std::string value) {
  if (findInvalidUtf8(written) != std::string_view::npos) return value;
  for (std::size_t at = findInvalidUtf8(value); at < value.size();) {
    value.insert(at, 1, '\xC2');
    const std::size_t next = findInvalidUtf8(std::string_view(value).substr(at));
    at = next == std::string_view::npos ? value.size() : at + next;
  }
  return value;
}

}  // namespace

std::optional<std::string> decodeYamlScalar(std::string_view written) {
  YAML::Node node;
  if (load(written, node) || !node.IsScalar()) return std::nullopt;
  return withWholeCharacters(written, node.Scalar());
}

std::optional<YamlRefusal> refusedByYaml(std::string_view document) {
  YAML::Node node;
  return load(document, node);
}

}  // namespace galley
