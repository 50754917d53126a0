// What a command says and how it ends, as a value: main prints it. So a command can be tested without a terminal.
#pragma once

#include <string>

namespace galley::server {

/// Exit codes of every command.
inline constexpr int exitClean = 0;     // done, nothing found
inline constexpr int exitFindings = 1;  // done, and there is something to repair
inline constexpr int exitFailed = 2;    // the work could not be done, or the command line is wrong

struct Answer {
  int code = exitClean;
  std::string out{};  // for standard output
  std::string err{};  // for standard error: why the work could not be done
};

}  // namespace galley::server
