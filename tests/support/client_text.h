// A text as an editor keeps it: code units of one encoding and no line table, edited by LSP's rules. Written apart from
// what it is a witness for.
#pragma once

#include <string>
#include <string_view>

#include "analysis/text/text.h"

namespace galley::test {

class ClientText {
 public:
  /// `utf8` is valid UTF-8.
  ClientText(std::string_view utf8, Encoding encoding);

  /// LSP 3.17: a character behind its line is the line's end, a line behind the last one the text's end. Half a
  /// character is the place before it; start and end may have changed places.
  void replace(Position start, Position end, std::string_view utf8);

  [[nodiscard]] std::string utf8() const;
  [[nodiscard]] std::size_t lineCount() const;

 private:
  [[nodiscard]] std::u32string unitsOf(std::string_view utf8) const;
  [[nodiscard]] std::size_t endOfLine(std::size_t from) const;
  [[nodiscard]] std::size_t behindLineEnd(std::size_t end) const;
  [[nodiscard]] std::size_t offsetOf(Position position) const;

  Encoding encoding_;
  std::u32string units_;  // a unit an element
};

}  // namespace galley::test
