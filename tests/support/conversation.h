// A conversation with the server in this process: a client that says what a test tells it, a disk in memory, and
// comparisons that look only at the keys that a test names.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json.h"
#include "server/scheduler.h"
#include "server/server.h"
#include "tests/support/memory_disk.h"

namespace galley::test {

using lsp::Json;

/// Capabilities of a client that can all that galley asks for.
Json richCapabilities();

class Conversation {
 public:
  /// Files by path below /site. Nothing is said yet.
  explicit Conversation(const std::map<std::string, std::string>& files = {}, unsigned poolThreads = 0);

  /// initialize and initialized, with /site as the workspace folder; the result of initialize.
  Json start(const Json& capabilities = Json::object(), const Json& more = Json::object());

  /// The answer's `result`, or `{"error": …}`; what the server does meanwhile is done. Null with a failure of the test
  /// where there is not exactly one answer.
  Json request(const std::string& method, const Json& params = nullptr);
  void notify(const std::string& method, const Json& params = nullptr);
  /// A body as it is.
  void say(const std::string& body);
  /// Everything that waits is done.
  void settle() { scheduler.drain(); }

  void open(const std::string& path, const std::string& text, int version = 1);
  void openUri(const std::string& uri, const std::string& text, int version = 1);
  /// The whole text anew.
  void change(const std::string& path, const std::string& text, int version);
  void close(const std::string& path);
  /// Answers a request of the server.
  void answer(const Json& id, const Json& result);

  static std::string uri(const std::string& path) { return "file:///site/" + path; }
  static Json at(const std::string& path, int line, int character);
  static Json document(const std::string& path);

  /// Everything that the server sent, oldest first, and what of it is of one method.
  std::vector<Json> received;
  [[nodiscard]] std::vector<Json> receivedOf(const std::string& method) const;
  /// Codes of the diagnostics that were published last for a document, in order; `none` where nothing was.
  [[nodiscard]] std::vector<std::string> published(const std::string& path) const;

  /// Called for every message of the server, when it is sent.
  std::function<void(const Json& message)> onMessage;

  MemoryDisk disk;
  std::vector<int> watchedProcesses;
  std::optional<int> exitCode;
  std::size_t unread = 0;
  server::Scheduler scheduler;
  server::Server server;

 private:
  std::int64_t lastId_ = 0;
};

/// Empty if `actual` has every key that `expected` names, with what it says there; else the first difference. Arrays
/// have the same length.
std::string difference(const Json& expected, const Json& actual, const std::string& where = "");

/// The labels of a completion list's items.
std::vector<std::string> labels(const Json& list);

}  // namespace galley::test
