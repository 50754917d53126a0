// Conversations about diagnostics: pushed or pulled, never both; repaired by actions; quiet when told so.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "tests/support/conversation.h"

namespace galley::test {
namespace {

using Codes = std::vector<std::string>;

const std::string post = "_posts/2024-03-01-new.md";
const std::string wrong = "---\ndate: 2024-03-01\ntilte: B\n---\n";
const std::string right = "---\ntitle: A\n---\n";

std::map<std::string, std::string> blog() {
  return {{"_config.yml", "title: B\n"}, {"_layouts/post.html", "x"}, {"_posts/2024-01-01-one.md", right}};
}

Json pulling() {
  Json can = richCapabilities();
  can["textDocument"]["diagnostic"] = Json::object();
  can["workspace"]["diagnostics"] = {{"refreshSupport", true}};
  return can;
}

TEST(Diagnostics, ArePushedWithVersionSourceAndPlace) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, wrong, 7);
  const auto published = talk.receivedOf("textDocument/publishDiagnostics");
  ASSERT_EQ(published.size(), 1U);
  EXPECT_EQ(
      difference(
          {{"uri", Conversation::uri(post)},
           {"version", 7},
           {"diagnostics",
            {{{"code", "unknown-key"},
              {"source", "galley"},
              {"severity", 2},
              {"range", {{"start", {{"line", 2}, {"character", 0}}}, {"end", {{"line", 2}, {"character", 5}}}}}}}}},
          published[0]["params"]),
      "");
  EXPECT_FALSE(published[0]["params"]["diagnostics"][0].contains("codeDescription"));
}

TEST(Diagnostics, OnlyDifferencesArePushedAndClosingTakesThemBack) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  const auto count = [&] { return talk.receivedOf("textDocument/publishDiagnostics").size(); };
  talk.open(post, wrong, 1);
  talk.change(post, wrong + "text\n", 2);
  EXPECT_EQ(count(), 1U);
  talk.change(post, right, 3);
  EXPECT_EQ(count(), 2U);
  EXPECT_EQ(talk.published(post), Codes{});
  talk.change(post, wrong, 4);
  talk.close(post);
  EXPECT_EQ(count(), 4U);
  EXPECT_EQ(talk.published(post), Codes{});
}

TEST(Diagnostics, HaveNoVersionForClientsThatKnowNone) {
  Conversation talk(blog());
  talk.start();
  talk.open(post, wrong);
  const auto published = talk.receivedOf("textDocument/publishDiagnostics");
  ASSERT_EQ(published.size(), 1U);
  EXPECT_FALSE(published[0]["params"].contains("version"));
}

TEST(Diagnostics, ABurstOfChangesIsJudgedOnce) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, right, 1);
  talk.received.clear();
  for (int version = 2; version < 50; ++version)
    talk.notify("textDocument/didChange",
                {{"textDocument", {{"uri", Conversation::uri(post)}, {"version", version}}},
                 {"contentChanges", {{{"text", version % 2 == 0 ? wrong : "---\ntilte: A\n---\n"}}}}});
  talk.settle();
  const auto published = talk.receivedOf("textDocument/publishDiagnostics");
  ASSERT_EQ(published.size(), 1U);
  EXPECT_EQ(published[0]["params"]["version"], 49);
}

TEST(Diagnostics, FollowWhatChangesAroundThePost) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, "---\ntitle: A\nlayout: wide\n---\n");
  ASSERT_EQ(talk.published(post), Codes{"unknown-layout"});
  talk.disk.put("/site/_layouts/wide.html", "x");
  talk.notify("workspace/didChangeWatchedFiles",
              {{"changes", {{{"uri", Conversation::uri("_layouts/wide.html")}, {"type", 1}}}}});
  talk.settle();
  EXPECT_EQ(talk.published(post), Codes{});
}

TEST(Diagnostics, NameTheDocumentAsTheClientWroteIt) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  const std::string uri = "file:///site/_posts/2024-01-03-%ed%95%9c%ea%b8%80%20%281%29%21.md";
  talk.openUri(uri, wrong);
  const auto published = talk.receivedOf("textDocument/publishDiagnostics");
  ASSERT_EQ(published.size(), 1U);
  EXPECT_EQ(published[0]["params"]["uri"], uri);
}

TEST(Diagnostics, OfAFileThatIsTooLargeSaySo) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, wrong + std::string(server::maxDocument, 'x'), 1);
  EXPECT_EQ(talk.published(post), Codes{"file-too-large"});
  EXPECT_EQ(talk.request("textDocument/documentSymbol", Conversation::document(post)), Json::array());
  talk.change(post, wrong, 2);
  EXPECT_EQ(talk.published(post), Codes{"unknown-key"});
}

TEST(Diagnostics, WaitWhileTheClientDoesNotRead) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.unread = 2 * 1024 * 1024;
  talk.open(post, wrong, 1);
  talk.change(post, "---\ntilte: A\n---\n", 2);
  EXPECT_EQ(talk.published(post), Codes{"none"});
  talk.unread = 0;
  talk.settle();
  const auto published = talk.receivedOf("textDocument/publishDiagnostics");
  ASSERT_EQ(published.size(), 1U);
  EXPECT_EQ(published[0]["params"]["version"], 2);
}

TEST(Diagnostics, ArePulledByClientsThatPullAndNotPushed) {
  Conversation talk(blog());
  const Json result = talk.start(pulling());
  EXPECT_EQ(difference({{"interFileDependencies", true}, {"workspaceDiagnostics", true}},
                       result.at("capabilities").at("diagnosticProvider")),
            "");
  talk.open(post, wrong);
  EXPECT_TRUE(talk.receivedOf("textDocument/publishDiagnostics").empty());
  const Json report = talk.request("textDocument/diagnostic", Conversation::document(post));
  EXPECT_EQ(difference({{"kind", "full"}, {"items", {{{"code", "unknown-key"}}}}}, report), "");
  Json again = Conversation::document(post);
  again["previousResultId"] = report.at("resultId");
  const Json unchanged = talk.request("textDocument/diagnostic", again);
  EXPECT_EQ(difference({{"kind", "unchanged"}, {"resultId", report.at("resultId")}}, unchanged), "");
  EXPECT_FALSE(unchanged.contains("items"));
}

TEST(Diagnostics, OfTheWholeWorkspaceArePulledOnce) {
  auto files = blog();
  files["_posts/2024-02-02-two.md"] = "---\ntitle: A\nlayout: nothing\n---\n";
  Conversation talk(files);
  talk.start(pulling());
  talk.open(post, wrong, 3);
  const Json report = talk.request("workspace/diagnostic", {{"previousResultIds", Json::array()}});
  Json previous = Json::array();
  std::map<std::string, Json> byUri;
  for (const Json& item : report.at("items")) {
    byUri[item.at("uri")] = item;
    previous.push_back({{"uri", item.at("uri")}, {"value", item.at("resultId")}});
  }
  EXPECT_EQ(difference({{"version", 3}, {"items", {{{"code", "unknown-key"}}}}}, byUri[Conversation::uri(post)]), "");
  EXPECT_EQ(difference({{"version", nullptr}, {"items", {{{"code", "unknown-layout"}}}}},
                       byUri[Conversation::uri("_posts/2024-02-02-two.md")]),
            "");
  const Json again = talk.request("workspace/diagnostic", {{"previousResultIds", previous}});
  for (const Json& item : again.at("items")) {
    if (item.at("uri") == Conversation::uri(post)) continue;
    EXPECT_EQ(item.at("kind"), "unchanged") << item;
  }
}

TEST(Diagnostics, ThatArePulledAreAskedForAgainWhenFilesChange) {
  Conversation talk(blog());
  talk.start(pulling());
  const auto asked = talk.receivedOf("workspace/diagnostic/refresh");
  ASSERT_EQ(asked.size(), 1U) << "the site was read";
  talk.disk.put("/site/_layouts/wide.html", "x");
  const Json changes = {{"changes", {{{"uri", Conversation::uri("_layouts/wide.html")}, {"type", 1}}}}};
  talk.notify("workspace/didChangeWatchedFiles", changes);
  talk.settle();
  EXPECT_EQ(talk.receivedOf("workspace/diagnostic/refresh").size(), 1U) << "one at a time";
  talk.answer(asked[0].at("id"), nullptr);
  EXPECT_EQ(talk.receivedOf("workspace/diagnostic/refresh").size(), 2U);
}

Json actionsAt(Conversation& talk, const Json& context) {
  return talk.request(
      "textDocument/codeAction",
      {{"textDocument", {{"uri", Conversation::uri(post)}}},
       {"range", {{"start", {{"line", 2}, {"character", 1}}}, {"end", {{"line", 2}, {"character", 1}}}}},
       {"context", context}});
}

TEST(CodeActions, RepairWhatIsFound) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, wrong, 5);
  const Json actions = actionsAt(talk, {{"diagnostics", Json::array()}});
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(difference({{"kind", "quickfix"},
                        {"diagnostics", {{{"code", "unknown-key"}}}},
                        {"edit",
                         {{"documentChanges",
                           {{{"textDocument", {{"uri", Conversation::uri(post)}, {"version", 5}}},
                             {"edits", {{{"newText", "title"}}}}}}}}}},
                       actions[0]),
            "");
}

TEST(CodeActions, AreOfTheKindsThatAreAskedFor) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  talk.open(post, wrong);
  EXPECT_EQ(actionsAt(talk, {{"diagnostics", Json::array()}, {"only", {"refactor"}}}), Json::array());
  EXPECT_EQ(actionsAt(talk, {{"diagnostics", Json::array()}, {"only", {"quickfix"}}}).size(), 1U);
}

TEST(CodeActions, WithoutDocumentChangesAreChanges) {
  Conversation talk(blog());
  Json can = richCapabilities();
  can["workspace"]["workspaceEdit"] = Json::object();
  talk.start(can);
  talk.open(post, wrong);
  const Json actions = actionsAt(talk, {{"diagnostics", Json::array()}});
  ASSERT_EQ(actions.size(), 1U);
  EXPECT_EQ(difference({{"changes", {{Conversation::uri(post), {{{"newText", "title"}}}}}}}, actions[0].at("edit")),
            "");
}

TEST(CodeActions, AreNothingToClientsThatKnowNoLiterals) {
  Conversation talk(blog());
  talk.start();
  talk.open(post, wrong);
  EXPECT_EQ(actionsAt(talk, {{"diagnostics", Json::array()}}), Json::array());
}

TEST(Settings, AreAskedForAndQuietenRules) {
  Conversation talk(blog());
  talk.start(richCapabilities());
  auto asked = talk.receivedOf("workspace/configuration");
  ASSERT_EQ(asked.size(), 1U);
  EXPECT_EQ(difference({{"items", {{{"section", "galley"}}}}}, asked[0]["params"]), "");
  talk.open(post, wrong);
  EXPECT_EQ(talk.published(post), Codes{"unknown-key"});
  talk.answer(asked[0]["id"], {{{"rules", {{"unknown-key", "off"}}}}});
  EXPECT_EQ(talk.published(post), Codes{});
  talk.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  talk.settle();
  asked = talk.receivedOf("workspace/configuration");
  ASSERT_EQ(asked.size(), 2U);
  talk.answer(asked[1]["id"], {{{"rules", {{"unknown-key", "error"}}}}});
  EXPECT_EQ(talk.receivedOf("textDocument/publishDiagnostics").back()["params"]["diagnostics"][0]["severity"], 1);
}

TEST(Settings, OfAClientThatCannotBeAskedComeAlong) {
  Conversation talk(blog());
  talk.start(Json::object(), {{"initializationOptions", {{"rules", {{"unknown-key", "off"}}}}}});
  EXPECT_TRUE(talk.receivedOf("workspace/configuration").empty());
  talk.open(post, wrong);
  EXPECT_EQ(talk.published(post), Codes{});
  talk.notify("workspace/didChangeConfiguration", {{"settings", {{"galley", {{"rules", {{"unknown-key", 7}}}}}}}});
  talk.settle();
  EXPECT_EQ(talk.published(post), Codes{"unknown-key"});
}

}  // namespace
}  // namespace galley::test
