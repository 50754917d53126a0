// The reports for programs: the public, versioned form of `galley check --format json` and `galley inspect --json`.
// Pure; any thread.
#pragma once

#include <string>

#include "server/reports/report.h"

namespace galley::server {

/// One JSON document, indented, with a line feed at its end. Lines are 1-based, columns 1-based bytes, ends exclusive.
/// Strings hold what the files say, exactly; bytes that are no UTF-8 become U+FFFD, and characters that a terminal or
/// a build server might obey are written as `\u001b`.
std::string jsonReport(const CheckReport& report);

}  // namespace galley::server
