// Places: what programs outside get.
#include "analysis/text/place.h"

#include <gtest/gtest.h>

namespace galley::test {
namespace {

TEST(Place, CountsFromOneInBytes) {
  EXPECT_EQ(placeOf(Text("가나\nab"), {3, 8}), (Place{.line = 1, .column = 4, .endLine = 2, .endColumn = 2}));
}
TEST(Place, OfTheEnd) {
  EXPECT_EQ(placeOf(Text("a\n"), {2, 2}), (Place{.line = 2, .column = 1, .endLine = 2, .endColumn = 1}));
}
TEST(Place, IsCutToTheText) {
  EXPECT_EQ(placeOf(Text("ab"), {1, 9}), (Place{.line = 1, .column = 2, .endLine = 1, .endColumn = 3}));
  EXPECT_EQ(placeOf(Text(""), {4, 2}), (Place{}));
}

}  // namespace
}  // namespace galley::test
