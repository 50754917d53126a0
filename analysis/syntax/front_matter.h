// The front matter of a post: every entry with the spans of its key and value, decoded where it can be, and what is
// wrong with the rest. A broken entry spoils only itself; half-typed text still has all its keys.
// Not a judgement of values: which keys and types are right is known by the generator's fields.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_schema.h"
#include "analysis/text/text.h"

namespace galley {

enum class FrontMatterFormat { none, yaml, toml, json };

struct FrontMatter {
  FrontMatterFormat format = FrontMatterFormat::none;
  Span block;    // with both fences and the line end of the closing one; empty where there is none
  Span content;  // between the fences
  Span openFence;
  Span closeFence;  // empty where it is missing
  bool closed = false;
  std::vector<Entry> entries;  // top level, in order; keys that stand twice are both here
  std::vector<FrontMatterProblem> problems;

  /// False if a generator's reader would refuse the block.
  [[nodiscard]] bool readable() const;
  /// The entry at a dotted path (`header.teaser`), or null. Of a key that stands twice the last one, as YAML readers
  /// do.
  [[nodiscard]] const Entry* find(std::string_view dottedPath) const;
};

/// The front matter at the beginning of a file. Without a closing fence the block ends before the first line that can
/// be no part of it. Never fails; an unreadable block has problems.
FrontMatter parseFrontMatter(const Text& text);

/// A YAML file of its own (a configuration, a data file) as one map or list, with spans; problems as above.
struct DataFile {
  Value value;
  std::vector<FrontMatterProblem> problems;
};
DataFile parseYaml(const Text& text);

}  // namespace galley
