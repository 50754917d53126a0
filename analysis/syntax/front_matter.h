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

enum class FrontMatterFormat {
  none,
  yaml,    // between two lines `---`
  toml,    // between two lines `+++`
  json,    // an object in braces
  fields,  // `Key: value` lines up to an empty one, with or without fences (Python-Markdown's meta-data)
};

/// Which front matter a generator takes: data of its fact sheet. The default is Jekyll's.
struct FrontMatterSyntax {
  bool yaml = true;
  bool toml = false;
  bool json = false;
  bool fields = false;
  bool dotsClose = true;          // a line `...` closes YAML, too
  bool textBehindClose = false;   // `---Text` closes, and the text is the body's
  bool emptyLinesBefore = false;  // empty lines may stand before the opening fence
  bool blanksBefore = false;      // and blanks
};

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
FrontMatter parseFrontMatter(const Text& text, const FrontMatterSyntax& syntax = {});

/// A YAML file of its own (a configuration, a data file) as one map or list, with spans; problems as above.
struct DataFile {
  Value value;
  std::vector<FrontMatterProblem> problems;
};
DataFile parseYaml(const Text& text);

}  // namespace galley
