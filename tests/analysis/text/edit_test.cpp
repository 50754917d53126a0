// Edits: taken in the order of their spans; what overlaps or leaves the text is left out.
#include "analysis/text/edit.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Apply, TakesEditsInOrderOfTheirSpans) {
  EXPECT_EQ(apply("abc", {{{2, 3}, "C"}, {{0, 1}, "A"}}), "AbC");
  EXPECT_EQ(apply("abc", {{{1, 1}, "x"}, {{1, 1}, "y"}}), "axybc");
  EXPECT_EQ(apply("abc", {{{1, 2}, ""}}), "ac");
  EXPECT_EQ(apply("", {{{0, 0}, "x"}}), "x");
}

TEST(Apply, LeavesOutWhatOverlapsOrLeavesTheText) {
  EXPECT_EQ(apply("abcd", {{{0, 2}, "X"}, {{1, 3}, "Y"}}), "Xcd");
  EXPECT_EQ(apply("ab", {{{1, 9}, "X"}}), "ab");
  EXPECT_EQ(apply("ab", {{{2, 1}, "X"}}), "ab");
}

}  // namespace
}  // namespace galley
