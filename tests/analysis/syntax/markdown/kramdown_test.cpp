// galley beside the real kramdown, called as Jekyll calls it: the same headings, links and images. For the posts in
// tests/oracles/kramdown/posts its answers are recorded; with Ruby it is asked anew. On whole sites, and beside the
// other converters: tests/agreement.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "analysis/syntax/markdown/markdown.h"

namespace galley::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

const fs::path oracle = fs::path(GALLEY_SOURCE_DIR) / "tests/oracles/kramdown";

/// The kinds of constructs, each with all that was found of it; sorted, since kramdown's tree has footnotes elsewhere.
using Found = std::map<std::string, std::vector<std::string>>;

std::string squeezed(const std::string& text) {
  std::string result;
  for (const char c : text) {
    if (!std::isspace(static_cast<unsigned char>(c))) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

Found sorted(Found found) {
  for (auto& [kind, all] : found) std::sort(all.begin(), all.end());
  return found;
}

Found foundBy(const json& row) {
  Found found{{"headings", {}}, {"links", {}}, {"images", {}}};
  for (const auto& heading : row["headings"])
    found["headings"].push_back(std::to_string(heading[0].get<int>()) + " " + squeezed(heading[1]));
  for (const char* kind : {"links", "images"})
    for (const auto& destination : row[kind]) found[kind].push_back(squeezed(destination));
  return sorted(found);
}

Found foundBy(const Markdown& markdown) {
  Found found{{"headings", {}}, {"links", {}}, {"images", {}}};
  for (const Heading& heading : markdown.headings)
    found["headings"].push_back(std::to_string(heading.level) + " " + squeezed(heading.text));
  for (const Link& link : markdown.links) found[link.image ? "images" : "links"].push_back(squeezed(link.destination));
  return sorted(found);
}

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

Markdown parsed(const std::string& text) { return parseMarkdown(text, {0, text.size()}, kramdown, noTemplates); }

/// The lines that a command prints, as JSON; nothing where it does not run.
std::vector<json> linesOf(const std::string& command) {
  std::vector<json> lines;
  FILE* pipe = popen(command.c_str(), "r");
  std::string line;
  for (int c = pipe ? std::fgetc(pipe) : EOF; c != EOF; c = std::fgetc(pipe)) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    lines.push_back(json::parse(line));
    line.clear();
  }
  return pipe && pclose(pipe) == 0 ? lines : std::vector<json>{};
}

bool hasKramdown() { return std::system("ruby -e 'require \"kramdown-parser-gfm\"' >/dev/null 2>&1") == 0; }

TEST(Kramdown, ReadsTheRecordedPostsAsKramdownDoes) {
  std::ifstream recorded(oracle / "posts.jsonl");
  std::size_t posts = 0;
  for (std::string line; std::getline(recorded, line); ++posts) {
    const json row = json::parse(line);
    EXPECT_EQ(foundBy(parsed(bytesOf(oracle / row["file"].get<std::string>()))), foundBy(row)) << row["file"];
  }
  EXPECT_GE(posts, 2U);
}

TEST(Kramdown, TheRecordIsWhatKramdownSays) {
  if (!hasKramdown()) GTEST_SKIP() << "needs ruby with kramdown and kramdown-parser-gfm";
  std::ifstream recorded(oracle / "posts.jsonl");
  const auto rows = linesOf("cd " + oracle.string() + " && ruby read.rb posts/*.md");
  ASSERT_FALSE(rows.empty());
  for (const json& row : rows) {
    std::string line;
    ASSERT_TRUE(std::getline(recorded, line));
    EXPECT_EQ(json::parse(line), row);
  }
}

}  // namespace
}  // namespace galley::test
