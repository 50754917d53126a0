// galley check over real blogs whose mistakes, and whose traps, were labelled by hand.
#include <gtest/gtest.h>

#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <utility>

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

/// What galley answers, and where it finds what.
struct Report {
  std::string text = check().out;
  std::set<Hit> hits;

  Report() {
    const Json report = Json::parse(text);
    for (const Json& finding : report["findings"]) hits.emplace(finding["path"], finding["line"], finding["rule"]);
  }
};

class LabelledBlogs : public testing::Test {
 protected:
  void SetUp() override {
    if (std::string_view(GALLEY_REFERENCE_DIR).empty()) GTEST_SKIP() << "the reference data is not there";
    std::ifstream file(corpus + "/labelled.json");
    ASSERT_TRUE(file) << "no labels in " << corpus;
    const Json labels = Json::parse(file);
    for (const Json& label : labels) {
      if (findRule(label["rule"].get<std::string>()) == nullptr) continue;
      const Hit hit{label["site"].get<std::string>() + '/' + label["file"].get<std::string>(), label["line"],
                    label["rule"]};
      (label["mistake"].get<bool>() ? mistakes : traps).insert(hit);
    }
  }
  static const Report& report() {
    static const Report report;
    return report;
  }
  static bool isReported(const Hit& hit) { return report().hits.contains(hit); }
  static bool isOfJekyll(const Hit& hit) { return std::get<0>(hit).starts_with("jekyll-"); }

  std::set<Hit> mistakes, traps;
};

TEST_F(LabelledBlogs, NoTrapIsReported) {
  EXPECT_FALSE(traps.empty());
  for (const Hit& trap : traps) EXPECT_FALSE(isReported(trap)) << Json(trap);
}

TEST_F(LabelledBlogs, EveryMistakeInASiteThatGalleyKnowsIsReported) {
  std::map<std::string, std::pair<int, int>> recall;  // found, labelled
  for (const Hit& mistake : mistakes) {
    if (!isOfJekyll(mistake)) continue;
    EXPECT_TRUE(isReported(mistake)) << Json(mistake);
    auto& [found, labelled] = recall[std::get<2>(mistake)];
    found += isReported(mistake) ? 1 : 0;
    ++labelled;
  }
  EXPECT_FALSE(recall.empty());
  for (const auto& [rule, counts] : recall)
    std::cout << rule << ": " << counts.first << " of " << counts.second << "\n";
}

TEST_F(LabelledBlogs, NothingIsSaidOfASiteWithoutASheet) {
  EXPECT_FALSE(report().hits.empty());
  for (const Hit& hit : report().hits) EXPECT_TRUE(isOfJekyll(hit)) << Json(hit);
}

TEST_F(LabelledBlogs, TwoRunsAreEqualByteForByte) { EXPECT_EQ(check().out, report().text); }

}  // namespace
}  // namespace galley::test
