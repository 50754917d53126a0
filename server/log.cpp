// See the header.
#include "server/log.h"

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <memory>
#include <string>

#include "server/printable.h"

namespace galley::server {

namespace {

spdlog::level::level_enum levelOf(LogLevel level) {
  switch (level) {
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
  }
  return spdlog::level::info;
}

spdlog::logger& logger() {
  static const auto one = [] {
    auto made = std::make_shared<spdlog::logger>("galley", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    made->set_pattern("[%H:%M:%S.%e] %l: %v");
    return made;
  }();
  return *one;
}

}  // namespace

void setLogLevel(LogLevel least) { logger().set_level(levelOf(least)); }

void log(LogLevel level, std::string_view message) {
  if (logger().should_log(levelOf(level))) logger().log(levelOf(level), printable(message));
}

}  // namespace galley::server
