// See the header.
#include "server/commands/inspect.h"

#include "server/commands/selection.h"
#include "server/disk.h"
#include "server/printable.h"
#include "server/reports/inspection.h"

namespace galley::server {

namespace {

InspectedRoot inspectSite(const Selection& selection, const InspectOptions& options) {
  const auto files = filesBelow(selection.root.folder);
  const Site site = readSite(*selection.root.generator, *files);
  const View view{.site = site, .files = *files, .client = {}, .now = options.now, .stop = {}};
  InspectedRoot inspected{.root = pathFrom(options.currentFolder, selection.root, Path()), .site = inspect(view)};
  for (const Path& path : postPaths(site.generator(), site.config(), site.files())) {
    if (!selection.holds(path)) continue;
    auto bytes = files->read(path);
    if (!bytes) continue;
    inspected.pages.push_back(
        inspect(view, *parsePost(path, Text(std::move(*bytes)), site.generator(), site.config())));
  }
  return inspected;
}

}  // namespace

Answer runInspect(const InspectOptions& options) {
  const Selected selected = selectSites({options.path}, options.currentFolder);
  Answer answer;
  for (const std::string& path : selected.missing) {
    answer.code = exitFailed;
    answer.err += "galley: " + printable(path) + ": no such file or folder, or it cannot be read\n";
  }
  if (answer.code != exitClean) return answer;
  std::vector<InspectedRoot> sites;
  for (const Selection& selection : selected.sites) sites.push_back(inspectSite(selection, options));
  answer.out = options.json ? jsonInspection(sites) : humanInspection(sites);
  return answer;
}

}  // namespace galley::server
