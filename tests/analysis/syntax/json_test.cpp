// JSON with spans: values, places, errors.
#include "analysis/syntax/json.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/analysis/syntax/front_matter_words.h"

namespace galley::test {
namespace {

std::string read(std::string_view source) { return inWords(parseJson(Text(std::string(source))).value); }

std::string problemsOf(std::string_view source) {
  const Text text{std::string(source)};
  return problemsInWords(text, parseJson(text).problems);
}

TEST(JsonFiles, AreValues) {
  EXPECT_EQ(read(R"({"a": "b", "c": [1, -2.5e3, true, null], "d": {"e": {}}})"),
            "{a: b, c: [1, -2.5e3, true, null], d: {e: {}}}");
  EXPECT_EQ(read("\xEF\xBB\xBF[\"\\ud55c\\uae00 \\ud83d\\ude80\"]"), "[한글 🚀]");
  EXPECT_EQ(read("\"text\""), "text");
}

TEST(JsonFiles, TypesAreThoseOfJson) {
  const Value list = parseJson(Text("[1, 2.5, true, null, \"true\"]")).value;
  EXPECT_EQ(typeOf(list.items[0], YamlSchema::core), ScalarType::integer);
  EXPECT_EQ(typeOf(list.items[1], YamlSchema::core), ScalarType::real);
  EXPECT_EQ(booleanOf(list.items[2], YamlSchema::core), true);
  EXPECT_EQ(typeOf(list.items[3], YamlSchema::core), ScalarType::null);
  EXPECT_EQ(typeOf(list.items[4], YamlSchema::core), ScalarType::text);
}

TEST(JsonFiles, SpansAreExact) {
  const Text text("{ \"key\\\"\" : [ 12 , \"a\\\\\" ] ,\n \"n\":{\"b\":false} }");
  const Value value = parseJson(text).value;
  EXPECT_EQ(text.slice(value.span), text.bytes());
  EXPECT_EQ(text.slice(value.entries[0].keySpan), "\"key\\\"\"");
  EXPECT_EQ(text.slice(value.entries[0].value.span), "[ 12 , \"a\\\\\" ]");
  EXPECT_EQ(text.slice(value.entries[0].value.items[0].span), "12");
  EXPECT_EQ(text.slice(value.entries[0].value.items[1].span), "\"a\\\\\"");
  EXPECT_EQ(text.slice(value.entries[1].span), "\"n\":{\"b\":false}");
  EXPECT_EQ(text.slice(value.entries[1].value.entries[0].value.span), "false");
}

TEST(JsonFiles, ErrorsHaveTheirPlaceAndKeepWhatStandsBefore) {
  EXPECT_EQ(problemsOf("{\"a\": 1}"), "");
  EXPECT_EQ(problemsOf("{\"a\": 1, }"), "badListItem <,>");
  EXPECT_EQ(problemsOf("[1, 2,\n]"), "badListItem <,>");
  EXPECT_EQ(problemsOf("{\"a\" 1}"), "other <1>");
  EXPECT_EQ(problemsOf("{'a': 1}"), "other <'>");
  EXPECT_EQ(problemsOf("{\"a\": 1} x"), "other <x>");
  EXPECT_EQ(problemsOf("{\"a\": 1"), "other <>");
  EXPECT_EQ(problemsOf(""), "other <>");
  EXPECT_EQ(problemsOf("// comment\n{}"), "other </>");
  EXPECT_EQ(problemsOf("{\"a\": 1, \"a\": 2}"), "~duplicateKey <\"a\">");
  EXPECT_EQ(read("{\"a\": 1, \"b\": [2, x"), "{a: 1, b: [2]}");
}

TEST(JsonFiles, ARepairedCommaIsReadable) {
  const Text text("{\"a\": [1, 2, ], \"b\": 3 }");
  const auto problems = parseJson(text).problems;
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_TRUE(parseJson(Text(galley::apply(text.bytes(), problems[0].repair))).problems.empty());
}

TEST(JsonFiles, HostileFilesAreUnharmed) {
  EXPECT_FALSE(parseJson(Text(std::string(100'000, '['))).problems.empty());
  EXPECT_FALSE(parseJson(Text("[\"\xFF\"]")).problems.empty());
  EXPECT_FALSE(parseJson(Text(std::string(10, '\0'))).problems.empty());
}

TEST(JsonPrefixes, EndBehindTheValue) {
  const Text text("{\"a\": \"}\"}\nBody");
  const JsonPrefix prefix = parseJsonPrefix(text, 0);
  EXPECT_TRUE(prefix.data.problems.empty());
  EXPECT_EQ(text.bytes().substr(prefix.end), "\nBody");
}

}  // namespace
}  // namespace galley::test
