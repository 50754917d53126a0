// Markdown whose generator has no sheet: what may be said of it, and what not.
#include <gtest/gtest.h>

#include "analysis/features/features.h"
#include "analysis/generators/all.h"
#include "tests/support/blog.h"

namespace galley::test {
namespace {

std::size_t countOfFindings(const BlogFiles& files, const std::string& text) {
  Blog blog(files);
  const auto post = blog.open("a.md", text);
  return findings(blog.view(), *post).size();
}

TEST(Plain, FrontMatterThatNoReaderTakesIsReported) {
  EXPECT_EQ(countOfFindings({{"a.md", ""}}, "---\ntitle: a: b\n---\n"), 1U);
  EXPECT_EQ(countOfFindings({{"a.md", ""}}, "---\ntitle: a\ntitle: b\n---\n"), 1U);
}

TEST(Plain, NothingIsSaidAgainstFrontMatterThatAnotherGeneratorReads) {
  for (const char* marker : {"pelicanconf.py", "hugo.toml", "astro.config.mjs"}) {
    const BlogFiles files{{marker, ""}, {"a.md", ""}};
    EXPECT_EQ(countOfFindings(files, "---\ntitle: a: b\n---\n"), 0U) << marker;
    EXPECT_EQ(countOfFindings(files, "---\ntitle: a\ntitle: b\n---\n"), 0U) << marker;
  }
}

}  // namespace
}  // namespace galley::test
