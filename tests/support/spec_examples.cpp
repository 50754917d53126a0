// See the header.
#include "tests/support/spec_examples.h"

#include <fstream>
#include <nlohmann/json.hpp>

namespace galley::test {
namespace {

std::vector<SpecExample> examplesOf(const std::string& name) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/" + name);
  std::vector<SpecExample> all;
  const auto oracle = nlohmann::json::parse(file);  // must outlive the loop
  for (const auto& row : oracle["examples"]) all.push_back({row["number"], row["markdown"], row["html"]});
  return all;
}

}  // namespace

std::vector<SpecExample> commonMarkExamples() { return examplesOf("commonmark.json"); }
std::vector<SpecExample> gfmExamples() { return examplesOf("gfm.json"); }

}  // namespace galley::test
