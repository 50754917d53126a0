// `galley rules [ID]`: the list of all rules, or the page of one. Main thread.
#pragma once

#include <string>

#include "server/commands/answer.h"

namespace galley::server {

/// The list for an empty id. An id that no rule has: exit code 2, with the nearest one named.
Answer runRules(const std::string& id);

}  // namespace galley::server
