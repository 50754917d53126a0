// The line ends of a text (`\n`, `\r\n`, `\r`) in order. Each byte is looked at once or twice however the lines end.
// Any thread; the text must outlive it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace galley {

class LineEnds {
 public:
  explicit LineEnds(std::string_view text) : text_(text), newline_(find('\n', 0)), return_(find('\r', 0)) {}

  /// The first line end at or behind `from`, which never goes back; the size of the text where there is none.
  std::size_t next(std::size_t from) {
    if (newline_ < from) newline_ = find('\n', from);
    if (return_ < from) return_ = find('\r', from);
    return std::min(newline_, return_);
  }
  /// True if no `\r` is left.
  [[nodiscard]] bool onlyNewlines() const { return return_ == text_.size(); }
  /// Where the line behind the line end at `at` begins.
  [[nodiscard]] std::size_t behind(std::size_t at) const {
    return at + 1 < text_.size() && text_[at] == '\r' && text_[at + 1] == '\n' ? at + 2 : at + 1;
  }

 private:
  [[nodiscard]] std::size_t find(char c, std::size_t from) const { return std::min(text_.find(c, from), text_.size()); }

  std::string_view text_;
  std::size_t newline_;
  std::size_t return_;
};

}  // namespace galley
