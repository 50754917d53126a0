// Tags and categories as they are offered: which, in which order, and what becomes of the text when one is taken.
// `‸` is the cursor.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
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
using testing::UnorderedElementsAre;

const std::string path = "_posts/2024-05-01-new.md";

std::string post(const std::string& frontMatter) { return "---\n" + frontMatter + "\n---\nText.\n"; }

/// Tags by use: Diary 3, AI 2, 회고 2, then one each.
Blog blogWithTags() {
  return Blog({
      {"_config.yml", "title: A blog\n"},
      {"_posts/2021-01-01-a.md", post("title: A\ntags: [Diary, AI, 회고]\ncategories: [Life]")},
      {"_posts/2022-02-02-b.md", post("title: B *b*\ntags: [Diary, AI, 회고, 다이어리]\ncategory: Life")},
      {"_posts/2023-03-03-c.md",
       post("title: C\ntags: [Diary, deep learning, \"a: b\", \"yes\", \"@x\"]\ncategories: Work Life")},
      {"_posts/2020-04-04-d.md",
       post("title: D\ntags:\n  - \"#1\"\n  - \"1.10\"\n  - \"it's\"\n  - 디자인\n  - \"x, y\"")},
      {"travel/_posts/2019-01-01-e.md", post("title: E")},
  });
}

CompletionList complete(Blog& blog, const std::string& picture) {
  const auto [text, cursor] = marked(picture);
  const auto opened = blog.open(path, text);
  CompletionList list = completion(blog.view(), *opened, cursor);
  for (const CompletionItem& item : list.items) {
    // What every editor needs of every item.
    EXPECT_TRUE(item.edit.span.touches(cursor)) << item.label;
    EXPECT_EQ(opened->text.lineOf(item.edit.span.begin), opened->text.lineOf(item.edit.span.end)) << item.label;
    EXPECT_TRUE(item.filterText.starts_with(opened->text.slice(item.edit.span))) << item.label;
    EXPECT_EQ(item.sortText.size(), list.items.front().sortText.size()) << item.label;
  }
  EXPECT_TRUE(std::is_sorted(list.items.begin(), list.items.end(),
                             [](const auto& a, const auto& b) { return a.sortText < b.sortText; }));
  return list;
}

std::vector<std::string> labels(const CompletionList& list) {
  std::vector<std::string> all;
  for (const CompletionItem& item : list.items) all.push_back(item.label);
  return all;
}
std::vector<std::string> offered(const std::string& picture) {
  Blog blog = blogWithTags();
  return labels(complete(blog, picture));
}

/// The text when the item of a label is taken.
std::string taken(const std::string& picture, const std::string& label) {
  Blog blog = blogWithTags();
  for (const CompletionItem& item : complete(blog, picture).items)
    if (item.label == label) return apply(marked(picture).text, {item.edit});
  return label + " is not offered";
}

TEST(CompleteTerms, OfferTheSitesOwnMostUsedFirst) {
  Blog blog = blogWithTags();
  const CompletionList list = complete(blog, post("tags: [‸]"));
  EXPECT_TRUE(list.incomplete);
  ASSERT_EQ(list.items.size(), 13U);
  EXPECT_EQ(list.items[0].label, "Diary");
  EXPECT_EQ(list.items[0].detail, "3 posts");
  EXPECT_THAT(labels({.items = {list.items[1], list.items[2]}, .incomplete = false}),
              UnorderedElementsAre("AI", "회고"));
  EXPECT_EQ(list.items[1].detail, "2 posts");
  EXPECT_EQ(list.items[12].detail, "1 post");
}

TEST(CompleteTerms, DocumentTheLatestPosts) {
  Blog blog = blogWithTags();
  const CompletionItem diary = complete(blog, post("tags: [Dia‸]")).items.at(0);
  EXPECT_EQ(diary.plainDocumentation, "- 2023-03-03 C\n- 2022-02-02 B *b*\n- 2021-01-01 A");
  EXPECT_EQ(diary.documentation, "- 2023-03-03 C\n- 2022-02-02 B \\*b\\*\n- 2021-01-01 A");
}

TEST(CompleteTerms, LeaveOutWhatIsInTheListAlready) {
  EXPECT_THAT(offered(post("tags: [Diary, d‸]")), ElementsAre("deep learning"));
  EXPECT_THAT(offered(post("tags:\n  - AI\n  - a‸\n  - Diary")), ElementsAre("a: b", "deep learning"));
  EXPECT_THAT(offered(post("tags: Diary d‸")), IsEmpty());
}

TEST(CompleteTerms, MatchAnywhereInAWordWhateverItsCase) {
  EXPECT_THAT(offered(post("tags: [LEARN‸]")), ElementsAre("deep learning"));
  EXPECT_THAT(offered(post("tags: [iar‸]")), ElementsAre("Diary"));
  EXPECT_THAT(offered(post("tags: [zzz‸]")), IsEmpty());
}

TEST(CompleteTerms, MatchKoreanWhileItIsComposed) {
  for (const std::string typed : {"다", "당", "다이", "다잉", "어리"})
    EXPECT_THAT(offered(post("tags: [" + typed + "‸]")), ElementsAre("다이어리")) << typed;
  EXPECT_THAT(offered(post("tags: [ㄷ‸]")), UnorderedElementsAre("다이어리", "디자인"));
  EXPECT_THAT(offered(post("tags: [획‸]")), ElementsAre("회고"));
}

TEST(CompleteTerms, ReplaceTheItemUnderTheCursor) {
  EXPECT_EQ(taken(post("tags: [AI, Dia‸, 회고]"), "Diary"), post("tags: [AI, Diary, 회고]"));
  EXPECT_EQ(taken(post("tags: [AI, Di‸xx, 회고]"), "Diary"), post("tags: [AI, Diary, 회고]"));
  EXPECT_EQ(taken(post("tags: [AI,‸]"), "Diary"), post("tags: [AI,Diary]"));
  EXPECT_EQ(taken(post("tags: [‸AI]"), "Diary"), post("tags: [Diary]"));
  EXPECT_EQ(taken(post("tags:\n  - AI\n  - Dia‸\n  - 회고"), "Diary"), post("tags:\n  - AI\n  - Diary\n  - 회고"));
  EXPECT_EQ(taken(post("tags:\n- ‸\ntitle: A"), "Diary"), post("tags:\n- Diary\ntitle: A"));
  EXPECT_EQ(taken(post("tags:\n  -‸"), "Diary"), post("tags:\n  - Diary"));
  EXPECT_EQ(taken(post("tags: ‸"), "Diary"), post("tags: Diary"));
  EXPECT_EQ(taken(post("tags:‸"), "Diary"), post("tags: Diary"));
}

TEST(CompleteTerms, WorkInHalfTypedText) {
  EXPECT_EQ(taken("---\ntitle: A\ntags: [AI, Dia‸", "Diary"), "---\ntitle: A\ntags: [AI, Diary");
  EXPECT_EQ(taken("---\ntags: [Dia‸\ntitle: A\n---\n", "Diary"), "---\ntags: [Diary\ntitle: A\n---\n");
  EXPECT_EQ(taken("---\ntags:\n  - Dia‸", "Diary"), "---\ntags:\n  - Diary");
  EXPECT_EQ(taken("---\r\ntags: [AI, Dia‸]\r\n---\r\n", "Diary"), "---\r\ntags: [AI, Diary]\r\n---\r\n");
  EXPECT_EQ(taken(post("title: \"A\nx: : y\ntags: [Dia‸]"), "Diary"), post("title: \"A\nx: : y\ntags: [Diary]"));
}

TEST(CompleteTerms, QuoteOnlyWhereYamlNeedsIt) {
  for (const std::string word : {"a: b", "yes", "@x", "#1", "1.10"}) {
    EXPECT_EQ(taken(post("tags: [‸]"), word), post("tags: [\"" + word + "\"]"));
    EXPECT_EQ(taken(post("tags:\n  - ‸"), word), post("tags:\n  - \"" + word + "\""));
  }
  for (const std::string word : {"deep learning", "회고", "it's"}) {
    EXPECT_EQ(taken(post("tags: [‸]"), word), post("tags: [" + word + "]"));
    EXPECT_EQ(taken(post("tags:\n  - ‸"), word), post("tags:\n  - " + word));
  }
  EXPECT_EQ(taken(post("tags: [‸]"), "x, y"), post("tags: [\"x, y\"]"));
  EXPECT_EQ(taken(post("tags:\n  - ‸"), "x, y"), post("tags:\n  - x, y"));
}

TEST(CompleteTerms, KeepTheQuotesThatAreThere) {
  EXPECT_EQ(taken(post("tags: [\"Dia‸\", AI]"), "Diary"), post("tags: [\"Diary\", AI]"));
  EXPECT_EQ(taken(post("tags: ['it‸']"), "it's"), post("tags: ['it''s']"));
  EXPECT_EQ(taken(post("tags: [\"‸\"]"), "it's"), post("tags: [\"it's\"]"));
  EXPECT_EQ(taken(post("tags:\n  - 'Dia‸'"), "Diary"), post("tags:\n  - 'Diary'"));
  EXPECT_EQ(taken("---\ntags: [\"Dia‸", "Diary"), "---\ntags: [\"Diary\"");
}

TEST(CompleteTerms, TakeWordsOfAPlainStringAlone) {
  EXPECT_EQ(taken(post("tags: AI Dia‸"), "Diary"), post("tags: AI Diary"));
  EXPECT_EQ(taken(post("tags: AI Di‸x 회고"), "Diary"), post("tags: AI Diary 회고"));
  EXPECT_EQ(taken(post("tags: AI ‸"), "Diary"), post("tags: AI Diary"));
  EXPECT_EQ(taken(post("tags: \"AI Dia‸\""), "Diary"), post("tags: \"AI Diary\""));
  EXPECT_EQ(taken(post("tags: ‸"), "1.10"), post("tags: \"1.10\""));
  EXPECT_THAT(offered(post("tags: learn‸")), IsEmpty());           // deep learning would be two
  EXPECT_THAT(offered(post("tags: AI 1‸")), ElementsAre("1.10"));  // #1 would begin a comment
}

TEST(CompleteTerms, OfCategoriesAndTheirFolders) {
  EXPECT_THAT(offered(post("categories: [‸]")), ElementsAre("Life", "Work", "travel"));
  EXPECT_THAT(offered(post("category: ‸")), ElementsAre("Life", "Work", "travel"));
  EXPECT_THAT(offered(post("tag: dia‸")), ElementsAre("Diary"));
  EXPECT_THAT(offered(post("tag: learn‸")), ElementsAre("deep learning")) << "one tag, blanks and all";
}

TEST(CompleteTerms, OfKeywords) {
  Blog blog = blogWithTags();
  blog.open("_posts/2024-06-01-other.md", post("title: Other\nkeywords: [static site, Diary]"));
  EXPECT_THAT(labels(complete(blog, post("keywords: [‸]"))), ElementsAre("Diary", "static site"));
  EXPECT_THAT(labels(complete(blog, post("keywords: sta‸"))), ElementsAre("static site"));
}

TEST(CompleteTerms, OfKeywordsBetweenCommas) {
  const auto takenOf = [](const std::string& picture) {
    Blog blog = blogWithTags();
    blog.open("_posts/2024-06-01-other.md", post("title: Other\nkeywords: static site, Diary"));
    const CompletionList list = complete(blog, post(picture));
    return list.items.size() == 1 ? apply(marked(post(picture)).text, {list.items[0].edit}) : "not one item";
  };
  EXPECT_EQ(takenOf("keywords: blog, sta‸"), post("keywords: blog, static site"));
  EXPECT_EQ(takenOf("keywords: static site, ‸"), post("keywords: static site, Diary"));
  EXPECT_EQ(takenOf("keywords: blog, st‸x, Diary"), post("keywords: blog, static site, Diary"));
  EXPECT_EQ(takenOf("keywords: \"blog, sta‸\""), post("keywords: \"blog, static site\""));
  EXPECT_EQ(takenOf("keywords: sta‸"), post("keywords: static site"));
}

TEST(CompleteTerms, CountWhatIsTypedInOtherOpenPosts) {
  Blog blog = blogWithTags();
  blog.open("_posts/2024-06-01-unsaved.md", post("title: Unsaved\ntags: [Brand new, Diary]"));
  const CompletionList list = complete(blog, post("tags: [‸]"));
  EXPECT_EQ(list.items.at(0).detail, "4 posts");
  EXPECT_EQ(list.items.at(0).plainDocumentation, "- 2024-06-01 Unsaved\n- 2023-03-03 C\n- 2022-02-02 B *b*");
  EXPECT_THAT(labels(list), testing::Contains("Brand new"));
}

TEST(CompleteTerms, NotTheHalfTypedValueItself) {
  EXPECT_THAT(offered(post("tags: [Diaryx‸]")), IsEmpty());
  EXPECT_THAT(offered(post("tags: [unheard of, dia‸]")), ElementsAre("Diary"));
}

TEST(CompleteTerms, NothingElsewhere) {
  const std::vector<std::string> pictures{post("title: Dia‸"), post("ta‸gs: [AI]"), post("tags: [AI]") + "Dia‸", "Dia‸",
                                          post("# tags: [Dia‸]")};
  for (const std::string& picture : pictures) {
    Blog blog = blogWithTags();
    EXPECT_THAT(labels(complete(blog, picture)), IsEmpty()) << picture;
  }
}

}  // namespace
}  // namespace galley
