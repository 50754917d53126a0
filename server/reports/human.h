// The report of `galley check` for people: each finding with its line and carets, then a summary. Pure; any thread.
#pragma once

#include <string>

#include "server/reports/report.h"

namespace galley::server {

/// UTF-8, every line ends in a line feed. Whatever the files say, no line is a command of a build server, and the only
/// control characters are line feeds, and with `colours` the escape sequences for colours (ECMA-48, SGR).
std::string humanReport(const CheckReport& report, bool colours);

}  // namespace galley::server
