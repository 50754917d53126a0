// The real Ruby as a witness: a script reads JSON, one value a line, and answers with one line for each.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace galley::test {

/// The answers of a script (a path in the source tree), or nothing where there is no Ruby.
std::optional<std::vector<nlohmann::json>> askRuby(const std::string& script,
                                                   const std::vector<nlohmann::json>& questions);

}  // namespace galley::test
