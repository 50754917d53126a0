// Pictures whose file is not there, in every syntax, and all the cases in which galley cannot know.
#include <gtest/gtest.h>

#include "analysis/features/features.h"
#include "tests/support/picture.h"

namespace galley::test {

namespace {

std::string blog(std::string_view body, std::string_view others = "") {
  std::string picture = "@@ _posts/2024-05-05-a.md\n---\nlayout: post\n---\n";
  picture.append(body) +=
      "\n@@ _config.yml\ntitle: A blog\nbaseurl: /blog\n@@ _layouts/post.html\n@@ img/cat.png\n@@ img/Dog.JPG\n";
  return picture.append(others);
}

std::vector<Finding> findingsOf(std::string_view picture) {
  const World world(picture);
  return findings(world.view(), *world.post());
}

std::string repaired(std::string_view body) {
  const World world(blog(body));
  std::vector<Edit> edits;
  for (const Finding& finding : findings(world.view(), *world.post()))
    if (finding.fix) edits.insert(edits.end(), finding.fix->edits.begin(), finding.fix->edits.end());
  const std::string text = galley::apply(world.post()->text.bytes(), edits);
  return text.substr(text.find("---\n", 4) + 4, body.size() + 20);
}

TEST(MissingImage, IsFoundInEverySyntax) {
  EXPECT_TRUE(
      check(blog("가 ![a]({{ site.baseurl }}/img/no.png \"t\")\n        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-image: "
                 "img/no.png")));
  EXPECT_TRUE(check(blog(
      "![a]({{ '/img/no.png' | relative_url }})\n     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ missing-image: img/no.png")));
  EXPECT_TRUE(
      check(blog("<img src=\"/blog/img/no.png\"\n          ^^^^^^^^^^^^^^^^ missing-image: img/no.png\n  alt=\"a\">")));
  EXPECT_TRUE(check(blog("![a][1] ![b][1]\n\n[1]: /blog/img/no.png\n     ^^^^^^^^^^^^^^^^ missing-image: img/no.png")));
}

TEST(MissingImage, IsFoundInFrontMatter) {
  EXPECT_TRUE(
      check("@@ a.md\n---\nlayout: single\nheader:\n  teaser: /img/no.png\n          ^^^^^^^^^^^ missing-image: "
            "img/no.png\n---\n"
            "@@ _config.yml\ntheme: minimal-mistakes-jekyll\n"));
}

TEST(MissingImage, IsSilentAboutWhatIsThereOrCannotBeKnown) {
  EXPECT_TRUE(check(blog(
      "![a]({{ site.baseurl }}/img/cat.png) ![b](/blog/img/cat.png?v=1) ![c](https://example.com/no.png)\n"
      "![d](//example.com/no.png) ![e](data:image/png;base64,AAAA) ![f]({{ page.cover }}) `![g](/no.png)`\n"
      "![h]({% link nowhere.png %}) <img src=\"{{ x }}/no.png\">\n\n    ![i](/no.png)\n\n```\n![j](/no.png)\n```\n")));
}

TEST(MissingImage, UsesTheClearlyMeantFile) {
  EXPECT_EQ(repaired("![a](/blog/img/Cat.png)\n"), "![a](/blog/img/cat.png)\n\n");
  EXPECT_EQ(repaired("![a](/blog/img/cat.jpg)\n"), "![a](/blog/img/cat.png)\n\n");
  EXPECT_EQ(repaired("![a](/blog/img/dog.jpg)\n"), "![a](/blog/img/Dog.JPG)\n\n");
}

TEST(MissingImage, OnlyAnotherLetterCaseIsSafe) {
  EXPECT_TRUE(findingsOf(blog("![a](/blog/img/Cat.png)")).at(0).fix.value().safe);
  EXPECT_FALSE(findingsOf(blog("![a](/blog/img/cat.jpg)")).at(0).fix.value().safe);
}

TEST(MissingImage, NamesNearFilesButDoesNotChooseAmongNumbers) {
  const auto found = findingsOf(blog("![a](/blog/img/photo-3.png)", "@@ img/photo-1.png\n@@ img/photo-2.png\n"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].help.find("`img/photo-1.png`"), std::string::npos) << found[0].help;
  EXPECT_FALSE(found[0].fix.has_value());
}

TEST(MissingImage, SeesThatTextAndPathAreSwapped) {
  const auto found = findingsOf(blog("![/blog/img/cat.png](A cat)"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_NE(found[0].help.find("where the alt text belongs"), std::string::npos);
  EXPECT_EQ(repaired("![/blog/img/cat.png](A cat)"), "![A cat](/blog/img/cat.png)\n");
}

}  // namespace

}  // namespace galley::test
