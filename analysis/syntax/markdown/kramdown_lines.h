// What a line of kramdown begins with: the patterns of its block grammar as functions of a text and an offset. They
// look, they keep no state. Texts end with a line end. Pure; any thread.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis/syntax/markdown/reference.h"
#include "analysis/text/text.h"

namespace galley::kramdown_lines {

inline bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }  // blank, tab, line ends
bool isIdChar(char c);  // of names of footnotes and attribute lists
bool isAsciiAlnum(char c);

/// The offset of the line end at or behind `at`; the size of the text where there is none.
inline std::size_t lineEnd(std::string_view text, std::size_t at) { return std::min(text.find('\n', at), text.size()); }
/// True if nothing but blanks is left of the line.
bool isBlankLine(std::string_view text, std::size_t at);
/// Behind at most three blanks.
std::size_t skipIndent(std::string_view text, std::size_t at);
/// True if the line begins with a tab or four blanks and holds more.
bool isIndented(std::string_view text, std::size_t at);
std::size_t behindIndent(std::string_view text, std::size_t at);

/// How many backticks or tildes stand at `at`.
std::size_t fenceSize(std::string_view text, std::size_t at);
/// `#` to `######` and a blank.
bool isAtxStart(std::string_view text, std::size_t at);
bool isThematicBreak(std::string_view text, std::size_t at);
/// Behind the list marker of the line at `at`, or 0. `kind`: `-` bullets, `1` numbers, 0 both, `:` definitions; at most
/// `indent` blanks stand before it.
std::size_t listMarker(std::string_view text, std::size_t at, std::size_t indent, char kind);

/// A line that is an attribute list, `{: …}`.
bool isAttributeLine(std::string_view text, std::size_t at);
/// One that is about no block, `{:name: …}`.
bool isAttributeDefinition(std::string_view text, std::size_t at);
/// The `}` that ends an attribute list whose content begins at `at`, or npos.
std::size_t attributeEnd(std::string_view text, std::size_t at);
/// The last id in an attribute list; empty for none.
Span attributeId(std::string_view text, std::size_t begin, std::size_t end);
/// The id of a heading whose text ends with ` {#id}`; empty for none.
Span headingId(std::string_view text, std::size_t begin, std::size_t end);
/// The end of a heading's text without the closing marks behind a blank.
std::size_t withoutClosingMarks(std::string_view text, std::size_t begin, std::size_t end);

/// `{::name options}` or `{::name options/}`.
struct ExtensionStart {
  std::string_view name;
  std::size_t end = 0;  // 0: there is none
  bool closed = false;
};
ExtensionStart extensionStart(std::string_view text, std::size_t at);
/// `{:/}` or `{:/name}` at `at`.
bool isExtensionEnd(std::string_view text, std::size_t at);
/// The line from `at` on that ends the extension `name`, or npos.
std::size_t extensionStop(std::string_view text, std::size_t at, std::string_view name);

/// `[label]: destination "title"` in the line at `at`.
std::optional<ReferenceParts> parseKramdownDefinition(std::string_view text, std::size_t at);

}  // namespace galley::kramdown_lines
