// Types of plain scalars and quoting, against the real Ruby and yaml-cpp.
#include "analysis/syntax/yaml_schema.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "analysis/syntax/front_matter.h"
#include "tests/support/ruby.h"

namespace galley::test {
namespace {

Value plain(std::string_view text) {
  Value value;
  value.kind = Value::Kind::scalar;
  value.text = text;
  return value;
}

const char* nameOf(ScalarType type) {
  switch (type) {
    case ScalarType::null:
      return "null";
    case ScalarType::boolean:
      return "boolean";
    case ScalarType::integer:
      return "integer";
    case ScalarType::real:
      return "real";
    case ScalarType::date:
      return "date";
    case ScalarType::text:
      return "text";
  }
  return "";
}

std::string types(std::string_view word) {
  return std::string(nameOf(typeOf(plain(word), YamlSchema::psych))) + " " +
         nameOf(typeOf(plain(word), YamlSchema::core));
}

TEST(YamlSchema, TypesOfPlainScalarsInPsychAndCore) {
  EXPECT_EQ(types("true"), "boolean boolean");
  EXPECT_EQ(types("tRuE"), "boolean text");
  EXPECT_EQ(types("yes"), "boolean text");
  EXPECT_EQ(types("Off"), "boolean text");
  EXPECT_EQ(types("y"), "text text");
  EXPECT_EQ(types("~"), "null null");
  EXPECT_EQ(types("nUll"), "null text");
  EXPECT_EQ(types("12"), "integer integer");
  EXPECT_EQ(types("010"), "integer integer");
  EXPECT_EQ(types("1,000"), "integer text");
  EXPECT_EQ(types("12:30"), "integer text");
  EXPECT_EQ(types("0o17"), "text integer");
  EXPECT_EQ(types("1.10"), "real real");
  EXPECT_EQ(types("1e5"), "text real");
  EXPECT_EQ(types(".inf"), "real real");
  EXPECT_EQ(types("2024-01-02"), "date date");
  EXPECT_EQ(types("2024-1-2"), "date text");
  EXPECT_EQ(types("2024-13-45"), "text date");
  EXPECT_EQ(types("2024-01-02 10:20:30 +0900"), "date text");
  EXPECT_EQ(types("2024-01-02T10:20:30Z"), "date date");
  EXPECT_EQ(types("1.2.3"), "text text");
  EXPECT_EQ(types("한글"), "text text");
}

TEST(YamlSchema, QuotedTextIsText) {
  Value value = plain("true");
  value.style = ScalarStyle::doubleQuoted;
  EXPECT_EQ(typeOf(value, YamlSchema::psych), ScalarType::text);
  EXPECT_EQ(booleanOf(value, YamlSchema::psych), std::nullopt);
  EXPECT_EQ(booleanOf(plain("Yes"), YamlSchema::psych), true);
  EXPECT_EQ(booleanOf(plain("off"), YamlSchema::psych), false);
  EXPECT_EQ(booleanOf(plain("yes"), YamlSchema::core), std::nullopt);
  EXPECT_EQ(booleanOf(plain("FALSE"), YamlSchema::core), false);
}

TEST(YamlSchema, QuotesOnlyWhatMustBeQuoted) {
  for (const char* word : {"",     "a: b", "yes",   "@x", "#1",    "1.10", "~",  "2024-01-02", "- a",  "x:",
                           "a #b", "'x",   "\"x\"", "*x", "&x",    "!x",   "|",  ">",          "%x",   "`x",
                           "[x",   "{x",   " x",    "x ", "12:30", "?",    ":x", "=",          "a\nb", "a\tb"})
    EXPECT_TRUE(needsQuotes(word, false)) << word;
  for (const char* word :
       {"a",    "two words", "C#",    "C++",  "a:b", "http://x.y/z", "-a", "a-b",  "it's",  "v1.0", "1.2.3",
        "한글", "日記",      "🚀 go", "a, b", "x]",  "a\\b",         "?x", "100%", "a & b", "~x"})
    EXPECT_FALSE(needsQuotes(word, false)) << word;
  for (const char* word : {"a, b", "x]", "[", "a{b"}) EXPECT_TRUE(needsQuotes(word, true)) << word;
  for (const char* word : {"a", "a:b", "-a", "C#"}) EXPECT_FALSE(needsQuotes(word, true)) << word;
  EXPECT_EQ(quotedIfNeeded("a", false), "a");
  EXPECT_EQ(quotedIfNeeded("a: \"b\"", false), "\"a: \\\"b\\\"\"");
  EXPECT_EQ(quotedIfNeeded("a\\b: \n\x01", false), "\"a\\\\b: \\n\\u0001\"");
}

/// Words that are hard for YAML, and random ones made of the characters that mean something to it.
std::vector<std::string> hardWords() {
  std::vector<std::string> words{"",       "on",        "0x1f",    "0b1",   "1_000",
                                 "1e5",    ".5",        "5.",      ".",     "---",
                                 "...",    "2020-2-30", "<<",      "+1",    "-.inf",
                                 "1:2:3",  "1:60",      "08",      "\x7f",  "\u0085",
                                 "\u2028", "\ufeffx",   "line\nb", "tab\t", "a]b, c: d #e \"f\" 'g'"};
  const std::vector<std::string> parts{"a", "b",  "1",  "0",  "9",  ":", "-",  "#",  ",",   "[",  "]",
                                       "{", "}",  "&",  "*",  "!",  "|", ">",  "'",  "\"",  "%",  "@",
                                       "`", "?",  ".",  "=",  "~",  "_", "+",  "e",  "E",   "x",  "o",
                                       "/", "\\", "\t", "한", "🚀", " ", ": ", " #", "yes", "no", "2020-01-01"};
  std::mt19937 random(20240102);
  while (words.size() < 4000) {
    std::string word;
    for (std::size_t length = 1 + random() % 7; length > 0; --length) word += parts[random() % parts.size()];
    words.push_back(word);
  }
  return words;
}

TEST(YamlSchema, QuotedWordsAreReadAsThemselves) {
  for (const std::string& word : hardWords()) {
    const DataFile value = parseYaml(Text("k: " + quotedIfNeeded(word, false) + "\n"));
    ASSERT_EQ(value.value.entries.size(), 1U) << word;
    EXPECT_EQ(value.value.entries.front().value.text, word);
    EXPECT_TRUE(value.problems.empty()) << word;
    const DataFile item = parseYaml(Text("k: [a, " + quotedIfNeeded(word, true) + ", b]\n"));
    ASSERT_EQ(item.value.entries.front().value.items.size(), 3U) << word;
    EXPECT_EQ(item.value.entries.front().value.items[1].text, word);
  }
}

TEST(YamlSchema, AgreesWithRuby) {
  const std::vector<std::string> words = hardWords();
  std::vector<nlohmann::json> questions;
  for (const std::string& word : words)
    questions.push_back({word, quotedIfNeeded(word, false), quotedIfNeeded(word, true)});
  const auto answers = askRuby("tests/analysis/syntax/psych_scalars.rb", questions);
  if (!answers) GTEST_SKIP() << "there is no Ruby";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const nlohmann::json& ruby = answers->at(i);
    EXPECT_EQ(nameOf(typeOf(plain(word), YamlSchema::psych)), ruby["type"]) << word;
    EXPECT_EQ(booleanOf(plain(word), YamlSchema::psych).value_or(false), ruby["true"].get<bool>()) << word;
    EXPECT_TRUE(ruby["value"].get<bool>()) << word << " as " << quotedIfNeeded(word, false);
    EXPECT_TRUE(ruby["item"].get<bool>()) << word << " as " << quotedIfNeeded(word, true);
    EXPECT_TRUE(needsQuotes(word, false) || ruby["bareValue"].get<bool>()) << word;
    EXPECT_TRUE(needsQuotes(word, true) || ruby["bareItem"].get<bool>()) << word;
  }
}

}  // namespace
}  // namespace galley::test
