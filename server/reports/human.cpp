// See the header.
#include "server/reports/human.h"

#include "server/printable.h"
#include "server/reports/excerpt.h"

namespace galley::server {

namespace {

struct Colours {
  bool on;
  [[nodiscard]] std::string paint(std::string_view code, std::string_view text) const {
    if (!on) return std::string(text);
    std::string painted = "\x1b[";
    ((painted += code) += 'm') += text;
    return painted += "\x1b[0m";
  }
  [[nodiscard]] std::string bold(std::string_view text) const { return paint("1", text); }
  [[nodiscard]] std::string quiet(std::string_view text) const { return paint("2", text); }
  [[nodiscard]] std::string of(Severity severity, std::string_view text) const {
    switch (severity) {
      case Severity::error:
        return paint("1;31", text);
      case Severity::warning:
        return paint("1;33", text);
      case Severity::hint:
        return paint("1;36", text);
    }
    return std::string(text);
  }
};

std::string counted(std::size_t count, std::string_view one) {
  return std::to_string(count) + ' ' + std::string(one) + (count == 1 ? "" : "s");
}

void appendFinding(std::string& to, const ReportedFinding& reported, const Colours& colours) {
  const auto& [path, text, finding] = reported;
  const Severity severity = finding.rule->severity;
  // Columns count characters here: this is what editors jump to when the place is clicked.
  const Position position = text.positionAt(finding.span.begin, Encoding::utf32);
  const std::string line = std::to_string(position.line + 1);
  to += colours.bold(printablePath(path) + ':' + line + ':' + std::to_string(position.character + 1)) + ": " +
        colours.of(severity, std::string(nameOf(severity)) + '[' + std::string(finding.rule->id) + ']') + ": " +
        printable(finding.message) + '\n';

  const Excerpt excerpt = excerptOf(text, finding.span);
  const std::string margin(line.size() + 1, ' ');
  const std::string bar = colours.quiet("|");
  to += margin + bar + '\n';
  to += colours.quiet(line) + ' ' + bar + ' ' + excerpt.line + '\n';
  const std::size_t caret = excerpt.carets.find('^');
  to +=
      margin + bar + ' ' + excerpt.carets.substr(0, caret) + colours.of(severity, excerpt.carets.substr(caret)) + '\n';
  if (!finding.help.empty()) to += margin + colours.quiet("=") + " help: " + printable(finding.help) + '\n';
  if (finding.fix) to += margin + colours.quiet("=") + " quick fix: " + printable(finding.fix->title) + '\n';
  to += '\n';
}

}  // namespace

std::string humanReport(const CheckReport& report, bool on) {
  const Colours colours{on};
  std::string to;
  for (const ReportedFinding& reported : report.findings) appendFinding(to, reported, colours);

  const Summary summary = summaryOf(report);
  to += counted(report.files, "file") + " checked: ";
  std::string counts;
  const auto add = [&](std::size_t count, Severity severity) {
    if (count == 0) return;
    if (!counts.empty()) counts += ", ";
    counts += colours.of(severity, counted(count, nameOf(severity)));
  };
  add(summary.errors, Severity::error);
  add(summary.warnings, Severity::warning);
  add(summary.hints, Severity::hint);
  to += counts.empty() ? "nothing to report" : counts;
  if (summary.fixable != 0) to += "; " + std::to_string(summary.fixable) + " with a safe quick fix";
  return to += ".\n";
}

}  // namespace galley::server
