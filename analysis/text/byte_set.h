// A set of bytes as a table: the question that scanners ask for each byte of a text, answered by one look. A value; any
// thread.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace galley {

class ByteSet {
 public:
  explicit constexpr ByteSet(std::string_view bytes) {
    for (const char c : bytes) has_[static_cast<unsigned char>(c)] = true;
  }

  [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

  /// The offset of the first byte of the set in [from, to) of a text; `to` where there is none.
  [[nodiscard]] constexpr std::size_t find(std::string_view text, std::size_t from, std::size_t to) const {
    for (; from + 4 <= to; from += 4) {  // in most texts it is far: four bytes for one look at the end
      if (has(text[from])) return from;
      if (has(text[from + 1])) return from + 1;
      if (has(text[from + 2])) return from + 2;
      if (has(text[from + 3])) return from + 3;
    }
    while (from < to && !has(text[from])) ++from;
    return from;
  }
  /// The offset of the first byte in [from, to) that is not of the set; `to` where there is none.
  [[nodiscard]] constexpr std::size_t skip(std::string_view text, std::size_t from, std::size_t to) const {
    while (from < to && has(text[from])) ++from;
    return from;
  }

 private:
  std::array<bool, 256> has_{};
};

}  // namespace galley
