// Whether to write colours, by what the terminals of today have agreed on. Pure; any thread.
#pragma once

#include <functional>
#include <string>

namespace galley::server {

enum class ColourChoice { automatic, always, never };

/// The value of an environment variable, empty where it is not set.
using Environment = std::function<std::string(const char* name)>;

/// The choice of the command line first; then NO_COLOR (set: never), CLICOLOR_FORCE (set, not 0: always), TERM=dumb
/// (never); then whether a terminal is listening.
bool wantsColours(ColourChoice choice, const Environment& environment, bool isTerminal);

}  // namespace galley::server
