// YAML values that begin in the middle of a line, behind a key or a hyphen: plain and quoted texts, block scalars,
// brackets, aliases. Each ends where libyaml ends it, or, where it is broken, before the next key. Blocks of keys and
// items are the scanner's.
#pragma once

#include <cstddef>
#include <string>

#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_flow.h"
#include "analysis/syntax/yaml_lines.h"
#include "analysis/syntax/yaml_scalar.h"

namespace galley {

struct InlineValue {
  Value value{};
  bool below = false;    // only an anchor or tag stands on the line: the value is below it, or null at `value.span`
  std::string anchor{};  // its name, if it has one
};

class YamlInlineValues {
 public:
  explicit YamlInlineValues(YamlLines& lines);

  /// The value at the lines' `pos`; afterwards that is at the beginning of a line (of the end of this one if `below`).
  /// `parent` is the column of what holds the value, -1 at the top; `ownLine`: no key stands before it on its line.
  InlineValue read(int parent, bool ownLine);
  /// Reports a value that has to be quoted. The result is null, with its raw text as its span.
  Value unreadable(Mistake mistake, Span at, std::string detail, Span raw);
  /// The same for a value that begins with a character that means something else; goes to the next line.
  Value reserved(std::size_t begin);
  void reportBadEscapes(const QuotedScan& scan);
  /// False for a value that could not be decoded.
  [[nodiscard]] bool isReadable(const Value& value) const;
  void addAnchor(const std::string& name, const Value& value) { anchors_.add(name, value); }

 private:
  Value bareValue(int parent, bool ownLine);
  Value alias();
  Value blockScalar(int parent);
  Value tabsInBlockScalar(Value value, const BlockScalarScan& scan, int parent);
  [[nodiscard]] std::size_t nextEntryLine(std::size_t begin, int indent) const;
  bool mayLookAhead(std::size_t from);
  Value flow(int parent);
  Value quotedText(int parent);
  Value textAfterQuote(std::size_t begin, std::size_t end);
  Value plainText(int parent, bool ownLine);
  [[nodiscard]] bool hasBlank(std::size_t begin, std::size_t end) const;
  [[nodiscard]] bool isItemWithoutBlank(std::size_t p) const;

  YamlLines& lines_;
  YamlAnchors anchors_;
  std::size_t lookahead_;  // bytes that may still be looked at far ahead
};

}  // namespace galley
