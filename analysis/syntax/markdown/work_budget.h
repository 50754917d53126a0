// How much a grammar may still do for one text, so that a text made to hurt costs no more than its size. A value.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace galley {

class WorkBudget {
 public:
  explicit WorkBudget(std::size_t bytes) : left_(64 * bytes + 65536) {}

  /// True if there is something left afterwards.
  bool spend(std::size_t steps) {
    overdrawn_ = overdrawn_ || left_ < steps;
    left_ -= std::min(left_, steps);
    return left_ > 0;
  }
  /// The next `mark` in a text from an offset on, or npos, also where nothing is left. Costs a step for each byte.
  std::size_t find(std::string_view text, std::string_view mark, std::size_t from) {
    if (isSpent()) return std::string_view::npos;
    const std::size_t found = text.find(mark, from);
    spend(std::min(found, text.size()) - std::min(from, text.size()));
    return found;
  }
  [[nodiscard]] bool isSpent() const { return left_ == 0; }
  /// True if more was asked for than there was: the tree is not whole.
  [[nodiscard]] bool isOverdrawn() const { return overdrawn_; }

 private:
  std::size_t left_;
  bool overdrawn_ = false;
};

}  // namespace galley
