// Standard output and standard error of a command: main only. The language server has doors of its own.
#pragma once

#include "server/commands/answer.h"

namespace galley::server {

/// Writes an answer and returns the exit code of the process. A reader that has gone away (`galley check | head`) is no
/// failure; output that could not be written for another reason (a full disk) is one, and is said on standard error.
int print(const Answer& answer);

}  // namespace galley::server
