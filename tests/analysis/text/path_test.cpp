// Paths: normalised, relative to the root, and never outside of it.
#include "analysis/text/path.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

TEST(Path, IsNormalised) {
  EXPECT_EQ(Path("/a//b/./c/").str(), "a/b/c");
  EXPECT_EQ(Path("a/../b").str(), "b");
  EXPECT_EQ(Path("../../x").str(), "x") << "nothing leaves the root";
  EXPECT_EQ((Path("_posts/a") / "../img/x.png").str(), "_posts/img/x.png");
}

TEST(Path, HasParts) {
  const Path path("_posts/2024-01-01-한글.tar.md");
  EXPECT_EQ(path.name(), "2024-01-01-한글.tar.md");
  EXPECT_EQ(path.stem(), "2024-01-01-한글.tar");
  EXPECT_EQ(path.extension(), ".md");
  EXPECT_EQ(path.parent().str(), "_posts");
  EXPECT_EQ(Path(".x").extension(), "");
  EXPECT_EQ(Path(".x").stem(), ".x");
}

TEST(Path, LiesWithinWholeFolders) {
  EXPECT_TRUE(Path("a/b").isWithin(Path("a")));
  EXPECT_FALSE(Path("ab").isWithin(Path("a")));
  EXPECT_TRUE(Path("a").isWithin(Path("")));
  EXPECT_TRUE(Path("a").isWithin(Path("a")));
}

}  // namespace
}  // namespace galley
