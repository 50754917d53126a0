// Text: offsets and positions in three encodings, for every kind of line end and for bytes that are no UTF-8.
#include "analysis/text/text.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Text, CountsUnitsOfEachEncoding) {
  const Text text("a한🚀b\n");
  const std::size_t b = std::string("a한🚀").size();
  EXPECT_EQ(text.positionAt(b, Encoding::utf8), (Position{0, 8}));
  EXPECT_EQ(text.positionAt(b, Encoding::utf16), (Position{0, 4}));
  EXPECT_EQ(text.positionAt(b, Encoding::utf32), (Position{0, 3}));
  EXPECT_EQ(text.offsetAt({0, 8}, Encoding::utf8), b);
  EXPECT_EQ(text.offsetAt({0, 4}, Encoding::utf16), b);
  EXPECT_EQ(text.offsetAt({0, 3}, Encoding::utf32), b);
}

TEST(Text, APlaceInsideACharacterIsThePlaceBeforeIt) {
  const Text text("한🚀");
  EXPECT_EQ(text.positionAt(1, Encoding::utf16), (Position{0, 0}));
  EXPECT_EQ(text.positionAt(5, Encoding::utf16), (Position{0, 1}));
  EXPECT_EQ(text.offsetAt({0, 2}, Encoding::utf16), 3U) << "half of a surrogate pair";
  EXPECT_EQ(text.offsetAt({0, 2}, Encoding::utf8), 0U);
}

TEST(Text, KnowsThreeLineEnds) {
  const Text text("a\nb\r\nc\rd");
  ASSERT_EQ(text.lineCount(), 4U);
  EXPECT_EQ(text.slice(text.line(1)), "b");
  EXPECT_EQ(text.slice(text.lineWithEnd(1)), "b\r\n");
  EXPECT_EQ(text.slice(text.line(3)), "d");
  EXPECT_EQ(text.positionAt(4, Encoding::utf16), (Position{1, 1})) << "inside of \\r\\n";
  EXPECT_EQ(text.positionAt(7, Encoding::utf16), (Position{3, 0}));
}

TEST(Text, WhatLiesBehindIsTheEnd) {
  const Text text("ab\ncd\n");
  EXPECT_EQ(text.lineCount(), 3U);
  EXPECT_EQ(text.offsetAt({0, 99}, Encoding::utf16), 2U);
  EXPECT_EQ(text.offsetAt({99, 0}, Encoding::utf16), 6U);
  EXPECT_EQ(text.positionAt(99, Encoding::utf16), (Position{2, 0}));
  EXPECT_EQ(text.slice({4, 99}), "d\n");
  EXPECT_EQ(text.slice({99, 100}), "");
}

TEST(Text, EveryInvalidByteIsOneUnit) {
  const Text text("\xff\xed\xa0\x80x");
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16, Encoding::utf32}) {
    EXPECT_EQ(text.positionAt(4, encoding), (Position{0, 4}));
    EXPECT_EQ(text.offsetAt({0, 4}, encoding), 4U);
  }
}

TEST(Text, EveryPositionLeadsBack) {
  const Text text("제목 🚀\r\n\r\ncafé́\rx\xffy\n끝");
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16, Encoding::utf32}) {
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const Position position = text.positionAt(offset, encoding);
      const std::size_t back = text.offsetAt(position, encoding);
      EXPECT_LE(back, offset);
      EXPECT_EQ(text.positionAt(back, encoding), position);
    }
  }
}

TEST(Text, AnEmptyTextHasOneLine) {
  const Text text;
  EXPECT_EQ(text.lineCount(), 1U);
  EXPECT_EQ(text.positionAt(0, Encoding::utf16), (Position{0, 0}));
  EXPECT_EQ(text.offsetAt({0, 0}, Encoding::utf16), 0U);
}

}  // namespace
}  // namespace galley
