// When colours are written.
#include "server/reports/colours.h"

#include <gtest/gtest.h>

#include <map>

namespace galley::test {
namespace {

using server::ColourChoice;

bool wants(ColourChoice choice, const std::map<std::string, std::string>& variables, bool isTerminal) {
  return server::wantsColours(
      choice,
      [&](const char* name) {
        const auto found = variables.find(name);
        return found == variables.end() ? "" : found->second;
      },
      isTerminal);
}

TEST(Colours, OnATerminalOnly) {
  EXPECT_TRUE(wants(ColourChoice::automatic, {{"TERM", "xterm"}}, true));
  EXPECT_FALSE(wants(ColourChoice::automatic, {{"TERM", "xterm"}}, false));
}
TEST(Colours, TheCommandLineWins) {
  EXPECT_TRUE(wants(ColourChoice::always, {{"NO_COLOR", "1"}, {"TERM", "dumb"}}, false));
  EXPECT_FALSE(wants(ColourChoice::never, {{"CLICOLOR_FORCE", "1"}}, true));
}
TEST(Colours, NoColor) {
  EXPECT_FALSE(wants(ColourChoice::automatic, {{"NO_COLOR", "1"}, {"CLICOLOR_FORCE", "1"}}, true));
  EXPECT_TRUE(wants(ColourChoice::automatic, {{"NO_COLOR", ""}}, true));
}
TEST(Colours, Forced) {
  EXPECT_TRUE(wants(ColourChoice::automatic, {{"CLICOLOR_FORCE", "1"}, {"TERM", "dumb"}}, false));
  EXPECT_FALSE(wants(ColourChoice::automatic, {{"CLICOLOR_FORCE", "0"}}, false));
}
TEST(Colours, NotOnADumbTerminal) { EXPECT_FALSE(wants(ColourChoice::automatic, {{"TERM", "dumb"}}, true)); }

}  // namespace
}  // namespace galley::test
