// What an author wrote stays text in a hover: no link, no picture, no HTML.
#include "analysis/text/rich_text.h"

#include <gtest/gtest.h>

namespace galley {
namespace {

std::string quoted(std::string_view text) { return RichText().quote(text).markdown(); }
std::string coded(std::string_view text) { return RichText().code(text).markdown(); }

TEST(RichText, EscapesWhatAnAuthorWrote) {
  EXPECT_EQ(quoted("![x](http://evil/beacon.png)"), R"(\!\[x\]\(http://evil/beacon.png\))");
  EXPECT_EQ(quoted("<img src=x>"), R"(\<img src=x\>)");
  EXPECT_EQ(quoted("[run](command:x)"), R"(\[run\]\(command:x\))");
  EXPECT_EQ(quoted("a `b` *c* _d_ \\"), R"(a \`b\` \*c\* \_d\_ \\)");
  EXPECT_EQ(quoted("R&amp;D 한글 🚀"), R"(R\&amp;D 한글 🚀)");
  EXPECT_EQ(RichText().quote("![x](y)").plain(), "![x](y)");
}

TEST(RichText, KeepsToOneLine) {
  EXPECT_EQ(quoted("a\r\nb\tc"), "a  b c");
  EXPECT_EQ(coded("a\nb"), "`a b`");
}

TEST(RichText, ShowsNothingInvisible) {
  EXPECT_EQ(quoted("a\x1B]0;b\x07"), "a\xEF\xBF\xBD\\]0;b\xEF\xBF\xBD");
  EXPECT_EQ(coded("\xE2\x80\xAEgnp.exe"), "`\xEF\xBF\xBDgnp.exe`");
  EXPECT_EQ(coded("\xFF"), "`\xEF\xBF\xBD`");
}

TEST(RichText, CodeWithBackticks) {
  EXPECT_EQ(coded("a.png"), "`a.png`");
  EXPECT_EQ(coded("a`b"), "``a`b``");
  EXPECT_EQ(coded("`a``b`"), "``` `a``b` ```");
  EXPECT_EQ(coded(""), "`  `");
}

TEST(RichText, CutsWhatIsLong) {
  std::string hundreds;
  for (int i = 0; i < 500; ++i) hundreds += "글";
  EXPECT_EQ(RichText().quote(hundreds).plain().size(), 300 * 3 + 3U);
}

TEST(RichText, ParagraphsAndItems) {
  EXPECT_EQ(RichText().paragraph().say("a").paragraph().say("b").markdown(), "a\n\nb");
  EXPECT_EQ(RichText().say("a").paragraph().say("b").plain(), "a\nb");
  EXPECT_EQ(RichText().item().say("a").item().say("b").markdown(), "- a\n- b");
  EXPECT_EQ(RichText().strong("PNG").say(" x").markdown(), "**PNG** x");
  EXPECT_EQ(RichText().strong("PNG").plain(), "PNG");
}

TEST(SizeForPeople, InDecimalUnits) {
  EXPECT_EQ(sizeForPeople(0), "0 bytes");
  EXPECT_EQ(sizeForPeople(1), "1 byte");
  EXPECT_EQ(sizeForPeople(999), "999 bytes");
  EXPECT_EQ(sizeForPeople(1000), "1 kB");
  EXPECT_EQ(sizeForPeople(12345), "12.3 kB");
  EXPECT_EQ(sizeForPeople(123456), "123 kB");
  EXPECT_EQ(sizeForPeople(999999), "1 MB");
  EXPECT_EQ(sizeForPeople(1240000), "1.2 MB");
  EXPECT_EQ(sizeForPeople(5000000000ULL), "5 GB");
}

}  // namespace
}  // namespace galley
