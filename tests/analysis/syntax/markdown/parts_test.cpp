// The parts of constructs: marks, languages, cells, attributes, terms, math, emoji. Text in, the bytes of the parts
// out.
#include "analysis/syntax/markdown/parts.h"

#include <gtest/gtest.h>

#include "tests/analysis/syntax/markdown/shown.h"

namespace galley::test {
namespace {

using Kind = Node::Kind;

constexpr const char* kinds[] = {
    "none",      "document",      "quote",        "bulletList", "orderedList", "item",       "definitions",
    "term",      "definition",    "rule",         "heading",    "fence",       "indented",   "html",
    "paragraph", "table",         "head",         "body",       "row",         "cell",       "delimiters",
    "reference", "note",          "abbreviation", "math",       "attributes",  "comment",    "emphasis",
    "strong",    "strikethrough", "link",         "image",      "code",        "inlineHtml", "hardBreak",
    "noteMark",  "inlineMath",
};
static_assert(std::size(kinds) == static_cast<std::size_t>(Kind::inlineMath) + 1);

/// Of the nodes of one kind, one a line: `opening|content|closing`, and `label` in brackets behind it.
std::string partsOf(std::string_view source, Kind kind, const Dialect& dialect) {
  std::string result;
  for (const Node& node : parseMarkdown(source, {0, source.size()}, dialect, noTemplates).nodes) {
    if (node.kind != kind) continue;
    const Marks marks = marksOf(source, node);
    result += slice(source, marks.opening) + "|" + slice(source, node.content) + "|" + slice(source, marks.closing);
    if (!node.label.empty()) result += " [" + slice(source, node.label) + "]";
    result += '\n';
  }
  return result;
}

/// The same for every line end, in CommonMark's grammar and in kramdown's.
void expectParts(std::string_view text, Kind kind, const std::string& expected) {
  for (const Dialect* dialect : {&commonMark, &kramdown}) {
    for (const char* lineEnd : {"\n", "\r\n"}) {
      const std::string source = withLineEnds(text, lineEnd);
      EXPECT_EQ(partsOf(source, kind, *dialect), expected)
          << kinds[static_cast<std::size_t>(kind)] << " of\n"
          << source << (dialect == &kramdown ? "kramdown" : "CommonMark");
    }
  }
}

TEST(Parts, Headings) {
  expectParts("# a\n", Kind::heading, "#|a|\n");
  expectParts("###  a b  ## \n", Kind::heading, "###|a b|##\n");
  expectParts("## 한글 #\n", Kind::heading, "##|한글|#\n");
  expectParts("a *b*\n===\n", Kind::heading, "|a *b*|===\n");
  EXPECT_EQ(partsOf("a\n b\n---\n", Kind::heading, commonMark), "|a⏎ b|---\n");
  EXPECT_EQ(partsOf("> a\n> ---\n", Kind::heading, commonMark), "|a|---\n");
  EXPECT_EQ(partsOf("## a ## {#b}\n", Kind::heading, kramdown), "##|a|## [b]\n");
}

TEST(Parts, ListsTasksAndQuotes) {
  expectParts("- a\n- b\n", Kind::item, "-|a|\n-|b|\n");
  expectParts("10. a\n", Kind::item, "10.|a|\n");
  expectParts("* [ ] a\n* [x] b\n", Kind::item, "*|[ ] a| [[ ]]\n*|[x] b| [[x]]\n");
  EXPECT_EQ(partsOf("3) a\n\n   b\n", Kind::item, commonMark), "3)|a⏎⏎   b|\n");
  expectParts("> a\n> b\n", Kind::quote, ">|a⏎> b|\n");
}

TEST(Parts, Rules) { expectParts("a\n\n---\n\n * * *\n", Kind::thematicBreak, "---|---|\n* * *|* * *|\n"); }

TEST(Parts, Fences) {
  expectParts("```ruby\na\n```\n", Kind::fencedCode, "```|a⏎|``` [ruby]\n");
  expectParts("~~~~\n~~~\n~~~~~\n", Kind::fencedCode, "~~~~|~~~⏎|~~~~~\n");
  EXPECT_EQ(partsOf("> ```\n> a\n", Kind::fencedCode, commonMark), "```|> a|\n");
  const std::string source = "```js {1,3} title=\"a\"\n```\n\n~~~{.python}\n~~~\n";
  const Markdown markdown = parseMarkdown(source, {0, source.size()}, commonMark, noTemplates);
  ASSERT_EQ(markdown.codes.size(), 2U);
  EXPECT_EQ(slice(source, markdown.codes[0].info), "js {1,3} title=\"a\"");
  EXPECT_EQ(slice(source, markdown.codes[0].language), "js");
  EXPECT_EQ(slice(source, markdown.codes[1].language), "");
}

TEST(Parts, MarksInText) {
  expectParts("*a* _b_ **c** ~~d~~ `` e` ``\n", Kind::emphasis, "*|a|*\n_|b|_\n");
  expectParts("*a* **c *d*** x\n", Kind::strong, "**|c *d*|**\n");
  expectParts("~~d~~\n", Kind::strikethrough, "~~|d|~~\n");
  expectParts("`a` and `` b` ``\n", Kind::codeSpan, "`|a|`\n``| b` |``\n");
  expectParts("[a](b \"c\") ![d](e)\n", Kind::link, "[|a|]\n");
  expectParts("[a](b \"c\") ![d](e)\n", Kind::image, "![|d|]\n");
}

TEST(Parts, TablesHaveCellsAndDelimiters) {
  const std::string source = "| a | b |\n|:--|--:|\n| c | d |\n";
  expectParts(source, Kind::cell, "|a|\n|b|\n|c|\n|d|\n");
  for (const Dialect* dialect : {&commonMark, &kramdown}) {
    std::string cells;
    for (const Node& node : parseMarkdown(source, {0, source.size()}, *dialect, noTemplates).nodes) {
      if (node.kind != Kind::delimiterRow) continue;
      for (const Span& cell : delimitersOf(source, node.span)) cells += slice(source, cell) + " ";
    }
    EXPECT_EQ(cells, ":-- --: ");
  }
}

/// The attribute lists of a text, one a line: `‹list›`, then `#id`, `.class`, `key=value` or `name`.
std::string attributesIn(std::string_view source, const Dialect& dialect) {
  std::string result;
  for (const AttributeList& list : parseMarkdown(source, {0, source.size()}, dialect, noTemplates).attributeLists) {
    result += "‹" + slice(source, list.span) + "›";
    for (const Attribute& attribute : attributesOf(source, list.span)) {
      constexpr const char* marks[] = {"#", ".", "", ""};
      result += std::string(" ") + marks[static_cast<std::size_t>(attribute.kind)] +
                (attribute.name.empty() ? "" : slice(source, attribute.name) + "=") + slice(source, attribute.value);
    }
    result += '\n';
  }
  return result;
}

TEST(Parts, AttributeLists) {
  EXPECT_EQ(attributesIn("# a\n{: #b .c.d key=\"v w\" ref}\n", kramdown),
            "‹{: #b .c.d key=\"v w\" ref}› #b .c .d key=v w ref\n");
  EXPECT_EQ(attributesIn("{:name: .x lang='ko'}\n\n[a](b){:target=\"_blank\" .c} *d*{:#e}\n", kramdown),
            "‹{:name: .x lang='ko'}› .x lang=ko\n‹{:target=\"_blank\" .c}› target=_blank .c\n‹{:#e}› #e\n");
  EXPECT_EQ(attributesIn("# a {#한글}\n", kramdown), "‹{#한글}› #한글\n");
  EXPECT_EQ(attributesIn("# a {#b .c key=v}\n\nb {.d}\n===\n", goldmark), "‹{#b .c key=v}› #b .c key=v\n‹{.d}› .d\n");
  EXPECT_EQ(attributesIn("# a {#b}\n", remark), "");
}

TEST(Parts, AnIdBelowABlockIsNoLabelOfIt) {
  EXPECT_EQ(partsOf("```ruby\na\n```\n{: #b}\n", Kind::fencedCode, kramdown), "```|a⏎|``` [ruby]\n");
  EXPECT_EQ(partsOf("[a]: b\n{: #c}\n", Kind::definition, kramdown), "|[a]: b| [a]\n");
  EXPECT_EQ(partsOf("a\n===\n{: #b}\n", Kind::heading, kramdown), "|a|=== [b]\n");
}

TEST(Parts, DefinitionLists) {
  const std::string source = "*a*\nb\n: c [d](e)\n  f\n: g\n\nh\n\n:   i\n";
  EXPECT_EQ(partsOf(source, Kind::definitionTerm, goldmark), "|*a*|\n|b|\n|h|\n");
  EXPECT_EQ(partsOf(source, Kind::definitionItem, goldmark), ":|c [d](e)⏎  f|\n:|g|\n:|i|\n");
  EXPECT_EQ(partsOf(source, Kind::definitionItem, remark), "");
  EXPECT_EQ(partsOf("a\n: b\n: c\n", Kind::definitionTerm, kramdown), "|a|\n");
  EXPECT_EQ(partsOf("a\n: b\n: c\n", Kind::definitionItem, kramdown), ":|b|\n:|c|\n");
  EXPECT_EQ(partsOf("a *b\n: c* d\n", Kind::definitionItem, goldmark), ":|c* d|\n");  // no emphasis over both
  EXPECT_EQ(partsOf("https://a.b\n:c\n", Kind::definitionItem, goldmark), "");
}

TEST(Parts, Math) {
  EXPECT_EQ(partsOf("a $x_1*y*$ $$z\nw$$ 5$\n", Kind::inlineMath, remarkWithMath), "$|x_1*y*|$\n$$|z⏎w|$$\n");
  EXPECT_EQ(partsOf("a $x$\n", Kind::inlineMath, remark), "");
  EXPECT_EQ(partsOf("a $$x$$\n", Kind::inlineMath, kramdown), "$$|x|$$\n");
  EXPECT_EQ(partsOf("$$\nx\n$$\n", Kind::displayMath, kramdown), "$$|⏎x⏎|$$\n");
  EXPECT_EQ(shown("# a $x*y$ *b*\n", parseMarkdown("# a $x*y$ *b*\n", {0, 15}, goldmarkWithMath, noTemplates)),
            "h1 ‹# a $x*y$ *b*›: a x*y b (a $x*y$ *b*)\n");
}

/// `name` for each, in parentheses where the page does not show it.
std::string emojisIn(std::string_view source, const Dialect& dialect) {
  std::string result;
  for (const Emoji& emoji : parseMarkdown(source, {0, source.size()}, dialect, noTemplates).emojis) {
    EXPECT_EQ(slice(source, emoji.span), ":" + slice(source, emoji.name) + ":");
    result += (emoji.shown ? "" : "(") + slice(source, emoji.name) + (emoji.shown ? " " : ") ");
  }
  return result;
}

TEST(Parts, Emojis) {
  const std::string source = "# :tada: a\n\n:smile_cat::+1: 10:30:45 `:x:` http://a:b:c :no way: **:y:**\n";
  EXPECT_EQ(emojisIn(source, goldmarkWithEmoji), "tada smile_cat +1 b y ");
  EXPECT_EQ(emojisIn(source, kramdownWithEmoji), "tada smile_cat +1 b y ");
  EXPECT_EQ(emojisIn(":a: :b:\n", commonMark), "(a) (b) ");
}

TEST(Parts, OffsetsAreThoseOfTheFile) {
  const std::string source = "front\n## a ##\n- b\n";
  for (const Node& node : parseMarkdown(source, {6, source.size()}, commonMark, noTemplates).nodes) {
    const Marks marks = marksOf(source, node);
    if (node.kind == Kind::heading) {
      EXPECT_EQ(marks.opening, (Span{6, 8}));
      EXPECT_EQ(marks.closing, (Span{11, 13}));
    }
    if (node.kind == Kind::item) {
      EXPECT_EQ(marks.opening, (Span{14, 15}));
    }
  }
}

}  // namespace
}  // namespace galley::test
