// What galley lays open of a site and of a post.
#include "analysis/features/inspect.h"

#include <gtest/gtest.h>

#include "tests/support/blog.h"

namespace galley::test {
namespace {

const BlogFiles files{
    {"_config.yml", "url: https://blog.example.com\nbaseurl: /b\n"},
    {"assets/a.png", pngOf(1, 1)},
    {"_drafts/d.md", "---\ntitle: D\ntags: [x]\n---\n"},
    {"_posts/2024-01-01-a.md", "---\ntitle: A\ntags: [x, y]\n---\n"},
};

TEST(Inspect, ASite) {
  const Blog blog(files);
  const InspectedSite site = inspect(blog.view());
  EXPECT_EQ(site.generator, "jekyll");
  EXPECT_EQ(site.baseUrl + site.basePath, "https://blog.example.com/b");
  EXPECT_EQ(site.config, std::vector{Path("_config.yml")});
  EXPECT_EQ(site.posts, 1U);
  EXPECT_EQ(site.drafts, 1U);
  EXPECT_EQ(site.assets, 2U);
  EXPECT_EQ(site.terms.at("tags"), 2U);
}

TEST(Inspect, APost) {
  Blog blog(files);
  const auto post = blog.open("_posts/2024-02-03-글.md",
                              "---\ntitle: 글\nlayout: post\ntags: [y, 산, y]\n---\n## 하나 `x`\n\n"
                              "See ![alt](/a.png \"t\") and [b](<c d.md>), <img src=\"z.png\">.\n");
  const InspectedPage page = inspect(blog.view(), *post);
  EXPECT_EQ(page.kind, PostKind::post);
  EXPECT_EQ(page.frontMatter, FrontMatterState::read);
  EXPECT_EQ(page.title, "글");
  EXPECT_EQ(page.layout, "post");
  EXPECT_EQ(isoOf(page.date.value()), "2024-02-03T00:00:00+00:00");
  EXPECT_EQ(page.terms.at("tags"), (std::vector<std::string>{"y", "산"}));
  ASSERT_EQ(page.headings.size(), 1U);
  EXPECT_EQ(page.headings[0].text, "하나 x");
  EXPECT_EQ(page.headings[0].place, (Place{.line = 6, .column = 1, .endLine = 6, .endColumn = 14}));
  ASSERT_EQ(page.links.size(), 3U);
  EXPECT_TRUE(page.links[0].image);
  EXPECT_EQ(page.links[0].text, "alt");
  EXPECT_EQ(page.links[0].written, "/a.png");
  EXPECT_EQ(page.links[0].place, (Place{.line = 8, .column = 5, .endLine = 8, .endColumn = 23}));
  EXPECT_FALSE(page.links[1].image);
  EXPECT_EQ(page.links[1].written, "c d.md");
  EXPECT_EQ(page.links[2].text, std::nullopt);
  EXPECT_EQ(page.links[2].written, "z.png");
}

TEST(Inspect, ADayBeginsInTheTimeZoneOfItsSite) {
  const BlogFiles seoul{{"_config.yml", "timezone: Asia/Seoul\n"}};
  Blog blog(seoul);
  const auto post = blog.open("_posts/2024-02-03-a.md", "---\ntitle: a\n---\n");
  EXPECT_EQ(isoOf(inspect(blog.view(), *post).date.value()), "2024-02-03T00:00:00+09:00");
}

TEST(Inspect, WhatBecomesOfFrontMatter) {
  Blog blog(files);
  const auto stateOf = [&](const std::string& text) {
    return inspect(blog.view(), *blog.open("_posts/2024-01-01-a.md", text)).frontMatter;
  };
  EXPECT_EQ(stateOf("---\ntitle: a\n---\n"), FrontMatterState::read);
  EXPECT_EQ(stateOf("# A\n"), FrontMatterState::none);
  EXPECT_EQ(stateOf("---\ntitle: a: b\n---\n"), FrontMatterState::lost);
}

}  // namespace
}  // namespace galley::test
