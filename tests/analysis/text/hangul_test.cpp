// A Korean word is found by what was typed so far, whole syllables or not.
#include "analysis/text/hangul.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Keystrokes, OfSyllables) {
  EXPECT_EQ(keystrokesOf("한글"), "ㅎㅏㄴㄱㅡㄹ");
  EXPECT_EQ(keystrokesOf("가힣"), "ㄱㅏㅎㅣㅎ");
  EXPECT_EQ(keystrokesOf("값 화"), "ㄱㅏㅂㅅ ㅎㅗㅏ");
  EXPECT_EQ(keystrokesOf("꽃"), "ㄲㅗㅊ");
}

TEST(Keystrokes, OfLettersAlone) {
  EXPECT_EQ(keystrokesOf("ㄷ"), "ㄷ");
  EXPECT_EQ(keystrokesOf("ㅄㅢ"), "ㅂㅅㅡㅣ");
}

TEST(Keystrokes, OfAllElse) {
  EXPECT_EQ(keystrokesOf(""), "");
  EXPECT_EQ(keystrokesOf("a é 日本 🚀 \xFF"), "a é 日本 🚀 \xFF");
}

// While 다이어리 is typed, the editor shows these; each is a beginning of it.
TEST(Keystrokes, OfAWordWhileItIsComposed) {
  const std::string whole = keystrokesOf("다이어리");
  for (const std::string_view typed : {"ㄷ", "다", "당", "다이", "다잉", "다이어", "다이얼", "다이어리"})
    EXPECT_TRUE(whole.starts_with(keystrokesOf(typed))) << typed;
  EXPECT_FALSE(whole.starts_with(keystrokesOf("다아")));
}

}  // namespace
}  // namespace galley
