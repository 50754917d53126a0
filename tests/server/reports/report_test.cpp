// The two reports of `galley check`: exact texts of a small one, and properties that hold for any text in them.
#include "server/reports/report.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>

#include "server/reports/human.h"
#include "server/reports/json.h"

namespace galley::test {
namespace {

using server::CheckReport;
using server::humanReport;
using server::jsonReport;

Rule ruleOf(std::string_view id, Severity severity) {
  Rule rule;
  rule.id = id;
  rule.severity = severity;
  return rule;
}
const Rule spelling = ruleOf("spelling", Severity::warning);
const Rule fence = ruleOf("fence", Severity::error);
const Rule style = ruleOf("style", Severity::hint);

CheckReport smallReport() {
  const Text text("---\n제목\ttilte: A\n---\n");
  const std::size_t word = text.bytes().find("tilte");
  CheckReport report{.findings = {}, .files = 3};
  report.findings.push_back({.path = "b.md",
                             .text = text,
                             .finding = {.rule = &spelling,
                                         .span = {word, word + 5},
                                         .message = "This is no key.",
                                         .help = "Did you mean `title`?",
                                         .fix = Fix{.title = "Rename it", .edits = {{{word, word + 5}, "title"}}}}});
  report.findings.push_back(
      {.path = "a.md", .text = Text("ab"), .finding = {.rule = &style, .span = {1, 1}, .message = "Hm."}});
  report.findings.push_back(
      {.path = "a.md", .text = Text("ab"), .finding = {.rule = &fence, .span = {0, 2}, .message = "Not closed."}});
  sortFindings(report);
  return report;
}

TEST(Report, ForPeople) {
  EXPECT_EQ(humanReport(smallReport(), false), R"(a.md:1:1: error[fence]: Not closed.
  |
1 | ab
  | ^^

a.md:1:2: hint[style]: Hm.
  |
1 | ab
  |  ^

b.md:2:4: warning[spelling]: This is no key.
  |
2 | 제목    tilte: A
  |         ^^^^^
  = help: Did you mean `title`?
  = quick fix: Rename it

3 files checked: 1 error, 1 warning, 1 hint; 1 with a safe quick fix.
)");
}

TEST(Report, ForPeopleWithColours) {
  const std::string report = humanReport(smallReport(), true);
  EXPECT_NE(report.find("\x1b[1ma.md:1:1\x1b[0m: \x1b[1;31merror[fence]\x1b[0m: Not closed.\n"), std::string::npos);
  EXPECT_NE(report.find("|\x1b[0m  \x1b[1;36m^\x1b[0m\n"), std::string::npos);
}

TEST(Report, ForPeopleOfNothing) {
  EXPECT_EQ(humanReport({.findings = {}, .files = 1}, false), "1 file checked: nothing to report.\n");
}

TEST(Report, ForPrograms) {
  EXPECT_EQ(nlohmann::json::parse(jsonReport(smallReport())), nlohmann::json::parse(R"({
    "version": 1,
    "findings": [
      {"path": "a.md", "line": 1, "column": 1, "endLine": 1, "endColumn": 3,
       "rule": "fence", "severity": "error", "message": "Not closed.", "help": null, "fix": null},
      {"path": "a.md", "line": 1, "column": 2, "endLine": 1, "endColumn": 2,
       "rule": "style", "severity": "hint", "message": "Hm.", "help": null, "fix": null},
      {"path": "b.md", "line": 2, "column": 8, "endLine": 2, "endColumn": 13,
       "rule": "spelling", "severity": "warning", "message": "This is no key.", "help": "Did you mean `title`?",
       "fix": {"title": "Rename it", "safe": true,
               "edits": [{"line": 2, "column": 8, "endLine": 2, "endColumn": 13, "text": "title"}]}}],
    "summary": {"files": 3, "errors": 1, "warnings": 1, "hints": 1, "fixable": 1}})"));
}

TEST(Report, JsonIsIndentedAndKeepsItsOrder) {
  EXPECT_TRUE(jsonReport({.findings = {}, .files = 0}).starts_with("{\n  \"version\": 1,\n  \"findings\": [],\n"));
}

// -- what holds for any text

std::string hostile(std::mt19937& random) {
  static constexpr std::string_view pieces[] = {
      "\x1b]0;x\a", "\n", "\r\n", "::error::x", "##[group]", "##vso[x]", "\u009b", "\xff", "\u202e", "\u2028",
      "a",          "글", "\t",   " ",          "#",         "[",        "\"",     "\\",   "\x7f"};
  std::string text;
  for (auto left = random() % 10; left > 0; --left) text += pieces[random() % std::size(pieces)];
  return text;
}

CheckReport hostileReport(std::mt19937& random) {
  CheckReport report{.findings = {}, .files = 1};
  for (int i = 0; i < 3; ++i) {
    const Text text(hostile(random));
    const std::size_t begin = random() % (text.size() + 2);
    report.findings.push_back(
        {.path = hostile(random),
         .text = text,
         .finding = {.rule = &spelling,
                     .span = {begin, begin + random() % 5},
                     .message = hostile(random),
                     .help = hostile(random),
                     .fix = Fix{.title = hostile(random), .edits = {{{0, 0}, hostile(random)}}}}});
  }
  sortFindings(report);
  return report;
}

/// Nothing that a terminal or a build server obeys.
void expectHarmless(const std::string& report) {
  for (std::size_t at = 0; at < report.size(); ++at) {
    const auto byte = static_cast<unsigned char>(report[at]);
    ASSERT_TRUE((byte >= 0x20 || byte == '\n') && byte != 0x7f) << report;
    const bool isC1 = byte == 0xc2 && at + 1 < report.size() && static_cast<unsigned char>(report[at + 1]) < 0xa0;
    ASSERT_FALSE(isC1) << report;
  }
  for (const char* direction : {"\u202e", "\u2028", "##[", "##vso["})
    ASSERT_EQ(report.find(direction), std::string::npos) << report;
  for (std::size_t line = 0; line < report.size(); line = report.find('\n', line) + 1) {
    const std::size_t first = report.find_first_not_of(' ', line);
    ASSERT_NE(report.compare(first, 2, "::"), 0) << report;
  }
}

TEST(Report, NoTextInItCanGiveOrders) {
  std::mt19937 random(20240229);
  for (int i = 0; i < 3000; ++i) {
    const CheckReport report = hostileReport(random);
    expectHarmless(humanReport(report, false));
    expectHarmless(jsonReport(report));
    if (HasFatalFailure()) return;
  }
}

TEST(Report, JsonSaysExactlyWhatTheFilesSay) {
  std::mt19937 random(7);
  for (int i = 0; i < 1000; ++i) {
    const CheckReport report = hostileReport(random);
    const auto json = nlohmann::json::parse(jsonReport(report));
    const std::string& path = report.findings.front().path;
    const std::string replaced =
        nlohmann::json::parse(nlohmann::json(path).dump(-1, ' ', true, nlohmann::json::error_handler_t::replace));
    ASSERT_EQ(json["findings"][0]["path"], replaced);
  }
}

}  // namespace
}  // namespace galley::test
