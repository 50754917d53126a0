// galley and Ruby's YAML reader, side by side: what Ruby refuses is a problem, what Ruby takes is none, and the values
// are the same. On the examples, on thousands of splices of them, and on the real blogs where they are there.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include "tests/analysis/syntax/front_matter_examples.h"
#include "tests/analysis/syntax/front_matter_words.h"
#include "tests/support/ruby.h"

namespace galley::test {
namespace {

nlohmann::json treeOf(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return nullptr;
    case Value::Kind::scalar:
      return {{"text", value.text}, {"plain", value.style == ScalarStyle::plain}};
    case Value::Kind::list: {
      nlohmann::json list = nlohmann::json::array();
      for (const Value& item : value.items) list.push_back(treeOf(item));
      return {{"list", list}};
    }
    case Value::Kind::map: {
      nlohmann::json map = nlohmann::json::array();
      for (const Entry& entry : value.entries) map.push_back(nlohmann::json::array({entry.key, treeOf(entry.value)}));
      return {{"map", map}};
    }
  }
  return nullptr;
}

bool hasOddKey(const nlohmann::json& tree) {
  if (!tree.is_object()) return false;
  if (tree.contains("list")) return std::ranges::any_of(tree["list"], hasOddKey);
  if (!tree.contains("map")) return false;
  return std::ranges::any_of(tree["map"],
                             [](const nlohmann::json& pair) { return pair[0].is_null() || hasOddKey(pair[1]); });
}

/// Compares contents of front matter; says how many Ruby refused. Nothing without Ruby.
std::optional<std::size_t> compareWithRuby(const std::vector<std::string>& contents) {
  std::vector<nlohmann::json> questions;
  for (const std::string& content : contents) questions.emplace_back("---\n" + content);
  const auto answers = askRuby("tests/analysis/syntax/psych.rb", questions);
  if (!answers) return std::nullopt;
  std::size_t refused = 0;
  for (std::size_t i = 0; i < contents.size(); ++i) {
    const nlohmann::json& ruby = answers->at(i);
    const Text text("---\n" + contents[i] + "---\n");
    const FrontMatter frontMatter = parseFrontMatter(text);
    Value map;
    map.kind = Value::Kind::map;
    map.entries = frontMatter.entries;
    const bool noMap = !ruby.contains("refused") && !ruby["value"].is_null() && !ruby["value"].contains("map");
    const bool lost = ruby.contains("refused") || noMap;  // Jekyll needs a map
    refused += lost ? 1 : 0;
    EXPECT_EQ(!frontMatter.readable(), lost) << contents[i] << "\n"
                                             << ruby.dump() << "\n"
                                             << problemsInWords(text, frontMatter.problems);
    if (lost || !frontMatter.readable() || hasOddKey(ruby["value"])) continue;
    const nlohmann::json expected =
        ruby["value"].is_null() ? nlohmann::json{{"map", nlohmann::json::array()}} : ruby["value"];
    // Keys that stand outside of the first map are lost for Ruby; galley shows them and says so.
    if (std::ranges::any_of(frontMatter.problems,
                            [](const auto& problem) { return problem.mistake == Mistake::badIndent; }))
      continue;
    EXPECT_EQ(treeOf(map), expected) << contents[i];
  }
  return refused;
}

bool isUtf8(std::string_view text) { return text.find('\xE9') == std::string_view::npos; }

std::vector<std::string> examples() {
  std::vector<std::string> contents;
  for (const auto* list : {&mistakes, &fine, &halfTyped}) {
    for (const FrontMatterExample& example : *list) {
      if (isUtf8(example.content)) contents.emplace_back(example.content);  // JSON cannot carry the others
    }
  }
  return contents;
}

TEST(FrontMatterBesidePsych, OnTheExamples) {
  std::vector<std::string> contents = examples();
  for (const FrontMatterExample& example : unspliced) contents.emplace_back(example.content);
  const auto refused = compareWithRuby(contents);
  if (!refused) GTEST_SKIP() << "there is no Ruby";
  EXPECT_GT(*refused, mistakes.size() / 2);
}

/// One to three small changes, as typing makes them.
std::string spliced(std::string text, std::mt19937& random) {
  static constexpr std::string_view inserts[] = {"\"", "'", ":", ": ", " ", "  ", "\t",   "\n",   "- ", "-", "[",
                                                 "]",  "{", "}", ",",  "#", " #", "&a ",  "*a",   "!",  "|", ">",
                                                 "@",  "`", "%", "\\", "x", "：", "\n\n", "\r\n", "한"};
  for (std::size_t count = 1 + random() % 3; count > 0; --count) {
    const std::size_t at = random() % (text.size() + 1);
    if (random() % 3 != 0) {
      text.insert(at, inserts[random() % std::size(inserts)]);
    } else {
      text.erase(at, 1 + random() % 4);
    }
  }
  return text;
}

/// What the scanner does not read as Ruby does, and why. Such texts are left out.
bool isKnownDifference(const std::string& content) {
  if (content.find("?") != std::string::npos) return true;  // keys that are no scalars
  if (content.find("\n---") != std::string::npos || content.starts_with("---") ||
      content.find("\n...") != std::string::npos)
    return true;
  if (content.starts_with(" ") || content.starts_with("\t")) return true;  // Ruby stops at the first key outside
  if (content.starts_with("&") || content.starts_with("!") || content.starts_with("%"))
    return true;                                  // the whole block has a name
  for (std::size_t i = 0; i < content.size();) {  // a splice inside of a character
    const auto c = static_cast<unsigned char>(content[i]);
    const std::size_t length = c < 0x80 ? 1 : c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : c >= 0xC0 ? 2 : 0;
    if (length == 0 || i + length > content.size()) return true;
    for (std::size_t k = 1; k < length; ++k)
      if ((static_cast<unsigned char>(content[i + k]) & 0xC0) != 0x80) return true;
    i += length;
  }
  for (std::size_t colon = content.find("]:"); colon != std::string::npos; colon = content.find("]:", colon + 1))
    return true;
  return content.find("}:") != std::string::npos || content.find("] :") != std::string::npos ||
         content.find("} :") != std::string::npos;
}

TEST(FrontMatterBesidePsych, OnSplicesOfTheExamples) {
  std::mt19937 random(4);
  const std::vector<std::string> originals = examples();
  std::vector<std::string> contents;
  while (contents.size() < 6000) {
    std::string content = spliced(originals[random() % originals.size()], random);
    if (!content.ends_with('\n')) content += '\n';
    if (!isKnownDifference(content)) contents.push_back(std::move(content));
  }
  const auto refused = compareWithRuby(contents);
  if (!refused) GTEST_SKIP() << "there is no Ruby";
  EXPECT_GT(*refused, contents.size() / 4);
}

TEST(FrontMatterBesidePsych, OnRealBlogs) {
  const std::filesystem::path root = std::filesystem::path(GALLEY_REFERENCE_DIR) / "corpus";
  if (std::string_view(GALLEY_REFERENCE_DIR).empty() || !std::filesystem::exists(root))
    GTEST_SKIP() << "no real blogs here";
  std::vector<std::string> contents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    const auto extension = entry.path().extension();
    if (!entry.is_regular_file() || (extension != ".md" && extension != ".markdown" && extension != ".html")) continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::ostringstream bytes;
    bytes << file.rdbuf();
    const Text text(std::move(bytes).str());
    const FrontMatter frontMatter = parseFrontMatter(text);
    if (frontMatter.closed && nlohmann::json(text.slice(frontMatter.content)).is_string())
      contents.emplace_back(text.slice(frontMatter.content));
  }
  ASSERT_GT(contents.size(), 1000U);
  if (!compareWithRuby(contents)) GTEST_SKIP() << "there is no Ruby";
}

}  // namespace
}  // namespace galley::test
