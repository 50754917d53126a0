// The pieces of single YAML scalars: where a plain text, a quoted text or a block scalar ends, and what it says.
// Ends are libyaml's (which Ruby and most others use), decoding is yaml-cpp's where it is more than the text itself.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_source.h"
#include "analysis/text/edit.h"

namespace galley {

/// One line of a plain scalar outside of brackets.
struct PlainLine {
  std::size_t textEnd = 0;           // behind the last byte that is no blank, before a comment
  std::optional<std::size_t> colon;  // the first `:` before a blank or the line end
  bool comment = false;              // a comment ends the scalar
};
PlainLine scanPlainLine(const YamlSource& source, std::size_t begin);

struct QuotedScan {
  std::optional<std::size_t> end;  // behind the closing quote; nothing where there is none before the limit
  std::vector<Span> badEscapes;    // of a double-quoted text: backslash and what follows it
  bool severalLines = false;
};
/// `begin` is at the opening quote.
QuotedScan scanQuoted(const YamlSource& source, std::size_t begin);

/// What closes the quote of a text on one line that begins with a quote and has no other. Backslashes that are no
/// escapes are doubled.
Edit closedQuote(const YamlSource& source, Span written);

struct BlockScalarScan {
  bool header = true;       // false: text stands behind the `|` or `>`
  std::size_t textEnd = 0;  // behind the last line that is not empty, without its line end
  std::size_t next = 0;     // the line behind the scalar
  std::optional<Span> tab;  // a tab where the indentation should be
};
/// `begin` is at the `|` or `>`, `parentIndent` the column of what holds it (-1 at the top).
BlockScalarScan scanBlockScalar(const YamlSource& source, std::size_t begin, int parentIndent);

/// The value of a scalar that is written in `span`; nothing where yaml-cpp cannot read it.
std::optional<std::string> decodeScalar(const YamlSource& source, Span span, ScalarStyle style, int parentIndent);

}  // namespace galley
