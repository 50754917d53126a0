// A text that knows of each of its bytes where it stands in the mask, as Python-Markdown cuts texts up, joins them and
// puts pieces in the place of what it has found; see python_markdown_parser.h. A value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace galley {

struct PlacedText {
  /// Set in the place of a byte that is not there in the mask: an empty one.
  static constexpr std::uint32_t notWritten = 0x80000000;

  std::string text;
  std::vector<std::uint32_t> places;  // of each byte; of a piece its number

  void append(const PlacedText& from, std::size_t begin, std::size_t end) {
    text.append(from.text, begin, end - begin);
    places.insert(places.end(), from.places.begin() + static_cast<std::ptrdiff_t>(begin),
                  from.places.begin() + static_cast<std::ptrdiff_t>(end));
  }
  void append(char c, std::uint32_t place) {
    text += c;
    places.push_back(place);
  }
};

}  // namespace galley
