// The lines of YAML front matter as far as their looks go: indentation, hyphens, key, colon. It reads half-typed lines,
// which a parser refuses; where a value ends is not its business.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

/// A line of front matter as far as its looks go.
struct FrontMatterLine {
  std::size_t number = 0;
  Span span;                         // without its line end
  std::size_t first = 0;             // the first byte that is no blank, or the end
  std::vector<std::size_t> hyphens;  // of `- - item`
  std::size_t content = 0;           // behind the hyphens and their blanks
  std::optional<std::size_t> colon;  // of `key:`, also directly before text
  Span key;
  [[nodiscard]] std::size_t indent() const { return first - span.begin; }
  /// The column in which the key of the line stands: deeper than the line's own in `- key: …`.
  [[nodiscard]] std::size_t keyColumn() const { return content - span.begin; }
  [[nodiscard]] bool empty() const { return first == span.end; }
};

class FrontMatterLines {
 public:
  FrontMatterLines(const Text& text, Span content) : text_(text), content_(content) {}

  /// A line by its 0-based number in the text.
  [[nodiscard]] FrontMatterLine read(std::size_t number) const;
  [[nodiscard]] std::size_t firstLine() const { return text_.lineOf(content_.begin); }
  /// The key of a line without its quotes.
  [[nodiscard]] std::string keyText(const FrontMatterLine& line) const;
  /// The path of the keys that hold what stands in column `column` of the lines above `number`. `item`: a hyphen stands
  /// there, so a key in the same column holds it, too. Nothing where a list lies between (`- key: …`).
  [[nodiscard]] std::optional<std::string> ownerOf(std::size_t number, std::size_t column, bool item) const;

 private:
  void readKey(FrontMatterLine& line) const;

  const Text& text_;
  Span content_;
};

}  // namespace galley
