// See the header.
#include "tests/demo/session.h"

#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <stdexcept>

#include "server/convert.h"

extern char** environ;

namespace galley::demo {

namespace {

using lsp::Json;

struct Pipe {
  Pipe() {
    if (::pipe(ends.data()) != 0) throw std::runtime_error("no pipe");
  }
  [[nodiscard]] int reads() const { return ends[0]; }
  [[nodiscard]] int writes() const { return ends[1]; }
  std::array<int, 2> ends{};
};

Json capabilities() {
  return {
      {"general", {{"positionEncodings", {"utf-8"}}}},
      {"workspace", {{"diagnostics", {{"refreshSupport", true}}}}},
      {"textDocument",
       {{"completion", {{"completionItem", {{"documentationFormat", {"plaintext"}}}}}},
        {"hover", {{"contentFormat", {"plaintext"}}}},
        {"diagnostic", Json::object()},
        {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}},
        {"codeAction", {{"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix"}}}}}}}}}},
  };
}

}  // namespace

Session::Session(const std::string& program, const std::string& folder) {
  const Pipe in;
  const Pipe out;
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in.reads(), STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out.writes(), STDOUT_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", 1, 0);  // the log
  for (const int end : {in.reads(), in.writes(), out.reads(), out.writes()})
    posix_spawn_file_actions_addclose(&actions, end);
  std::string name = program;
  std::string option = "--stdio";
  std::array<char*, 3> arguments{name.data(), option.data(), nullptr};
  const int error = posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(in.reads());
  ::close(out.writes());
  toServer_ = in.writes();
  fromServer_ = out.reads();
  if (error != 0) throw std::runtime_error("cannot start " + program);

  const std::string uri = server::uriOfPath(folder);
  ask("initialize", {{"processId", ::getpid()},
                     {"rootUri", uri},
                     {"workspaceFolders", {{{"uri", uri}, {"name", "blog"}}}},
                     {"capabilities", capabilities()}});
  tell("initialized", Json::object());
}

Session::~Session() {
  try {
    ask("shutdown", nullptr);
    tell("exit", nullptr);
  } catch (const std::exception&) {
    // It is gone already: nobody is left to take leave of.
  }
  ::close(toServer_);
  ::close(fromServer_);
  ::waitpid(process_, nullptr, 0);
}

Json Session::ask(const std::string& method, const Json& params) {
  const int id = ++lastId_;
  Json request{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) request["params"] = params;
  send(request);
  const Json answer = receiveUntil([&](const Json& message) {
    return !message.contains("method") && message.contains("id") && message["id"] == id;
  });
  if (answer.contains("error")) throw std::runtime_error(method + ": " + answer["error"].dump());
  return answer["result"];
}

void Session::tell(const std::string& method, const Json& params) {
  Json notification{{"jsonrpc", "2.0"}, {"method", method}};
  if (!params.is_null()) notification["params"] = params;
  send(notification);
}

void Session::awaitRequest(const std::string& method) {
  if (requested_.count(method) == 0) receiveUntil([&](const Json&) { return requested_.count(method) > 0; });
  requested_.erase(method);
}

Json Session::receiveUntil(const std::function<bool(const Json&)>& isIt) {
  for (;;) {
    while (const auto frame = framing_.next()) {
      const auto message = lsp::parseJson(frame->body);
      if (!message) throw std::runtime_error("the server sent what is no JSON");
      if (message->contains("method") && message->contains("id")) {
        requested_.insert((*message)["method"]);
        send({{"jsonrpc", "2.0"}, {"id", (*message)["id"]}, {"result", nullptr}});
      }
      if (isIt(*message)) return *message;
    }
    std::array<char, 65536> bytes{};
    const auto count = ::read(fromServer_, bytes.data(), bytes.size());
    if (count <= 0) throw std::runtime_error("the server has ended");
    framing_.feed({bytes.data(), static_cast<std::size_t>(count)});
  }
}

void Session::send(const Json& message) const {
  const std::string bytes = lsp::framed(lsp::writeJson(message));
  for (std::size_t written = 0; written < bytes.size();) {
    const auto count = ::write(toServer_, bytes.data() + written, bytes.size() - written);
    if (count <= 0) throw std::runtime_error("the server has ended");
    written += static_cast<std::size_t>(count);
  }
}

}  // namespace galley::demo
