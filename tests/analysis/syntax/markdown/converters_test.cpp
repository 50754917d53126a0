// The grammars that are not CommonMark's, beside the converters that they are taken from: the same headings, links and
// images. For the posts in tests/oracles/kramdown/posts and tests/oracles/python_markdown/posts the answers are
// recorded; where a converter is installed it is asked anew. On whole sites, and beside the others: tests/agreement.
#include "tests/agreement/converters.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace galley::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

struct Recorded {
  const char* generator;
  const char* folder;
  const Dialect* dialect;
};
void PrintTo(const Recorded& recorded, std::ostream* out) { *out << recorded.folder; }

class Converters : public testing::TestWithParam<Recorded> {
 protected:
  [[nodiscard]] static fs::path folder() { return fs::path(GALLEY_SOURCE_DIR) / "tests/oracles" / GetParam().folder; }
  [[nodiscard]] static const agreement::Converter& converter() { return *agreement::converterOf(GetParam().generator); }
  [[nodiscard]] static std::vector<json> record() {
    std::vector<json> rows;
    std::ifstream file(folder() / "posts.jsonl");
    for (std::string line; std::getline(file, line);) rows.push_back(json::parse(line));
    return rows;
  }
};

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST_P(Converters, readTheRecordedPostsAsGalleyDoes) {
  const auto rows = record();
  ASSERT_GE(rows.size(), 2U);
  for (const json& row : rows) {
    const std::string text = bytesOf(folder() / "posts" / row["file"].get<std::string>());
    ASSERT_FALSE(text.empty()) << row["file"];
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, *GetParam().dialect, noTemplates);
    const auto comparison = agreement::compare(agreement::constructsOf(row, converter().folding),
                                               agreement::constructsOf(markdown, converter().folding), text);
    for (const auto& difference : comparison.differences)
      ADD_FAILURE() << row["file"] << ": " << difference.kind << ": " << difference.example;
    EXPECT_EQ(markdown.unproven, 0U);
  }
}

TEST_P(Converters, sayWhatIsRecorded) {
  if (!agreement::isInstalled(converter())) GTEST_SKIP() << converter().name << " is not installed";
  const auto rows = agreement::convert(converter(), folder() / "posts");
  ASSERT_TRUE(rows);
  EXPECT_EQ(*rows, record());
}

INSTANTIATE_TEST_SUITE_P(Grammars, Converters,
                         testing::Values(Recorded{"jekyll", "kramdown", &kramdown},
                                         Recorded{"pelican", "python_markdown", &pythonMarkdown}),
                         [](const auto& recorded) { return std::string(recorded.param.folder); });

}  // namespace
}  // namespace galley::test
