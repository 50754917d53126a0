// Front matter as `Key: value` lines, and what the real Pelican makes of it.
#include "analysis/syntax/front_matter_fields.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/analysis/syntax/front_matter_words.h"

namespace galley::test {
namespace {

constexpr FrontMatterSyntax pelican{.yaml = false, .fields = true};

std::string read(const std::string& source) {
  const Text text(source);
  const FrontMatter frontMatter = parseFrontMatter(text, pelican);
  if (frontMatter.format == FrontMatterFormat::none) return "none";
  EXPECT_TRUE(frontMatter.block.contains(frontMatter.content));
  return entriesInWords(frontMatter.entries) + "→" + text.bytes().substr(frontMatter.block.end);
}

TEST(FrontMatterFields, AreLinesUpToAnEmptyOne) {
  EXPECT_EQ(read("Title: T\nDate: 2020-01-01\n\nBody\n"), "Title=T; Date=2020-01-01→Body\n");
  EXPECT_EQ(read("Title: T\nBody\n"), "Title=T→Body\n");
  EXPECT_EQ(read("Title:T\nTags:\n\nBody\n"), "Title=T; Tags=→Body\n");
  EXPECT_EQ(read("Title: A: B\nTitle: \"C\"\n\nBody"), "Title=A: B; Title=\"C\"→Body");
  EXPECT_EQ(read("---\nTitle: T\n---\nBody\n"), "Title=T→Body\n");
  EXPECT_EQ(read("\xEF\xBB\xBFTitle: T\r\nDate: x\r\n\r\nBody\r\n"), "Title=T; Date=x→Body\r\n");
  EXPECT_EQ(read("  Title: T\n\nBody"), "Title=T→Body");
  EXPECT_EQ(read("Authors: A\n    B\n\nBody"), "Authors=A\nB→Body");
  EXPECT_EQ(read("Title: T"), "Title=T→");
  EXPECT_EQ(read("\nTitle: T\n\nBody"), "none");
  EXPECT_EQ(read("Title T\n\nBody"), "none");
  EXPECT_EQ(read("Title : T\n\nBody"), "none");
  EXPECT_EQ(read("    Title: T\n\nBody"), "none");
  EXPECT_EQ(read("제목: T\n\nBody"), "none");
  EXPECT_EQ(read(""), "none");
}

TEST(FrontMatterFields, SpansAreExact) {
  const Text text("Title:  A b \nTags: x, y\n\n");
  const FrontMatter frontMatter = parseFrontMatter(text, pelican);
  EXPECT_EQ(text.slice(frontMatter.entries[0].keySpan), "Title");
  EXPECT_EQ(text.slice(frontMatter.entries[0].value.span), "A b");
  EXPECT_EQ(text.slice(frontMatter.entries[1].span), "Tags: x, y");
  EXPECT_EQ(text.slice(frontMatter.content), "Title:  A b \nTags: x, y\n");
}

TEST(FrontMatterFields, FullWidthColonsAreAMistake) {
  const Text text("Title： T\n\nBody");
  const FrontMatter frontMatter = parseFrontMatter(text, pelican);
  ASSERT_EQ(problemsInWords(text, frontMatter.problems), "fullWidthColon <：>");
  EXPECT_EQ(galley::apply(text.bytes(), frontMatter.problems[0].repair), "Title: T\n\nBody");
}

/// The title that Pelican shows is the one that galley reads.
TEST(FrontMatterFields, AgreeWithPelican) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/pelican/bad-front-matter.json");
  const nlohmann::json oracle = nlohmann::json::parse(file);
  std::size_t compared = 0;
  for (const nlohmann::json& testCase : oracle["cases"]) {
    if (testCase["group"] != "markdown" || testCase["result"]["pages"].empty()) continue;
    const nlohmann::json& data = testCase["result"]["pages"][0]["data"];
    if (testCase["id"] == "b019") continue;  // a title that stands twice is a list for Pelican
    const Text text(testCase["files"].front().get<std::string>());
    const FrontMatter frontMatter = parseFrontMatter(text, pelican);
    ASSERT_NE(frontMatter.find("Title"), nullptr) << testCase["id"] << text.bytes();
    EXPECT_EQ(frontMatter.find("Title")->value.text, data["title"]) << testCase["id"];
    EXPECT_TRUE(frontMatter.readable());
    ++compared;
  }
  EXPECT_GT(compared, 10U);
}

}  // namespace
}  // namespace galley::test
