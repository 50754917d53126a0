// See the header.
#include "server/commands/print.h"

#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <string_view>
#include <system_error>

namespace galley::server {

namespace {

/// 0, or the errno of the write that failed.
int writeAll(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace

int print(const Answer& answer) {
  // Else the process would die of the signal instead of being told.
  std::signal(SIGPIPE, SIG_IGN);
  const int error = writeAll(STDOUT_FILENO, answer.out);
  writeAll(STDERR_FILENO, answer.err);
  if (error == 0 || error == EPIPE) return answer.code;
  writeAll(STDERR_FILENO, "galley: cannot write the output: " + std::generic_category().message(error) + '\n');
  return exitFailed;
}

}  // namespace galley::server
