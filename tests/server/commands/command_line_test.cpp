// The program from outside: exit codes, what goes to which output, and what is said of a wrong command line.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "tests/support/temporary_folder.h"

namespace galley::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::StartsWith;

TEST(CommandLine, WithoutArgumentsItHelps) {
  const Ran ran = runGalley("");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, HasSubstr("Usage: galley"));
  EXPECT_EQ(ran.out, runGalley("--help").out);
  EXPECT_THAT(ran.err, IsEmpty());
}
TEST(CommandLine, EveryCommandHelps) {
  for (const char* command : {"lsp", "check", "inspect", "rules"}) {
    const Ran ran = runGalley(std::string(command) + " --help");
    EXPECT_EQ(ran.code, 0);
    EXPECT_THAT(ran.out, HasSubstr(std::string("Usage: galley ") + command));
    EXPECT_THAT(runGalley("--help").out, HasSubstr(std::string("\n  ") + command));
  }
}
TEST(CommandLine, Version) {
  const Ran ran = runGalley("--version");
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, testing::MatchesRegex("galley [0-9]+\\.[0-9]+\\.[0-9]+\n"));
}
TEST(CommandLine, AnUnknownOptionNamesTheNearest) {
  const Ran ran = runGalley("check --formt json");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, IsEmpty());
  EXPECT_THAT(ran.err, StartsWith("galley: there is no option \"--formt\". Did you mean \"--format\"?\n"));
  EXPECT_THAT(runGalley("--stido").err, HasSubstr("\"--stdio\""));
}
TEST(CommandLine, AnUnknownCommandNamesTheNearest) {
  const Ran ran = runGalley("chekc");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, StartsWith("galley: there is no command \"chekc\". Did you mean \"check\"?\n"));
  EXPECT_THAT(runGalley("_posts/a.md").err, HasSubstr("galley check PATH"));
}
TEST(CommandLine, AWrongValueNamesTheRightOnes) {
  const Ran ran = runGalley("check --format xml");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, StartsWith("galley: --format: \"xml\" is none of human|json\n"));
}
TEST(CommandLine, AnUnknownRuleNamesTheNearest) {
  EXPECT_EQ(runGalley("rules unknown-kye").code, 2);
  EXPECT_THAT(runGalley("rules unknown-kye").err, HasSubstr("\"unknown-key\""));
}
TEST(CommandLine, ControlCharactersOfArgumentsAreShown) {
  EXPECT_THAT(runGalley("\"$(printf '\\033]0;x\\007')\"").err, HasSubstr("\\x1b]0;x\\x07"));
}
TEST(CommandLine, RulesAreListedAndExplained) {
  const Ran list = runGalley("rules");
  EXPECT_EQ(list.code, 0);
  EXPECT_THAT(list.out, HasSubstr("\nunknown-key "));
  EXPECT_THAT(runGalley("rules unknown-key").out, StartsWith("unknown-key (warning)\n\n"));
}
TEST(CommandLine, AReaderThatGoesAwayIsNoFailure) {
  const Ran ran = runGalley("rules | true; exit ${PIPESTATUS:-0}");
  EXPECT_THAT(ran.err, IsEmpty());
}
TEST(CommandLine, AFullDiskIsAFailure) {
  const Ran ran = runGalley("rules >/dev/full");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, HasSubstr("cannot write the output"));
}

// -- check

const std::map<std::string, std::string> blog{
    {"_config.yml", "title: A blog\n"},
    {"_layouts/post.html", "{{ content }}\n"},
    {"_posts/2024-01-01-good.md", "---\nlayout: post\ntitle: Good\n---\nText.\n"},
    {"_posts/2024-01-02-bad.md", "---\nlayout: post\ntitle: Bad: very\n---\nText.\n"},
};

TEST(Check, FindingsAreExitCodeOne) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check", folder.path());
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, StartsWith("_posts/2024-01-02-bad.md:3:11: error[broken-front-matter]: "));
  EXPECT_THAT(ran.out, HasSubstr("\n3 | title: Bad: very\n  |           ^\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n2 files checked: 1 error"));
  EXPECT_THAT(ran.err, IsEmpty());
}
TEST(Check, CleanIsExitCodeZero) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check _posts/2024-01-01-good.md", folder.path());
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(ran.out, "1 file checked: nothing to report.\n");
}
TEST(Check, OfAPathThatIsNotThereNothingIsReported) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check _posts/nowhere.md", folder.path());
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.out, IsEmpty());
  EXPECT_THAT(ran.err, StartsWith("galley: _posts/nowhere.md: no such file or folder"));
  EXPECT_THAT(runGalley("check _posts/nowhere.md _posts/2024-01-01-good.md", folder.path()).out,
              "1 file checked: nothing to report.\n");
}
TEST(Check, TheSiteIsFoundUpwards) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check 2024-01-02-bad.md", folder.path() + "/_posts");
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, StartsWith("2024-01-02-bad.md:3:11: "));
}
TEST(Check, SitesAreFoundBelow) {
  const TemporaryFolder folder;
  for (const auto& [path, bytes] : blog) {
    folder.put("one/" + path, bytes);
    folder.put("two/" + path, bytes);
  }
  const Ran ran = runGalley("check .", folder.path());
  EXPECT_THAT(ran.out, StartsWith("one/_posts/2024-01-02-bad.md:3:11: "));
  EXPECT_THAT(ran.out, HasSubstr("\ntwo/_posts/2024-01-02-bad.md:3:11: "));
  EXPECT_THAT(ran.out, HasSubstr("\n4 files checked: 2 errors"));
}
TEST(Check, APathThatIsMissingIsNamed) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check nope.md _posts", folder.path());
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, StartsWith("galley: nope.md: "));
  EXPECT_THAT(ran.out, HasSubstr("2024-01-02-bad.md"));
}
TEST(Check, AFolderWithoutASiteIsPlainMarkdown) {
  const TemporaryFolder folder({{"notes/a.md", "---\ntitle: a: b\n---\n"}, {"notes/b.txt", "b"}});
  const Ran ran = runGalley("check notes", folder.path());
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, StartsWith("notes/a.md:2:9: error[broken-front-matter]: "));
}
TEST(Check, JsonIsEqualByteForByte) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check --format json", folder.path());
  EXPECT_EQ(ran.code, 1);
  EXPECT_THAT(ran.out, HasSubstr("\"path\": \"_posts/2024-01-02-bad.md\",\n      \"line\": 3,\n      \"column\": 11,"));
  EXPECT_EQ(ran.out, runGalley("check --format=json .", folder.path()).out);
}
TEST(Check, AFileNameCannotForgeACommand) {
  const TemporaryFolder folder(blog);
  folder.put("_posts/2024-01-03-x\n::error file=a::forged\x1b[31m.md", blog.at("_posts/2024-01-02-bad.md"));
  const Ran ran = runGalley("check", folder.path());
  EXPECT_THAT(ran.out, HasSubstr("\n_posts/2024-01-03-x\\x0a::error file=a::forged\\x1b[31m.md:3:11: error"));
}
TEST(Check, GitHubIsToldToStopObeying) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("check --format human", folder.path());
  ASSERT_EQ(::setenv("GITHUB_ACTIONS", "true", 1), 0);
  const Ran guarded = runGalley("check --format human", folder.path());
  const Ran json = runGalley("check --format json", folder.path());
  ASSERT_EQ(::unsetenv("GITHUB_ACTIONS"), 0);
  ASSERT_THAT(guarded.out, StartsWith("::stop-commands::"));
  const std::string token = guarded.out.substr(17, 32);
  EXPECT_EQ(guarded.out, "::stop-commands::" + token + '\n' + ran.out + "::" + token + "::\n");
  EXPECT_THAT(json.out, StartsWith("{\n"));
}

// -- inspect

TEST(Inspect, ShowsAPost) {
  const TemporaryFolder folder(blog);
  const Ran ran = runGalley("inspect _posts/2024-01-01-good.md", folder.path());
  EXPECT_EQ(ran.code, 0);
  EXPECT_THAT(ran.out, StartsWith(".\n  generator     jekyll\n"));
  EXPECT_THAT(ran.out, HasSubstr("\n_posts/2024-01-01-good.md\n  kind          post\n"));
  EXPECT_THAT(ran.out, testing::Not(HasSubstr("2024-01-02-bad.md")));
}
TEST(Inspect, JsonOfASite) {
  const TemporaryFolder folder(blog);
  folder.put("_posts/2024-01-03-walk.md", "---\ntags: [b, a]\n---\n## 강\n\n![x](/a.png)\n");
  const Ran ran = runGalley("inspect --json _posts/2024-01-03-walk.md", folder.path());
  EXPECT_EQ(ran.code, 0);
  EXPECT_EQ(nlohmann::json::parse(ran.out), nlohmann::json::parse(R"({"version": 1, "sites": [{
      "root": ".", "generator": "jekyll", "theme": null, "config": ["_config.yml"], "baseUrl": "", "basePath": "",
      "uncertain": [],
      "counts": {"posts": 3, "drafts": 0, "pages": 0, "assets": 2, "tags": 2, "categories": 0},
      "pages": [{
        "path": "_posts/2024-01-03-walk.md", "kind": "post", "frontMatter": "read", "title": "Walk",
        "date": "2024-01-03T00:00:00+00:00", "layout": null, "tags": ["b", "a"], "categories": [],
        "terms": {"tags": ["b", "a"]},
        "headings": [{"level": 2, "text": "강", "line": 4, "column": 1, "endLine": 4, "endColumn": 7}],
        "links": [{"line": 6, "column": 1, "endLine": 6, "endColumn": 13, "tag": "img", "text": "x",
                   "written": "/a.png"}]}]}]})"));
}
TEST(Inspect, APathThatIsMissing) {
  const Ran ran = runGalley("inspect /nope");
  EXPECT_EQ(ran.code, 2);
  EXPECT_THAT(ran.err, StartsWith("galley: /nope: "));
}

}  // namespace
}  // namespace galley::test
