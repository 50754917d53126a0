// Messages: what is one, what is none and how it is answered, and ids that come back as they came.
#include "protocol/message.h"

#include <gtest/gtest.h>

#include <string>

namespace galley::lsp {
namespace {

ErrorCode codeOf(const char* body) {
  const Message message = readMessage(body);
  const auto* malformed = std::get_if<Malformed>(&message);
  return malformed == nullptr ? ErrorCode{} : malformed->error.code;
}

TEST(Message, RequestNotificationResponse) {
  const Message request = readMessage(R"({"jsonrpc":"2.0","id":1,"method":"a","params":[1]})");
  ASSERT_TRUE(std::holds_alternative<Request>(request));
  EXPECT_EQ(std::get<Request>(request).params, Json::array({1}));
  const Message notification = readMessage(R"({"jsonrpc":"2.0","method":"a"})");
  ASSERT_TRUE(std::holds_alternative<Notification>(notification));
  EXPECT_EQ(std::get<Notification>(notification).params, Json(nullptr));
  const Message response = readMessage(R"({"jsonrpc":"2.0","id":"x","error":{"code":-32603,"message":"no"}})");
  ASSERT_TRUE(std::holds_alternative<Response>(response));
  EXPECT_EQ(std::get<Error>(std::get<Response>(response).outcome).message, "no");
}

TEST(Message, WhatIsNoJsonIsAParseError) {
  for (const char* body : {"", "hello", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":", "{} x"})
    EXPECT_EQ(codeOf(body), ErrorCode::parseError) << body;
}

TEST(Message, WhatIsNoMessageIsAnInvalidRequest) {
  for (const char* body :
       {"42", "\"text\"", "null", "{}", "[]", R"([{"jsonrpc":"2.0","method":"a"}])", R"({"jsonrpc":"2.0","params":{}})",
        R"({"id":{},"method":"a"})", R"({"id":null,"method":"a"})", R"({"id":1.5,"method":"a"})",
        R"({"id":true,"method":"a"})", R"({"method":7})"})
    EXPECT_EQ(codeOf(body), ErrorCode::invalidRequest) << body;
}

TEST(Message, AnIdComesBackAsItCame) {
  for (const char* id : {"0", "7", "-1", "2147483647", "9007199254740992", "\"7\"", "\"\"", "\"한글 👋\""}) {
    const Message message = readMessage(R"({"method":"a","id":)" + std::string(id) + "}");
    ASSERT_TRUE(std::holds_alternative<Request>(message)) << id;
    EXPECT_EQ(write(Response{.id = std::get<Request>(message).id, .outcome = Json(nullptr)}),
              R"({"id":)" + std::string(id) + R"(,"jsonrpc":"2.0","result":null})");
  }
}

TEST(Message, ABrokenErrorOfTheClientIsRead) {
  for (const char* error : {"7", "{}", R"({"code":"x","message":1})", "null"})
    EXPECT_TRUE(std::holds_alternative<Response>(readMessage(R"({"id":1,"error":)" + std::string(error) + "}")))
        << error;
}

}  // namespace
}  // namespace galley::lsp
