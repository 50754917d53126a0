// See the header. Joins the threads: reading, the loop (this one), the pool, writing.
#include "server/commands/lsp.h"

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <string>
#include <thread>

#include "protocol/framing.h"
#include "server/disk.h"
#include "server/scheduler.h"
#include "server/server.h"
#include "server/stdio.h"

namespace galley::server {

namespace {

/// Keeps what was read and is not handled yet within bounds: beyond them, reading waits.
class Backlog {
 public:
  void add(std::size_t bytes) {
    for (std::size_t now = bytes_; now > mostWaiting && !over_; now = bytes_) bytes_.wait(now);
    bytes_ += bytes;
  }
  void remove(std::size_t bytes) {
    bytes_ -= bytes;
    bytes_.notify_one();
  }
  /// Nobody handles anything any more: nobody is to wait for it.
  void giveUp() {
    over_ = true;
    bytes_ = 0;
    bytes_.notify_all();
  }

 private:
  static constexpr std::size_t mostWaiting = 64 * 1024 * 1024;
  std::atomic<std::size_t> bytes_ = 0;
  std::atomic<bool> over_ = false;
};

}  // namespace

int runLsp() {
  std::signal(SIGPIPE, SIG_IGN);  // a client that went is told by write()
  Scheduler scheduler(std::clamp(std::thread::hardware_concurrency(), 1U, 4U));
  scheduler.stopOnSignals();
  int exitCode = 1;

  Output output(STDOUT_FILENO, [&] { scheduler.post([] {}); }, [&] { scheduler.stop(); });
  Input* input = nullptr;
  Server server(scheduler, filesBelow,
                {.send = [&](const std::string& body) { output.send(lsp::framed(body)); },
                 .unread = [&] { return output.waiting(); },
                 .watchProcess = [&](int pid) { input->watchProcess(pid); },
                 .exit =
                     [&](int code) {
                       exitCode = code;
                       scheduler.stop();
                     }});

  Backlog backlog;
  lsp::Framing framing;  // of the reading thread
  const auto onBytes = [&](std::string_view bytes) {
    framing.feed(bytes);
    while (auto frame = framing.next()) {
      backlog.add(frame->body.size());
      scheduler.post([&, frame = std::move(*frame)] {
        if (frame.problem.empty())
          server.receive(frame.body);
        else
          server.receiveBroken(frame.problem);
        backlog.remove(frame.body.size());
      });
    }
  };
  Input reader(STDIN_FILENO, onBytes, [&] { scheduler.post([&] { server.inputEnded(); }); });
  input = &reader;
  scheduler.loop();
  backlog.giveUp();
  return exitCode;
}

}  // namespace galley::server
