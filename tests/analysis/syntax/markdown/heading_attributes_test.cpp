// What goldmark 1.5 (Hugo 0.111) and pulldown-cmark 0.9 were asked, and what they made of it: text of the heading and
// the id that its attributes give.
#include "analysis/syntax/markdown/heading_attributes.h"

#include <gtest/gtest.h>

#include <string>

#include "analysis/syntax/markdown/markdown.h"

namespace galley::test {
namespace {

struct Example {
  const char* written;
  const char* goldmark;
  const char* pulldownCmark;
};
void PrintTo(const Example& example, std::ostream* out) { *out << example.written; }

constexpr Example examples[] = {
    {"# a {#x}", "a #x", "a #x"},
    {"# a{#x}", "a #x", "a #x"},
    {"# a { #x }", "a #x", "a #x"},
    {"# a ## {#x}", "a #x", "a #x"},
    {"# a {#x} ##", "a #x", "a {#x}"},
    {"# c {#i} ## {#k} ##", "c {#i} ## #k", "c {#i} ## {#k}"},
    {"# b {.c}", "b", "b"},
    {"# {#x}", " #x", " #x"},
    {"# a{b}", "a{b}", "a"},
    {"# d {}", "d", "d"},
    {"# j struct{}", "j struct", "j struct"},
    {"# z { }", "z { }", "z"},
    {"a {#i}\nb {#k}\n---", "a {#i} b #k", "a {#i} b #k"},
    {"# e `x {#i}`", "e x {#i}", "e x {#i}"},
    {"# f *x {#i}*", "f x {#i}", "f x {#i}"},
    {"# k {data=\"http://x.y/z\"}", "k", "k"},
    {"# l {a=1 .b}", "l", "l"},
    {"# m {#a#b}", "m #b", "m #a#b"},
    {"# n {#a b}", "n {#a b}", "n #a"},
    {"# o {#a,.b}", "o #a", "o #a,.b"},
    {"# p {x} {#a}", "p {x} #a", "p {x} #a"},
    {"# q {#a} {x}", "q {#a} {x}", "q {#a}"},
    {"# r \\{#a}", "r {#a}", "r #a"},
    {"# s ## {.c} x", "s ## {.c} x", "s ## {.c} x"},
    {"# u {a=1 b=true}", "u", "u"},
    {"# v {a=}", "v {a=}", "v"},
    {"# x {#a", "x {#a", "x {#a"},
    {"# y {:#a}", "y {:#a}", "y"},
    {"# B {a=\"x\" , #c}", "B #c", "B #c"},
    {"# H {a= \"x\"}", "H", "H"},
};

std::string readAs(const std::string& written, const Dialect& dialect) {
  const Markdown markdown = parseMarkdown(written, {0, written.size()}, dialect, noTemplates);
  if (markdown.headings.size() != 1) return "another number of headings";
  std::string text = markdown.headings[0].text;
  for (char& c : text)
    if (c == '\n') c = ' ';
  return text + (markdown.headings[0].idSpan ? " #" + markdown.headings[0].id : "");
}

class HeadingAttributesOf : public testing::TestWithParam<Example> {};

TEST_P(HeadingAttributesOf, Converters) {
  EXPECT_EQ(readAs(GetParam().written, goldmark), GetParam().goldmark) << "goldmark";
  EXPECT_EQ(readAs(GetParam().written, pulldownCmark), GetParam().pulldownCmark) << "pulldown-cmark";
}

INSTANTIATE_TEST_SUITE_P(Examples, HeadingAttributesOf, testing::ValuesIn(examples));

TEST(HeadingAttributes, SpansAreExact) {
  const std::string text = "## 제목 ## {.a #한글 k=\"v\"}";
  const auto found = headingAttributesOf(text, {3, text.size()}, goldmark);
  ASSERT_TRUE(found);
  EXPECT_EQ(text.substr(found->span.begin, found->span.size()), "{.a #한글 k=\"v\"}");
  EXPECT_EQ(text.substr(found->id.begin, found->id.size()), "한글");
  EXPECT_EQ(text.substr(found->content.begin, found->content.size()), "제목");
  EXPECT_FALSE(headingAttributesOf(text, {3, text.size()}, markdownIt)) << "a dialect without them";
}

TEST(HeadingAttributes, NothingInThemIsALink) {
  const std::string text = "# k {data=\"http://x.y/z\"} ";
  EXPECT_TRUE(parseMarkdown(text, {0, text.size()}, goldmark, noTemplates).links.empty());
}

}  // namespace
}  // namespace galley::test
