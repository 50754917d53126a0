// The inputs that the fuzzer of front matter keeps, replayed.
#include "tests/support/front_matter_target.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/analysis/syntax/front_matter_examples.h"

namespace galley::test {
namespace {

TEST(FrontMatterTarget, HoldsForTheInputsThatAreKept) {
  std::size_t inputs = 0;
  for (const auto& entry :
       std::filesystem::directory_iterator(GALLEY_SOURCE_DIR "/tests/fuzz/corpus/front_matter_fuzz")) {
    std::ifstream file(entry.path(), std::ios::binary);
    tryFrontMatter(std::string(std::istreambuf_iterator<char>(file), {}));
    ++inputs;
  }
  EXPECT_GT(inputs, 0U);
}

TEST(FrontMatterTarget, HoldsForTheExamples) {
  std::size_t inputs = 0;
  for (const auto* list : {&mistakes, &fine, &halfTyped}) {
    for (const FrontMatterExample& example : *list) {
      for (int first = 0; first < 256; first += 17)
        tryFrontMatter(static_cast<char>(first) + withFences(example.content));
      ++inputs;
    }
  }
  EXPECT_GT(inputs, 100U);
}

}  // namespace
}  // namespace galley::test
