// The example blog as `galley check` sees it: the mistakes that tests/blogs/README.md lists, and not one finding more.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "server/commands/check.h"

namespace galley::server {
namespace {

TEST(ExampleBlog, HasItsFiveMistakesAndNoOther) {
  const std::string folder = GALLEY_SOURCE_DIR "/tests/blogs/jekyll";
  const Answer answer =
      runCheck({.paths = {}, .format = ReportFormat::json, .currentFolder = folder, .now = 1735689600});

  const nlohmann::json report = nlohmann::json::parse(answer.out);
  std::vector<std::string> found;
  for (const auto& finding : report.at("findings"))
    found.push_back(finding.at("path").get<std::string>() + ":" + std::to_string(finding.at("line").get<int>()) + " " +
                    finding.at("rule").get<std::string>());
  EXPECT_THAT(found, testing::ElementsAre("_posts/2024-09-22-weekly-note.md:3 unknown-key",
                                          "_posts/2024-09-22-weekly-note.md:6 wrong-type",
                                          "_posts/2024-10-05-rss-readers.md:3 broken-front-matter",
                                          "_posts/2024-11-11-first-frost.md:5 date-mismatch",
                                          "_posts/2024-11-11-first-frost.md:11 missing-image"));
}

}  // namespace
}  // namespace galley::server
