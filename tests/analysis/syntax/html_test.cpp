// Tags and character references of HTML inside of Markdown.
#include "analysis/syntax/html.h"

#include <gtest/gtest.h>

namespace galley::test {
namespace {

std::string slice(std::string_view source, Span span) { return std::string(source.substr(span.begin, span.size())); }

/// `name attribute=value …` of each tag, a `/` before the name of an end tag and behind it of one that closes itself.
std::string tagsOf(std::string_view source) {
  std::string result;
  const HtmlTags tags = parseHtmlTags(source, {0, source.size()});
  for (const HtmlTag& tag : tags) {
    result += (tag.end ? "/" : "") + slice(source, tag.nameSpan) + (tag.selfClosing ? "/" : "");
    for (const HtmlAttribute& attribute : tags.attributesOf(tag))
      result += " " + slice(source, attribute.nameSpan) + (attribute.valueSpan ? "=" + attribute.value(source) : "");
    result += ";";
  }
  return result;
}

TEST(Html, TagsWithAttributes) {
  EXPECT_EQ(tagsOf("<IMG SRC='a b.png' alt=\"가 &amp; 나\" width=910% hidden>"),
            "IMG SRC=a b.png alt=가 & 나 width=910% hidden;");
  EXPECT_EQ(tagsOf("<a\n href = \"x\"\n>y</a >"), "a href=x;/a;");
  EXPECT_EQ(tagsOf("<br/><hr /><img src=a.png/>"), "br/;hr/;img src=a.png/;");
  EXPECT_EQ(tagsOf("<img alt=\"a > b\" src='it\"s'>"), "img alt=a > b src=it\"s;");
  EXPECT_EQ(tagsOf("<img alt='one' alt='two' alt>"), "img alt=one;");
}

TEST(Html, NamesAreToldWithoutRegardToCase) {
  const std::string source = "<IMG Src=a sRC=b><İmg>";
  const auto tags = parseHtmlTags(source, {0, source.size()});
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_TRUE(tags[0].isNamed(source, "img"));
  EXPECT_FALSE(tags[0].isNamed(source, "im"));
  ASSERT_EQ(tags.attributesOf(tags[0]).size(), 1U) << "the first of a name counts";
  EXPECT_EQ(tags.find(tags[0], source, "src")->value(source), "a");
}

TEST(Html, SpansAreExact) {
  const std::string source = "한 <img  src=\"a.png\" alt=''>";
  const auto tags = parseHtmlTags(source, {0, source.size()});
  ASSERT_EQ(tags.size(), 1U);
  EXPECT_EQ(slice(source, tags[0].span), "<img  src=\"a.png\" alt=''>");
  EXPECT_EQ(slice(source, tags[0].nameSpan), "img");
  const HtmlAttribute* src = tags.find(tags[0], source, "src");
  ASSERT_TRUE(src && src->valueSpan);
  EXPECT_EQ(slice(source, src->nameSpan), "src");
  EXPECT_EQ(slice(source, *src->valueSpan), "a.png");
  EXPECT_EQ(src->quote, '"');
  ASSERT_TRUE(tags.find(tags[0], source, "alt") && tags.find(tags[0], source, "alt")->valueSpan);
  EXPECT_TRUE(tags.find(tags[0], source, "alt")->valueSpan->empty());
  EXPECT_EQ(tags.find(tags[0], source, "title"), nullptr);
}

TEST(Html, WhatIsNoTag) {
  EXPECT_EQ(tagsOf("a < b <3 <> </> <!-- <img> --> <img"), "");
  EXPECT_EQ(tagsOf("<a href=\"x>"), "");
  EXPECT_EQ(tagsOf("<script>if (a<b) '<img>'</script><b>"), "script;/script;b;");
  EXPECT_EQ(tagsOf("<style>a</style"), "style;");
  EXPECT_EQ(tagsOf("<!-- open <img>"), "");
}

TEST(Html, TagsStayInTheirSpan) {
  const std::string source = "<a><b><c>";
  EXPECT_EQ(parseHtmlTags(source, {3, 8}).size(), 1U);
  HtmlTags tags;
  EXPECT_FALSE(tags.add(source, 6, 8));
  EXPECT_FALSE(tags.add(source, 99, 200));
  EXPECT_TRUE(tags.add(source, 6, 9));
}

TEST(Html, CharacterReferences) {
  EXPECT_EQ(decodeCharacterReferences("&lt;a&gt; &#44032; &#xAC00; &hellip;&copy;"), "<a> 가 가 …©");
  EXPECT_EQ(decodeCharacterReferences("&nosuch; & &amp &#; &#x; a&b;"), "&nosuch; & &amp &#; &#x; a&b;");
  EXPECT_EQ(decodeCharacterReferences("&#0;&#xD800;"), "\uFFFD\uFFFD");
  EXPECT_EQ(decodeCharacterReferences("&CounterClockwiseContourIntegral;"), "∳");
}

}  // namespace
}  // namespace galley::test
