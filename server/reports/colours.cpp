// See the header.
#include "server/reports/colours.h"

namespace galley::server {

bool wantsColours(ColourChoice choice, const Environment& environment, bool isTerminal) {
  if (choice != ColourChoice::automatic) return choice == ColourChoice::always;
  if (!environment("NO_COLOR").empty()) return false;
  const std::string force = environment("CLICOLOR_FORCE");
  if (!force.empty() && force != "0") return true;
  return isTerminal && environment("TERM") != "dumb";
}

}  // namespace galley::server
