// galley check over real blogs whose mistakes, and whose traps, were labelled by hand.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <tuple>

#include "analysis/rules/all.h"
#include "server/commands/check.h"

namespace galley::test {
namespace {

using Json = nlohmann::json;
/// File, line, rule.
using Hit = std::tuple<std::string, std::size_t, std::string>;

const std::string corpus = std::string(GALLEY_REFERENCE_DIR) + "/corpus";

constexpr std::int64_t afterAll = 1'800'000'000;  // in 2027: no post is of the future

server::Answer check() {
  return server::runCheck(
      {.paths = {}, .format = server::ReportFormat::json, .colours = false, .currentFolder = corpus, .now = afterAll});
}

class LabelledBlogs : public testing::Test {
 protected:
  void SetUp() override {
    if (std::string_view(GALLEY_REFERENCE_DIR).empty()) GTEST_SKIP() << "the reference data is not there";
    std::ifstream file(corpus + "/labelled.json");
    ASSERT_TRUE(file) << "no labels in " << corpus;
    labels = Json::parse(file);
    const Json report = Json::parse(check().out);
    for (const Json& finding : report["findings"]) hits.emplace(finding["path"], finding["line"], finding["rule"]);
  }
  static Hit hitOf(const Json& label) {
    return {label["site"].get<std::string>() + '/' + label["file"].get<std::string>(), label["line"], label["rule"]};
  }
  Json labels;
  std::set<Hit> hits;
};

TEST_F(LabelledBlogs, NoTrapIsReported) {
  std::size_t traps = 0;
  for (const Json& label : labels) {
    if (label["mistake"] || findRule(label["rule"].get<std::string>()) == nullptr) continue;
    ++traps;
    EXPECT_FALSE(hits.contains(hitOf(label))) << label.dump();
  }
  EXPECT_GT(traps, 0U);
}

TEST_F(LabelledBlogs, EveryMistakeInASiteThatGalleyKnowsIsReported) {
  std::size_t mistakes = 0;
  for (const Json& label : labels) {
    if (!label["mistake"] || findRule(label["rule"].get<std::string>()) == nullptr) continue;
    if (!label["site"].get<std::string>().starts_with("jekyll-")) continue;
    ++mistakes;
    EXPECT_TRUE(hits.contains(hitOf(label))) << label.dump();
  }
  EXPECT_GT(mistakes, 0U);
}

TEST_F(LabelledBlogs, TwoRunsAreEqualByteForByte) { EXPECT_EQ(check().out, check().out); }

}  // namespace
}  // namespace galley::test
