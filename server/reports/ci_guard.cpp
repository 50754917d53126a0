// See the header.
#include "server/reports/ci_guard.h"

#include <random>
#include <string_view>

namespace galley::server {

std::string guarded(const std::string& report) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::random_device random;
  std::string token;
  for (int i = 0; i < 32; ++i) token += digits[random() % digits.size()];
  return "::stop-commands::" + token + '\n' + report + "::" + token + "::\n";
}

}  // namespace galley::server
