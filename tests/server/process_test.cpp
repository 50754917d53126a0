// The real program: stdout holds frames and nothing else, and the process ends with its client.
#include <fcntl.h>
#include <gtest/gtest.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <string>
#include <vector>

#include "protocol/framing.h"
#include "protocol/json.h"

extern char** environ;

namespace galley::server {
namespace {

using lsp::Json;

/// `galley --stdio` with pipes; its log goes to /dev/null.
class Process {
 public:
  Process() {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    EXPECT_EQ(::pipe2(in.data(), O_CLOEXEC), 0);
    EXPECT_EQ(::pipe2(out.data(), O_CLOEXEC), 0);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    std::string program = GALLEY_BINARY;
    std::string flag = "--stdio";
    std::array<char*, 3> arguments{program.data(), flag.data(), nullptr};
    EXPECT_EQ(::posix_spawn(&pid_, program.c_str(), &actions, nullptr, arguments.data(), environ), 0);
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(in[0]);
    ::close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }
  ~Process() {
    closeInput();
    closeOutput();
    if (pid_ > 0) {
      ::kill(pid_, SIGKILL);
      ::waitpid(pid_, nullptr, 0);
    }
  }
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;

  void say(const Json& message) const { write(lsp::framed(message.dump())); }
  void write(std::string_view bytes) const {
    while (!bytes.empty()) {
      const auto count = ::write(in_, bytes.data(), bytes.size());
      ASSERT_GT(count, 0);
      bytes.remove_prefix(static_cast<std::size_t>(count));
    }
  }
  void closeInput() {
    if (in_ >= 0) ::close(in_);
    in_ = -1;
  }
  void closeOutput() {
    if (out_ >= 0) ::close(out_);
    out_ = -1;
  }
  /// Everything that it writes until it ends.
  [[nodiscard]] std::string readAll() const {
    std::string all;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = ::read(out_, bytes.data(), bytes.size())) > 0;)
      all.append(bytes.data(), static_cast<std::size_t>(count));
    return all;
  }
  /// Waits for one byte: it has begun to answer.
  void waitForAnswer() const {
    char byte = 0;
    ASSERT_EQ(::read(out_, &byte, 1), 1);
  }
  void kill(int signal) const { ::kill(pid_, signal); }
  /// Waits for its end: its exit code, or minus the signal that ended it.
  int end() {
    int status = 0;
    ::waitpid(pid_, &status, 0);
    pid_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }

 private:
  pid_t pid_ = -1;
  int in_ = -1;
  int out_ = -1;
};

Json request(int id, const std::string& method, const Json& params) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
}
Json notification(const std::string& method, const Json& params = Json::object()) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", params}};
}
Json initialize(const Json& processId) {
  return request(1, "initialize", {{"processId", processId}, {"rootUri", nullptr}, {"capabilities", Json::object()}});
}
Json didOpen(const std::string& text) {
  return notification(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", "untitled:Untitled-1"}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}});
}

TEST(Process, WritesFramesAndNothingElse) {
  Process galley;
  galley.say(initialize(nullptr));
  galley.say(notification("initialized"));
  galley.say(didOpen("---\ntags: [a\n# 봄 👋\n"));
  galley.write("Content-Length: nonsense\r\n\r\n");
  galley.say(notification("textDocument/didChange", Json::array()));
  galley.say(request(2, "textDocument/documentSymbol", {{"textDocument", {{"uri", "untitled:Untitled-1"}}}}));
  galley.say(request(3, "no/such", Json::object()));
  galley.say(request(4, "shutdown", nullptr));
  galley.say(notification("exit"));
  const std::string bytes = galley.readAll();
  EXPECT_EQ(galley.end(), 0);

  lsp::Framing framing;
  framing.feed(bytes);
  std::string again;
  std::vector<Json> ids;
  while (const auto frame = framing.next()) {
    ASSERT_EQ(frame->problem, "");
    again += lsp::framed(frame->body);
    const Json message = Json::parse(frame->body);
    if (!message.contains("method")) ids.push_back(message.at("id"));
  }
  EXPECT_EQ(again, bytes);
  std::ranges::sort(ids);
  EXPECT_EQ(ids, (std::vector<Json>{nullptr, 1, 2, 3, 4}));
}

TEST(Process, EndsWhenItsInputDoes) {
  Process galley;
  galley.say(initialize(nullptr));
  galley.waitForAnswer();
  galley.closeInput();
  EXPECT_EQ(galley.end(), 1);
}

TEST(Process, EndsBeforeAnythingIsSaid) {
  Process galley;
  galley.closeInput();
  EXPECT_EQ(galley.end(), 1);
}

TEST(Process, EndsThoughTheClientDoesNotRead) {
  Process galley;
  galley.say(initialize(nullptr));
  galley.waitForAnswer();
  for (int i = 0; i < 3000; ++i) galley.say(request(i + 2, "no/such", Json::object()));
  galley.closeInput();
  EXPECT_EQ(galley.end(), 1);
}

TEST(Process, EndsWithTheProcessThatItWasToldToWatch) {
  const pid_t client = ::fork();
  if (client == 0) {
    ::pause();
    ::_exit(0);
  }
  Process galley;
  galley.say(initialize(client));
  galley.waitForAnswer();
  ::kill(client, SIGKILL);
  EXPECT_EQ(galley.end(), 1);
  ::waitpid(client, nullptr, 0);
}

TEST(Process, AClientThatIsGoneAlreadyIsNotWatched) {
  const pid_t client = ::fork();
  if (client == 0) ::_exit(0);
  ::waitpid(client, nullptr, 0);
  Process galley;
  galley.say(initialize(client));
  galley.say(request(2, "shutdown", nullptr));
  galley.say(notification("exit"));
  EXPECT_NE(galley.readAll().find("\"id\":2"), std::string::npos);
  EXPECT_EQ(galley.end(), 0);
}

TEST(Process, EndsInOrderOnSignals) {
  for (const int signal : {SIGTERM, SIGINT, SIGHUP}) {
    Process galley;
    galley.say(initialize(nullptr));
    galley.waitForAnswer();
    galley.kill(signal);
    EXPECT_EQ(galley.end(), 1) << signal;
  }
}

TEST(Process, EndsWhenNobodyReadsItsOutputAnyMore) {
  for (int round = 0; round < 3; ++round) {
    Process galley;
    galley.say(initialize(nullptr));
    galley.waitForAnswer();
    galley.closeOutput();
    galley.say(request(2, "no/such", Json::object()));
    EXPECT_EQ(galley.end(), 1);
  }
}

}  // namespace
}  // namespace galley::server
