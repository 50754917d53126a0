// Reading and writing descriptors: nothing is lost or mixed, and both threads end whatever the other side does.
#include "server/stdio.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <future>
#include <string>
#include <thread>

namespace galley::server {
namespace {

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0); }
  ~Pipe() {
    closeReader();
    closeWriter();
  }
  void closeReader() { close(ends[0]); }
  void closeWriter() { close(ends[1]); }
  [[nodiscard]] int reader() const { return ends[0]; }
  [[nodiscard]] int writer() const { return ends[1]; }
  static void close(int& end) {
    if (end >= 0) ::close(end);
    end = -1;
  }
  std::array<int, 2> ends{};
};

std::string readAll(int descriptor) {
  std::string all;
  std::array<char, 4096> bytes{};
  for (ssize_t count = 0; (count = ::read(descriptor, bytes.data(), bytes.size())) > 0;)
    all.append(bytes.data(), static_cast<std::size_t>(count));
  return all;
}

TEST(Input, GivesWhatArrivesAndThenTheEnd) {
  Pipe pipe;
  std::string read;
  std::promise<void> ended;
  Input input(pipe.reader(), [&](std::string_view bytes) { read += bytes; }, [&] { ended.set_value(); });
  const std::string sent(200'000, 'x');
  std::string_view rest = sent;
  while (!rest.empty()) {
    const auto count = ::write(pipe.writer(), rest.data(), rest.size());
    ASSERT_GT(count, 0);
    rest.remove_prefix(static_cast<std::size_t>(count));
  }
  pipe.closeWriter();
  ended.get_future().get();
  EXPECT_EQ(read, sent);
}

TEST(Input, EndsWhenToldThoughNothingArrives) {
  Pipe pipe;
  bool ended = false;
  {
    const Input input(pipe.reader(), [](std::string_view) {}, [&] { ended = true; });
  }
  EXPECT_FALSE(ended);
}

TEST(Input, EndsWithTheProcessThatIsWatched) {
  Pipe pipe;
  const pid_t child = ::fork();
  if (child == 0) {
    ::pause();
    ::_exit(0);
  }
  std::promise<void> ended;
  Input input(pipe.reader(), [](std::string_view) {}, [&] { ended.set_value(); });
  input.watchProcess(child);
  ::kill(child, SIGKILL);
  ended.get_future().get();
  ::waitpid(child, nullptr, 0);
}

TEST(Input, AProcessThatIsGoneIsNotWatched) {
  const pid_t child = ::fork();
  if (child == 0) ::_exit(0);
  ::waitpid(child, nullptr, 0);
  Pipe pipe;
  std::string read;
  std::promise<void> ended;
  Input input(pipe.reader(), [&](std::string_view bytes) { read += bytes; }, [&] { ended.set_value(); });
  input.watchProcess(child);
  ASSERT_EQ(::write(pipe.writer(), "still here", 10), 10);
  pipe.closeWriter();
  ended.get_future().get();
  EXPECT_EQ(read, "still here");
}

TEST(Output, MessagesOfManyThreadsDoNotMix) {
  Pipe pipe;
  auto read = std::async(std::launch::async, [&] { return readAll(pipe.reader()); });
  {
    Output output(pipe.writer(), [] {}, [] {});
    std::array<std::thread, 4> senders;
    for (std::size_t i = 0; i < senders.size(); ++i)
      senders[i] = std::thread([&output, i] {
        for (int j = 0; j < 200; ++j) output.send(std::string(1000, static_cast<char>('a' + i)) + "\n");
      });
    for (auto& sender : senders) sender.join();
  }
  pipe.closeWriter();
  const std::string all = read.get();
  ASSERT_EQ(all.size(), 4U * 200U * 1001U);
  for (std::size_t line = 0; line < all.size(); line += 1001)
    EXPECT_EQ(all.substr(line, 1001), std::string(1000, all[line]) + "\n");
}

TEST(Output, TellsWhenNobodyReads) {
  std::signal(SIGPIPE, SIG_IGN);
  Pipe pipe;
  pipe.closeReader();
  std::promise<void> broken;
  Output output(pipe.writer(), [] {}, [&] { broken.set_value(); });
  output.send("x");
  broken.get_future().get();
}

TEST(Output, EndsThoughTheReaderDoesNotRead) {
  Pipe pipe;
  {
    Output output(pipe.writer(), [] {}, [] {});
    output.send(std::string(1'000'000, 'x'));
    EXPECT_GT(output.waiting(), 0U);
  }
  SUCCEED() << "the destructor returned";
}

TEST(Stdio, TheDescriptorsStayBlocking) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends.data()), 0);
  {
    const Input input(ends[0], [](std::string_view) {}, [] {});
    Output output(ends[0], [] {}, [] {});
    output.send("x");
  }
  EXPECT_EQ(::fcntl(ends[0], F_GETFL) & O_NONBLOCK, 0);
  for (const int end : ends) ::close(end);
}

}  // namespace
}  // namespace galley::server
