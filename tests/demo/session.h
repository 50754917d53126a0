// A client of a real galley process, as an editor would be: starts it, asks and gets answers over its standard input
// and output. One thread; every call waits. What goes wrong is an exception: a demo has nothing to save.
#pragma once

#include <sys/types.h>

#include <functional>
#include <set>
#include <string>

#include "protocol/framing.h"
#include "protocol/json.h"

namespace galley::demo {

class Session {
 public:
  /// Starts `program --stdio` and greets it; `folder` is the absolute folder that the editor shows. Positions are
  /// UTF-8.
  Session(const std::string& program, const std::string& folder);
  /// Says goodbye and waits for the process.
  ~Session();
  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;

  lsp::Json ask(const std::string& method, const lsp::Json& params);
  void tell(const std::string& method, const lsp::Json& params);
  /// Waits until the server has made a request of that name since this was last asked: it may have come while something
  /// else was waited for. The answer to each is null.
  void awaitRequest(const std::string& method);

 private:
  lsp::Json receiveUntil(const std::function<bool(const lsp::Json&)>& isIt);
  void send(const lsp::Json& message) const;

  pid_t process_ = -1;
  int toServer_ = -1;
  int fromServer_ = -1;
  int lastId_ = 0;
  std::set<std::string> requested_;  // what the server has asked for since it was waited for
  lsp::Framing framing_;
};

}  // namespace galley::demo
