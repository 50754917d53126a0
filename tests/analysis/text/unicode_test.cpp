// Characters: decoding what is no UTF-8, folding, widths, distances.
#include "analysis/text/unicode.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(CodePoint, StopsAtNothing) {
  for (const std::string_view bad :
       {"\x80", "\xc0\x80", "\xed\xa0\x80", "\xf5\x80\x80\x80", "\xe0\x80\x80", "\xe2\x82"}) {
    EXPECT_EQ(codePointAt(bad, 0).value, 0xFFFDU);
    EXPECT_EQ(codePointAt(bad, 0).length, 1U);
    EXPECT_EQ(findInvalidUtf8(std::string("한") + std::string(bad)), 3U);
  }
  EXPECT_EQ(findInvalidUtf8("한\xEF\xBF\xBD🚀"), std::string_view::npos) << "U+FFFD itself is fine";
}

TEST(CodePoint, LeadsBackToItsBytes) {
  for (const std::string_view text : {"a", "é", "한", "🚀"}) {
    std::string back;
    appendUtf8(back, codePointAt(text, 0).value);
    EXPECT_EQ(back, text);
  }
}

TEST(Folded, MakesSpellingsEqual) {
  EXPECT_EQ(folded("DiAry"), "diary");
  EXPECT_EQ(folded("Straße"), folded("STRASSE"));
  EXPECT_EQ(folded("한글"), folded("\xE1\x84\x92\xE1\x85\xA1\xE1\x86\xAB\xE1\x84\x80\xE1\x85\xB3\xE1\x86\xAF"))
      << "decomposed";
  EXPECT_EQ(folded("\xff한"), "\xff한");
}

TEST(Lowered, TakesEachLetterByItself) {
  EXPECT_EQ(lowered("DiAry"), "diary");
  EXPECT_EQ(lowered("ÉTÉ Straße ЖЗ"), "été straße жз");
  EXPECT_EQ(lowered("\xff"
                    "É"),
            "\xff"
            "é");
}

TEST(CharacterClasses, AreThoseOfUnicode) {
  for (const char32_t mark : {U'!', U'~', U'$', U'。', U'“', U'€'}) EXPECT_TRUE(isPunctuationOrSymbol(mark));
  for (const char32_t other : {U'a', U'1', U' ', U'한'}) EXPECT_FALSE(isPunctuationOrSymbol(other));
  for (const char32_t blank : {U' ', U'\n', U'\u00A0', U'\u3000'}) EXPECT_TRUE(isWhitespace(blank));
  for (const char32_t other : {U'a', U'.', U'\u0001'}) EXPECT_FALSE(isWhitespace(other));
}

TEST(DisplayWidth, KnowsWideCharacters) {
  EXPECT_EQ(displayWidth("ab"), 2U);
  EXPECT_EQ(displayWidth("한글"), 4U);
  EXPECT_EQ(displayWidth("e\xCC\x81"), 1U);
}

TEST(Distance, CountsASwapOnce) {
  EXPECT_EQ(distance("tilte", "title", 3), 1U);
  EXPECT_EQ(distance("한굴", "한글", 3), 1U);
  EXPECT_EQ(distance("abc", "xyz", 1), 2U);
  EXPECT_EQ(distance("", "abc", 5), 3U);
}

TEST(FindNearest, RefusesWhatIsFar) {
  const std::vector<std::string> keys{"title", "date", "tags"};
  ASSERT_NE(findNearest("tilte", keys), nullptr);
  EXPECT_EQ(*findNearest("tilte", keys), "title");
  EXPECT_EQ(*findNearest("Title", keys), "title");
  EXPECT_EQ(findNearest("weather", keys), nullptr);
}

}  // namespace
}  // namespace galley
