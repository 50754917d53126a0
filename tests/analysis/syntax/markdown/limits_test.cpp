// Faults of md4c 0.4.8 that authors can meet, and texts made to hurt: galley stays right, bounded and in the text.
#include <gtest/gtest.h>

#include <functional>

#include "analysis/syntax/markdown/kramdown.h"
#include "analysis/syntax/markdown/markdown.h"
#include "analysis/syntax/markdown/walk.h"
#include "tests/analysis/syntax/markdown/shown.h"
#include "tests/support/hostile_text.h"

namespace galley::test {
namespace {

Markdown parsed(const std::string& text, const Dialect& dialect = commonMark) {
  return parseMarkdown(text, {0, text.size()}, dialect, liquidTemplates);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string result;
  for (std::size_t i = 0; i < times; ++i) result += text;
  return result;
}

/// True if a link stands in a list item.
bool hasLinkInItem(const std::string& text) {
  const Tree tree = walk(text, readEvents(text, commonMark));
  for (const Node& node : tree.nodes) {
    if (node.kind != Node::Kind::link) continue;
    for (std::uint32_t up = node.parent; up != Node::noParent; up = tree.nodes[up].parent)
      if (tree.nodes[up].kind == Node::Kind::item) return true;
  }
  return false;
}

// md4c cuts an item short where a line record before it stands at offset 4 modulo 256.
TEST(MarkdownLimits, ListItemsAreWholeAtEveryOffset) {
  for (const char* item : {"- # h\n\n  [a](b)\n", "- ```\n  code\n  ```\n\n  [a](b)\n", "- a\n\n  ---\n\n  [a](b)\n",
                           "- a\n  ===\n\n  [a](b)\n", "> 1. ## h\n>\n>    [a](b)\n", "- <!-- c -->\n\n  [a](b)\n"}) {
    for (std::size_t before = 0; before < 520; ++before) {
      const std::string text = before == 0 ? item : std::string(before, 'x') + "\n\n" + item;
      ASSERT_TRUE(hasLinkInItem(text)) << before << "\n" << item;
    }
  }
}

// The same fault, seen from all that is in the text: moved by empty lines, it stays what it is.
TEST(MarkdownLimits, TheTreeIsTheSameAtEveryOffset) {
  const std::string text =
      "- # h\n\n  para [a](b)\n\n  ~~~\n  code\n  ~~~\n\n      more\n- <b>c</b>\n\n> 1. d\n>\n>    ---\n>\n>    e\n";
  const std::vector<Node> expected = parsed(text).nodes;
  for (std::size_t lines = 1; lines <= 700; ++lines) {
    const std::vector<Node> moved = parsed(std::string(lines, '\n') + text).nodes;
    ASSERT_EQ(moved.size(), expected.size()) << lines;
    for (std::size_t i = 1; i < moved.size(); ++i) {
      ASSERT_EQ(moved[i].kind, expected[i].kind) << lines;
      ASSERT_EQ(moved[i].span.begin, expected[i].span.begin + lines) << lines;
      ASSERT_EQ(moved[i].span.end, expected[i].span.end + lines) << lines;
    }
  }
}

// md4c opens an emphasis whose end lies in a destination, and never closes it.
TEST(MarkdownLimits, AnEmphasisThatIsNeverClosedIsNotThere) {
  EXPECT_EQ(shown("*foo [*bar*](/u*l)*\n", parsed("*foo [*bar*](/u*l)*\n")), "link ‹[*bar*](/u*l)›: bar → /u*l\n");
  const Markdown headings = parsed("# *foo [*bar*](/u*l)*\n\n# b\n");
  ASSERT_EQ(headings.headings.size(), 2U);
  EXPECT_EQ(headings.headings[1].text, "b");
}

// What md4c makes of marks around a link whose target holds some depends on all marks of the paragraph.
TEST(MarkdownLimits, EmphasisAroundMarksInATargetIsUnproven) {
  EXPECT_EQ(parsed("*foo [*bar [*bar*](/u*l)*](/u*l)*\n").unproven, 1U);
  EXPECT_EQ(parsed("**[a](b*c)**\n").unproven, 1U);
  EXPECT_EQ(parsed("**[a](b)** _[a](b_c)_ [a](b*c) *d*\n").unproven, 0U);
}

// Of three `~~` md4c takes the first and the last for a pair, with a fourth behind them the second and the fourth.
TEST(MarkdownLimits, StrikethroughAroundMarksOfItsOwnIsUnproven) {
  EXPECT_EQ(parsed("~~a ~~b~~ c\n").unproven, 1U);
  EXPECT_EQ(parsed("~~a ~~b~~ c!~~ d\n").unproven, 1U);
  EXPECT_EQ(parsed("~~a~~ ~b~ ~~c~~\n").unproven, 0U);
}

// md4c takes any character for the first of a scheme; CommonMark and the converters want a letter. Of an address of
// mail any may be the first.
TEST(MarkdownLimits, ASchemeBeginsWithALetter) {
  EXPECT_EQ(shown("# a <!--b://c> d\n", parsed("# a <!--b://c> d\n")), "h1 ‹# a <!--b://c> d›: a <!--b://c> d\n");
  EXPECT_EQ(shown("a <1b:c> <-d:e> <f1:g>\n", parsed("a <1b:c> <-d:e> <f1:g>\n")), "link ‹<f1:g>›: f1:g → f1:g\n");
  EXPECT_EQ(shown("a <!--b@c.d>\n", parsed("a <!--b@c.d>\n")),
            "link ‹<!--b@c.d>›: !--b@c.d → !--b@c.d = mailto:!--b@c.d\n");
}

// md4c repeats the ticks that close a code span at a line's beginning as text.
TEST(MarkdownLimits, TicksAreNotTextTwice) {
  EXPECT_EQ(shown("a `b\n` c\n", parsed("a `b\n` c\n")), "code ‹`b⏎`›: b⏎\n");
  EXPECT_EQ(shown("> a ``b\n> `` c [d](e)\n", parsed("> a ``b\n> `` c [d](e)\n")),
            "link ‹[d](e)›: d → e\ncode ‹``b⏎> ``›: b⏎> \n");
}

// md4c reads one byte behind a text that ends so, unless a NUL stands there (the sanitizers see it).
TEST(MarkdownLimits, NothingIsReadBehindTheText) {
  for (const char* text :
       {"[foo [bar](/u", "[a](", "![", "<", "`", "[a]: ", "- ", "> ", "#", "\\", "&", "{", "{:", "$$", "[^", "*["})
    for (const Dialect* dialect : {&commonMark, &kramdown}) EXPECT_EQ(parsed(text, *dialect).unproven, 0U) << text;
}

// md4c makes a cell for each column in each row: a small text can make millions.
TEST(MarkdownLimits, ATableCannotExplode) {
  const std::string text = repeated("a|", 5000) + "\n" + repeated("-|", 5000) + "\n" + repeated("a\n", 5000);
  const std::string dashes = repeated("a|", 5000) + "\n" + repeated("---|", 5000) + "\n" + repeated("a\n", 5000);
  EXPECT_FALSE(parsed(text).truncated);  // a delimiter cell of one dash is none for md4c
  EXPECT_TRUE(parsed(dashes).truncated);
}

// md4c looks for the line of each bracket from the first line of its block on: long lists and tables of links are read
// as they are, one paragraph of such lines is not.
TEST(MarkdownLimits, BracketsCannotTakeTheSquareOfTheSize) {
  const auto linksIn = [](const std::string& text) { return parsed(text).links.size(); };
  EXPECT_EQ(linksIn(repeated("- [a title](https://example.org/page)\n", 5000)), 5000U);
  EXPECT_EQ(linksIn("Text:\n" + repeated("1. [a title](https://example.org/page)\n", 5000)), 5000U);
  EXPECT_EQ(linksIn("| a | b |\n|---|---|\n" + repeated("| [a](https://b.org) | [c](d) |\n", 3000)), 6000U);
  EXPECT_EQ(linksIn(repeated("[a](b)\n", 1000)), 1000U);
  EXPECT_FALSE(parsed(repeated("[a](b)\n", 1000)).truncated);
  EXPECT_TRUE(parsed(repeated("[a](b)\n", 20000)).truncated);
  EXPECT_TRUE(parsed(repeated("[a]: <b\n", 20000)).truncated);
  EXPECT_TRUE(parsed(repeated("[\n", 20000) + repeated("]\n", 20000)).truncated);
  EXPECT_TRUE(parsed("[a]: b\n\n" + repeated("[", 20000) + repeated("]", 20000)).truncated);
  EXPECT_EQ(linksIn(repeated("[a](b)\n", 20000) + "\n[c](d)\n"), 1U);  // the block alone is taken for text
}

// What is made of a text is bounded by its size, whatever it is: no memory is lost to it.
TEST(MarkdownLimits, NodesAreBoundedByTheSizeOfTheText) {
  for (const std::string& text : {repeated("a|", 2000) + "\n" + repeated("---|", 2000) + "\n" + repeated("a\n", 2000),
                                  repeated("> ", 20000) + "a", repeated("- ", 20000) + "a", repeated("*a ", 20000),
                                  repeated("[a](b)", 20000), repeated("<b>", 20000)}) {
    const Events events = readEvents(text, commonMark);
    EXPECT_LE(events.list.size(), 4 * text.size() + 1000);
    for (const Dialect* dialect : {&commonMark, &kramdown})
      EXPECT_LE(parsed(text, *dialect).nodes.size(), 4 * text.size() + 1000) << text.substr(0, 20);
  }
}

// md4c makes no cell of two pipes that stand together.
TEST(MarkdownLimits, PipesThatStandTogether) {
  const std::string text = "||a|b|\n|---|---|---|\n|| [c](d) ||\n";
  EXPECT_EQ(shown(text, parsed(text)), "link ‹[c](d)›: c → d\n");
}

// md4c keeps a closing mark in its text where a tab stands behind it.
TEST(MarkdownLimits, TabsBehindAHeadingAreNotItsText) {
  EXPECT_EQ(shown("#\tfoo\t#\t\n", parsed("#\tfoo\t#\t\n")), "h1 ‹#\tfoo\t#›: foo\n");
}

TEST(MarkdownLimits, HostileTextsStayInBoundsAndInTheText) {
  std::vector<std::string> texts = {
      repeated("> ", 100000) + "a\n# b\n",
      repeated("- ", 100000) + "a\n# b\n",
      repeated("> ", 1000) + "a\n" + repeated(">\n", 50000),
      repeated("- ", 1000) + "a\n" + repeated("\n", 50000) + "b\n",
      repeated("[", 50000) + repeated("]", 50000),
      repeated("![", 50000) + repeated("]", 50000),
      repeated("[a](", 50000),
      repeated("[a](b", 50000),
      repeated("_*", 50000),
      repeated("**a ", 50000),
      repeated("*a **b ", 30000),
      repeated("<a b=\"", 50000),
      repeated("<div>\n", 50000),
      repeated("<b>x ", 50000),
      repeated("<!-- a ", 50000),
      repeated("a <!-- ", 50000),
      "a " + repeated("$$ a $ ", 50000),
      "a " + repeated("{: a ", 50000),
      repeated("{::x}\n", 20000),
      repeated("```a b\n", 50000),
      repeated("{{ ", 50000) + repeated("{% raw %}", 20000),
      repeated("[a] [", 50000),
      repeated("~~a ", 50000),
      repeated("a | b\nc\n\n", 30000),
      std::string(1000000, '\0'),
      std::string(1000000, 'a'),
      repeated("<div markdown=\"0\">\n", 50000),
      "\xEF\xBB\xBF# \xFF\xFE [\x80](\xC0)\n",
  };
  for (const HostileText& text : hostileTexts) texts.push_back(text.ofSize(50'000));
  for (const std::string& text : texts) {
    for (const Dialect* dialect : {&commonMark, &kramdown, &goldmark}) {
      const Markdown markdown = parsed(text, *dialect);
      for (const Heading& heading : markdown.headings) ASSERT_LE(heading.span.end, text.size());
      for (const Link& link : markdown.links) ASSERT_LE(link.span.end, text.size());
      for (const Code& code : markdown.codes) ASSERT_LE(code.span.end, text.size());
      for (const HtmlTag& tag : markdown.tags) ASSERT_LE(tag.span.end, text.size());
      EXPECT_EQ(markdown.unproven, 0U) << text.substr(0, 20);
    }
  }
}

// Where an address may end is looked for in a bounded stretch of text, however often one begins.
TEST(MarkdownLimits, BareAddressesFollowOneAnother) {
  for (const char* piece :
       {"https://a(", "https://a_", "https://a.b/c", "https://a.b/&c;", "\"www.a.b ", "[https://a.b "}) {
    const std::string text = repeated(piece, 5000);
    for (const Dialect* dialect : {&remark, &marked, &goldmark}) {
      std::size_t behind = 0;
      for (const Link& link : parsed(text, *dialect).links) {
        ASSERT_GE(link.span.begin, behind) << piece;
        ASSERT_LE(link.span.end, text.size()) << piece;
        behind = link.span.end;
      }
    }
  }
}

TEST(MarkdownLimits, DeeplyNestedListsAreRead) {
  std::string text;
  for (std::size_t depth = 0; depth < 500; ++depth) {
    text += std::string(2 * depth, ' ') + "- [a](b)\n";
    if (depth != 150) continue;
    EXPECT_EQ(parsed(text, kramdown).links.size(), 151U);  // as many as kramdown finds
    EXPECT_FALSE(parsed(text, kramdown).truncated);
  }
  EXPECT_EQ(parsed(text).links.size(), 500U);
  EXPECT_EQ(parsed(text).unproven, 0U);
  EXPECT_TRUE(parsed(text, kramdown).truncated);  // each level would copy all that is below it
}

}  // namespace
}  // namespace galley::test
