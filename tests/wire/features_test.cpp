// Conversations about what an author gets: the answers of the features as LSP, for rich clients and poor ones.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/support/blog.h"
#include "tests/support/conversation.h"

namespace galley::test {
namespace {

using Names = std::vector<std::string>;

const std::string post = "_posts/2024-03-01-new.md";

std::string withTags(const std::string& tags) { return "---\ntitle: A\ntags: " + tags + "\n---\n"; }

std::map<std::string, std::string> blog() {
  return {
      {"_config.yml", "title: B\n"},
      {"_layouts/post.html", "{{ content }}"},
      {"_posts/2024-01-01-one.md", withTags("[rust, 한글]")},
      {"_posts/2024-01-02-two.md", withTags("[rust]")},
      {"assets/river.png", pngOf(640, 480)},
  };
}

TEST(Completion, OffersTheSitesTagsWithExactEdits) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, "---\ntitle: 봄 👋\ntags: [ru]\n---\n");
  const Json list = talk.request("textDocument/completion", Conversation::at(post, 2, 9));
  EXPECT_EQ(labels(list), Names{"rust"});
  EXPECT_EQ(
      difference(
          {{"isIncomplete", true},
           {"items",
            {{{"textEdit",
               {{"newText", "rust"},
                {"range", {{"start", {{"line", 2}, {"character", 7}}}, {"end", {{"line", 2}, {"character", 9}}}}}}},
              {"documentation", {{"kind", "markdown"}}}}}}},
          list),
      "");
}

TEST(Completion, APoorClientGetsPlainDocumentation) {
  Conversation talk(blog());
  talk.start();
  talk.open(post, "---\ntags: [ru]\n---\n");
  const Json list = talk.request("textDocument/completion", Conversation::at(post, 1, 9));
  ASSERT_EQ(labels(list), Names{"rust"});
  EXPECT_TRUE(list["items"][0]["documentation"].is_string());
}

TEST(Completion, TagsOfOpenAndUnsavedPostsCountBeforeTheyAreSaved) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open("_posts/2024-01-02-two.md", withTags("[saved-never]"));
  talk.open("_posts/2024-09-09-not-on-disk.md", withTags("[brand-new]"));
  talk.openUri("untitled:Untitled-1", withTags("[untitled-tag]"));
  talk.open(post, withTags("[]"));
  const auto offered = [&] {
    auto names = labels(talk.request("textDocument/completion", Conversation::at(post, 2, 7)));
    std::ranges::sort(names);
    return names;
  };
  EXPECT_EQ(offered(), (Names{"brand-new", "rust", "saved-never", "untitled-tag", "한글"}));
  talk.close("_posts/2024-01-02-two.md");
  EXPECT_EQ(offered(), (Names{"brand-new", "rust", "untitled-tag", "한글"}));
}

TEST(Completion, SeesFilesThatChangeOnDisk) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, withTags("[]"));
  talk.disk.put("/site/_posts/2024-05-05-five.md", withTags("[fifth]"));
  talk.disk.put("/site/_posts/2024-01-01-one.md", withTags("[changed]"));
  talk.disk.remove("/site/_posts/2024-01-02-two.md");
  Json changes = Json::array();
  int type = 1;
  for (const char* path : {"_posts/2024-05-05-five.md", "_posts/2024-01-01-one.md", "_posts/2024-01-02-two.md"})
    changes.push_back({{"uri", Conversation::uri(path)}, {"type", type++}});
  talk.notify("workspace/didChangeWatchedFiles", {{"changes", changes}});
  talk.settle();
  auto names = labels(talk.request("textDocument/completion", Conversation::at(post, 2, 7)));
  std::ranges::sort(names);
  EXPECT_EQ(names, (Names{"changed", "fifth"}));
}

TEST(Completion, AClientThatWatchesNothingIsNotLeftBehind) {
  Conversation talk(blog());
  talk.start();
  talk.open(post, withTags("[]"));
  talk.disk.put("/site/_posts/2024-05-05-five.md", withTags("[fifth]"));
  talk.notify("textDocument/didSave", Conversation::document(post));
  talk.settle();
  const auto names = labels(talk.request("textDocument/completion", Conversation::at(post, 2, 7)));
  EXPECT_NE(std::ranges::find(names, "fifth"), names.end());
}

const char* const outline = "# One 👋\n\n## Two\n\ntext\n\n# Three\n";

TEST(Symbols, NestForClientsThatNest) {
  Conversation talk;
  talk.start(richCapabilities());
  talk.open("a.md", outline);
  EXPECT_EQ(difference({{{"name", "One 👋"},
                         {"selectionRange", {{"start", {{"line", 0}, {"character", 2}}}, {"end", {{"character", 8}}}}},
                         {"children", {{{"name", "Two"}, {"range", {{"end", {{"line", 4}, {"character", 4}}}}}}}}},
                        {{"name", "Three"}, {"children", Json::array()}}},
                       talk.request("textDocument/documentSymbol", Conversation::document("a.md"))),
            "");
}

TEST(Symbols, AreFlatForOthers) {
  Conversation talk;
  talk.start();
  talk.open("a.md", outline);
  const Json symbols = talk.request("textDocument/documentSymbol", Conversation::document("a.md"));
  EXPECT_EQ(difference({{{"name", "One 👋"}, {"location", {{"uri", Conversation::uri("a.md")}}}},
                        {{"name", "Two"}, {"containerName", "One 👋"}},
                        {{"name", "Three"}}},
                       symbols),
            "");
  EXPECT_FALSE(symbols[0].contains("selectionRange"));
}

TEST(Symbols, ArePositionedInTheEncodingThatWasAgreedUpon) {
  for (const auto& [encoding, end] : {std::pair{"utf-8", 13}, {"utf-16", 9}, {"utf-32", 8}}) {
    Conversation talk;
    Json can = richCapabilities();
    can["general"]["positionEncodings"] = {encoding};
    talk.start(can);
    talk.open("a.md", "# 봄 A 👋 b\r\n");
    // The edit is in that encoding, too: it takes the `b` away.
    const int b = end;
    talk.notify(
        "textDocument/didChange",
        {{"textDocument", {{"uri", Conversation::uri("a.md")}, {"version", 2}}},
         {"contentChanges",
          {{{"range", {{"start", {{"line", 0}, {"character", b}}}, {"end", {{"line", 0}, {"character", b + 1}}}}},
            {"text", "x"}}}}});
    EXPECT_EQ(difference({{{"name", "봄 A 👋 x"}, {"selectionRange", {{"end", {{"character", b + 1}}}}}}},
                         talk.request("textDocument/documentSymbol", Conversation::document("a.md"))),
              "")
        << encoding;
  }
}

TEST(Hover, IsMarkdownWithAPictureOrPlainText) {
  const std::string text = "---\ntitle: A\n---\n![r](/assets/river.png)\n";
  Conversation rich(blog());
  rich.start(richCapabilities());
  rich.open(post, text);
  const Json shown = rich.request("textDocument/hover", Conversation::at(post, 3, 6));
  EXPECT_EQ(difference({{"contents", {{"kind", "markdown"}}},
                        {"range", {{"start", {{"line", 3}, {"character", 0}}}, {"end", {{"character", 23}}}}}},
                       shown),
            "");
  EXPECT_NE(shown["contents"]["value"].get<std::string>().find("![](file:///site/assets/river.png"), std::string::npos);

  Conversation poor(blog());
  poor.start();
  poor.open(post, text);
  const Json plain = poor.request("textDocument/hover", Conversation::at(post, 3, 6));
  EXPECT_EQ(difference({{"contents", {{"kind", "plaintext"}}}}, plain), "");
  EXPECT_EQ(plain["contents"]["value"].get<std::string>().find("!["), std::string::npos);
  EXPECT_NE(plain["contents"]["value"].get<std::string>().find("640"), std::string::npos);
}

TEST(Hover, IsNothingWhereNothingIs) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, "text\n");
  EXPECT_EQ(talk.request("textDocument/hover", Conversation::at(post, 0, 1)), Json(nullptr));
  EXPECT_EQ(talk.request("textDocument/hover", Conversation::at("nowhere.md", 0, 1)), Json(nullptr));
}

TEST(Features, APostThatIsNotOpenIsReadFromTheDisk) {
  Conversation talk({{"_config.yml", ""}, {"_posts/2024-01-01-one.md", "---\n---\n# On disk\n"}});
  talk.start(richCapabilities());
  EXPECT_EQ(difference({{{"name", "On disk"}}},
                       talk.request("textDocument/documentSymbol", Conversation::document("_posts/2024-01-01-one.md"))),
            "");
}

TEST(Features, DocumentsThatAreNoFilesAreServed) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  for (const char* uri :
       {"untitled:Untitled-1", "git:/site/a.md?%7B%7D", "untitled:/site/_posts/2024-04-04-x.md", "%", ""}) {
    talk.openUri(uri, "# Here\n");
    EXPECT_EQ(difference({{{"name", "Here"}}},
                         talk.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}})),
              "")
        << uri;
  }
}

TEST(Features, OneDocumentHasOneKeyHoweverItsUriIsSpelt) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.openUri("file:///site/_posts/2024-01-01-%EB%B4%84%20%281%29.md", "# One\n");
  EXPECT_EQ(difference({{{"name", "One"}}},
                       talk.request("textDocument/documentSymbol",
                                    {{"textDocument", {{"uri", "file:///site/_posts/2024-01-01-봄%20(1).md"}}}})),
            "");
}

}  // namespace
}  // namespace galley::test
