// See the header.
#include "server/stdio.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdint>
#include <system_error>
#include <utility>

namespace galley::server {

namespace {

constexpr std::size_t readSize = 64 * 1024;
// A pipe that polls as writable takes this much without blocking (pipe(7)); sockets and terminals do as well.
constexpr std::size_t writeSize = PIPE_BUF;
constexpr std::chrono::milliseconds patience{500};  // with a reader that does not read, at the end

int openProcess(int pid) { return static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)); }

}  // namespace

Bell::Bell() : descriptor_(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
  if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "eventfd");
}
Bell::~Bell() { ::close(descriptor_); }
void Bell::ring() const {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = ::write(descriptor_, &one, sizeof one);  // full means that it rings already
}
void Bell::silence() const {
  std::uint64_t count = 0;
  [[maybe_unused]] const auto read = ::read(descriptor_, &count, sizeof count);
}

// -- Input

Input::Input(int descriptor, std::function<void(std::string_view)> onBytes, std::function<void()> onEnd)
    : descriptor_(descriptor),
      thread_([this, onBytes = std::move(onBytes), onEnd = std::move(onEnd)] { read(onBytes, onEnd); }) {}

Input::~Input() {
  ending_ = true;
  bell_.ring();
  thread_.join();
  if (process_ >= 0) ::close(process_);
}

void Input::watchProcess(int pid) {
  const int process = openProcess(pid);
  if (process < 0) return;
  int none = -1;
  if (process_.compare_exchange_strong(none, process))
    bell_.ring();
  else
    ::close(process);
}

void Input::read(const std::function<void(std::string_view)>& onBytes, const std::function<void()>& onEnd) {
  std::array<char, readSize> bytes{};
  while (!ending_) {
    // poll() passes over a descriptor of -1.
    std::array<pollfd, 3> polled{{{.fd = descriptor_, .events = POLLIN, .revents = 0},
                                  {.fd = bell_.descriptor(), .events = POLLIN, .revents = 0},
                                  {.fd = process_, .events = POLLIN, .revents = 0}}};
    if (::poll(polled.data(), polled.size(), -1) < 0) {
      if (errno == EINTR) continue;
      break;
    }
    if (polled[1].revents != 0) bell_.silence();
    if (polled[2].revents != 0) break;
    if (polled[0].revents == 0) continue;
    const auto count = ::read(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) break;
    onBytes({bytes.data(), static_cast<std::size_t>(count)});
  }
  if (!ending_) onEnd();
}

// -- Output

Output::Output(int descriptor, std::function<void()> onDrained, std::function<void()> onBroken)
    : descriptor_(descriptor), thread_([this, onDrained = std::move(onDrained), onBroken = std::move(onBroken)] {
        write(onDrained, onBroken);
      }) {}

Output::~Output() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_one();
  bell_.ring();
  thread_.join();
}

void Output::send(std::string message) {
  waiting_ += message.size();
  {
    const std::lock_guard lock(mutex_);
    queue_ += message;
  }
  wake_.notify_one();
}

void Output::write(const std::function<void()>& onDrained, const std::function<void()>& onBroken) {
  for (;;) {
    std::string bytes;
    {
      std::unique_lock lock(mutex_);
      wake_.wait(lock, [this] { return ending_ || !queue_.empty(); });
      if (queue_.empty()) return;  // ending, and all is written
      bytes = std::exchange(queue_, {});
    }
    if (!writeAll(bytes)) {
      onBroken();
      return;
    }
    if (waiting_ == 0) onDrained();
  }
}

bool Output::writeAll(std::string_view bytes) {
  bool hurried = false;
  while (!bytes.empty()) {
    std::array<pollfd, 2> polled{{{.fd = descriptor_, .events = POLLOUT, .revents = 0},
                                  {.fd = hurried ? -1 : bell_.descriptor(), .events = POLLIN, .revents = 0}}};
    const int ready = ::poll(polled.data(), polled.size(), hurried ? static_cast<int>(patience.count()) : -1);
    if (ready < 0 && errno == EINTR) continue;
    if (ready <= 0) return false;
    if (polled[1].revents != 0) hurried = true;
    if (polled[0].revents == 0) continue;
    const auto count = ::write(descriptor_, bytes.data(), std::min(bytes.size(), writeSize));
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
    waiting_ -= static_cast<std::size_t>(count);
  }
  return true;
}

}  // namespace galley::server
