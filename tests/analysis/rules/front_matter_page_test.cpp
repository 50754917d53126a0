// docs/front-matter.md: what galley says of each mistake in front matter, beside what the real generators made of the
// same lines in a run. And what must be true of that table: where the real generator loses the front matter, galley has
// an error in it; where the page came out, it has none.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "analysis/features/features.h"
#include "tests/support/picture.h"
#include "tests/support/ruby.h"

namespace galley::test {
namespace {

using nlohmann::json;

json oracleOf(const std::string& generator) {
  std::ifstream file(GALLEY_SOURCE_DIR "/tests/oracles/" + generator + "/bad-front-matter.json");
  return json::parse(file);
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// A text as a code span in a cell of a table, with what cannot be seen made visible.
std::string code(std::string text) {
  for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{{"\t", "⇥"},
                                                                                 {"\r\n", "␍␊"},
                                                                                 {"\n", " ⏎ "},
                                                                                 {"\uFEFF", "U+FEFF"},
                                                                                 {"\u00A0", "U+00A0"},
                                                                                 {"\u3000", "U+3000"},
                                                                                 {"\xE9", "0xE9"},
                                                                                 {"|", "\\|"}})
    text = replaced(std::move(text), from, to);
  while (text.ends_with(" ⏎ ")) text.resize(text.size() - std::string_view(" ⏎ ").size());
  if (text.size() > 90) text = text.substr(0, 60) + " …";
  if (text.empty()) return "*none*";
  return text.find('`') == std::string::npos ? "`" + text + "`" : "`` " + text + " ``";
}

std::string fileOf(const json& oracleCase) { return oracleCase["files"].begin()->get<std::string>(); }

/// The lines between the fences, where there are two; else all of it. Without what every case of the oracle shares.
std::string linesOf(const std::string& source, bool whole) {
  std::string shown = replaced(source, "Body %MARK%.\n", "");
  if (whole) return shown;
  shown = replaced(shown.substr(shown.find('\n') + 1), "layout: post\n", "");
  return shown.substr(0, shown.rfind("---"));
}

/// What galley reports for a Jekyll post: rule, bytes, message.
std::vector<Finding> findingsOf(const World& world) { return findings(world.view(), *world.post()); }

World jekyllPost(const std::string& source, const std::string& path = "_posts/2020-01-01-bad.md") {
  Picture picture;
  for (const char* layout : {"default", "page", "post", "probe"})
    picture.files.put("_layouts/" + std::string(layout) + ".html", "");
  picture.files.put("_config.yml", "url: https://example.com\n");
  picture.files.put(path, source);
  picture.paths.emplace_back(path);
  return World(std::move(picture));
}

std::string firstSentence(const std::string& message) {
  const std::size_t end = message.find(". ");
  return replaced(end == std::string::npos ? message : message.substr(0, end + 1), "|", "\\|");
}

std::string sayingOf(const World& world) {
  const auto post = world.post();
  std::string saying;
  std::set<std::string_view> said;
  for (const Finding& finding : findingsOf(world)) {
    if (!said.insert(finding.rule->id).second) continue;  // one of a kind tells enough
    if (!saying.empty()) saying += "<br>";
    const std::string at = code(std::string(post->text.slice(finding.span)));
    saying += std::string(finding.rule->id) + (at == "` `" ? "" : " at " + at) + ": " + firstSentence(finding.message);
    if (finding.fix) saying += " *" + replaced(finding.fix->title, "---", "`---`") + "*";
  }
  return saying.empty() ? "nothing" : saying;
}

std::string outcomeOf(const json* oracleCase) {
  if (oracleCase == nullptr) return "";
  const json& result = (*oracleCase)["result"];
  if (result.contains("exit") && result["exit"] != 0) return "the build fails";
  if (result["pages"].empty()) return "no page";
  const json& page = result["pages"][0];
  if (!page["laidOut"].get<bool>()) return "page without its front matter";
  const json data = page.value("data", json::object());
  return data.contains("title") && !data["title"].is_null() ? "title " + code(data["title"].dump()) : "a page";
}

const json* caseOf(const json& oracle, const json& like) {
  for (const json& candidate : oracle["cases"])
    if (candidate["group"] == like["group"] && candidate.value("note", "") == like.value("note", " "))
      return &candidate;
  return nullptr;
}

struct AuthorsMistake {
  std::string name;
  std::string source;
  bool refused;  // by Ruby's YAML reader, which is Jekyll's; of the unclosed block by Jekyll itself
};

std::string fenced(const std::string& lines) { return "---\n" + lines + "---\nText.\n"; }

/// The twenty-one mistakes and borderline forms that a YAML parser alone does not tell apart.
std::vector<AuthorsMistake> authorsMistakes() {
  std::string bomb = "a0: &a0 [x, x]\n";
  for (int i = 1; i < 25; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before + ", " + before + "]\n";
  }
  return {
      {"a tab as indentation", fenced("title: A\ntags:\n\t- a\n"), true},
      {"a colon in a value", fenced("title: Part 1: the start\n"), true},
      {"an at sign first", fenced("title: A\nauthor: @bob\n"), true},
      {"a number behind a hash", fenced("title: C# tips #1\n"), false},
      {"brackets before text", fenced("title: [WIP] my post\n"), true},
      {"a quote without end", fenced("title: \"My post\ntags: [a]\n"), true},
      {"no closing fence", "---\ntitle: A\ntags: [a]\n\nText.\n", true},
      {"a list out of line", fenced("tags:\n  - a\n - b\ntitle: A\n"), true},
      {"no blank behind the colon", fenced("title:My post\ntags: [a]\n"), true},
      {"a byte order mark", "\uFEFF" + fenced("title: A\n"), false},
      {"CRLF", "---\r\ntitle: A\r\ntags: [a]\r\n---\r\nText.\r\n", false},
      {"curly quotes around a colon", fenced("title: “Part 1: the start”\n"), true},
      {"a key twice", fenced("title: A\ntags: [a]\ntitle: B\n"), false},
      {"an impossible date", fenced("title: A\ndate: 2024-13-45\n"), false},
      {"words with commas", fenced("title: A\ntags: foo, bar\n"), false},
      {"an alias without its anchor", fenced("title: *star\ntags: [a]\n"), true},
      {"a bomb of aliases", fenced(bomb), false},
      {"block scalars", fenced("title: A\ndescription: |\n  one\n  two\n"), false},
      {"keys of other scripts", fenced("title: A\n제목: 안녕\n"), false},
      {"bytes that are no UTF-8", fenced("title: caf\xE9\n"), true},
      {"100,000 open brackets", fenced("title: " + std::string(100'000, '[') + "\n"), true},
  };
}

std::string mistakesTable() {
  std::string table = "| mistake | front matter | galley |\n|---|---|---|\n";
  for (const AuthorsMistake& mistake : authorsMistakes()) {
    const bool whole = !mistake.source.starts_with("---\n") || mistake.source.find("\n---") == std::string::npos;
    table += "| " + mistake.name + " | " + code(linesOf(replaced(mistake.source, "Text.\n", ""), whole)) + " | " +
             sayingOf(jekyllPost(mistake.source)) + " |\n";
  }
  return table;
}

bool isOneText(const json& oracleCase) {
  return oracleCase["files"].size() == 1 && oracleCase["files"].begin()->is_string();
}

std::string sharedTable() {
  const json jekyll = oracleOf("jekyll");
  std::vector<json> others;
  for (const char* generator : {"hugo", "hexo", "eleventy", "astro"}) others.push_back(oracleOf(generator));
  std::string table =
      "| front matter | galley, in a Jekyll post | Jekyll | Hugo | Hexo | Eleventy | Astro "
      "|\n|---|---|---|---|---|---|---|\n";
  for (const json& oracleCase : jekyll["cases"]) {
    if (!isOneText(oracleCase) || oracleCase["config"] != "default") continue;
    const std::string source = fileOf(oracleCase);
    table += "| " + code(linesOf(source, oracleCase["group"] == "fence")) + " | " +
             sayingOf(jekyllPost(source, oracleCase["files"].begin().key())) + " | " + outcomeOf(&oracleCase);
    for (const json& other : others) table += " | " + outcomeOf(caseOf(other, oracleCase));
    table += " |\n";
  }
  return table;
}

/// Formats that Jekyll does not read: what the front matter itself says, without a rule.
std::string formatTable(const std::string& generator, const std::set<std::string>& groups,
                        const FrontMatterSyntax& syntax) {
  std::string table = "| front matter | galley | " + generator + " |\n|---|---|---|\n";
  const json oracle = oracleOf(generator);
  for (const json& oracleCase : oracle["cases"]) {
    if (!groups.contains(oracleCase["group"].get<std::string>()) || !isOneText(oracleCase)) continue;
    const Text text(fileOf(oracleCase));
    std::string saying;
    for (const FrontMatterProblem& problem : parseFrontMatter(text, syntax).problems) {
      if (!saying.empty()) saying += "<br>";
      saying += problem.fatal ? "error" : "warning";
      saying += " at " + code(std::string(text.slice(problem.span)));
      if (!problem.repairTitle.empty()) saying += " *" + problem.repairTitle + "*";
    }
    table += "| " + code(linesOf(text.bytes(), true)) + " | " + (saying.empty() ? "nothing" : saying) + " | " +
             outcomeOf(&oracleCase) + " |\n";
  }
  return table;
}

std::string page() {
  return "# Mistakes in front matter\n\n"
         "What galley says, beside what the real generators made of the same lines in a run. Made from the tests' data "
         "by "
         "`./dev docs`; a test\nfails when it is stale. `⏎` is a line end, `⇥` a tab; a repair that is offered stands "
         "in "
         "*italics*. Of several findings of one rule the\nfirst is shown, of a message the first sentence.\n\n"
         "## Twenty-one that a YAML parser does not tell apart\n\nAs galley answers in a Jekyll post.\n\n" +
         mistakesTable() +
         "\n## YAML\n\nThe same lines in five generators (Jekyll 4.3.1, Hugo 0.111.3, Hexo 8.1.2, Eleventy 3.1.8, "
         "Astro "
         "5.18.2). *No page*: the post is\nleft out. Of generators that galley knows by their marker alone it says "
         "nothing.\n\n" +
         sharedTable() +
         "\n## TOML and JSON\n\nWhat the reader of front matter finds. In the sites themselves galley does not tell it "
         "yet.\n\n" +
         formatTable("hugo", {"toml", "json"}, {.toml = true, .json = true}) +
         "\n## Fields, as Pelican reads them\n\nAs above.\n\n" +
         formatTable("pelican", {"markdown"}, {.yaml = true, .toml = false, .json = false, .fields = true});
}

TEST(FrontMatterPage, DocsPageIsUpToDate) {
  const std::string path = GALLEY_SOURCE_DIR "/docs/front-matter.md";
  const std::string fresh = page();
  if (std::getenv("GALLEY_WRITE_DOCS") != nullptr) std::ofstream(path) << fresh;
  std::stringstream there;
  there << std::ifstream(path).rdbuf();
  EXPECT_EQ(there.str(), fresh) << "run the tests with GALLEY_WRITE_DOCS=1";
}

TEST(FrontMatterPage, WhatJekyllLosesIsAnErrorAndWhatItReadsIsNone) {
  for (const AuthorsMistake& mistake : authorsMistakes()) {
    const World world = jekyllPost(mistake.source);
    const auto all = findingsOf(world);
    const bool isBroken = std::ranges::any_of(all, [](const Finding& finding) {
      return (finding.rule->id == "broken-front-matter" || finding.rule->id == "not-utf8") &&
             finding.message.find("#") == std::string::npos;
    });
    EXPECT_EQ(isBroken, mistake.refused) << mistake.name << ": " << sayingOf(world);
  }
}

TEST(FrontMatterPage, RubyRefusesWhatIsSaidToBeRefused) {
  std::vector<json> questions;
  std::vector<const AuthorsMistake*> asked;
  const auto all = authorsMistakes();
  for (const AuthorsMistake& mistake : all) {
    const Text text(mistake.source);
    const FrontMatter frontMatter = parseFrontMatter(text);
    // JSON cannot carry a byte that is no UTF-8, nor Ruby's answer to a bomb; a block that is not closed is never read.
    const auto holds = [&](std::string_view part) { return mistake.source.find(part) != std::string::npos; };
    if (!frontMatter.closed || holds("\xE9") || holds("&a24")) continue;
    questions.emplace_back("---\n" + std::string(text.slice(frontMatter.content)));
    asked.push_back(&mistake);
  }
  const auto answers = askRuby("tests/analysis/syntax/psych.rb", questions);
  if (!answers) GTEST_SKIP() << "there is no Ruby";
  ASSERT_EQ(answers->size(), asked.size());
  for (std::size_t i = 0; i < asked.size(); ++i)
    EXPECT_EQ(answers->at(i).contains("refused"), asked[i]->refused) << asked[i]->name << answers->at(i).dump();
}

}  // namespace
}  // namespace galley::test
