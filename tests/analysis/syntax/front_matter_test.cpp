// Where front matter begins and ends, what the real Jekyll says of broken blocks, and that nothing an author or an
// attacker writes takes long.
#include "analysis/syntax/front_matter.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "tests/analysis/syntax/front_matter_words.h"

namespace galley::test {
namespace {

std::string contentOf(std::string_view source) {
  const Text text{std::string(source)};
  const FrontMatter frontMatter = parseFrontMatter(text);
  if (frontMatter.format == FrontMatterFormat::none) return "none";
  EXPECT_EQ(frontMatter.block.begin, frontMatter.openFence.begin);
  EXPECT_TRUE(frontMatter.block.contains(frontMatter.content));
  EXPECT_EQ(text.slice(frontMatter.openFence), "---");
  EXPECT_EQ(frontMatter.closeFence.size(), frontMatter.closed ? 3U : 0U);
  return std::string(text.slice(frontMatter.content)) + (frontMatter.closed ? "" : "(open)") + "→" +
         std::string(text.bytes().substr(frontMatter.block.end, 4));
}

TEST(FrontMatter, BeginsAndEnds) {
  EXPECT_EQ(contentOf("---\na: b\n---\nBody"), "a: b\n→Body");
  EXPECT_EQ(contentOf("---\na: b\n...\nBody"), "a: b\n→Body");
  EXPECT_EQ(contentOf("--- \na: b\n---\t\nBody"), "a: b\n→Body");
  EXPECT_EQ(contentOf("---\r\na: b\r\n---\r\nBody"), "a: b\r\n→Body");
  EXPECT_EQ(contentOf("\xEF\xBB\xBF---\na: b\n---\nBody"), "a: b\n→Body");
  EXPECT_EQ(contentOf("---\n---\nBody"), "→Body");
  EXPECT_EQ(contentOf("---\na: b\n---"), "a: b\n→");
  EXPECT_EQ(contentOf("---\na: b\n---\n---\nc: d\n---\n"), "a: b\n→---\n");
  EXPECT_EQ(contentOf("----\na: b\n----\n"), "none");
  EXPECT_EQ(contentOf(" ---\na: b\n---\n"), "none");
  EXPECT_EQ(contentOf("\n---\na: b\n---\n"), "none");
  EXPECT_EQ(contentOf("--- text\na: b\n---\n"), "none");
  EXPECT_EQ(contentOf(""), "none");
  EXPECT_EQ(contentOf("Body"), "none");
}

TEST(FrontMatter, OpenBlocksEndBeforeTheBody) {
  EXPECT_EQ(contentOf("---"), "(open)→");
  EXPECT_EQ(contentOf("---\n"), "(open)→");
  EXPECT_EQ(contentOf("---\na: b"), "a: b(open)→");
  EXPECT_EQ(contentOf("---\na: b\n\nBody text.\n"), "a: b\n(open)→\nBod");
  EXPECT_EQ(contentOf("---\na: b\n# Heading\n\n# Another\n"), "a: b\n# Heading\n(open)→\n# A");
  EXPECT_EQ(contentOf("---\na: b\ntags:\n- c\n\n- an item of the body\n"), "a: b\ntags:\n- c\n(open)→\n- a");
  EXPECT_EQ(contentOf("---\na: b\n\nc: d\n\nBody: with a colon, but two words before: no.\n").substr(0, 12),
            "a: b\n\nc: d\n\n");
  EXPECT_EQ(contentOf("---\na: b\nBody text.\n"), "a: b\n(open)→Body");
  EXPECT_EQ(contentOf("---\na: b\n---Body\n"), "a: b\n(open)→---B");
  EXPECT_EQ(contentOf("---\ntext: |\n  one\n\n  two\nc: d\n\nBody.\n"), "text: |\n  one\n\n  two\nc: d\n(open)→\nBod");
}

TEST(FrontMatter, AThematicBreakBelowDoesNotCloseIt) {
  EXPECT_EQ(contentOf("---\na: b\n\nBody text without a colon.\n\n---\nMore\n"), "a: b\n(open)→\nBod");
  // Comments and entries all the way down: Jekyll reads them as front matter, and so it is.
  EXPECT_EQ(contentOf("---\na: b\n\n## H\n\n---\nBody\n"), "a: b\n\n## H\n\n→Body");
  EXPECT_EQ(contentOf("---\na: b\n\nc: \"d\n---\nBody\n"), "a: b\n\nc: \"d\n→Body");
}

TEST(FrontMatter, AnOpenBlockIsClosedByItsRepair) {
  for (const std::string source :
       {"---\ntitle: A\n\nBody text.\n", "---\ntitle: A\nBody text.\n", "---\ntitle: A", "---", "---\n",
        "---\r\ntitle: A\r\n\r\nBody text.\r\n", "---\ntitle: A\ntags:\n  - b\n\nText.\n\n---\n\nx\n"}) {
    const Text text(source);
    const FrontMatter open = parseFrontMatter(text);
    ASSERT_EQ(problemsInWords(text, open.problems), "notClosed <--->") << source;
    const Text repaired(galley::apply(source, open.problems.front().repair));
    const FrontMatter closed = parseFrontMatter(repaired);
    EXPECT_TRUE(closed.closed) << repaired.bytes();
    EXPECT_TRUE(closed.readable()) << repaired.bytes();
    EXPECT_EQ(entriesInWords(closed.entries), entriesInWords(open.entries));
    EXPECT_EQ(closed.content.end, open.content.end + (source == "---" || source == "---\ntitle: A" ? 1U : 0U));
    const bool crlf = source.find('\r') != std::string::npos;
    EXPECT_EQ(repaired.bytes().find(crlf ? "---\r\n" : "---\n", 3) != std::string::npos, true);
  }
}

TEST(FrontMatter, FindsNestedKeys) {
  const Text text("---\nheader:\n  teaser: /a.png\na.b: dotted\ntitle: A\ntitle: B\n---\n");
  const FrontMatter frontMatter = parseFrontMatter(text);
  ASSERT_NE(frontMatter.find("header.teaser"), nullptr);
  EXPECT_EQ(frontMatter.find("header.teaser")->value.text, "/a.png");
  EXPECT_EQ(text.slice(frontMatter.find("header.teaser")->value.span), "/a.png");
  EXPECT_EQ(frontMatter.find("a.b")->value.text, "dotted");
  EXPECT_EQ(frontMatter.find("title")->value.text, "B");
  EXPECT_EQ(frontMatter.find("header.nothing"), nullptr);
  EXPECT_EQ(frontMatter.find("head"), nullptr);
}

/// The cases in which Jekyll loses a page for another reason than what stands in its front matter block, or reads one
/// that galley calls unreadable. Each with its reason.
const std::map<std::string, std::string> otherwise{
    {"b001", "no opening fence: there is no front matter"},
    {"b003", "no front matter: an empty line before the fence"},
    {"b004", "no front matter: a blank before the fence"},
    {"b007", "no front matter: four dashes"},
    {"b008", "no front matter: two dashes"},
    {"b009", "no front matter: an em dash"},
    {"b011", "nothing is wrong: no layout is named"},
    {"b015", "no front matter that Jekyll knows: TOML"},
    {"b016", "no front matter that Jekyll knows: JSON"},
    {"b017", "no front matter: a comment before the fence"},
    {"b018", "no front matter: a code fence"},
    {"b020", "no front matter, and none is meant"},
    {"b069", "an unknown layout: readable"},
    {"b070", "an unknown layout: readable"},
    {"b071", "an unknown layout: readable"},
    {"b072", "no layout: readable"},
    {"b073", "no layout: readable"},
    {"b074", "no layout: readable"},
    {"b075", "no layout: readable"},
    {"b076", "an unknown layout: readable"},
    {"b090", "a date that is none: readable"},
    {"b091", "a date that is none: readable"},
    {"b097", "a date that is none: readable"},
    {"b098", "a date that is none: readable"},
    {"b099", "a date that is none: readable"},
    {"b101", "a date that is none: readable"},
    {"b108", "a date that is none: readable"},
    {"b109", "a date that is none: readable"},
    {"b112", "an unknown layout: readable"},
    {"b113", "no opening fence: there is no front matter"},
    {"b114", "no front matter, and none is meant"},
};

std::string fromBase64(std::string_view text) {
  const std::string_view digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string bytes;
  unsigned bits = 0;
  int count = 0;
  for (const char c : text) {
    const std::size_t digit = digits.find(c);
    if (digit == std::string_view::npos) break;
    bits = bits << 6 | static_cast<unsigned>(digit);
    if ((count += 6) >= 8) bytes += static_cast<char>(bits >> (count -= 8) & 0xFF);
  }
  return bytes;
}

TEST(FrontMatter, IsUnreadableExactlyWhereJekyllLosesThePage) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/jekyll/bad-front-matter.json");
  const nlohmann::json oracle = nlohmann::json::parse(file);
  std::size_t agreed = 0;
  for (const nlohmann::json& testCase : oracle["cases"]) {
    const std::string id = testCase["id"];
    const nlohmann::json& written = testCase["files"].front();
    const std::string source =
        written.is_string() ? written.get<std::string>() : fromBase64(written["base64"].get<std::string>());
    bool lost = testCase["result"]["exit"] != 0 || testCase["result"]["pages"].empty();
    for (const nlohmann::json& page : testCase["result"]["pages"]) lost = lost || !page["laidOut"].get<bool>();
    const Text text(source);
    const FrontMatter frontMatter = parseFrontMatter(text);
    if (otherwise.contains(id)) {
      EXPECT_TRUE(lost) << id;
      EXPECT_TRUE(frontMatter.readable()) << id << problemsInWords(text, frontMatter.problems);
      continue;
    }
    EXPECT_EQ(!frontMatter.readable(), lost) << id << "\n" << source << problemsInWords(text, frontMatter.problems);
    ++agreed;
    bool repairable = true;
    std::vector<Edit> edits;
    for (const FrontMatterProblem& problem : frontMatter.problems) {
      repairable = repairable && (!problem.fatal || !problem.repair.empty());
      edits.insert(edits.end(), problem.repair.begin(), problem.repair.end());
    }
    EXPECT_TRUE(!repairable || parseFrontMatter(Text(galley::apply(source, edits))).readable()) << id;
  }
  EXPECT_EQ(agreed + otherwise.size(), oracle["cases"].size());
}

std::string repeated(std::string_view part, std::size_t times) {
  std::string text;
  while (times-- > 0) text += part;
  return text;
}

/// Nothing here is looked at but that it ends, harms nobody and stays small.
TEST(FrontMatter, HostileBlocksAreUnharmed) {
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 9; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last + repeated(", " + last, 9) + "]\n";
  }
  for (const std::string& content : std::vector<std::string>{"a: " + repeated("[", 60'000) + "\nb: c\n",
                                                             "a: " + repeated("{", 60'000) + "\n",
                                                             repeated("[", 60'000) + "\n",
                                                             repeated("a: [\n", 12'000),
                                                             repeated("a: \"\n", 12'000),
                                                             repeated("- ", 30'000) + "\n",
                                                             repeated("\t\n", 30'000),
                                                             "a: \"" + repeated("\\", 60'000) + "\n",
                                                             "a: " + repeated("[a: ", 15'000) + "\n",
                                                             repeated("? ", 30'000) + "\n",
                                                             repeated("&a ", 20'000) + "\n",
                                                             "a: &a [*a]\nb: *a\n",
                                                             bomb,
                                                             std::string(60'000, '\0') + "\n",
                                                             repeated("\xFF\xFE", 30'000) + "\n",
                                                             "a: |\n" + repeated(" \t\n", 20'000),
                                                             repeated("a:\n", 20'000),
                                                             repeated("'", 60'001) + "\n",
                                                             repeated("a: x #", 10'000) + "\n",
                                                             repeated("!", 60'000) + "\n"}) {
    const Text text("---\n" + content + "---\nBody\n");
    const FrontMatter frontMatter = parseFrontMatter(text);
    EXPECT_EQ(frontMatter.format, FrontMatterFormat::yaml);
    EXPECT_LE(frontMatter.problems.size(), 201U);
    for (const FrontMatterProblem& problem : frontMatter.problems)
      EXPECT_TRUE(frontMatter.block.contains(problem.span)) << content.substr(0, 40);
  }
  std::string deep;
  for (std::size_t level = 0; level < 300; ++level) deep += std::string(level, ' ') + "a:\n";
  EXPECT_FALSE(parseFrontMatter(Text("---\n" + deep + "---\n")).readable());
}

TEST(FrontMatter, OfAVeryLongBlockOnlyTheKeysAreRead) {
  const Text text("---\ntitle: A\n" + repeated("x: y\n", 20'000) + "last: z\n---\nBody\n");
  const FrontMatter frontMatter = parseFrontMatter(text);
  EXPECT_TRUE(frontMatter.closed);
  EXPECT_TRUE(frontMatter.readable());
  ASSERT_NE(frontMatter.find("last"), nullptr);
  EXPECT_EQ(text.slice(frontMatter.find("last")->keySpan), "last");
  EXPECT_EQ(text.slice(frontMatter.find("last")->value.span), "z");
  EXPECT_FALSE(frontMatter.find("last")->readable);
}

TEST(DataFiles, AreListsMapsAndScalars) {
  EXPECT_EQ(inWords(parseYaml(Text("- a\n- b: c\n")).value), "[a, {b: c}]");
  EXPECT_EQ(inWords(parseYaml(Text("# comment\n---\na: b\n")).value), "{a: b}");
  EXPECT_EQ(inWords(parseYaml(Text("a: b\n---\nc: d\n")).value), "{a: b}");
  EXPECT_EQ(inWords(parseYaml(Text("[a, b]")).value), "[a, b]");
  EXPECT_EQ(inWords(parseYaml(Text("just text\n")).value), "just text");
  EXPECT_EQ(parseYaml(Text("")).value.kind, Value::Kind::null);
  EXPECT_TRUE(parseYaml(Text("- a\n")).problems.empty());
  const Text broken("a: b\nc: @d\n");
  EXPECT_EQ(problemsInWords(broken, parseYaml(broken).problems), "reservedStart <@>");
}

}  // namespace
}  // namespace galley::test
