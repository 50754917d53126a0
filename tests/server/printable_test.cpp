// Nothing that stands in a file may give orders to a terminal or to a build server.
#include "server/printable.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace galley::test {
namespace {

using server::printable;
using server::printablePath;

TEST(Printable, LeavesTextAlone) { EXPECT_EQ(printable("A post, 글 하나, 🙂 and \\n"), "A post, 글 하나, 🙂 and \\n"); }
TEST(Printable, ShowsControlCharacters) {
  EXPECT_EQ(printable("\x1b]0;x\a\n\t\x7f"), "\\x1b]0;x\\x07\\x0a\\x09\\x7f");
  EXPECT_EQ(printable("\u009b31m"), "\\u009b31m");
  EXPECT_EQ(printable(std::string_view("\0", 1)), "\\x00");
}
TEST(Printable, ShowsWhatTurnsTheDirection) { EXPECT_EQ(printable("a\u202eb\u2066"), "a\\u202eb\\u2066"); }
TEST(Printable, ShowsSeparators) { EXPECT_EQ(printable("\u2028\ufeff"), "\\u2028\\ufeff"); }
TEST(Printable, ShowsBytesThatAreNoUtf8) {
  EXPECT_EQ(printable("a\xff\xc3"), "a\\xff\\xc3");
  EXPECT_EQ(printable("\uFFFD"), "\uFFFD");
}
TEST(Printable, BreaksCommandsOfBuildServers) {
  EXPECT_EQ(printable("##[group]x"), "##\\x5bgroup]x");
  EXPECT_EQ(printable("###vso[task.complete]"), "###vso\\x5btask.complete]");
  EXPECT_EQ(printable("## [a] [b]"), "## [a] [b]");
}
TEST(Printable, PathsAreNoCommandsAndNoOptions) {
  EXPECT_EQ(printablePath("_posts/a.md"), "_posts/a.md");
  EXPECT_EQ(printablePath("::error::x.md"), "./::error::x.md");
  EXPECT_EQ(printablePath("  ::error::x.md"), "./  ::error::x.md");
  EXPECT_EQ(printablePath("-rf.md"), "./-rf.md");
}

/// Texts made of what is dangerous, from a fixed seed.
std::string hostile(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {"\x1b",     "\n",   "\r",     "::",        "##", "[",  "#",  "vso",
                                                "\xc2\x9b", "\xc2", "\u202e", "::error::", "a",  "글", "\t", " "};
  std::string text;
  for (auto left = random() % 12; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

TEST(Printable, HoldsForAnyText) {
  std::mt19937 random(20240229);
  for (int i = 0; i < 20000; ++i) {
    const std::string text = printablePath(hostile(random));
    for (std::size_t at = 0; at < text.size(); ++at) {
      const auto byte = static_cast<unsigned char>(text[at]);
      ASSERT_TRUE(byte >= 0x20 && byte != 0x7f) << text;
      const bool firstControl = byte == 0xc2 && at + 1 < text.size() && static_cast<unsigned char>(text[at + 1]) < 0xa0;
      ASSERT_FALSE(firstControl) << text;
    }
    ASSERT_EQ(text.find("##["), std::string::npos) << text;
    ASSERT_EQ(text.find("##vso["), std::string::npos) << text;
    ASSERT_NE(text.substr(std::min(text.size(), text.find_first_not_of(' '))).substr(0, 2), "::") << text;
  }
}

}  // namespace
}  // namespace galley::test
