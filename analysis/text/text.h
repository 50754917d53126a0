// An immutable text with its line index: the one place where byte offsets become positions and back.
// Not a buffer: an edit makes another Text. Cheap to copy (the bytes are shared). Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// A half-open range of byte offsets into one text.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  [[nodiscard]] std::size_t size() const { return end - begin; }
  [[nodiscard]] bool empty() const { return begin == end; }
  /// True for an offset inside or directly behind the span: where an editor's cursor touches it.
  [[nodiscard]] bool touches(std::size_t offset) const { return begin <= offset && offset <= end; }
  [[nodiscard]] bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend auto operator<=>(const Span&, const Span&) = default;
};

/// What `Position::character` counts (LSP 3.17, PositionEncodingKind).
enum class Encoding { utf8, utf16, utf32 };

/// A 0-based line and a 0-based count of code units of an Encoding in that line.
struct Position {
  std::uint32_t line = 0;
  std::uint32_t character = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

class Text {
 public:
  explicit Text(std::string bytes = {});

  [[nodiscard]] const std::string& bytes() const;
  [[nodiscard]] std::size_t size() const { return bytes().size(); }
  /// The bytes of a span, cut to the text where the span leaves it.
  [[nodiscard]] std::string_view slice(Span span) const;

  /// Lines end at `\n`, `\r\n` or `\r` (LSP 3.17, TextDocument). Never 0: an empty text has one line.
  [[nodiscard]] std::size_t lineCount() const;
  /// The 0-based line that holds the offset; the last line for an offset behind the text.
  [[nodiscard]] std::size_t lineOf(std::size_t offset) const;
  /// The bytes of a 0-based line without its line end; an empty span at the end of the text for a line behind the last.
  [[nodiscard]] Span line(std::size_t number) const;
  /// The same with its line end.
  [[nodiscard]] Span lineWithEnd(std::size_t number) const;

  /// An offset inside of a character, or inside of a `\r\n`, counts as the place before it; one behind the text as its
  /// end.
  [[nodiscard]] Position positionAt(std::size_t offset, Encoding encoding) const;
  /// A character behind the line's end is the line's end, a line behind the last is the text's end, a position inside
  /// of a character (half of a surrogate pair) is the place before it. A byte that is no valid UTF-8 counts as one
  /// unit.
  [[nodiscard]] std::size_t offsetAt(Position position, Encoding encoding) const;

 private:
  struct Data;
  std::shared_ptr<const Data> data_;
};

}  // namespace galley
