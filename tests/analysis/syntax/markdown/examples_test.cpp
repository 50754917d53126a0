// Every converter on the examples of the specifications: the same headings, links and images as are recorded in
// tests/oracles/<generator>/examples.json, but for the differences that are named here.
#include "tests/agreement/examples.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace galley::test {
namespace {

using nlohmann::json;

/// Examples that differ, by the reason.
using Differences = std::vector<std::pair<const char*, std::vector<std::string>>>;

struct Reading {
  const char* generator;
  const Dialect* dialect;
  Differences differences;
};
void PrintTo(const Reading& reading, std::ostream* out) { *out << reading.generator; }

class Examples : public testing::TestWithParam<Reading> {
 protected:
  [[nodiscard]] static const agreement::Converter& converter() { return *agreement::converterOf(GetParam().generator); }
  [[nodiscard]] static bool isNamed(const std::string& example) {
    const auto& all = GetParam().differences;
    return std::any_of(all.begin(), all.end(), [&](const auto& same) {
      return std::find(same.second.begin(), same.second.end(), example) != same.second.end();
    });
  }
};

TEST_P(Examples, areReadAsTheConverterReadsThem) {
  const auto rows = agreement::recordedExamples(converter());
  const auto examples = agreement::examples();
  ASSERT_EQ(rows.size(), examples.size());
  std::size_t constructs = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& text = examples[i].markdown;
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, *GetParam().dialect, noTemplates);
    const auto theirs = agreement::constructsOf(rows[i], converter().folding);
    constructs += theirs.size();
    std::string differences;
    for (const auto& difference :
         agreement::compare(theirs, agreement::constructsOf(markdown, converter().folding), text).differences)
      differences += difference.kind + ": " + difference.example + "\n";
    EXPECT_EQ(!differences.empty(), isNamed(examples[i].name)) << examples[i].name << "\n"
                                                               << text << "\n"
                                                               << differences;
  }
  EXPECT_GE(constructs, 200U);
}

TEST_P(Examples, areRecorded) {
  if (!agreement::isInstalled(converter())) GTEST_SKIP() << converter().name << " is not installed";
  const auto rows = agreement::askForExamples(converter());
  ASSERT_TRUE(rows);
  EXPECT_EQ(*rows, agreement::recordedExamples(converter()));
}

INSTANTIATE_TEST_SUITE_P(
    Converters, Examples,
    testing::Values(
        Reading{"jekyll", &kramdown, {}},
        Reading{"hugo", &goldmark, {{"behind a hyphen it begins another address of mail", {"gfm-633"}}}},
        Reading{"astro", &remark, {{"it looks for addresses of mail in what escapes leave", {"commonmark-606"}}}},
        Reading{"eleventy", &markdownIt, {}},
        Reading{"hexo",
                &marked,
                {{"it makes links in the text of a link and of an image, and then none around them",
                  {"commonmark-518", "commonmark-519", "commonmark-520"}},
                 {"brackets in brackets in the text of a link are one too many", {"commonmark-512"}},
                 {"what ends a link ends it in HTML and in an autolink, too",
                  {"commonmark-524", "commonmark-526", "commonmark-536", "commonmark-538"}},
                 {"it lowers labels letter by letter", {"commonmark-540"}}}},
        Reading{"zola", &pulldownCmark, {}},
        Reading{"pelican",
                &pythonMarkdown,
                {{"it makes a link in the text of a link where that stands in emphasis", {"commonmark-519"}},
                 {"an address of mail with MAILTO: gets another mailto:", {"commonmark-597"}},
                 {"an escape in an address of mail or in a tag becomes a number", {"commonmark-606", "commonmark-631"}},
                 {"two blanks that end a line break it in a tag, too", {"commonmark-642"}}}}),
    [](const auto& reading) { return std::string(reading.param.generator); });

}  // namespace
}  // namespace galley::test
