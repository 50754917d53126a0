// The examples of the specifications of CommonMark and GFM, and what the converters make of them: recorded in
// tests/oracles/<generator>/examples.json, so that the tests need no converter.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "tests/agreement/converters.h"

namespace galley::agreement {

struct Example {
  std::string name;  // `commonmark-001`, `gfm-198`
  std::string markdown;
};
std::vector<Example> examples();

/// The rows of constructs (see constructs.h) for all examples, in their order: as a converter makes them now, or
/// nothing where it fails; and as they are recorded.
std::optional<std::vector<nlohmann::json>> askForExamples(const Converter& converter);
std::vector<nlohmann::json> recordedExamples(const Converter& converter);

/// Writes down what a converter makes of the examples; false where it fails.
bool recordExamples(const Converter& converter);

}  // namespace galley::agreement
