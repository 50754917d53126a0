// The server's log, on stderr only: stdout belongs to the protocol. The door to spdlog. Any thread.
#pragma once

#include <string_view>

namespace galley::server {

enum class LogLevel { debug, info, warning, error };

/// What is below this level is not written. `info` at the start.
void setLogLevel(LogLevel least);

/// One line. Control characters, which a document or file name may hold, are written as `\x1b`.
void log(LogLevel level, std::string_view message);

}  // namespace galley::server
