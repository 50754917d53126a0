// The lines of a text, found once for all who ask where one begins or ends. A value; any thread; the text must outlive
// it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/text/line_ends.h"

namespace galley {

/// Behind a line end at the end of the text stands one more line, which is empty.
class Lines {
 public:
  explicit Lines(std::string_view text) : text_(text) {
    starts_.reserve(text.size() / 40 + 1);
    starts_.push_back(0);
    LineEnds ends(text);
    for (std::size_t end = ends.next(0); end < text.size(); end = ends.next(starts_.back()))
      starts_.push_back(ends.behind(end));
  }

  [[nodiscard]] std::size_t count() const { return starts_.size(); }
  [[nodiscard]] std::size_t startOf(std::size_t line) const { return starts_[line]; }
  /// The line that holds an offset; the last one for an offset behind the text.
  [[nodiscard]] std::size_t lineOf(std::size_t offset) const {
    return static_cast<std::size_t>(std::upper_bound(starts_.begin(), starts_.end(), offset) - starts_.begin()) - 1;
  }
  /// The end of a line without its line end.
  [[nodiscard]] std::size_t endOf(std::size_t line) const {
    std::size_t end = line + 1 < starts_.size() ? starts_[line + 1] : text_.size();
    if (end > starts_[line] && text_[end - 1] == '\n') --end;
    if (end > starts_[line] && text_[end - 1] == '\r') --end;
    return end;
  }

 private:
  std::string_view text_;
  std::vector<std::size_t> starts_;
};

}  // namespace galley
