// The front matter of a post: every entry with the spans of its key and value, decoded where it can be, and what is
// wrong with the rest. A broken entry spoils only itself; half-typed text still has all its keys.
// Not a judgement of values: which keys and types are right is known by the generator's fields.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/edit.h"
#include "analysis/text/text.h"

namespace galley {

enum class FrontMatterFormat { none, yaml, toml, json };

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
  Span span;  // as written: with quotes, brackets; an empty span where the value would stand for null
  ScalarStyle style = ScalarStyle::plain;
  bool flow = false;          // a list or map in brackets
  std::string text;           // of a scalar: decoded (escapes resolved, lines folded)
  std::vector<Value> items;   // of a list
  std::vector<Entry> entries; // of a map
};

struct Entry {
  std::string key;  // decoded, as the author spells it
  Span keySpan;     // with quotes if there are any
  Value value;
  Span span;             // from the key to the end of the value (its last line without line end)
  bool readable = true;  // false: `value` is null because its text could not be decoded
};

/// What is wrong with front matter, each a class of mistake that authors make.
enum class Mistake {
  notClosed,        // no closing fence
  tabIndent,        // a tab indents a line (YAML 1.2, 6.1)
  colonInValue,     // `title: Part 1: x`
  noSpaceAfterColon,// `title:My post`
  unclosedQuote,
  textAfterQuote,   // `title: "A" and b`
  reservedStart,    // a plain value that begins with @ ` % * & ! | > { [ and is not what that means
  unclosedBracket,  // a flow list or map without its end
  badIndent,
  badListItem,      // `-item` without its blank, an item among keys
  notAnEntry,       // a line that is neither key, item, comment nor continuation
  fullWidthColon,   // `title： x`
  undefinedAlias,
  invalidUtf8,
  badEscape,
  duplicateKey,
  other,            // the parser refuses and none of the above explains it; `detail` holds its words
};

struct FrontMatterProblem {
  Mistake mistake = Mistake::other;
  Span span;           // exactly the bytes at fault
  std::string detail;  // the key, the character, or the parser's words: what a message needs
  /// The one clear repair, or empty. `repairTitle` names it in the imperative.
  std::vector<Edit> repair;
  std::string repairTitle;
  /// True if a YAML reader refuses the whole block for it (a key twice is accepted by some).
  bool fatal = true;
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
  /// The entry at a dotted path (`header.teaser`), or null. Of a key that stands twice the last one, as YAML readers do.
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

}  // namespace galley
