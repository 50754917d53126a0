// The line of a finding and its carets, as they stand on a screen.
#include "server/reports/excerpt.h"

#include <gtest/gtest.h>

#include "analysis/text/unicode.h"

namespace galley::test {
namespace {

using server::Excerpt;
using server::excerptOf;

/// The line, and the carets below it.
std::string shown(const std::string& text, Span span) {
  const Excerpt excerpt = excerptOf(Text(text), span);
  return excerpt.line + '\n' + excerpt.carets;
}

TEST(Excerpt, OfAWord) {
  EXPECT_EQ(shown("one\ntwo words\nthree", {8, 13}),
            "two words\n"
            "    ^^^^^");
}
TEST(Excerpt, HangulIsTwoColumnsWide) {
  EXPECT_EQ(shown("제목: 글", {0, 6}),
            "제목: 글\n"
            "^^^^");
  EXPECT_EQ(shown("제목: 글", {8, 11}),
            "제목: 글\n"
            "      ^^");
}
TEST(Excerpt, TabsAreBlanks) {
  EXPECT_EQ(shown("a\tb\tc", {4, 5}),
            "a   b   c\n"
            "        ^");
  EXPECT_EQ(shown("\ttitle", {0, 1}),
            "    title\n"
            "^^^^");
}
TEST(Excerpt, AnEmptySpanHasOneCaret) {
  EXPECT_EQ(shown("ab", {2, 2}), "ab\n  ^");
  EXPECT_EQ(shown("", {0, 0}), "\n^");
  EXPECT_EQ(shown("ab\r\n", {2, 2}), "ab\n  ^");
}
TEST(Excerpt, ASpanOverLinesEndsWithItsFirst) { EXPECT_EQ(shown("a bc\nd", {2, 6}), "a bc\n  ^^"); }
TEST(Excerpt, BehindTheText) { EXPECT_EQ(shown("ab", {9, 12}), "ab\n  ^"); }
TEST(Excerpt, ControlCharactersAreAsWideAsTheyAreShown) {
  EXPECT_EQ(shown("\x1b[31mred", {0, 8}),
            "\\x1b[31mred\n"
            "^^^^^^^^^^^");
}
TEST(Excerpt, ALongLineIsCutAroundTheSpan) {
  const std::string text = std::string(100000, 'a') + "글" + std::string(100000, 'b');
  const Excerpt excerpt = excerptOf(Text(text), {100000, 100003});
  EXPECT_LE(displayWidth(excerpt.line), 122U);
  EXPECT_TRUE(excerpt.line.starts_with("…a"));
  EXPECT_TRUE(excerpt.line.ends_with("b…"));
  EXPECT_EQ(displayWidth(std::string_view(excerpt.line).substr(0, excerpt.line.find("글"))), excerpt.carets.find('^'));
  EXPECT_EQ(excerpt.carets.size() - excerpt.carets.find('^'), 2U);
}
TEST(Excerpt, ALongSpanIsCutWithItsLine) {
  const Excerpt excerpt = excerptOf(Text(std::string(500, 'a')), {10, 400});
  EXPECT_EQ(excerpt.carets, std::string(10, ' ') + std::string(110, '^'));
}

}  // namespace
}  // namespace galley::test
