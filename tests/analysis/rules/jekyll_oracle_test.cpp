// What the real Jekyll says of broken posts: where it complains, galley does, at the post's front matter; where the
// page came out as meant, galley says nothing of the kind.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "analysis/features/features.h"
#include "tests/support/picture.h"

namespace galley::test {

namespace {

using nlohmann::json;

/// The rules that speak of a case of the oracle.
std::set<std::string> rulesOf(const json& oracle, const json& oracleCase) {
  Picture picture;
  for (const char* layout : {"default", "page", "post", "probe"})
    picture.files.put("_layouts/" + std::string(layout) + ".html", "");
  for (const auto& [path, bytes] : oracle["configs"][oracleCase["config"].get<std::string>()]["files"].items())
    picture.files.put(path, bytes);
  for (const auto& [path, bytes] : oracleCase["files"].items()) {
    picture.files.put(path, bytes);
    picture.paths.emplace_back(path);
  }
  const World world(std::move(picture));
  std::set<std::string> rules;
  for (const Path& path : world.picture().paths)
    for (const Finding& finding : findings(world.view(), *world.post(path))) rules.emplace(finding.rule->id);
  return rules;
}

bool mentions(const json& messages, std::string_view text) {
  return std::ranges::any_of(
      messages, [&](const json& message) { return message.get<std::string>().find(text) != std::string::npos; });
}

TEST(JekyllOracle, FindingsAreJekyllsOwnComplaints) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/jekyll/bad-front-matter.json");
  const json oracle = json::parse(file);
  std::size_t complaints = 0;
  for (const json& oracleCase : oracle["cases"]) {
    const bool isText = std::ranges::all_of(oracleCase["files"], [](const json& bytes) { return bytes.is_string(); });
    if (!isText) continue;  // bytes in another encoding
    const std::string id = oracleCase["id"];
    const json& messages = oracleCase["result"]["messages"];
    const std::set<std::string> rules = rulesOf(oracle, oracleCase);
    const std::string what = id + ": " + oracleCase["note"].get<std::string>();
    const bool badDate = mentions(messages, "Invalid date");
    const bool unreadable =
        !badDate && (mentions(messages, "YAML Exception") || mentions(messages, "could not read file"));
    // Fences that Jekyll does not see: it says nothing, and publishes the lines between them as text.
    static const std::set<std::string> noFence{"b001", "b002", "b003", "b004", "b007",
                                               "b008", "b009", "b013", "b017", "b019"};
    const bool notClosed = noFence.contains(id);
    complaints += badDate || unreadable || notClosed ? 1 : 0;
    EXPECT_EQ(rules.contains("bad-date"), badDate || id == "b092") << what;
    EXPECT_EQ(rules.contains("broken-front-matter"), unreadable || notClosed || id == "b038") << what;
    EXPECT_EQ(rules.contains("unknown-layout"), mentions(messages, "Layout '")) << what;
  }
  EXPECT_GT(complaints, 30U);
}

}  // namespace

}  // namespace galley::test
