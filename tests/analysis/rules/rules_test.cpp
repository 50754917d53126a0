// Every rule's own example: galley finds what is pictured and nothing else, and its repair removes it. The pages of
// docs/rules are the rules' own words.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <sstream>

#include "analysis/features/features.h"
#include "analysis/rules/all.h"
#include "analysis/rules/page.h"
#include "tests/support/picture.h"

namespace galley::test {

namespace {

class EachRule : public ::testing::TestWithParam<const Rule*> {};

TEST_P(EachRule, FindsWhatItsExamplePictures) {
  const Rule& rule = *GetParam();
  const Picture picture = readPicture(rule.example);
  const auto isPictured = [&](const Mark& mark) { return mark.name == rule.id; };
  ASSERT_TRUE(std::ranges::any_of(picture.marks, isPictured)) << "the example shows no " << rule.id;
  EXPECT_TRUE(check(rule.example));
}

TEST_P(EachRule, FindsNothingInItsRepairedExample) {
  const Rule& rule = *GetParam();
  Picture picture = readPicture(rule.example);
  picture.files.put(picture.paths.front().str(), std::string(rule.repaired));
  const World world(std::move(picture));
  for (const Finding& finding : findings(world.view(), *world.post()))
    ADD_FAILURE() << finding.rule->id << ": " << finding.message;
}

TEST_P(EachRule, FixGivesTheRepairedText) {
  const Rule& rule = *GetParam();
  const World world(rule.example);
  const auto post = world.post();
  std::vector<Edit> edits;
  for (const Finding& finding : findings(world.view(), *post))
    if (finding.fix) edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
  if (edits.empty()) {
    // The rules whose repair only the author knows.
    EXPECT_TRUE(rule.id == "bad-date" || rule.id == "missing-key" || rule.id == "not-utf8") << rule.id;
  } else {
    EXPECT_EQ(galley::apply(post->text.bytes(), edits), rule.repaired);
  }
}

TEST_P(EachRule, DocsPageIsUpToDate) {
  const std::string path = GALLEY_SOURCE_DIR "/docs/rules/" + std::string(GetParam()->id) + ".md";
  if (std::getenv("GALLEY_WRITE_DOCS") != nullptr) std::ofstream(path) << rulePage(*GetParam());
  std::stringstream page;
  page << std::ifstream(path).rdbuf();
  EXPECT_EQ(page.str(), rulePage(*GetParam())) << "run the tests with GALLEY_WRITE_DOCS=1";
}

std::string nameOfRule(const ::testing::TestParamInfo<const Rule*>& info) {
  std::string name(info.param->id);
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Rules, EachRule, ::testing::ValuesIn(allRules().begin(), allRules().end()), nameOfRule);

TEST(Rules, AreSortedAndHaveDistinctIds) {
  const auto rules = allRules();
  for (std::size_t i = 1; i < rules.size(); ++i) EXPECT_LT(rules[i - 1]->id, rules[i]->id);
  for (const Rule* rule : rules) EXPECT_EQ(findRule(rule->id), rule);
  EXPECT_EQ(findRule("no-such-rule"), nullptr);
}

TEST(Rules, DocsListIsUpToDate) {
  const std::string path = GALLEY_SOURCE_DIR "/docs/rules/README.md";
  if (std::getenv("GALLEY_WRITE_DOCS") != nullptr) std::ofstream(path) << rulesPage();
  std::stringstream page;
  page << std::ifstream(path).rdbuf();
  EXPECT_EQ(page.str(), rulesPage()) << "run the tests with GALLEY_WRITE_DOCS=1";
}

}  // namespace

}  // namespace galley::test
