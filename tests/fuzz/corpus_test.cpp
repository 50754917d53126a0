// The inputs that the fuzzers keep, replayed: seeds, and those that once broke something.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/analysis/syntax/front_matter_examples.h"
#include "tests/fuzz/targets.h"

namespace galley::test {
namespace {

class Corpus : public testing::TestWithParam<NamedTarget> {};

TEST_P(Corpus, Holds) {
  std::size_t inputs = 0;
  const std::filesystem::path folder = GALLEY_SOURCE_DIR "/tests/fuzz/corpus";
  for (const auto& entry : std::filesystem::directory_iterator(folder / GetParam().name)) {
    std::ifstream file(entry.path(), std::ios::binary);
    GetParam().run(std::string(std::istreambuf_iterator<char>(file), {}));
    ++inputs;
  }
  EXPECT_GT(inputs, 0U);
}

INSTANTIATE_TEST_SUITE_P(Fuzz, Corpus, testing::ValuesIn(allTargets),
                         [](const auto& instance) { return std::string(instance.param.name); });

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
