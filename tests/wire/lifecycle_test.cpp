// Conversations about the protocol itself: the order of a session, ids, errors, malformed input.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>

#include "tests/support/conversation.h"

namespace galley::test {
namespace {

TEST(Lifecycle, InitializeTellsWhatTheRowsOffer) {
  Conversation talk;
  EXPECT_EQ(difference({{"serverInfo", {{"name", "galley"}}},
                        {"capabilities",
                         {{"positionEncoding", "utf-16"},
                          {"textDocumentSync", {{"openClose", true}, {"change", 2}}},
                          {"completionProvider", {{"triggerCharacters", {"[", ",", " ", "-", ":", "\"", "'"}}}},
                          {"hoverProvider", true},
                          {"documentSymbolProvider", true},
                          {"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}}}}},
                       talk.start(richCapabilities())),
            "");
}

TEST(Lifecycle, APoorClientIsOfferedNothingThatItDidNotDeclare) {
  Conversation talk;
  const Json capabilities = talk.start().at("capabilities");
  EXPECT_FALSE(capabilities.contains("codeActionProvider"));
  EXPECT_FALSE(capabilities.contains("diagnosticProvider"));
  for (const Json& message : talk.received)
    EXPECT_FALSE(message.contains("method") && message.contains("id")) << "it was asked " << message;
}

TEST(Lifecycle, RequestsBeforeInitializeAndAfterShutdownAreRefused) {
  Conversation talk;
  EXPECT_EQ(
      difference({{"error", {{"code", -32002}}}}, talk.request("textDocument/hover", Conversation::at("a.md", 0, 0))),
      "");
  talk.start();
  EXPECT_EQ(difference({{"error", {{"code", -32600}}}}, talk.request("initialize", {{"capabilities", Json::object()}})),
            "");
  EXPECT_EQ(talk.request("shutdown"), Json(nullptr));
  EXPECT_EQ(
      difference({{"error", {{"code", -32600}}}}, talk.request("textDocument/hover", Conversation::at("a.md", 0, 0))),
      "");
  EXPECT_FALSE(talk.exitCode);
  talk.notify("exit");
  talk.settle();
  EXPECT_EQ(talk.exitCode, 0);
}

TEST(Lifecycle, ExitWithoutShutdownIsAFailure) {
  Conversation talk;
  talk.notify("exit");
  talk.settle();
  EXPECT_EQ(talk.exitCode, 1);
}

TEST(Lifecycle, NotificationsBeforeInitializeAreDropped) {
  Conversation talk({{"_config.yml", ""}, {"index.md", ""}});
  talk.open("a.md", "# Early\n");
  talk.start(richCapabilities());
  EXPECT_EQ(talk.request("textDocument/documentSymbol", Conversation::document("a.md")), Json::array());
}

TEST(Lifecycle, TheClientsProcessIsWatched) {
  Conversation talk;
  talk.start(Json::object(), {{"processId", 4711}});
  EXPECT_EQ(talk.watchedProcesses, std::vector<int>{4711});
}

TEST(Lifecycle, UnknownRequestsAreRefusedAndUnknownNotificationsAreIgnored) {
  Conversation talk;
  talk.start();
  talk.received.clear();
  talk.notify("$/unknown");
  talk.notify("workspace/unknown", {{"a", 1}});
  talk.settle();
  EXPECT_TRUE(talk.received.empty());
  for (const char* method : {"unknown", "$/unknown", "textDocument/didOpen"})
    EXPECT_EQ(difference({{"error", {{"code", -32601}}}}, talk.request(method)), "") << method;
}

TEST(Lifecycle, InvalidParamsAreToldWithTheirPlace) {
  Conversation talk;
  talk.start();
  EXPECT_EQ(difference({{"error", {{"code", -32602}, {"message", "params: an object expected"}}}},
                       talk.request("textDocument/hover")),
            "");
  Json params = Conversation::at("a.md", 0, 0);
  params["position"]["character"] = -1;
  EXPECT_EQ(
      difference({{"error", {{"code", -32602}, {"message", "position.character: a whole number from 0 expected"}}}},
                 talk.request("textDocument/hover", params)),
      "");
}

TEST(Lifecycle, ABrokenNotificationChangesNothingAndIsNotAnswered) {
  Conversation talk;
  talk.start();
  talk.received.clear();
  for (const char* method : {"textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
                             "workspace/didChangeWatchedFiles", "$/setTrace", "$/cancelRequest"})
    for (const Json& params : {Json(nullptr), Json::array(), Json{{"textDocument", 7}}}) talk.notify(method, params);
  talk.settle();
  EXPECT_TRUE(talk.received.empty());
}

TEST(Lifecycle, WhatIsNoMessageIsAnsweredWithoutAnId) {
  Conversation talk;
  talk.start();
  for (const auto& [body, code] :
       {std::pair{"hello", -32700}, {"{", -32700}, {"42", -32600}, {"{}", -32600}, {"[]", -32600}}) {
    talk.received.clear();
    talk.say(body);
    talk.settle();
    ASSERT_EQ(talk.received.size(), 1U) << body;
    EXPECT_EQ(difference({{"id", nullptr}, {"error", {{"code", code}}}}, talk.received[0]), "") << body;
  }
}

TEST(Lifecycle, ALoneSurrogateCostsOneCharacterOnly) {
  Conversation talk;
  talk.start(richCapabilities());
  talk.say(R"({"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///site/a.md",)"
           R"("languageId":"markdown","version":1,"text":"# A \ud83d b\n"}}})");
  EXPECT_EQ(
      difference(Json::array({{{"selectionRange", {{"start", {{"character", 2}}}, {"end", {{"character", 7}}}}}}}),
                 talk.request("textDocument/documentSymbol", Conversation::document("a.md"))),
      "");
}

TEST(Lifecycle, AByteThatIsNoUtf8CostsOneCharacterAndNoChange) {
  Conversation talk;
  talk.start(richCapabilities());
  talk.open("a.md", "# A\n");
  talk.say(
      R"({"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///site/a.md",)"
      R"("version":2},"contentChanges":[{"range":{"start":{"line":0,"character":3},"end":{"line":0,"character":3}},)"
      "\"text\":\" \xff b\"}]}}");
  EXPECT_EQ(
      difference(Json::array({{{"selectionRange", {{"start", {{"character", 2}}}, {"end", {{"character", 7}}}}}}}),
                 talk.request("textDocument/documentSymbol", Conversation::document("a.md"))),
      "");
}

TEST(Lifecycle, TheFirstEncodingThatIsKnownIsTaken) {
  for (const auto& [offered, chosen] : {std::pair{Json{"utf-8", "utf-16"}, "utf-8"},
                                        {Json{"utf-32", "utf-8"}, "utf-32"},
                                        {Json{"utf-7", "utf-16"}, "utf-16"},
                                        {Json::array(), "utf-16"}}) {
    Conversation talk;
    const Json result = talk.start({{"general", {{"positionEncodings", offered}}}});
    EXPECT_EQ(result.at("capabilities").at("positionEncoding"), chosen);
  }
}

TEST(Lifecycle, ACancelledRequestIsAnsweredOnce) {
  Conversation talk({}, 1);
  talk.start(richCapabilities());
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "# Heading [a](b) `c`\n\n";
  talk.open("a.md", text);
  talk.received.clear();
  for (int i = 0; i < 20; ++i) {
    const std::string id = "request-" + std::to_string(i);
    talk.say(Json{{"jsonrpc", "2.0"},
                  {"id", id},
                  {"method", "textDocument/documentSymbol"},
                  {"params", Conversation::document("a.md")}}
                 .dump());
    if (i > 0) talk.notify("$/cancelRequest", {{"id", id}});
  }
  talk.settle();
  ASSERT_EQ(talk.received.size(), 20U);
  std::size_t cancelled = 0;
  for (const Json& answer : talk.received) {
    if (!answer.contains("error")) continue;
    EXPECT_EQ(answer.at("error").at("code"), -32800);
    ++cancelled;
  }
  // The one thread of the pool is busy with the first, which nobody cancels, while the others are.
  EXPECT_GE(cancelled, 1U);
}

TEST(Lifecycle, CancellingWhatIsNotRunningIsIgnored) {
  Conversation talk;
  talk.start();
  talk.received.clear();
  for (const Json& id : {Json(1), Json("x"), Json(1.5), Json::array()}) talk.notify("$/cancelRequest", {{"id", id}});
  talk.settle();
  EXPECT_TRUE(talk.received.empty());
}

TEST(Lifecycle, AnAnswerThatNobodyWaitsForIsIgnored) {
  Conversation talk;
  talk.start();
  talk.received.clear();
  talk.answer(4711, nullptr);
  talk.answer("x", 1);
  EXPECT_TRUE(talk.received.empty());
}

TEST(Lifecycle, WhenTheClientGoesWhatWasAskedIsStillAnswered) {
  Conversation talk({}, 1);
  talk.start(richCapabilities());
  talk.open("a.md", "# A\n");
  talk.received.clear();
  talk.say(Json{{"jsonrpc", "2.0"},
                {"id", 77},
                {"method", "textDocument/documentSymbol"},
                {"params", Conversation::document("a.md")}}
               .dump());
  talk.scheduler.post([&] { talk.server.inputEnded(); });
  talk.settle();
  ASSERT_EQ(talk.received.size(), 1U);
  EXPECT_EQ(difference({{"id", 77}, {"result", {{{"name", "A"}}}}}, talk.received[0]), "");
  EXPECT_EQ(talk.exitCode, 1);
}

}  // namespace
}  // namespace galley::test
