// What may stand before a YAML value, its anchor and its tag (YAML 1.2, 6.9), and what refers to an anchor: aliases.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_source.h"

namespace galley {

/// The values that have an anchor (`&name`), and how many values their aliases may still copy.
struct YamlAnchors {
  struct Anchored {
    Value value;
    std::size_t size = 0;  // with all values inside
  };
  std::map<std::string, Anchored, std::less<>> values;
  std::size_t copies = 10'000;

  void add(std::string name, const Value& value);
  /// A copy of the value of `name` for an alias that stands at `span`; null where the copies are used up.
  Value copy(std::string_view name, Span span);
};

/// The name of an anchor or alias behind its `&` or `*`, empty where none stands there.
std::string_view anchorNameAt(const YamlSource& source, std::size_t offset);

/// Behind the tag (`!name`, `!!str`, `!<uri>`) whose `!` stands at `offset`; nothing where that is no tag.
std::optional<std::size_t> tagEndAt(const YamlSource& source, std::size_t offset, bool flow);

}  // namespace galley
