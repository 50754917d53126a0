// A decoded value of front matter or a data file, with the place where it is written. One form for YAML, TOML and JSON.
// Not typed beyond scalar, list and map: yaml_schema.h tells what a scalar is.
#pragma once

#include <string>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

enum class ScalarStyle { plain, singleQuoted, doubleQuoted, literal, folded };

struct Entry;

/// A decoded value with its place. Offsets are bytes of the whole file.
struct Value {
  enum class Kind {
    null,    // nothing is written behind the key, or it could not be decoded
    scalar,  // `text`, still untyped: see typeOf
    list,
    map,
  };
  Kind kind = Kind::null;
  /// As written, with quotes and brackets, without anchor and tag; an empty span where the value would stand for
  /// nothing; the raw text of what could not be decoded; the alias (`*x`) of a value that stands elsewhere.
  Span span;
  ScalarStyle style = ScalarStyle::plain;
  bool flow = false;           // a list or map in brackets
  std::string text;            // of a scalar: decoded (escapes resolved, lines folded)
  std::vector<Value> items;    // of a list
  std::vector<Entry> entries;  // of a map
};

struct Entry {
  std::string key;  // decoded, as the author spells it
  Span keySpan;     // with quotes if there are any
  Value value;
  Span span;             // from the key to the end of the value (its last line without line end)
  bool readable = true;  // false: `value` is null because its text could not be decoded
};

}  // namespace galley
