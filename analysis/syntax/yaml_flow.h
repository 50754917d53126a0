// A YAML list or map in brackets, with the spans of its items. It stops at the end of its brackets or at a limit, and
// goes on behind what is wrong inside.
#pragma once

#include <cstddef>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_properties.h"
#include "analysis/syntax/yaml_source.h"

namespace galley {

struct FlowScan {
  Value value;
  std::size_t end = 0;  // behind the closing bracket, or the limit
  bool closed = false;
  std::vector<FrontMatterProblem> problems;  // the first is the reason, the others may be its echo
};
/// `begin` is at the `[` or `{`; `indent` is the column of what holds it.
FlowScan scanFlow(const YamlSource& source, std::size_t begin, int indent, YamlAnchors& anchors);

}  // namespace galley
