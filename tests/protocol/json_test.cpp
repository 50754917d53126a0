// JSON: what is refused, what is mended, and structs to and from it with exact errors.
#include "protocol/json.h"

#include <gtest/gtest.h>

#include <string>

#include "protocol/types/basic.h"
#include "protocol/types/diagnostic.h"
#include "protocol/types/document.h"

namespace galley::lsp {
namespace {

std::string nested(std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); }

TEST(Json, DepthIsBounded) {
  EXPECT_TRUE(parseJson(nested(maxJsonDepth)));
  EXPECT_FALSE(parseJson(nested(maxJsonDepth + 1)));
  EXPECT_FALSE(parseJson(nested(1'000'000)));
  EXPECT_FALSE(parseJson(std::string(1'000'000, '{')));
}

TEST(Json, BracketsInStringsAreNoDepth) {
  EXPECT_TRUE(parseJson("\"" + std::string(2000, '[') + "\""));
  EXPECT_TRUE(parseJson("\"\\\"" + std::string(2000, '[') + "\""));
}

TEST(Json, WhatIsNoJsonIsRefused) {
  for (const char* text : {"", "{", "hello", "{} x", "{\"a\":1e999}", "\xff", "'a'"})
    EXPECT_FALSE(parseJson(text)) << text;
}

TEST(Json, ALoneSurrogateBecomesTheReplacementCharacter) {
  EXPECT_EQ(parseJson(R"("a\ud83d b")"), Json("a\xef\xbf\xbd b"));
  EXPECT_EQ(parseJson(R"("\udc4b")"), Json("\xef\xbf\xbd"));
  EXPECT_EQ(parseJson(R"("\ud83d\ud83d\udc4b")"), Json("\xef\xbf\xbd👋"));
  EXPECT_EQ(parseJson(R"("\\ud83d \ud83d")"), Json("\\ud83d \xef\xbf\xbd"));
  EXPECT_EQ(parseJson(R"("\ud83d\udc4b")"), Json("👋"));
  EXPECT_EQ(parseJson(R"("\ud83d)"), std::nullopt);
}

TEST(Json, AByteThatIsNoUtf8BecomesTheReplacementCharacter) {
  EXPECT_EQ(parseJson("\"a\xff한\""), Json("a\xef\xbf\xbd한"));
  EXPECT_EQ(parseJson("\"\xed\xa0\xbd\""), Json("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));
  EXPECT_EQ(parseJson("\"\xf4\x90\x80\x80 \xc0\x80 \xe0\x80\""),
            Json("\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd"));
  EXPECT_EQ(parseJson("\"🚀\xf0\x9f\\ud83d\""), Json("🚀\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"));
}

TEST(Json, WritingNeverFails) { EXPECT_EQ(writeJson(Json("a\xff")), "\"a\xef\xbf\xbd\""); }

std::string errorOf(const char* text) {
  try {
    decode<TextDocumentPositionParams>(*parseJson(text));
    return "none";
  } catch (const DecodeError& error) {
    return error.what();
  }
}

TEST(Json, AStructIsRead) {
  const auto params = decode<TextDocumentPositionParams>(
      *parseJson(R"({"textDocument":{"uri":"file:///a"},"position":{"line":3,"character":2147483647},"more":[]})"));
  EXPECT_EQ(params.textDocument.uri, "file:///a");
  EXPECT_EQ(params.position, (Position{.line = 3, .character = 2147483647}));
}

TEST(Json, OneKindOfNumber) {
  EXPECT_EQ(decode<Position>(*parseJson(R"({"line":1.0,"character":1e2})")), (Position{.line = 1, .character = 100}));
}

TEST(Json, AnErrorNamesThePlaceAndWhatIsExpected) {
  EXPECT_EQ(errorOf("null"), "params: an object expected");
  EXPECT_EQ(errorOf("[]"), "params: an object expected");
  EXPECT_EQ(errorOf("{}"), "textDocument: an object expected");
  EXPECT_EQ(errorOf(R"({"textDocument":{"uri":7}})"), "textDocument.uri: a string expected");
  EXPECT_EQ(errorOf(R"({"textDocument":{"uri":""},"position":{"line":0}})"),
            "position.character: a whole number from 0 expected");
  for (const char* number : {"-1", "0.5", "\"0\"", "2147483648", "1e300", "18446744073709551615"})
    EXPECT_EQ(
        errorOf(
            (R"({"textDocument":{"uri":""},"position":{"character":0,"line":)" + std::string(number) + "}}").c_str()),
        "position.line: a whole number from 0 expected")
        << number;
}

TEST(Json, AnErrorNamesTheItem) {
  try {
    decode<DidChangeTextDocumentParams>(
        *parseJson(R"({"textDocument":{"uri":"a","version":1},"contentChanges":[{"text":""},{"text":1}]})"));
    FAIL() << "nothing was thrown";
  } catch (const DecodeError& error) {
    EXPECT_STREQ(error.what(), "contentChanges[1].text: a string expected");
  }
}

TEST(Json, NullIsAbsentWhenRead) {
  const auto change = decode<TextDocumentContentChangeEvent>(*parseJson(R"({"range":null,"text":"x"})"));
  EXPECT_FALSE(change.range);
}

TEST(Json, AbsentIsLeftOutAndNullIsWritten) {
  const PublishDiagnosticsParams params{.uri = "a", .version = {}, .diagnostics = {}};
  EXPECT_EQ(writeJson(encode(params)), R"({"diagnostics":[],"uri":"a"})");
  const WorkspaceDocumentDiagnosticReport report{
      .kind = "full", .uri = "a", .version = {}, .resultId = {}, .items = std::vector<Diagnostic>{}};
  EXPECT_EQ(writeJson(encode(report)), R"({"items":[],"kind":"full","uri":"a","version":null})");
}

}  // namespace
}  // namespace galley::lsp
