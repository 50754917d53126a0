#include "tests/support/ruby.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

namespace galley::test {

std::optional<std::vector<nlohmann::json>> askRuby(const std::string& script,
                                                   const std::vector<nlohmann::json>& questions) {
  if (std::system("ruby -e 'require \"yaml\"' >/dev/null 2>&1") != 0) return std::nullopt;
  const std::string base = testing::TempDir() + "galley-ruby-" + std::to_string(getpid());
  {
    std::ofstream file(base + ".in");
    for (const nlohmann::json& question : questions)
      file << question.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
  }
  const std::string command = "ruby " GALLEY_SOURCE_DIR "/" + script + " <" + base + ".in >" + base + ".out";
  EXPECT_EQ(std::system(command.c_str()), 0) << script;
  std::vector<nlohmann::json> answers;
  std::ifstream file(base + ".out");
  for (std::string line; std::getline(file, line);) answers.push_back(nlohmann::json::parse(line));
  std::remove((base + ".in").c_str());
  std::remove((base + ".out").c_str());
  EXPECT_EQ(answers.size(), questions.size()) << script;
  return answers;
}

}  // namespace galley::test
