// See the header.
#include "server/reports/report.h"

#include <algorithm>
#include <tuple>

namespace galley::server {

Summary summaryOf(const CheckReport& report) {
  Summary summary;
  for (const auto& [path, text, finding] : report.findings) {
    switch (finding.rule->severity) {
      case Severity::error:
        ++summary.errors;
        break;
      case Severity::warning:
        ++summary.warnings;
        break;
      case Severity::hint:
        ++summary.hints;
        break;
    }
    if (finding.fix && finding.fix->safe) ++summary.fixable;
  }
  return summary;
}

void sortFindings(CheckReport& report) {
  // Offsets order the findings of one text as lines and columns do.
  std::ranges::stable_sort(report.findings, {}, [](const ReportedFinding& reported) {
    return std::tuple(std::string_view(reported.path), reported.finding.span.begin, reported.finding.rule->id,
                      reported.finding.span.end);
  });
}

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      return "hint";
  }
  return "";
}

}  // namespace galley::server
