// The method table's rows decode, call and encode; a request gets exactly one answer.
#include "protocol/dispatch.h"

#include <gtest/gtest.h>

#include <memory>
#include <optional>
#include <vector>

#include "protocol/types/basic.h"

namespace galley::lsp {
namespace {

struct Answers {
  std::vector<Response> all;
  Reply reply() {
    return {Id(std::int64_t{1}), [this](const Response& response) { all.push_back(response); }};
  }
};

ErrorCode codeOf(const std::variant<Json, Error>& outcome) { return std::get<Error>(outcome).code; }

TEST(Reply, AnswersOnce) {
  Answers answers;
  {
    Reply reply = answers.reply();
    reply(Json(1));
    reply(Json(2));
  }
  ASSERT_EQ(answers.all.size(), 1U);
  EXPECT_EQ(std::get<Json>(answers.all[0].outcome), Json(1));
}

TEST(Reply, DroppedIsAnInternalError) {
  Answers answers;
  {
    const Reply reply = answers.reply();
  }
  ASSERT_EQ(answers.all.size(), 1U);
  EXPECT_EQ(codeOf(answers.all[0].outcome), ErrorCode::internalError);
}

TEST(Reply, MovedAnswersAtItsNewPlaceOnly) {
  Answers answers;
  {
    auto first = std::make_unique<Reply>(answers.reply());
    Reply second = std::move(*first);
    first.reset();
    EXPECT_TRUE(answers.all.empty());
    second(Json("x"));
  }
  EXPECT_EQ(answers.all.size(), 1U);
}

struct State {
  int total = 0;
};
using Table = Rows<std::string, State>;

TEST(Rows, ReadDecodesCallsAndEncodes) {
  const auto row = Table::read("at", {{"atProvider", true}}, [](const std::string& text, const Position& position) {
    return std::optional(text + std::to_string(position.line));
  });
  EXPECT_EQ(row.lane, Lane::read);
  EXPECT_TRUE(row.isRequest);
  EXPECT_EQ(row.read("line ", {{"line", 3}, {"character", 0}}), Json("line 3"));
}

TEST(Rows, AnEmptyResultIsNull) {
  const auto row =
      Table::read("at", nullptr, [](const std::string&, const Json&) -> std::optional<Range> { return std::nullopt; });
  EXPECT_EQ(row.read("", {}), Json(nullptr));
}

TEST(Rows, NotifyChangesTheState) {
  const auto row = Table::notify(
      "add", nullptr, [](State& state, const Position& position) { state.total += static_cast<int>(position.line); });
  State state;
  EXPECT_FALSE(row.isRequest);
  EXPECT_EQ(row.write(state, {{"line", 2}, {"character", 0}}), Json(nullptr));
  EXPECT_EQ(state.total, 2);
}

TEST(Outcome, TellsWhatWasThrown) {
  EXPECT_EQ(std::get<Json>(outcomeOf([] { return Json(1); })), Json(1));
  EXPECT_EQ(codeOf(outcomeOf([]() -> Json { throw DecodeError("a.b", "a string"); })), ErrorCode::invalidParams);
  EXPECT_EQ(codeOf(outcomeOf([]() -> Json { throw ResponseError(ErrorCode::requestCancelled, "x"); })),
            ErrorCode::requestCancelled);
  EXPECT_EQ(codeOf(outcomeOf([]() -> Json { throw std::bad_alloc(); })), ErrorCode::internalError);
  EXPECT_EQ(codeOf(outcomeOf([]() -> Json { throw 7; })), ErrorCode::internalError);
}

TEST(Outcome, InvalidParamsNameThePlace) {
  const auto row = Table::read("at", nullptr, [](const std::string&, const Range& range) { return range; });
  const auto outcome = outcomeOf([&] { return row.read("", {{"start", {{"line", -1}, {"character", 0}}}}); });
  EXPECT_EQ(std::get<Error>(outcome).message, "start.line: a whole number from 0 expected");
}

}  // namespace
}  // namespace galley::lsp
