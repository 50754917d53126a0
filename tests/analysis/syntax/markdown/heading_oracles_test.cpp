// Levels and texts of headings beside what each generator made of the same Markdown (tests/oracles/*/headings.json).
#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/agreement/constructs.h"

namespace galley::test {
namespace {

using nlohmann::json;

/// Cases that differ, with the reason.
using Differences = std::map<std::string, std::string>;

struct Oracle {
  const char* generator;
  const char* config;
  const Dialect& dialect;
  const TemplateSyntax& templates;
  Differences differences;
};
void PrintTo(const Oracle& oracle, std::ostream* out) { *out << oracle.generator << " " << oracle.config; }

class HeadingOracles : public testing::TestWithParam<Oracle> {};

TEST_P(HeadingOracles, HaveTheSameLevelsAndTexts) {
  const Oracle& oracle = GetParam();
  std::ifstream file(std::string(GALLEY_SOURCE_DIR) + "/tests/oracles/" + oracle.generator + "/headings.json");
  const json oracles = json::parse(file);
  std::size_t headings = 0;
  for (const json& example : oracles["cases"]) {
    const json& answer = example["result"][oracle.config];
    ASSERT_TRUE(answer.is_array()) << example["id"];
    headings += answer.size();
    json row{{"headings", json::array()}, {"links", json::array()}, {"images", json::array()}};
    for (const json& heading : answer) row["headings"].push_back({heading["level"], heading["text"]});
    const std::string text = example["markdown"];
    Markdown markdown = parseMarkdown(text, {0, text.size()}, oracle.dialect, oracle.templates);
    markdown.links.clear();
    const agreement::Folding folding{.typography = true};
    const auto comparison =
        agreement::compare(agreement::constructsOf(row, folding), agreement::constructsOf(markdown, folding), text);
    std::string differences;
    for (const auto& difference : comparison.differences)
      differences += difference.kind + ": " + difference.example + "\n";
    const bool isKnown = oracle.differences.count(example["id"]) > 0;
    EXPECT_EQ(!differences.empty(), isKnown) << example["id"] << "\n" << text << "\n" << differences;
  }
  EXPECT_GE(headings, 290U);
}

const Differences common{{"h171", "the page shows a <br>, which is no text; galley's text has a blank there"}};
Differences with(const Differences& more) {
  Differences all = common;
  all.insert(more.begin(), more.end());
  return all;
}
const char* const note = "the page shows the number of the note";
const char* const notesHeading = "remark makes a heading of its own above the notes";
const char* const written = "what a template tag writes is not known: it is shown as it is written";
const char* const lineEnd = "the page breaks the line there; galley's text has a blank";
const char* const image = "the alt text of an image is no text of a heading";

INSTANTIATE_TEST_SUITE_P(
    Generators, HeadingOracles,
    testing::Values(
        Oracle{"jekyll", "kramdown-gfm", kramdown, liquidTemplates,
               with({{"h165", note}, {"h186", "the page shows math with marks"}, {"h385", written}})},
        Oracle{"jekyll", "commonmark-ghpages", commonMark, liquidTemplates,
               with({{"h165", "GitHub's CommonMark has notes, that of the specification none"}, {"h385", written}})},
        Oracle{"hugo", "github", goldmark, goShortcodes, with({{"h165", note}})},
        Oracle{"astro", "collection", remark, noTemplates,
               with({{"h165", note}, {"h349", notesHeading}, {"h371", "Astro takes the blanks before a text away"}})},
        Oracle{"eleventy", "defaults", markdownIt, liquidTemplates, with({{"h385", written}})},
        Oracle{"hexo", "marked", marked, nunjucksTags,
               with({{"h361", lineEnd}, {"h385", "nor what Hexo's tag writes"}})},
        Oracle{"pelican", "defaults", pythonMarkdown, noTemplates, with({{"h165", note}})},
        Oracle{"zola", "on", pulldownCmark, teraShortcodes,
               with({{"h162", image},
                     {"h163", image},
                     {"h164", image},
                     {"h361", lineEnd},
                     {"h411", "a backslash before attributes is shown"}})}),
    [](const auto& oracle) {
      return std::string(oracle.param.generator) + (&oracle.param.dialect == &commonMark ? "_commonmark" : "");
    });

}  // namespace
}  // namespace galley::test
