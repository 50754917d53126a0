// Framing: whole messages come out however the bytes were cut, and broken bytes cost one problem, not the stream.
#include "protocol/framing.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace galley::lsp {
namespace {

std::vector<std::string> framesOf(Framing& framing) {
  std::vector<std::string> all;
  while (const auto frame = framing.next()) all.push_back(frame->problem.empty() ? frame->body : "! " + frame->problem);
  return all;
}

std::vector<std::string> framesOf(const std::string& bytes) {
  Framing framing;
  framing.feed(bytes);
  return framesOf(framing);
}

using Frames = std::vector<std::string>;

TEST(Framing, MessagesComeOutInOrder) {
  EXPECT_EQ(framesOf(framed("{\"a\":1}") + framed("") + framed("{\"b\":\"한글 👋\"}")),
            (Frames{"{\"a\":1}", "", "{\"b\":\"한글 👋\"}"}));
}

TEST(Framing, AnyCutIsTheSameStream) {
  const std::string bytes = "Content-Type: x\r\nContent-Length: 12\r\n\r\n{\"a\":\"👋" + std::string("\"}") +
                            framed("{}") + "content-length:2\n\n[]" + framed("last");
  const Frames whole = framesOf(bytes);
  ASSERT_EQ(whole.size(), 4U);
  for (std::size_t cut = 0; cut <= bytes.size(); ++cut) {
    Framing framing;
    framing.feed(std::string_view(bytes).substr(0, cut));
    Frames frames = framesOf(framing);
    framing.feed(std::string_view(bytes).substr(cut));
    for (auto& frame : framesOf(framing)) frames.push_back(std::move(frame));
    EXPECT_EQ(frames, whole) << "cut at " << cut;
  }
}

TEST(Framing, OneByteAtATimeIsTheSameStream) {
  const std::string bytes = framed("{\"a\":1}") + "Content-Length: x\r\n\r\n" + framed("{\"b\":2}");
  Framing framing;
  Frames frames;
  for (const char byte : bytes) {
    framing.feed({&byte, 1});
    for (auto& frame : framesOf(framing)) frames.push_back(std::move(frame));
  }
  EXPECT_EQ(frames, (Frames{"{\"a\":1}", "! Content-Length is no number", "{\"b\":2}"}));
}

TEST(Framing, NamesCountInAnyCaseAndOthersArePassedOver) {
  EXPECT_EQ(framesOf("CONTENT-LENGTH:  2  \r\nContent-Type: application/vscode-jsonrpc; charset=utf8\r\n\r\n{}"),
            (Frames{"{}"}));
}

TEST(Framing, TheSameLengthTwiceIsOneLength) {
  EXPECT_EQ(framesOf("Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}"), (Frames{"{}"}));
}

struct Broken {
  const char* name;
  std::string bytes;
};

class FramingBroken : public testing::TestWithParam<Broken> {};

TEST_P(FramingBroken, CostsOneProblemAndTheNextMessageIsRead) {
  const Frames frames = framesOf(GetParam().bytes + framed("{\"next\":1}"));
  ASSERT_EQ(frames.size(), 2U);
  EXPECT_TRUE(frames[0].starts_with("! ")) << frames[0];
  EXPECT_EQ(frames[1], "{\"next\":1}");
}

INSTANTIATE_TEST_SUITE_P(
    Bytes, FramingBroken,
    testing::Values(Broken{"NoLength", "Content-Type: x\r\n\r\n{\"a\":1}"},
                    Broken{"NegativeLength", "Content-Length: -5\r\n\r\n{\"a\":1}"},
                    Broken{"LengthInWords", "Content-Length: five\r\n\r\n{\"a\":1}"},
                    Broken{"NoDigits", "Content-Length: \r\n\r\n{}"},
                    Broken{"TwentyDigits", "Content-Length: 99999999999999999999\r\n\r\n{\"a\":1}"},
                    Broken{"LargestNumber", "Content-Length: 9223372036854775807\r\n\r\n{\"a\":1}"},
                    Broken{"MoreThanTheLimit", "Content-Length: 67108865\r\n\r\n{\"a\":1}"},
                    Broken{"NoColon", "hello world\r\n\r\n{\"a\":1}"}, Broken{"NothingButAnEmptyLine", "\r\n"},
                    Broken{"ZeroBytes", std::string(1000, '\0')},
                    Broken{"AnEndlessHeader", std::string(1024 * 1024, 'A') + "\r\n\r\n{}"},
                    Broken{"AnEndlessHeaderOfLines",
                           [] {
                             std::string lines;
                             for (int i = 0; i < 10000; ++i) lines += "X-Name: value\r\n";
                             return lines;
                           }()}),
    [](const auto& one) { return one.param.name; });

TEST(Framing, OfTwoLengthsTheSecondIsTriedAfterTheProblem) {
  EXPECT_EQ(framesOf("Content-Length: 3\r\nContent-Length: 7\r\n\r\n{\"a\":1}"),
            (Frames{"! two different Content-Lengths", "{\"a\":1}"}));
}

TEST(Framing, ALengthThatIsTooSmallLosesOneMessageOnly) {
  EXPECT_EQ(framesOf("Content-Length: 3\r\n\r\n{\"a\":1}" + framed("{\"b\":2}")),
            (Frames{"{\"a", "! a header without Content-Length", "{\"b\":2}"}));
}

TEST(Framing, WhatIsSkippedIsNotKept) {
  Framing framing;
  framing.feed("Content-Length: 99999999999\r\n\r\n");
  ASSERT_EQ(framesOf(framing).size(), 1U);
  const std::string megabyte(1024 * 1024, 'x');
  for (int i = 0; i < 200; ++i) {
    framing.feed(megabyte);
    EXPECT_FALSE(framing.next());
  }
  EXPECT_LT(framing.held(), 100U);
  framing.feed(framed("{}"));
  EXPECT_EQ(framesOf(framing), (Frames{"{}"}));
}

TEST(Framing, AHeaderInsideOfASkippedTextIsNone) {
  // In JSON a line end inside of a string is written as an escape.
  EXPECT_EQ(framesOf("Content-Length: 99999999999\r\n\r\n{\"a\":\"Content-Length: 2\\r\\n\\r\\n{}\"}" + framed("[]")),
            (Frames{"! a message of more than 64 MB", "[]"}));
}

}  // namespace
}  // namespace galley::lsp
