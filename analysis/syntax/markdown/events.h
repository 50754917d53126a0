// The second of the four steps: what md4c finds in the mask, as a flat list of events. The door to md4c: no other file
// includes it. It says what exists; where it stands is the walk's work. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/text/lines.h"

namespace galley {

/// In the order of md4c's enumerations, which events.cpp asserts.
enum class Block : std::uint8_t {
  document,
  quote,
  bulletList,
  orderedList,
  item,
  thematicBreak,
  heading,
  code,
  html,
  paragraph,
  table,
  tableHead,
  tableBody,
  row,
  headCell,
  cell,
};
enum class Inline : std::uint8_t { emphasis, strong, link, image, code, strikethrough, math, displayMath };
enum class TextKind : std::uint8_t { normal, nul, hardBreak, softBreak, reference, code, html, math };

struct Event {
  enum class Kind : std::uint8_t { enterBlock, leaveBlock, enterInline, leaveInline, text };
  static constexpr std::uint32_t nowhere = UINT32_MAX;

  Kind kind = Kind::text;
  std::uint8_t type = 0;   // a Block, Inline or TextKind
  std::uint8_t level = 0;  // of a heading
  char mark = 0;  // of a fence its character (0: indented code), of a task item `x`, `X` or blank; of a text that
                  // stands nowhere its first character (a line end or the indentation of verbatim lines); of a line of
                  // code or HTML its line end
  std::uint32_t begin = nowhere;  // a text, destination or task mark: its offset, if it stands in the mask as such
  std::uint32_t length = 0;

  [[nodiscard]] Block block() const { return static_cast<Block>(type); }
  [[nodiscard]] Inline inlined() const { return static_cast<Inline>(type); }
  [[nodiscard]] TextKind text() const { return static_cast<TextKind>(type); }
  [[nodiscard]] bool is(Kind k, Block b) const { return kind == k && block() == b; }
};

struct Events {
  Lines lines;              // of the text
  std::vector<Event> list;  // enter and leave need not balance: md4c 0.4.8 leaves some emphasis open
  // The budget of 4 × size + 1000 events was used up (a table can make size² cells), or brackets that would have cost
  // the square of the text's size were taken for text.
  bool truncated = false;
};

/// What md4c says of a text, which must outlive it. Its string must be the whole text: md4c reads the NUL behind it.
Events readEvents(const std::string& text, const Dialect& dialect);

}  // namespace galley
