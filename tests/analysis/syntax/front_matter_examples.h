// Front matter as authors write it, right and wrong: the examples that several tests go through. Without fences.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace galley::test {

struct FrontMatterExample {
  std::string_view name;
  std::string_view content;
  std::string_view problems;  // `mistake <bytes at fault>` of each, joined by `; `; a `~` before one that is not fatal
  std::string_view entries;   // what is known of each key, joined by `; `
};

/// The mistakes, one an example.
extern const std::vector<FrontMatterExample> mistakes;
/// Mistakes that Ruby is asked about as they stand, not in splices.
extern const std::vector<FrontMatterExample> unspliced;
/// What is no mistake, though it looks like one or is rare.
extern const std::vector<FrontMatterExample> fine;
/// What stands there while an author types.
extern const std::vector<FrontMatterExample> halfTyped;

/// The content between fences, and a body.
std::string withFences(std::string_view content);

}  // namespace galley::test
