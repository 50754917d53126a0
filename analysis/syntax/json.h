// The only door of analysis to nlohmann: strict JSON (RFC 8259) as values with spans. For package.json, data files and
// front matter between braces. Not YAML, which takes what is no JSON and refuses some that is.
#pragma once

#include "analysis/syntax/front_matter.h"
#include "analysis/text/text.h"

namespace galley {

/// A JSON file. Strings are double-quoted scalars; numbers, true, false and null plain ones, so that typeOf under the
/// core schema gives their type. What stands before an error is kept.
DataFile parseJson(const Text& text);

struct JsonPrefix {
  DataFile data;
  std::size_t end = 0;  // behind the value; where it was given up if it is broken
};
/// The JSON value that begins at `begin`, whatever stands behind it.
JsonPrefix parseJsonPrefix(const Text& text, std::size_t begin);

}  // namespace galley
