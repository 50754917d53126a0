// Conversations about sites: whose root is found upwards, which come and go, and whose first reading shows its
// progress.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/support/conversation.h"

namespace galley::test {
namespace {

using Names = std::vector<std::string>;

std::string withTags(const std::string& tags) { return "---\ntitle: A\ntags: " + tags + "\n---\n"; }

Names tagsAt(Conversation& talk, const std::string& path) {
  auto names = labels(talk.request("textDocument/completion", Conversation::at(path, 2, 7)));
  std::ranges::sort(names);
  return names;
}

TEST(Sites, TheRootIsFoundUpwardsWhateverFolderTheEditorOpened) {
  Conversation talk({{"blog/_config.yml", ""},
                     {"blog/_posts/2024-01-01-one.md", withTags("[one]")},
                     {"blog/news/_posts/2024-01-02-two.md", withTags("[two]")}});
  talk.start(richCapabilities(),
             {{"rootUri", nullptr}, {"workspaceFolders", {{{"uri", "file:///site/blog/news/_posts"}, {"name", "p"}}}}});
  talk.open("blog/news/_posts/2024-01-03-three.md", withTags("[]"));
  EXPECT_EQ(tagsAt(talk, "blog/news/_posts/2024-01-03-three.md"), (Names{"one", "two"}));
}

TEST(Sites, WithoutAConfigurationAWeakMarkerMakesTheRoot) {
  Conversation talk({{"blog/_posts/2024-01-01-one.md", withTags("[one]")}});
  talk.start(richCapabilities(), {{"rootUri", nullptr}, {"workspaceFolders", nullptr}});
  talk.open("blog/_posts/2024-01-03-three.md", withTags("[]"));
  EXPECT_EQ(tagsAt(talk, "blog/_posts/2024-01-03-three.md"), Names{"one"});
}

TEST(Sites, SeveralKeepTheirTagsApart) {
  Conversation talk({{"a/_config.yml", ""},
                     {"a/_posts/2024-01-01-one.md", withTags("[of-a]")},
                     {"b/_config.yml", ""},
                     {"b/_posts/2024-01-01-one.md", withTags("[of-b]")}});
  talk.start(richCapabilities());
  talk.open("a/_posts/2024-01-02-x.md", withTags("[]"));
  talk.open("b/_posts/2024-01-02-x.md", withTags("[]"));
  EXPECT_EQ(tagsAt(talk, "a/_posts/2024-01-02-x.md"), Names{"of-a"});
  EXPECT_EQ(tagsAt(talk, "b/_posts/2024-01-02-x.md"), Names{"of-b"});
}

TEST(Sites, AFolderThatIsAddedIsRead) {
  Conversation talk({{"a/_config.yml", ""}, {"a/_posts/2024-01-01-one.md", withTags("[of-a]")}});
  talk.start(richCapabilities(), {{"rootUri", nullptr}, {"workspaceFolders", Json::array()}});
  talk.openUri("untitled:Untitled-1", withTags("[]"));
  const Json at = {{"textDocument", {{"uri", "untitled:Untitled-1"}}}, {"position", {{"line", 2}, {"character", 7}}}};
  EXPECT_EQ(labels(talk.request("textDocument/completion", at)), Names{});
  const Json folder = {{{"uri", "file:///site/a"}, {"name", "a"}}};
  talk.notify("workspace/didChangeWorkspaceFolders", {{"event", {{"added", folder}, {"removed", Json::array()}}}});
  talk.settle();
  EXPECT_EQ(labels(talk.request("textDocument/completion", at)), Names{"of-a"});
  talk.notify("workspace/didChangeWorkspaceFolders", {{"event", {{"added", Json::array()}, {"removed", folder}}}});
  talk.settle();
  EXPECT_EQ(labels(talk.request("textDocument/completion", at)), Names{});
}

TEST(Sites, AConfigurationThatAppearsMakesOneSiteOfItsFolder) {
  Conversation talk(
      {{"a/_posts/2024-01-01-one.md", withTags("[one]")}, {"b/_posts/2024-01-01-two.md", withTags("[two]")}});
  talk.start(richCapabilities());
  const std::string path = "b/_posts/2024-01-02-y.md";
  talk.open(path, withTags("[]"));
  EXPECT_EQ(tagsAt(talk, path), Names{"two"});
  talk.disk.put("/site/_config.yml", "title: A\n");
  talk.notify("workspace/didChangeWatchedFiles",
              {{"changes", {{{"uri", Conversation::uri("_config.yml")}, {"type", 1}}}}});
  talk.settle();
  EXPECT_EQ(tagsAt(talk, path), (Names{"one", "two"}));
}

TEST(Sites, AConfigurationThatChangesIsReadAgain) {
  Conversation talk({{"_config.yml", ""},
                     {"_posts/2024-01-01-one.md", "---\ntitle: A\nlayout: post\n---\n"},
                     {"_layouts/post.html", "x"},
                     {"notes/2024.md", withTags("[excluded]")}});
  talk.start(richCapabilities());
  const std::string path = "_posts/2024-01-02-x.md";
  talk.open(path, "---\ntitle: A\nlayout: nothing\n---\n");
  EXPECT_EQ(talk.published(path), Names{"unknown-layout"});
  talk.disk.put("/site/_config.yml", "theme: some-theme-that-nobody-knows\n");
  talk.notify("workspace/didChangeWatchedFiles",
              {{"changes", {{{"uri", Conversation::uri("_config.yml")}, {"type", 2}}}}});
  talk.settle();
  EXPECT_EQ(talk.published(path), Names{}) << "its theme may have that layout";
}

TEST(Sites, ADocumentOfAnotherKindIsLeftAlone) {
  Conversation talk({{"_config.yml", "title: [\n"}, {"index.md", ""}});
  talk.start(richCapabilities());
  talk.notify(
      "textDocument/didOpen",
      {{"textDocument",
        {{"uri", Conversation::uri("_config.yml")}, {"languageId", "yaml"}, {"version", 1}, {"text", "# A\n"}}}});
  EXPECT_EQ(talk.request("textDocument/documentSymbol", Conversation::document("_config.yml")), Json::array());
}

std::map<std::string, std::string> manyPosts() {
  std::map<std::string, std::string> files{{"_config.yml", ""}};
  for (int i = 0; i < 600; ++i)
    files["_posts/2024-01-01-p" + std::to_string(i) + ".md"] = withTags("[t" + std::to_string(i % 7) + "]");
  return files;
}

TEST(Progress, OfALongFirstReadingIsShownFromItsBeginningToItsEnd) {
  Conversation talk(manyPosts(), 1);
  talk.onMessage = [&talk](const Json& message) {
    if (message.value("method", "") != "window/workDoneProgress/create") return;
    talk.say(Json{{"jsonrpc", "2.0"}, {"id", message["id"]}, {"result", nullptr}}.dump());
  };
  talk.start(richCapabilities());
  std::vector<std::string> kinds;
  for (const Json& message : talk.receivedOf("$/progress")) {
    EXPECT_EQ(message["params"]["token"], talk.receivedOf("window/workDoneProgress/create")[0]["params"]["token"]);
    kinds.push_back(message["params"]["value"]["kind"]);
  }
  ASSERT_GE(kinds.size(), 3U);
  EXPECT_EQ(kinds.front(), "begin");
  EXPECT_EQ(kinds.back(), "end");
  EXPECT_EQ(std::ranges::count(kinds, "report"), static_cast<std::ptrdiff_t>(kinds.size() - 2));
}

TEST(Progress, ThatIsOverBeforeTheClientAgreesIsNotShown) {
  Conversation talk(manyPosts());
  talk.say(Json{{"jsonrpc", "2.0"},
                {"id", "i"},
                {"method", "initialize"},
                {"params", {{"capabilities", richCapabilities()}, {"rootUri", "file:///site"}}}}
               .dump());
  talk.notify("initialized", Json::object());
  // Nothing else is waiting: in one thread the whole reading happens here, and the answer to `create` comes after it.
  talk.settle();
  const auto created = talk.receivedOf("window/workDoneProgress/create");
  ASSERT_EQ(created.size(), 1U);
  EXPECT_TRUE(talk.receivedOf("$/progress").empty()) << "the token is not agreed upon yet";
  talk.answer(created[0]["id"], nullptr);
  EXPECT_TRUE(talk.receivedOf("$/progress").empty()) << "it is over before the client had agreed";
}

TEST(Progress, IsNotShownToClientsThatDidNotDeclareIt) {
  Conversation talk(manyPosts());
  talk.start();
  EXPECT_TRUE(talk.receivedOf("window/workDoneProgress/create").empty());
}

TEST(Watching, IsRegisteredAfterInitializedWhereDeclared) {
  Conversation talk;
  talk.start(richCapabilities());
  const auto registered = talk.receivedOf("client/registerCapability");
  ASSERT_EQ(registered.size(), 1U);
  EXPECT_EQ(difference({{"registrations",
                         {{{"method", "workspace/didChangeWatchedFiles"},
                           {"registerOptions", {{"watchers", {{{"globPattern", "**/*"}}}}}}},
                          {{"method", "workspace/didChangeConfiguration"}}}}},
                       registered[0]["params"]),
            "");
}

}  // namespace
}  // namespace galley::test
