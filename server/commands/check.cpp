// See the header.
#include "server/commands/check.h"

#include <exception>

#include "analysis/features/features.h"
#include "server/commands/selection.h"
#include "server/disk.h"
#include "server/printable.h"
#include "server/reports/human.h"
#include "server/reports/json.h"
#include "server/reports/report.h"

namespace galley::server {

namespace {

/// What one file has to say, appended to the report. One that cannot be read or judged fails alone.
void checkFile(const View& view, const Path& path, const std::string& shown, CheckReport& report, Answer& answer) {
  const auto fail = [&](std::string_view why) {
    answer.code = exitFailed;
    answer.err += "galley: " + printable(shown) + ": " + printable(why) + '\n';
  };
  try {
    auto bytes = view.files.read(path);
    if (!bytes) {
      fail("cannot be read");
      return;
    }
    const auto post = parsePost(path, Text(std::move(*bytes)), view.site.generator(), view.site.config());
    for (Finding& finding : findings(view, *post))
      report.findings.push_back({.path = shown, .text = post->text, .finding = std::move(finding)});
    ++report.files;
  } catch (const std::exception& error) {
    fail(std::string("internal error: ") + error.what());
  }
}

void checkSite(const Selection& selection, const CheckOptions& options, CheckReport& report, Answer& answer) {
  const auto files = filesBelow(selection.root.folder);
  const Site site = readSite(*selection.root.generator, *files);
  const View view{.site = site, .files = *files, .client = {}, .now = options.now, .stop = {}};
  for (const Path& path : postPaths(site.generator(), site.config(), site.files()))
    if (selection.holds(path))
      checkFile(view, path, pathFrom(options.currentFolder, selection.root, path), report, answer);
}

}  // namespace

Answer runCheck(const CheckOptions& options) {
  const Selected selected =
      selectSites(options.paths.empty() ? std::vector<std::string>{"."} : options.paths, options.currentFolder);
  Answer answer;
  for (const std::string& path : selected.missing) {
    answer.code = exitFailed;
    answer.err += "galley: " + printable(path) + ": no such file or folder, or it cannot be read\n";
  }

  CheckReport report;
  for (const Selection& selection : selected.sites) checkSite(selection, options, report, answer);
  sortFindings(report);

  const Summary summary = summaryOf(report);
  if (answer.code == exitClean && summary.errors + summary.warnings != 0) answer.code = exitFindings;
  const bool nothingThere = selected.sites.empty() && !selected.missing.empty();  // no word of what was not checked
  if (options.format == ReportFormat::json) {
    answer.out = jsonReport(report);
  } else if (!nothingThere) {
    answer.out = humanReport(report, options.colours);
  }
  return answer;
}

}  // namespace galley::server
