// See the header.
#include "analysis/syntax/yaml.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

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

/// yaml-cpp 0.7 gives one byte for `\N` and for `\_` (YAML 1.2, 5.7), which is no UTF-8: here they are spelt otherwise.
std::string withoutByteEscapes(std::string_view written) {
  std::string result(written);
  if (!written.starts_with('"')) return result;
  for (std::size_t at = result.find('\\'); at != std::string::npos; at = result.find('\\', at + 2)) {
    const char escape = at + 1 < result.size() ? result[at + 1] : '\0';
    if (escape == 'N') result.replace(at, 2, "\\x85");
    if (escape == '_') result.replace(at, 2, "\\xa0");
  }
  return result;
}

}  // namespace

std::optional<std::string> decodeYamlScalar(std::string_view written) {
  YAML::Node node;
  if (load(withoutByteEscapes(written), node) || !node.IsScalar()) return std::nullopt;
  return node.Scalar();
}

std::optional<YamlRefusal> refusedByYaml(std::string_view document) {
  YAML::Node node;
  return load(document, node);
}

}  // namespace galley
