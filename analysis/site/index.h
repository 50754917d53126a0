// What the posts of a site say together, built only from Facts: terms with their counts and latest posts.
// A base of the closed posts and a small overlay of the open ones; a lookup skips the base entries of open posts.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/facts.h"

namespace galley {

/// A term in use: how many posts have it, and which.
struct TermUse {
  std::string name;                  // the spelling
  std::size_t count = 0;             // posts, each once
  std::vector<const Facts*> latest;  // up to three, the newest first
};

using FactsOf = std::map<Path, std::shared_ptr<const Facts>>;

class Index {
 public:
  Index() = default;
  explicit Index(std::shared_ptr<const FactsOf> base);
  /// The same base under another overlay.
  [[nodiscard]] Index withOverlay(std::shared_ptr<const FactsOf> overlay) const;

  [[nodiscard]] std::size_t size() const;
  [[nodiscard]] const Facts* find(const Path& path) const;
  /// Every post's facts, in the order of their paths.
  [[nodiscard]] std::vector<const Facts*> all() const;
  /// The terms of a taxonomy, most used first, then by name. `except` does not count (the post being edited).
  [[nodiscard]] std::vector<TermUse> terms(std::string_view taxonomy, const Path* except = nullptr) const;

 private:
  struct Base;
  std::shared_ptr<const Base> base_;
  std::shared_ptr<const FactsOf> overlay_;
};

}  // namespace galley
