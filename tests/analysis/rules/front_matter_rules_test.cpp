// The rules about front matter, beyond their own examples: what is said, what is repaired, and where they are silent.
#include <gtest/gtest.h>

#include "analysis/features/features.h"
#include "tests/support/picture.h"

namespace galley::test {

namespace {

/// A Jekyll blog with one post, its front matter and body given with their carets.
std::string blog(std::string_view post, std::string_view others = "") {
  std::string picture = "@@ _posts/2024-05-05-a.md\n";
  picture.append(post);
  if (!post.ends_with('\n')) picture += '\n';
  picture += "@@ _config.yml\ntitle: A blog\n@@ _layouts/post.html\n@@ _layouts/page.html\n";
  return picture.append(others);
}

/// The first post of a picture after all fixes.
std::string repaired(std::string_view picture) {
  const World world(picture);
  const auto post = world.post();
  std::vector<Edit> edits;
  for (const Finding& finding : findings(world.view(), *post))
    if (finding.fix) edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
  return galley::apply(post->text.bytes(), edits);
}

// --- broken-front-matter ------------------------------------------------------------------------------------------

TEST(BrokenFrontMatter, EachMistakeHasItsOwnWordsAndPlace) {
  EXPECT_TRUE(
      check(blog("---\n^^^ broken-front-matter: not closed: the line `---` behind it is missing. Jekyll will publish "
                 "the whole text\n"
                 "layout: post\ntitle: T\n\nText of the post.\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle:One\n     ^ broken-front-matter: blank is missing behind the colon of "
                 "`title`\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: \"One\n       ^ broken-front-matter: never closed\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: \"One\" and two\n             ^^^^^^^ broken-front-matter: follows the "
                 "closing quote\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: @one\n       ^ broken-front-matter: cannot begin with `@`\n---\n")));
  EXPECT_TRUE(check(
      blog("---\nlayout: post\ntags: [a, b\n      ^ broken-front-matter: The bracket `[` is never closed\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: *one\n       ^^^^ broken-front-matter: `&one`\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle： 하나\n     ^^ broken-front-matter: full-width colon\n---\n")));
  EXPECT_TRUE(check(
      blog("---\nlayout: post\ntitle: 하나: 둘\n           ^ broken-front-matter: Put the value in quotes\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: #1 of two\n       ^^^^^^^^^ broken-front-matter: a comment, so `title` has "
                 "no value\n---\n")));
}

TEST(BrokenFrontMatter, WhatBecomesOfThePageIsSaidOnce) {
  const World world(blog("---\nlayout: post\ntitle: a: b\ndescription: c: d\n---\n"));
  std::vector<std::string> messages;
  for (const Finding& finding : findings(world.view(), *world.post())) messages.push_back(finding.message);
  ASSERT_EQ(messages.size(), 2U);
  EXPECT_NE(messages[0].find("Jekyll will publish this post without layout and data, under today's date."),
            std::string::npos);
  EXPECT_EQ(messages[1].find("Jekyll"), std::string::npos);
}

TEST(BrokenFrontMatter, StrictConfigurationStopsTheBuild) {
  EXPECT_TRUE(check(
      "@@ _posts/2024-05-05-a.md\n---\nlayout: post\ntitle: a: b\n        ^ broken-front-matter: Jekyll stops\n---\n"
      "@@ _config.yml\nstrict_front_matter: true\n@@ _layouts/post.html\n"));
}

TEST(BrokenFrontMatter, LineEndsAndMissingLastLineEndDoNotMatter) {
  EXPECT_TRUE(
      check("@@ _posts/2024-05-05-a.md crlf no-eol\n---\nlayout: post\ntitle: 가: 나\n         ^ broken-front-matter: "
            "colon\n---\n"
            "@@ _config.yml\n@@ _layouts/post.html\n"));
}

TEST(BrokenFrontMatter, IsRepaired) {
  EXPECT_EQ(repaired(blog("---\nlayout: post\ntitle: a: b\ntags: [x\n---\n")),
            "---\nlayout: post\ntitle: \"a: b\"\ntags: [x]\n---\n");
  EXPECT_EQ(repaired(blog("---\nlayout: post\ntitle:One\n---\n")), "---\nlayout: post\ntitle: One\n---\n");
}

TEST(BrokenFrontMatter, IsSilentWhereNothingIsBroken) {
  EXPECT_TRUE(check(blog(
      "---\nlayout: post\ntitle: \"a: b\"\nurl: http://example.com/a\nempty:\n# a comment\nlist: [a,\nb]\n---\n")));
  EXPECT_TRUE(check(blog("Text only.\n")));
  EXPECT_TRUE(check("@@ notes/a.md\n---\n\nA rule of Markdown above.\n@@ _config.yml\n"));
}

TEST(BrokenFrontMatter, IsNotJudgedInASiteWhoseMetadataIsNoYaml) {
  EXPECT_TRUE(check("@@ content/a.md\n---\ntitle: a: b\ntitle: c\n---\n@@ pelicanconf.py\n"));
  EXPECT_TRUE(check("@@ archetypes/default.md\n---\ntitle: \"{{ replace .Name \"-\" \" \" }}\"\n---\n@@ hugo.toml\n"));
}

// --- duplicate-key ------------------------------------------------------------------------------------------------

TEST(DuplicateKey, StandsAtTheSecondAndSaysWhichOneCounts) {
  EXPECT_TRUE(
      check(blog("---\ntitle: A\nlayout: post\ntitle: B\n^^^^^ duplicate-key: first in line 2. Jekyll takes the last "
                 "one\n---\n")));
  EXPECT_EQ(repaired(blog("---\ntitle: A\nlayout: post\ntitle: B\n---\n")), "---\nlayout: post\ntitle: B\n---\n");
}

TEST(DuplicateKey, OnlyARepetitionIsSafelyTakenAway) {
  const auto isSafe = [](std::string_view second) {
    const World world(blog("---\ntitle: A\nlayout: post\ntitle: " + std::string(second) + "\n---\n"));
    return findings(world.view(), *world.post()).at(0).fix.value().safe;
  };
  EXPECT_TRUE(isSafe("A"));
  EXPECT_FALSE(isSafe("B"));
}

TEST(DuplicateKey, IsSilentAboutTheSameKeyInOtherMaps) {
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\nimage:\n  title: B\n---\n")));
}

// --- unknown-key --------------------------------------------------------------------------------------------------

TEST(UnknownKey, NamesTheKeyThatWasMeant) {
  EXPECT_TRUE(check(blog("---\nlayuot: page\n^^^^^^ unknown-key: Did you mean `layout`?\ntitle: A\n---\n")));
  EXPECT_TRUE(check(
      blog("---\nlayout: post\nTitle: A\n^^^^^ unknown-key: case-sensitive, and the known one is `title`\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ncategoreis: [a]\n^^^^^^^^^^ unknown-key: Did you mean `categories`?\n---\n")));
  EXPECT_EQ(repaired(blog("---\nlayout: post\ntilte: A\n---\n")), "---\nlayout: post\ntitle: A\n---\n");
}

TEST(UnknownKey, IsSilentAboutAnAuthorsOwnKeys) {
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\nmood: good\nseries: B\nfoo-bar: 1\n---\n")))
      << "far from all keys";
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\ntilte: B\n---\n"))) << "the near one is there, too";
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\ndate: 2024-05-05\ndata: {a: b}\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\ndata: {a: b}\n---\n"))) << "no value for `date`";
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\nimages: /a.png\n---\n"))) << "a plural is a word of its own";
}

TEST(UnknownKey, IsSilentAboutAKeyThatOtherPostsUse) {
  const std::string other = "---\nlayout: post\ntitle: B\nslag: x\n---\n";
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\nslag: y\n^^^^ unknown-key: `slug`\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: A\nslag: y\n---\n", "@@ _posts/2024-01-01-b.md\n" + other)));
}

TEST(UnknownKey, IsNotKnownWhileTheSiteIsBeingRead) {
  const World world(blog("---\nlayout: post\ntilte: A\n---\n"));
  const Site partial = world.site().withFacts(std::make_shared<FactsOf>(), false);
  const View view{.site = partial, .files = world.picture().files, .client = {}, .now = pictureNow, .stop = {}};
  EXPECT_TRUE(findings(view, *world.post()).empty());
}

// --- wrong-type ---------------------------------------------------------------------------------------------------

TEST(WrongType, TextForABooleanCountsAsTrue) {
  EXPECT_TRUE(check(blog(
      "---\nlayout: post\npublished: \"false\"\n           ^^^^^^^ wrong-type: Jekyll takes any text as true\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\npublished: 'no'\n           ^^^^ wrong-type: false\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\npublished: flase\n           ^^^^^ wrong-type: Write `true` or `false`\n---\n")));
  EXPECT_EQ(repaired(blog("---\nlayout: post\npublished: \"No\"\n---\n")),
            "---\nlayout: post\npublished: false\n---\n");
}

TEST(WrongType, YamlChangesWhatIsNoText) {
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: 1.10\n       ^^^^ wrong-type: YAML reads `1.10` as a number\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: no\n       ^^ wrong-type: quotes\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: 12:30\n       ^^^^^ wrong-type: a number\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntags: [a, yes]\n          ^^^ wrong-type: true or false\n---\n")));
  EXPECT_EQ(repaired(blog("---\nlayout: post\ntitle: 1.10\n---\n")), "---\nlayout: post\ntitle: \"1.10\"\n---\n");
}

TEST(WrongType, ANumberAloneIsNoTerm) {
  EXPECT_TRUE(check(blog("---\nlayout: post\ntags: 2024\n      ^^^^ wrong-type: dropped without a word\n---\n")));
  EXPECT_TRUE(check(
      blog("---\nlayout: post\ncategories: 2024\n            ^^^^ wrong-type: costs the whole front matter\n---\n")));
}

TEST(WrongType, IsSilentWhereTheValueDoesWhatItSays) {
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: 2024\npublished: \"true\"\ntag: 2024\ntags: [2024, a, [b, c]]\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: 2024-05-05\npublished: no\ndescription:\n---\n")));
}

// --- bad-value ----------------------------------------------------------------------------------------------------

TEST(BadValue, DraftTrueIsPublished) {
  EXPECT_TRUE(check(
      blog("---\nlayout: post\ndraft: true\n^^^^^^^^^^^ bad-value: Jekyll publishes this post all the same\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ndraft: false\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ndraft: true\npublished: false\n---\n")));
  EXPECT_TRUE(check("@@ _drafts/a.md\n---\nlayout: post\ndraft: true\n---\n@@ _config.yml\n@@ _layouts/post.html\n"));
}

TEST(BadValue, OfAThemeOnlyWhatIsNearlyRight) {
  const std::string theme = "@@ _config.yml\ntheme: minimal-mistakes-jekyll\n";
  EXPECT_TRUE(check(
      "@@ a.md\n---\nlayout: posts\nentries_layout: gird\n                ^^^^ bad-value: Did you mean `grid`?\n---\n" +
      theme));
  EXPECT_TRUE(check("@@ a.md\n---\nlayout: posts\nentries_layout: masonry\nclasses: my-own\n---\n" + theme));
}

// --- not-utf8 -------------------------------------------------------------------------------------------------------

TEST(NotUtf8, IsToldAtTheFirstByteWhereverItStands) {
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ntitle: T\n---\n안녕 caf\xE9, na\xEFve\n        ^ not-utf8: Jekyll cannot read "
                 "this file and leaves it out\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: \xC0\xCF\n       ^ not-utf8: another encoding\n---\n")));
}

TEST(NotUtf8, KnowsUtf16) {
  const std::string text("\xFF\xFE-\0-\0-\0\n\0", 10);
  Picture picture = readPicture(blog("---\nlayout: post\n---\n"));
  picture.files.put("_posts/2024-05-05-a.md", text);
  const World world(std::move(picture));
  const auto found = findings(world.view(), *world.post());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found.front().rule->id, "not-utf8");
  EXPECT_EQ(found.front().span, (Span{0, 1}));
  EXPECT_NE(found.front().message.find("UTF-16"), std::string::npos);
}

// --- bad-date, date-mismatch ----------------------------------------------------------------------------------------

TEST(BadDate, SaysWhatJekyllCannotRead) {
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ndate: yesterday\n      ^^^^^^^^^ bad-date: Jekyll stops: the whole site is not "
                 "built\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ndate:\n^^^^ bad-date: empty\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ndate: 2024년 5월 5일\n      ^^^^^^^^^^^^^^ bad-date: Jekyll stops\n---\n")));
  EXPECT_TRUE(
      check("@@ _posts/2024-03-01-a.md\n---\nlayout: post\ndate: 2024-02-30\n      ^^^^^^^^^^ bad-date: counts on into "
            "the next month\n---\n"
            "@@ _config.yml\n@@ _layouts/post.html\n"));
}

TEST(BadDate, OfTheFileNameIsToldWhereThePostBegins) {
  const std::string others = "@@ _config.yml\n@@ _layouts/post.html\n";
  EXPECT_TRUE(
      check("@@ _posts/2020-13-45-bad-month.md\n---\n^^^ bad-date: in the file name is no date. Jekyll stops\n"
            "layout: post\ntitle: T\n---\n" +
            others));
  EXPECT_TRUE(check("@@ _posts/2020-13-45-a.md\n---\nlayout: post\ndate: 2020-12-01\n---\n" + others))
      << "the front matter's date counts";
}

TEST(BadDate, IsSilentAboutWhatJekyllReads) {
  for (const std::string_view date :
       {"2024-05-05", "2024-5-5", "05/05/2024", "2024.05.05", "May 5, 2024", "2024-05-05 10:00 PM",
        "2024-05-05 10:00:00 +0900", "2024-05-05T10:00", "\"2024-05-05\"", "20240505"})
    EXPECT_TRUE(check(blog("---\nlayout: post\ndate: " + std::string(date) + "\n---\n"))) << date;
  EXPECT_TRUE(check("@@ a.md\n---\nlayout: page\ndate: yesterday\n---\n@@ _config.yml\n@@ _layouts/page.html\n"))
      << "of a page it is text";
}

TEST(DateMismatch, BeginsWithTwoDays) {
  EXPECT_TRUE(
      check(blog("---\nlayout: post\ndate: 2024-05-07\n      ^^^^^^^^^^ date-mismatch: The file name says 2024-05-05, "
                 "and this says 2024-05-07. The post gets the date that stands here.\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ndate: 2024-05-06\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ndate: 2024-05-04 23:59:59 -1100\n---\n")));
  EXPECT_TRUE(
      check("@@ _posts/2024-01-01-a.md\n---\nlayout: post\ndate: 2023-12-31 23:00:00 +0000\n---\n@@ _config.yml\n@@ "
            "_layouts/post.html\n"))
      << "one day, over the turn of a year";
}

TEST(DateMismatch, OnlyASlipInTheYearIsRepaired) {
  EXPECT_EQ(repaired(blog("---\nlayout: post\ndate: 2042-05-05 10:00\n---\n")),
            "---\nlayout: post\ndate: 2024-05-05 10:00\n---\n");
  const std::string other = "---\nlayout: post\ndate: 2024-06-09\n---\n";
  EXPECT_EQ(repaired(blog(other)), other);
}

// --- missing-key, unknown-layout, unknown-value, smart-quotes -------------------------------------------------------

TEST(MissingKey, IsSilentWhereTheSiteGivesTheKeyOrDoesWithout) {
  const std::string others =
      "@@ _posts/2024-01-01-b.md\n---\nlayout: post\n---\n@@ _posts/2024-01-02-c.md\n---\nlayout: post\n---\n"
      "@@ _posts/2024-01-03-d.md\n---\n";
  EXPECT_TRUE(check(blog("---\n^^^ missing-key: `layout`\ntitle: A\n---\n", others + "layout: post\n---\n")));
  EXPECT_TRUE(check(blog("---\ntitle: A\n---\n", others + "title: D\n---\n"))) << "another one has none, either";
  EXPECT_TRUE(
      check("@@ _posts/2024-05-05-a.md\n---\ntitle: A\n---\n@@ _config.yml\ndefaults:\n  - scope: {path: \"\"}\n    "
            "values: {layout: post}\n" +
            others + "layout: post\n---\n@@ _layouts/post.html\n"));
}

TEST(UnknownLayout, NamesTheLayoutThatWasMeant) {
  EXPECT_TRUE(check(blog("---\nlayout: Post\n        ^^^^ unknown-layout: Did you mean `post`?\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: article\n        ^^^^^^^ unknown-layout: Jekyll will publish this post bare\n---\n")));
  EXPECT_EQ(repaired(blog("---\nlayout: \"psot\"\n---\n")), "---\nlayout: \"post\"\n---\n");
}

TEST(UnknownLayout, IsSilentWhereAThemeMayBringIt) {
  EXPECT_TRUE(
      check("@@ _posts/2024-05-05-a.md\n---\nlayout: article\n---\n@@ _config.yml\ntheme: nobody-knows-it\n@@ "
            "_layouts/post.html\n"));
  EXPECT_TRUE(check("@@ _tabs/tags.md\n---\nlayout: tags\n---\n@@ _config.yml\ntheme: jekyll-theme-chirpy\n"));
  EXPECT_TRUE(check(blog("---\nlayout: none\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout:\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: null\n---\n")));
}

TEST(UnknownValue, NeedsAThemeThatReadsTheFileAndTheFile) {
  const std::string post = "@@ _posts/2024-05-05-a.md\n---\nlayout: single\nauthor: nobody\n---\n";
  EXPECT_TRUE(check(post + "@@ _config.yml\ntheme: minimal-mistakes-jekyll\n"));
  EXPECT_TRUE(check(post + "@@ _config.yml\n@@ _data/authors.yml\njane:\n  name: J\n@@ _layouts/single.html\n"));
  EXPECT_TRUE(
      check("@@ _posts/2024-05-05-a.md\n---\nlayout: single\nauthor: nobody\n        ^^^^^^ unknown-value: The site "
            "has `jane`\n---\n"
            "@@ _config.yml\ntheme: minimal-mistakes-jekyll\n@@ _data/authors.yml\njane:\n  name: J\n"));
  EXPECT_TRUE(
      check("@@ _posts/2024-05-05-a.md\n---\nlayout: single\nauthor: nobody\n        ^^^^^^ unknown-value: `nobody` is "
            "not in `_data/authors.json`\n---\n"
            "@@ _config.yml\ntheme: minimal-mistakes-jekyll\n@@ _data/authors.json\n{\"jane\": {\"name\": \"J\"}}\n"));
}

TEST(SmartQuotes, AreOneFaultToldByOneRule) {
  EXPECT_TRUE(check(blog("---\nlayout: “post”\n        ^^^^^^ smart-quotes: part of the value\n---\n")));
  EXPECT_TRUE(
      check(blog("---\nlayout: post\npublished: “false”\n           ^^^^^^^ smart-quotes: Write `false`\n---\n")));
  EXPECT_TRUE(check(blog("---\nlayout: post\ntitle: “A”\ndescription: ‘B’\ntags: [“a” b]\n---\n")));
}

}  // namespace

}  // namespace galley::test
