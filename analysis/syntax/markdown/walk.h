// The third of the four steps: the events lead a walk along the mask, and every construct gets its exact place.
// Each expectation that the text does not meet (a marker that is not there, a text that begins elsewhere) leaves its
// node unproven and is counted: an inexact place is known, not silent. Linear in the text. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "analysis/syntax/markdown/events.h"
#include "analysis/text/text.h"

namespace galley {

struct Node {
  enum class Kind : std::uint8_t {
    none,  // opened by md4c and never closed: not there
    document,
    quote,
    bulletList,
    orderedList,
    item,
    thematicBreak,
    heading,
    fencedCode,
    indentedCode,
    html,
    paragraph,
    table,
    tableHead,
    tableBody,
    row,
    cell,
    delimiterRow,
    definition,
    emphasis,
    strong,
    strikethrough,
    link,
    image,
    codeSpan,
    inlineHtml,
    hardBreak,
  };
  enum class Reference : std::uint8_t { none, inlined, full, collapsed, shortcut, autolink, bareUrl };
  static constexpr std::uint32_t noParent = UINT32_MAX;

  Kind kind = Kind::none;
  Reference reference = Reference::none;  // of links and images
  std::uint8_t level = 0;                 // of a heading
  bool setext = false;
  bool proven = true;
  std::uint32_t parent = noParent;
  std::uint32_t firstEvent = 0;  // what md4c said of it: [firstEvent, lastEvent)
  std::uint32_t lastEvent = 0;
  Span span;         // the whole construct, from its first mark to its last
  Span content;      // what its marks enclose: heading and link text, alt text, code
  Span destination;  // of links, images, definitions: without `<>`
  Span title;        // with its quotes; empty for none
  Span label;        // of references and definitions without brackets, of a fence its info, of a task item its box
};

struct Tree {
  std::vector<Node> nodes;   // in the order in which they begin; the first is the document
  std::size_t unproven = 0;  // expectations that were not met
};

Tree walk(const std::string& mask, const Events& events);

}  // namespace galley
