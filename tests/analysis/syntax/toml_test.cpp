// TOML front matter: keys, tables, values with spans; what is wrong and its repair; what the real Hugo says.
#include "analysis/syntax/toml.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "analysis/syntax/front_matter.h"
#include "tests/analysis/syntax/front_matter_words.h"

namespace galley::test {
namespace {

constexpr FrontMatterSyntax hugo{.toml = true,
                                 .json = true,
                                 .dotsClose = false,
                                 .textBehindClose = true,
                                 .emptyLinesBefore = true,
                                 .blanksBefore = true};

FrontMatter parse(const Text& text) { return parseFrontMatter(text, hugo); }

std::string entriesOf(const std::string& content) {
  const Text text("+++\n" + content + "+++\nBody\n");
  const FrontMatter frontMatter = parse(text);
  EXPECT_EQ(frontMatter.format, FrontMatterFormat::toml);
  EXPECT_EQ(text.slice(frontMatter.content), content);
  return entriesInWords(frontMatter.entries);
}

TEST(Toml, EntriesAreRead) {
  EXPECT_EQ(entriesOf("title = \"A\"\ndate = 2024-01-02T10:20:30Z\ndraft = true\n"),
            "title=A; date=2024-01-02T10:20:30Z; draft=true");
  EXPECT_EQ(entriesOf("tags = [\"a\", 'b', # c\n  \"c\",\n]\nweight = 1_000\n"), "tags=[a, b, c]; weight=1_000");
  EXPECT_EQ(entriesOf("a.b = 1\na.c = \"x\"\n\"d e\".f = 2\n"), "a={b: 1, c: x}; d e={f: 2}");
  EXPECT_EQ(entriesOf("[params]\nx = 1\n[params.y]\nz = 2\n[other]\nw = 3\n"),
            "params={x: 1, y: {z: 2}}; other={w: 3}");
  EXPECT_EQ(entriesOf("[[items]]\na = 1\n[[items]]\na = 2\n"), "items=[{a: 1}, {a: 2}]");
  EXPECT_EQ(entriesOf("a = {b = 1, c = [1, 2], d.e = \"f\"}\n"), "a={b: 1, c: [1, 2], d: {e: f}}");
  EXPECT_EQ(entriesOf("a = \"\"\"\none\n two\"\"\"\nb = '''x'y'''\n"), "a=one\n two; b=x'y");
  EXPECT_EQ(entriesOf("a = \"\\ud55c\\t\\\"q\\\"\" # comment\nb = 'C:\\x'\n"), "a=한\t\"q\"; b=C:\\x");
  EXPECT_EQ(entriesOf("a = \"\"\"\none \\\n  é\\\\\n two\"\"\"\n"), "a=one é\\\n two");
  EXPECT_EQ(entriesOf(""), "");
}

TEST(Toml, SpansAreExact) {
  const Text text("+++\ntags = [\"a\", 'b']\n[params]\n  \"my key\" = 12 # c\n+++\n");
  const FrontMatter frontMatter = parse(text);
  const Entry& tags = *frontMatter.find("tags");
  EXPECT_EQ(text.slice(tags.keySpan), "tags");
  EXPECT_EQ(text.slice(tags.value.span), "[\"a\", 'b']");
  EXPECT_EQ(text.slice(tags.value.items[1].span), "'b'");
  EXPECT_EQ(text.slice(tags.span), "tags = [\"a\", 'b']");
  const Entry& inner = *frontMatter.find("params.my key");
  EXPECT_EQ(text.slice(inner.keySpan), "\"my key\"");
  EXPECT_EQ(text.slice(inner.value.span), "12");
  EXPECT_EQ(typeOf(inner.value, YamlSchema::core), ScalarType::integer);
  EXPECT_EQ(typeOf(tags.value.items[0], YamlSchema::core), ScalarType::text);
}

struct Mistaken {
  const char* content;
  const char* problems;
  const char* entries;
  const char* repaired;  // the content after all repairs; empty: there is none
};

TEST(Toml, MistakesAreFoundAndRepaired) {
  for (const Mistaken& example : std::vector<Mistaken>{
           {"title = \"My post\ndate = 2024-01-02\n", "unclosedQuote <\">", "title=?; date=2024-01-02",
            "title = \"My post\"\ndate = 2024-01-02\n"},
           {"title = My post\ndraft = true\n", "other <My post>", "title=?; draft=true",
            "title = \"My post\"\ndraft = true\n"},
           {"title = été\ndraft = true\n", "other <été>", "title=?; draft=true", "title = \"été\"\ndraft = true\n"},
           {"draft = True\n", "other <True>", "draft=?", "draft = true\n"},
           {"draft = yes\n", "other <yes>", "draft=?", "draft = true\n"},
           {"title = “T”\n", "other <“T”>", "title=?", "title = \"T\"\n"},
           {"title = 'it's'\n", "textAfterQuote <s'>", "title=?", "title = \"it's\"\n"},
           {"title = \"a \"b\"\"\n", "textAfterQuote <b\"\">", "title=?", "title = \"a \\\"b\\\"\"\n"},
           {"tags = \"a\", \"b\"\n", "textAfterQuote <, \"b\">", "tags=?", "tags = [\"a\", \"b\"]\n"},
           {"title: \"T\"\n", "other <:>", "title=T", "title = \"T\"\n"},
           {"title: T\n", "other <:>", "title=?", "title = \"T\"\n"},
           {"제목 = \"T\"\n", "other <제목>", "제목=T", "\"제목\" = \"T\"\n"},
           {"path = \"C:\\Users\"\n", "badEscape <\\U>", "path=?", "path = \"C:\\\\Users\"\n"},
           {"tags = [\"a\", \"b\"\ntitle = \"T\"\n", "unclosedBracket <[>", "tags=[a, b]; title=T",
            "tags = [\"a\", \"b\"]\ntitle = \"T\"\n"},
           {"tags = [\"a\" \"b\"]\n", "badListItem <\">", "tags=[a, b]", "tags = [\"a\", \"b\"]\n"},
           {"[params\na = 1\n", "unclosedBracket <[>", "params={a: 1}", "[params]\na = 1\n"},
           {"title = \"T\"\ntitle = \"U\"\n", "duplicateKey <title>", "title=T; title=U", ""},
           {"[a]\nx = 1\n[a]\ny = 2\n", "duplicateKey <a>", "a={x: 1, y: 2}", ""},
           {"title =\ndraft = true\n", "other <=>", "title=; draft=true", ""},
           {"some text\ndraft = true\n", "notAnEntry <some text>", "draft=true", ""},
           {"date = 2020-1-5\n", "other <2020-1-5>", "date=?", "date = \"2020-1-5\"\n"},
       }) {
    const Text text("+++\n" + std::string(example.content) + "+++\nBody\n");
    const FrontMatter frontMatter = parse(text);
    EXPECT_EQ(problemsInWords(text, frontMatter.problems), example.problems) << example.content;
    EXPECT_EQ(entriesInWords(frontMatter.entries), example.entries) << example.content;
    EXPECT_FALSE(frontMatter.readable());
    std::vector<Edit> edits;
    for (const FrontMatterProblem& problem : frontMatter.problems)
      edits.insert(edits.end(), problem.repair.begin(), problem.repair.end());
    if (std::string_view(example.repaired).empty()) {
      EXPECT_TRUE(edits.empty()) << example.content;
      continue;
    }
    const Text repaired(galley::apply(text.bytes(), edits));
    EXPECT_EQ(repaired.bytes(), "+++\n" + std::string(example.repaired) + "+++\nBody\n");
    EXPECT_TRUE(parse(repaired).readable()) << repaired.bytes();
  }
}

TEST(Toml, OpenBlocksEndBeforeTheBody) {
  const Text text("+++\ntitle = \"T\"\ntags = [\n  \"a\",\n]\n\n# Heading\n\nText.\n");
  const FrontMatter frontMatter = parse(text);
  EXPECT_FALSE(frontMatter.closed);
  EXPECT_EQ(text.slice(frontMatter.content), "title = \"T\"\ntags = [\n  \"a\",\n]\n");
  ASSERT_EQ(problemsInWords(text, frontMatter.problems), "notClosed <+++>");
  const Text repaired(galley::apply(text.bytes(), frontMatter.problems[0].repair));
  EXPECT_TRUE(parse(repaired).readable());
  EXPECT_EQ(entriesInWords(parse(repaired).entries), "title=T; tags=[a]");
}

TEST(JsonFrontMatter, IsReadWhereItIsTaken) {
  const Text text("{\n  \"title\": \"T}\",\n  \"tags\": [\"a\"]\n}\nBody\n");
  const FrontMatter frontMatter = parse(text);
  EXPECT_EQ(frontMatter.format, FrontMatterFormat::json);
  EXPECT_TRUE(frontMatter.closed);
  EXPECT_TRUE(frontMatter.readable());
  EXPECT_EQ(entriesInWords(frontMatter.entries), "title=T}; tags=[a]");
  EXPECT_EQ(text.bytes().substr(frontMatter.block.end), "Body\n");
  EXPECT_EQ(parseFrontMatter(text).format, FrontMatterFormat::none);
}

TEST(JsonFrontMatter, HasItsMistakes) {
  const Text comma("{\"title\": \"T\",}\nBody\n");
  const FrontMatter frontMatter = parse(comma);
  EXPECT_EQ(problemsInWords(comma, frontMatter.problems), "badListItem <,>");
  EXPECT_TRUE(parse(Text(galley::apply(comma.bytes(), frontMatter.problems[0].repair))).readable());
  const Text open("{\n\"title\": \"T\"\n\nBody\n");
  EXPECT_EQ(problemsInWords(open, parse(open).problems), "notClosed <{>");
  EXPECT_EQ(open.slice(parse(open).content), "\n\"title\": \"T\"\n");
  EXPECT_EQ(entriesInWords(parse(open).entries), "title=T");
}

/// Where a page is lost for another reason, or galley is silent on purpose. Of YAML in Hugo see the last line.
bool isOtherwise(const std::string& id) {
  return id == "b007"      // Hugo takes four dashes for a fence, and the fence for YAML; galley sees none
         || id == "b008"   // two dashes: no fence for galley
         || id == "b017";  // an HTML comment before the fence, which Hugo wants on one line of its own
}

TEST(FrontMatterOfHugo, IsUnreadableExactlyWhereHugoFails) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/hugo/bad-front-matter.json");
  const nlohmann::json oracle = nlohmann::json::parse(file);
  std::size_t compared = 0;
  for (const nlohmann::json& testCase : oracle["cases"]) {
    const std::string group = testCase["group"];
    const std::string id = testCase["id"];
    if (group != "fence" && group != "toml" && group != "json") continue;
    if (isOtherwise(id) || !testCase["files"].front().is_string()) continue;
    const Text text(testCase["files"].front().get<std::string>());
    const FrontMatter frontMatter = parse(text);
    EXPECT_EQ(!frontMatter.readable(), testCase["result"]["exit"] != 0)
        << id << "\n"
        << text.bytes() << problemsInWords(text, frontMatter.problems);
    ++compared;
  }
  EXPECT_GT(compared, 35U);
}

// toml++ 3.3 asserts, or worse, that a key stands behind the bracket of a header: what has none never gets there.
TEST(Toml, TheDoorIsSafeWhateverComes) {
  for (const char* text : {"[!]\n", "[[!]]\n", "[[[a\n", "a = 1\n [ !\n", "[\x01]\n"})
    EXPECT_FALSE(refusedByToml(text)) << text;
  for (const char* text : {"a = 2024-01-01T:00\n", "a = [2024-01-01t\xCF\xD3:00:00Z]\n",
                           "a = 2024-01-01T:", "a = 2024-01-01 1\n", "a = [2024-01-01 1]\n",
                           "a = 2024-\xFF"
                           "0-01 2]1T0:0\n",
                           "a = 2024-01-01 1", "a = {b = [}\n", "a = [,]\n"})
    EXPECT_TRUE(refusedByToml(text)) << text;
  EXPECT_FALSE(refusedByToml("a = 2024-01-01 10:00:00 # 2024-01-01 1\nb = '2024-01-01T:00'\n"));
  EXPECT_TRUE(refusedByToml("[]\n"));
  EXPECT_TRUE(refusedByToml("[ [a]]\n"));
  EXPECT_FALSE(refusedByToml("[a]\n[[b.\"c\"]]\nd = [\n[1]]\n"));
  EXPECT_EQ(decodeTomlString("\"\"\"a\\\\\"\"\""), "a\\");
  EXPECT_EQ(decodeTomlString("\'\'\'\n[!]\'\'\'\'"), "[!]\'");
  for (const char* text : {"1\n[!", "\"a\"\n[!", "\"\"\"a\"\"\"\n[!]\"\"\"", ""})
    EXPECT_FALSE(decodeTomlString(text)) << text;
}

}  // namespace
}  // namespace galley::test
