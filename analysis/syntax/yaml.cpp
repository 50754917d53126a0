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

}  // namespace

std::optional<std::string> decodeYamlScalar(std::string_view written) {
  YAML::Node node;
  if (load(written, node) || !node.IsScalar()) return std::nullopt;
  return node.Scalar();
}

std::optional<YamlRefusal> refusedByYaml(std::string_view document) {
  YAML::Node node;
  return load(document, node);
}

}  // namespace galley
