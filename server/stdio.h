// Reading one descriptor and writing another, each on a thread of its own. Knows nothing of messages. Neither
// descriptor is ever made non-blocking: they may be one shared socket or terminal, and the flag would stick to it.
// Instead each thread polls its descriptor together with an eventfd, so that it can be told to end.
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>

namespace galley::server {

/// An eventfd: any thread rings it, a poll() hears it.
class Bell {
 public:
  Bell();
  ~Bell();
  Bell(const Bell&) = delete;
  Bell& operator=(const Bell&) = delete;
  [[nodiscard]] int descriptor() const { return descriptor_; }
  void ring() const;
  void silence() const;

 private:
  int descriptor_;
};

class Input {
 public:
  /// `onBytes` gets what arrives, `onEnd` is called once when nothing more will. Both on the reading thread.
  Input(int descriptor, std::function<void(std::string_view)> onBytes, std::function<void()> onEnd);
  /// Ends the thread, whether the descriptor has anything to read or not.
  ~Input();
  Input(const Input&) = delete;
  Input& operator=(const Input&) = delete;

  /// Calls `onEnd` as well when that process ends; does nothing if it is not alive now. Once; any thread.
  void watchProcess(int pid);

 private:
  void read(const std::function<void(std::string_view)>& onBytes, const std::function<void()>& onEnd);

  int descriptor_;
  Bell bell_;
  std::atomic<bool> ending_ = false;
  std::atomic<int> process_ = -1;  // a pidfd
  std::thread thread_;
};

class Output {
 public:
  /// `onDrained` is called when all that was sent is written, `onBroken` once when nobody reads any more; both on the
  /// writing thread.
  Output(int descriptor, std::function<void()> onDrained, std::function<void()> onBroken);
  /// Writes what is waiting, but waits only half a second for a reader that does not read.
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  /// Messages never interleave. Any thread; never waits.
  void send(std::string message);
  /// Bytes that are not written yet. Any thread.
  [[nodiscard]] std::size_t waiting() const { return waiting_; }

 private:
  void write(const std::function<void()>& onDrained, const std::function<void()>& onBroken);
  bool writeAll(std::string_view bytes);

  int descriptor_;
  Bell bell_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::string queue_;    // guarded by mutex_
  bool ending_ = false;  // guarded by mutex_
  std::atomic<std::size_t> waiting_ = 0;
  std::thread thread_;
};

}  // namespace galley::server
