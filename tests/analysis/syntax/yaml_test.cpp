// The door to yaml-cpp: what comes out of it is YAML's text, whatever yaml-cpp makes of it.
#include "analysis/syntax/yaml.h"

#include <gtest/gtest.h>

namespace galley::test {
namespace {

// yaml-cpp 0.7 gives a single byte for these two, which is no UTF-8.
TEST(Yaml, EscapesAreCharacters) {
  EXPECT_EQ(decodeYamlScalar(R"("a\Nb\_c\\N\L")"), "a\u0085b\u00A0c\\N\u2028");
  EXPECT_EQ(decodeYamlScalar(R"('a\N')"), "a\\N");
  EXPECT_EQ(decodeYamlScalar("\xEF\xBB\xBF\"a\\N\""), "a\u0085") << "behind a byte order mark";
  EXPECT_EQ(decodeYamlScalar("# x\n \"\\_\\_\\N\""), "\u00A0\u00A0\u0085") << "behind a comment, side by side";
}

// It would take a text with NULs for UTF-16 or UTF-32.
TEST(Yaml, ANulIsRefusedAtItsPlace) {
  const auto refused = refusedByYaml(std::string_view("a: \0b", 5));
  ASSERT_TRUE(refused);
  EXPECT_EQ(refused->offset, 3U);
}

}  // namespace
}  // namespace galley::test
