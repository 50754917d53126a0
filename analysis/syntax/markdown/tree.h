// What both grammars give: the constructs of a text as nodes with exact spans, and the pieces of text that a reader
// sees. walk.h makes it from md4c's events, kramdown.h by a grammar of its own. A value.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/text/packed_span.h"

namespace galley {

struct Node {
  enum class Kind : std::uint8_t {
    none,  // taken for a construct and then given up: not there
    document,
    quote,
    bulletList,
    orderedList,
    item,
    definitionList,
    definitionTerm,  // the lines before an item; each is a term
    definitionItem,
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
    footnoteDefinition,
    abbreviation,
    displayMath,
    attributeList,
    comment,
    // From here on: in text.
    emphasis,
    strong,
    strikethrough,
    link,
    image,
    codeSpan,
    inlineHtml,
    hardBreak,
    footnoteReference,
    inlineMath,
  };
  enum class Reference : std::uint8_t { none, inlined, full, collapsed, shortcut, autolink, bareUrl };
  static constexpr std::uint32_t noParent = UINT32_MAX;

  Kind kind = Kind::none;
  Reference reference = Reference::none;  // of links and images
  std::uint8_t level = 0;                 // of a heading; of an item the blanks before it that are no container's
  bool setext = false;
  bool proven = true;
  bool hidden = false;              // it is written, but does not reach the page
  std::uint32_t parent = noParent;  // stands before its children
  std::uint32_t firstEvent = 0;     // the one of md4c's that it began with
  std::uint32_t firstText = 0;      // what it shows: [firstText, lastText) of Tree::texts
  std::uint32_t lastText = 0;
  PackedSpan span;         // the whole construct, from its first mark to its last
  PackedSpan content;      // what its marks enclose: heading and link text, alt text, code
  PackedSpan destination;  // of links, images, definitions: without `<>`
  PackedSpan title;        // with its quotes; empty for none
  PackedSpan label;  // of references and definitions without brackets, of a fence its info, of a task item its box, of
                     // a heading its explicit id

  [[nodiscard]] bool isInline() const { return kind >= Kind::emphasis; }
};

/// Up to four bytes, a symbol or two. They take no more: of pieces of text a text has the most.
class FewBytes {
 public:
  constexpr FewBytes() = default;
  /// What goes beyond four bytes is cut off.
  constexpr explicit FewBytes(std::string_view bytes) {
    std::copy_n(bytes.begin(), std::min(bytes.size(), bytes_.size()), bytes_.begin());
  }
  /// Up to the first NUL.
  [[nodiscard]] constexpr std::string_view view() const {
    const std::string_view all(bytes_.data(), bytes_.size());
    return all.substr(0, all.find('\0'));
  }

 private:
  std::array<char, 4> bytes_{};
};

/// A piece of text that a reader sees.
struct TextPiece {
  enum class Kind : std::uint8_t { plain, reference, code, lineBreak, replaced };
  Kind kind = Kind::plain;
  bool alt = false;  // it stands in the text of an image
  PackedSpan span;
  FewBytes shown{};  // of Kind::replaced: what is seen instead
};

struct Tree {
  std::vector<Node> nodes;  // the first is the document
  std::vector<TextPiece> texts;
  std::vector<Span> silent;  // stretches of these that nobody sees (marks of footnotes), in order
  std::size_t unproven = 0;  // expectations that were not met
  bool truncated = false;    // a budget was used up
};

}  // namespace galley
