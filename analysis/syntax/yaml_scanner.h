// The structure of a YAML text with exact spans, from half-typed text, too: lines, indentation, quotes, brackets. It
// decides what stands where and what is wrong, in the way of libyaml, which Ruby's reader stands on; values of scalars
// come from yaml-cpp. Not a reader of tags, directives and complex keys: `certain` says when there were any.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/value.h"

namespace galley {

struct YamlScan {
  Value root;                                // null where nothing is written
  std::vector<FrontMatterProblem> problems;  // in order of their places, at most 100
  bool certain = true;                       // false: something stands there that the scanner does not know
};

enum class YamlRoot {
  map,  // front matter: anything but keys is a mistake
  any,  // a data file
};

/// `content`: the YAML in `source`, without fences; offsets of the result count from the beginning of `source`.
YamlScan scanYaml(std::string_view source, Span content, YamlRoot root);

}  // namespace galley
