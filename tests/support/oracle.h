// What real site generators answer to small sites (tests/oracles/README.md has the form), as cases for tests.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/generators/all.h"
#include "analysis/site/site.h"
#include "tests/support/memory_files.h"

namespace galley::test {

struct OracleCase {
  std::string id;
  std::string group;
  std::string config;
  std::string path;  // of the post in question: the first file with the mark
  MemoryFiles files;
  nlohmann::json result;
};

/// The cases of tests/oracles/<generator>/<kind>.json that are sites (all kinds but headings).
std::vector<OracleCase> readOracle(const std::string& generator, const std::string& kind);

/// A case's site as galley reads it, and its post, which is open.
struct OracleSite {
  explicit OracleSite(const OracleCase& oracle);
  Site site;
  std::shared_ptr<const Post> post;
};

std::string decodeBase64(const std::string& text);

}  // namespace galley::test
