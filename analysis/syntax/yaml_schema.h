// What type a YAML reader gives to a plain scalar, and which texts must be quoted to stay text.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/syntax/value.h"

namespace galley {

/// Which reader gives a plain scalar its type.
enum class YamlSchema {
  core,   // YAML 1.2 core schema (js-yaml): true/false, decimal numbers
  psych,  // Ruby's Psych, YAML 1.1: yes/no/on/off, 12:30 sexagesimal, 010 octal, dates
};
enum class ScalarType { null, boolean, integer, real, date, text };
/// The type of a scalar; quoted and block scalars are text. Null, list and map values give null.
ScalarType typeOf(const Value& value, YamlSchema schema);
/// The truth of a boolean scalar under a schema; nothing for what is none.
std::optional<bool> booleanOf(const Value& value, YamlSchema schema);

/// True if a word must be quoted to be that very text as an item (of a flow list if `flow`) or value in YAML under
/// both schemas: `a: b`, `yes`, `@x`, `#1`, `1.10`, `a, b` in a flow list, the empty text.
bool needsQuotes(std::string_view text, bool flow);
/// `text` as YAML, quoted only where it must be; double quotes, with escapes where needed.
std::string quotedIfNeeded(std::string_view text, bool flow);
/// `text` in double quotes, with escapes where needed (YAML 1.2, 5.7).
std::string quoted(std::string_view text);

}  // namespace galley
