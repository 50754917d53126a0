// Sites of generators without a sheet: their own Markdown and template tags are read, nothing is said against their
// front matter.
#include "analysis/generators/unread.h"

#include <gtest/gtest.h>

#include "analysis/generators/all.h"
#include "tests/analysis/syntax/markdown/shown.h"
#include "tests/support/blog.h"

namespace galley::test {
namespace {

const Generator* generatorOf(const BlogFiles& files) { return detect(MemoryFiles(files)).generator; }

TEST(Unread, IsKnownByItsFiles) {
  EXPECT_EQ(generatorOf({{"hugo.toml", ""}}), &unreadHugo);
  EXPECT_EQ(generatorOf({{"config.toml", "baseURL = 'x'"}, {"content", ""}, {"layouts", ""}}), &unreadHugo);
  EXPECT_EQ(generatorOf({{"config.toml", "base_url = 'x'"}, {"content", ""}, {"templates", ""}}), &unreadZola);
  EXPECT_EQ(generatorOf({{"astro.config.mjs", ""}}), &unreadAstro);
  EXPECT_EQ(generatorOf({{"package.json", R"({"devDependencies": {"@11ty/eleventy": "3"}})"}}), &unreadEleventy);
  EXPECT_EQ(generatorOf({{"_config.yml", ""}, {"scaffolds", ""}}), &unreadHexo);
  EXPECT_EQ(generatorOf({{"pelicanconf.py", ""}}), &unreadPelican);
  EXPECT_EQ(unreadGeneratorOf(MemoryFiles(BlogFiles{{"_config.yml", ""}})), nullptr);
}

/// What a post of a site holds.
std::string foundIn(const BlogFiles& files, const std::string& path, const std::string& text) {
  Blog blog(files);
  return shown(text, blog.open(path, text)->markdown);
}

TEST(Unread, PostsAreReadAsTheSiteReadsThem) {
  EXPECT_EQ(foundIn({{"hugo.toml", ""}, {"content/a.md", ""}}, "content/a.md",
                    "+++\ntitle = \"a\"\n+++\n# b {#c}\n{{< note >}}[no](x){{< /note >}}\n"),
            "h1 ‹# b {#c}›: b #c\n");
  EXPECT_EQ(foundIn({{"zola.toml", ""}, {"content", ""}, {"templates", ""}, {"a.md", ""}}, "a.md",
                    "+++\ntitle = \"a\"\n+++\n{% note() %}[no](x){% end %}\n# b\n"),
            "h1 ‹# b›: b\n");
  const BlogFiles astro{{"astro.config.mjs", ""}, {"a.md", ""}, {"b.mdx", ""}};
  EXPECT_EQ(foundIn(astro, "a.md", "<div>\n# b\n</div>\n{c}\n"), "");
  EXPECT_EQ(foundIn(astro, "b.mdx", "<div>\n# b\n</div>\n{c}\n"), "h1 ‹# b›: b\n");
  EXPECT_EQ(foundIn({{"_config.yml", ""}, {"scaffolds", ""}, {"a.md", ""}}, "a.md",
                    "---\ntitle: a\n---\n{% raw %}\n# no\n{% endraw %}\n# b https://c.d\n"),
            "h1 ‹# b https://c.d›: b https://c.d\nlink ‹https://c.d›: https://c.d → https://c.d\n");
  EXPECT_EQ(foundIn({{"pelicanconf.py", ""}, {"a.md", ""}}, "a.md", "Title: a\n\n# b {{ c }}\n"),
            "h1 ‹# b {{ c }}›: b {{ c }}\n");
}

TEST(Unread, ASiteAndAPostNameTheirTemplateEngine) {
  const std::string text = "{# [no](x) #}\n[a]({{ b }})\n";
  const std::string liquid = "link ‹[no](x)›: no → x\nlink ‹[a]({{ b }})›: a → {{ b }}\n";
  const std::string nunjucks = "link ‹[a]({{ b }})›: a → {{ b }}\n";
  EXPECT_EQ(foundIn({{".eleventy.js", ""}, {"a.md", ""}}, "a.md", text), liquid);
  const BlogFiles configured{{"eleventy.config.js", "return { markdownTemplateEngine: \"njk\" };"}, {"a.md", ""}};
  EXPECT_EQ(foundIn(configured, "a.md", text), nunjucks);
  EXPECT_EQ(foundIn({{".eleventy.js", ""}, {"a.md", ""}}, "a.md", "---\ntemplateEngineOverride: njk,md\n---\n" + text),
            nunjucks);
  EXPECT_EQ(foundIn(configured, "a.md", "---\ntemplateEngineOverride: md\n---\n[a]({{b}})\n[c]({{ d }})\n"),
            "link ‹[a]({{b}})›: a → {{b}}\n");
}

}  // namespace
}  // namespace galley::test
