// What a line of Python-Markdown begins with, as functions of a text and the offset of a line's start. They look, they
// keep no state. A text ends where its block ends; tabs are blanks by then. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley::python_markdown_lines {

constexpr std::size_t none = std::string_view::npos;
constexpr std::size_t tab = 4;  // columns that make a level

/// The offset of the line end at or behind `at`; the size of the text where there is none.
std::size_t lineEnd(std::string_view text, std::size_t at);
/// Behind the line end.
std::size_t nextLine(std::string_view text, std::size_t at);
/// True if the line holds nothing but blanks.
bool isBlankLine(std::string_view text, std::size_t at);
/// How many blanks stand at `at`.
std::size_t blanksAt(std::string_view text, std::size_t at);
/// A span without the blanks around its text, Unicode's among them.
Span withoutBlanks(std::string_view text, Span span);
/// True if `levels` times four blanks stand at `at`.
bool isIndented(std::string_view text, std::size_t at, std::size_t levels = 1);

struct Marked {
  std::size_t mark = none;     // where the mark stands
  std::size_t content = none;  // where what it is about begins
  explicit operator bool() const { return mark != none; }
};
enum class Marker { bullet, number, either };
/// A list's marker with blanks behind it; between `least` and `most` blanks stand before it.
Marked listMarker(std::string_view text, std::size_t at, Marker marker, std::size_t least, std::size_t most);
/// `: ` of a definition.
Marked definitionMarker(std::string_view text, std::size_t at);
/// `> ` of a quote; the blank is not needed.
Marked quoteMarker(std::string_view text, std::size_t at);
/// `[^label]:`: the mark is the label, the content what stands behind the colon.
Marked footnoteMarker(std::string_view text, std::size_t at);

struct HashHeading {
  int level = 0;  // 0: there is none
  std::size_t begin = 0, end = 0;
};
/// `#` to `######`, no blank needed; `end` is before the closing marks.
HashHeading hashHeading(std::string_view text, std::size_t at);
/// The level of a line that underlines a heading, or 0.
int underline(std::string_view text, std::size_t at);
bool isRule(std::string_view text, std::size_t at);

/// `[label]: destination "title"`; `end` is the end of its last line.
struct Reference {
  Span label, destination, title;
  std::size_t end = 0;
};
std::optional<Reference> reference(std::string_view text, std::size_t at);
/// `*[short]: long form`; only label and end are given.
std::optional<Reference> abbreviation(std::string_view text, std::size_t at);

/// An attribute list, `{: #id .class}`, the colon need not be there.
struct Attributes {
  std::size_t end = 0;  // behind the brace; 0: there is none
  Span inside;
};
Attributes attributes(std::string_view text, std::size_t at);

/// Where the pipes stand that part a table's row into cells: none that is escaped or in code.
std::vector<std::size_t> pipes(std::string_view row);

}  // namespace galley::python_markdown_lines
