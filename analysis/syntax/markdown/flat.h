// A text without the prefixes of the containers around it, that still knows where each byte stands: kramdown cuts the
// text of an item or quote out, and reads it as a text of its own. Lines end with `\n`, the last one too. A value.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

struct Flat {
  std::string text;
  std::vector<std::uint32_t> places;  // of each byte, in the whole text
  std::uint32_t end = 0;              // the place behind the last byte
  std::string_view whole{};           // which outlives this

  /// The whole text, its line ends made `\n`.
  static Flat of(std::string_view whole);

  void append(const Flat& from, std::size_t begin, std::size_t end);
  /// Blanks that stand for a tab, or that kramdown adds: they have the place of what follows them.
  void appendBlanks(std::size_t count, std::uint32_t place);

  /// Where the bytes [begin, to) stand in the whole text.
  [[nodiscard]] Span place(std::size_t begin, std::size_t to) const;
};

}  // namespace galley
