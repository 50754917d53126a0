// The server's side of one session: lifecycle, requests and their cancellation, what is sent. Decides which lane a
// message takes; methods.cpp says what is done. Loop only. Knows no descriptor: bodies in, bodies out.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <string_view>

#include "protocol/dispatch.h"
#include "protocol/message.h"
#include "protocol/types/document.h"
#include "protocol/types/lifecycle.h"
#include "protocol/types/workspace.h"
#include "server/methods.h"
#include "server/publisher.h"
#include "server/scheduler.h"
#include "server/workspace.h"

namespace galley::server {

class Server {
 public:
  struct Outside {
    std::function<void(std::string body)> send;
    /// Bytes that were sent and not read by the client yet.
    std::function<std::size_t()> unread = [] { return std::size_t{0}; };
    /// The client's process, to be watched.
    std::function<void(int pid)> watchProcess = [](int) {};
    /// The session is over: nothing more is answered.
    std::function<void(int exitCode)> exit = [](int) {};
  };
  Server(Scheduler& scheduler, Disk disk, Outside outside);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// One message of the client.
  void receive(std::string_view body);
  /// Bytes that were no message: answered, as nobody else would tell the client.
  void receiveBroken(const std::string& problem);
  /// The client went: as for its `exit`, what was asked is answered as far as that is quick, then `exit` is called.
  void inputEnded();

  // What methods.cpp calls.
  void didOpen(const lsp::DidOpenTextDocumentParams& params);
  void didChange(const lsp::DidChangeTextDocumentParams& params);
  void didSave(const std::string& uri);
  void didClose(const std::string& uri);
  void didChangeWatchedFiles(const lsp::DidChangeWatchedFilesParams& params);
  void didChangeWorkspaceFolders(const lsp::DidChangeWorkspaceFoldersParams& params);
  void didChangeConfiguration(const lsp::DidChangeConfigurationParams& params);
  void setTrace(const std::string& value);
  void cancel(const lsp::Json& id);

 private:
  enum class Phase { fresh, initializing, running, shutDown, over };

  void receive(lsp::Request request);
  void receive(const lsp::Notification& notification);
  void receive(lsp::Response response);
  void receive(const lsp::Malformed& malformed);

  lsp::Json initialize(const lsp::InitializeParams& params);
  void initialized();
  void registerCapabilities();
  void exit();
  void endSoon();
  void finish();
  void runRead(const Method& method, lsp::Request request, lsp::Reply reply);

  void respond(const lsp::Response& response);
  void notify(std::string method, lsp::Json params);
  void ask(std::string method, lsp::Json params, std::function<void(const lsp::Response&)> onAnswer);

  void didChangeText(const std::string& uri);
  void askForSettings();
  void setSettings(const lsp::Json& section);
  void refreshDiagnostics();
  void siteChanged(const std::string& root);
  void showReading(const std::string& root, std::size_t parsed, std::size_t all);
  void endProgress(const std::string& root);

  struct Progress {
    std::string token;
    bool isShown = false;  // the client made the token, and was told of the beginning
    bool isOver = false;
    std::uint32_t percentage = 0;
  };

  Scheduler& scheduler_;
  Outside outside_;
  Phase phase_ = Phase::fresh;
  bool ending_ = false;  // the client said exit, or went
  std::optional<lsp::InitializeParams> params_;
  std::map<lsp::Id, std::stop_source> running_;  // read requests
  std::map<lsp::Id, std::function<void(const lsp::Response&)>> asked_;
  std::int64_t lastId_ = 0;
  bool refreshAsked_ = false;  // the client has not answered the last one yet
  bool refreshAgain_ = false;
  bool watches_ = false;                      // the client tells of files that change on disk
  std::map<std::string, Progress> progress_;  // by root
  Workspace workspace_;
  Publisher publisher_;
};

}  // namespace galley::server
