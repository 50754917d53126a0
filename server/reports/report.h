// What `galley check` found, as the output formats get it: one value for all of them. Any thread.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/site/rule.h"
#include "analysis/text/text.h"

namespace galley::server {

struct ReportedFinding {
  std::string path;  // as the reader of the report would open it: relative to the current folder
  Text text;         // the file that was judged: the finding's spans are its
  Finding finding;
};

struct CheckReport {
  std::vector<ReportedFinding> findings;  // by path, line, column, rule
  std::size_t files = 0;                  // that were looked at
};

struct Summary {
  std::size_t errors = 0, warnings = 0, hints = 0;
  std::size_t fixable = 0;  // findings whose fix cannot change what the author meant
};
Summary summaryOf(const CheckReport& report);

/// Sorts the findings as CheckReport promises.
void sortFindings(CheckReport& report);

/// `error`, `warning`, `hint`.
std::string_view nameOf(Severity severity);

}  // namespace galley::server
