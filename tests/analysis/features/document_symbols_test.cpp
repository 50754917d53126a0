// Outlines as pictures: a line a symbol, indented below its parent: `name | selection`, then what the section holds.
#include <gtest/gtest.h>

#include <string>

#include "analysis/features/features.h"
#include "tests/support/blog.h"

namespace galley {
namespace {

using test::Blog;
using test::BlogFiles;

void checkNesting(const std::vector<Symbol>& symbols, Span within) {
  for (const Symbol& symbol : symbols) {
    EXPECT_TRUE(within.contains(symbol.span)) << symbol.name;
    EXPECT_TRUE(symbol.span.contains(symbol.selection)) << symbol.name;
    EXPECT_FALSE(symbol.name.empty());
    checkNesting(symbol.children, symbol.span);
  }
}

std::string draw(const std::vector<Symbol>& symbols, const Text& text, int depth = 0) {
  std::string all;
  for (const Symbol& symbol : symbols) {
    const auto lines = [&](std::size_t offset) { return std::to_string(text.lineOf(offset) + 1); };
    all += std::string(2 * static_cast<std::size_t>(depth), ' ') + symbol.name + " | " +
           std::string(text.slice(symbol.selection)) + " | " + lines(symbol.span.begin) + "-" + lines(symbol.span.end) +
           "\n";
    all += draw(symbol.children, text, depth + 1);
  }
  return all;
}

std::string outline(const std::string& text) {
  Blog blog(BlogFiles{{"_config.yml", "title: x\n"}});
  const auto post = blog.open("_posts/2024-01-01-a.md", text);
  const std::vector<Symbol> symbols = documentSymbols(blog.view(), *post);
  checkNesting(symbols, {0, post->text.size()});
  return "\n" + draw(symbols, post->text);
}

TEST(DocumentSymbols, NestByLevel) {
  EXPECT_EQ(outline("# One\n\ntext\n\n## Two\n\n### Three\ntext\n\n## Four\n\n# Five\n"), R"(
One | One | 1-10
  Two | Two | 5-8
    Three | Three | 7-8
  Four | Four | 10-10
Five | Five | 12-12
)");
}

TEST(DocumentSymbols, NestWhereLevelsJumpAndWhereTheyClimb) {
  EXPECT_EQ(outline("### 셋\n\n## 둘\n\n#### 넷\n\n###### 여섯\n\n##### 다섯\n\n## 둘\n"), R"(
셋 | 셋 | 1-1
둘 | 둘 | 3-9
  넷 | 넷 | 5-9
    여섯 | 여섯 | 7-7
    다섯 | 다섯 | 9-9
둘 | 둘 | 11-11
)");
}

TEST(DocumentSymbols, SelectTheTextWithoutItsMarks) {
  EXPECT_EQ(outline("## A *b* `c` [d](e) ##\n\nSetext\n======\n\n## 🚀 Go {#go}\n"), R"(
A b c d | A *b* `c` [d](e) | 1-1
Setext | Setext | 3-6
  🚀 Go | 🚀 Go | 6-6
)");
}

TEST(DocumentSymbols, OfHtmlHeadings) {
  EXPECT_EQ(outline("---\ntitle: x\n---\n<div align=center><h2>마무리하며</h2></div>\n<!--break-->\n\n## 한 해\ntext"),
            R"(
마무리하며 | 마무리하며 | 4-5
한 해 | 한 해 | 7-8
)");
}

TEST(DocumentSymbols, InQuotesAndLists) {
  EXPECT_EQ(outline("# A\n\n> ## In a quote\n> text\n\n- ### In a list\n  text\n"), R"(
A | A | 1-7
  In a quote | In a quote | 3-7
    In a list | In a list | 6-7
)");
}

TEST(DocumentSymbols, WithoutANameOfTheirOwn) {
  EXPECT_EQ(outline("<h2></h2>\n\n## ![](a.png)\n\ntext\n"), R"(
(empty heading) |  | 1-1
![](a.png) | ![](a.png) | 3-5
)");
}

TEST(DocumentSymbols, WithWindowsLineEndsAndNone) {
  EXPECT_EQ(outline("# A\r\n\r\ntext\r\n\r\n## B\r\n"), R"(
A | A | 1-5
  B | B | 5-5
)");
  EXPECT_EQ(outline("## A"), "\nA | A | 1-1\n");
  EXPECT_EQ(outline(""), "\n");
}

TEST(DocumentSymbols, NotOfCodeAndFrontMatter) {
  EXPECT_EQ(outline("---\n# a comment\ntitle: x\n---\n```\n# code\n```\n# A\n"), "\nA | A | 8-8\n");
}

TEST(DocumentSymbols, OfAsManyHeadingsAsOneLikes) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += std::string(static_cast<std::size_t>(i % 6) + 1, '#') + " h\n";
  Blog blog(BlogFiles{{"_config.yml", "title: x\n"}});
  const auto post = blog.open("_posts/2024-01-01-a.md", text);
  EXPECT_EQ(documentSymbols(blog.view(), *post).size(), 3334U);
}

}  // namespace
}  // namespace galley
