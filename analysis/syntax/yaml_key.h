// What begins an entry of a YAML block: keys, right ones and those with a wrong colon, and hyphens.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_lines.h"

namespace galley {

struct YamlKey {
  Span span;  // with quotes
  std::string text;
  std::size_t colon;  // the offset of the `:`
};

/// The key that begins at `p`, if its line is `key: …`.
std::optional<YamlKey> yamlKeyAt(const YamlSource& source, std::size_t p);

/// A key whose colon has no blank behind it, or is a full-width one; reports it. The colon of the result is the last
/// byte of what stands for it.
std::optional<YamlKey> brokenYamlKeyAt(YamlLines& lines, std::size_t p);

/// `- item` or a hyphen alone.
inline bool isDash(const YamlSource& source, std::size_t p) {
  return p < source.limit && source.text[p] == '-' && isYamlSpace(source.at(p + 1));
}
/// `? key`, which may be anything: rare, and not read.
inline bool isComplexKey(const YamlSource& source, std::size_t p) {
  return p < source.limit && source.text[p] == '?' && isYamlSpace(source.at(p + 1));
}

/// Reports keys that stand twice in one map.
void reportDuplicates(YamlLines& lines, const Value& map);

}  // namespace galley
