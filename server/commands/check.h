// `galley check [PATH…]`: the findings of whole sites, as an editor would show them. Reads files, writes none. Main
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "server/commands/answer.h"

namespace galley::server {

enum class ReportFormat { human, json };

struct CheckOptions {
  std::vector<std::string> paths;  // none: the current folder
  ReportFormat format = ReportFormat::human;
  bool colours = false;
  std::string currentFolder;  // absolute
  std::int64_t now = 0;       // seconds since 1970
};

/// Clean if there is nothing above a hint. A path that is not there is named and makes the answer a failure; the others
/// are reported all the same.
Answer runCheck(const CheckOptions& options);

}  // namespace galley::server
