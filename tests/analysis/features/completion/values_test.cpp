// Values of keys that take only some. `‸` is the cursor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "analysis/features/features.h"
#include "tests/support/blog.h"

namespace galley {
namespace {

using test::Blog;
using test::marked;
using testing::ElementsAre;
using testing::IsEmpty;

Blog blogWithLayouts() {
  return Blog({
      {"_config.yml", "title: A blog\nremote_theme: mmistakes/minimal-mistakes\n"},
      {"_layouts/post.html", ""},
      {"_layouts/photo story.html", ""},
      {"_data/authors.yml", "jane:\n  name: Jane\nmin:\n  name: 민\n"},
  });
}

CompletionList complete(const std::string& picture) {
  Blog blog = blogWithLayouts();
  const auto [text, cursor] = marked("---\n" + picture + "\n---\n");
  return completion(blog.view(), *blog.open("_posts/2024-05-01-a.md", text), cursor);
}
std::vector<std::string> offered(const std::string& picture) {
  std::vector<std::string> labels;
  for (const CompletionItem& item : complete(picture).items) labels.push_back(item.label);
  return labels;
}
std::string taken(const std::string& picture, const std::string& label) {
  for (const CompletionItem& item : complete(picture).items)
    if (item.label == label) {
      const std::string after = apply(marked("---\n" + picture + "\n---\n").text, {item.edit});
      return after.substr(4, after.size() - 9);
    }
  return label + " is not offered";
}

TEST(CompleteValues, OfLayouts) {
  EXPECT_THAT(offered("layout: p‸"), testing::IsSupersetOf({"post", "photo story"}));
  EXPECT_EQ(taken("layout: po‸", "post"), "layout: post");
  EXPECT_EQ(taken("layout: ‸ghost", "photo story"), "layout: photo story");
  EXPECT_EQ(taken("layout:‸", "post"), "layout: post");
  EXPECT_EQ(taken("layout: \"po‸\"", "post"), "layout: \"post\"");
}

TEST(CompleteValues, OfAuthors) { EXPECT_THAT(offered("author: ‸"), ElementsAre("jane", "min")); }

TEST(CompleteValues, OfTruths) {
  EXPECT_THAT(offered("published: ‸"), ElementsAre("true", "false"));
  EXPECT_EQ(taken("published: fa‸", "false"), "published: false");
  EXPECT_EQ(taken("published: \"fa‸\"", "false"), "published: false");
}

TEST(CompleteValues, NothingWhereAnyValueMayStand) {
  EXPECT_THAT(offered("title: p‸"), IsEmpty());
  EXPECT_THAT(offered("own: p‸"), IsEmpty());
  EXPECT_THAT(offered("lay‸out: post"), IsEmpty());
}

}  // namespace
}  // namespace galley
