// See the header.
#include "server/site_roots.h"

#include <optional>
#include <set>

#include "analysis/generators/all.h"

namespace galley::server {

namespace {

std::string trimmed(std::string folder) {
  while (folder.ends_with('/')) folder.pop_back();
  return folder;
}

}  // namespace

bool isBelow(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}

SiteRoot siteAround(const std::string& start, const Disk& disk) {
  std::optional<SiteRoot> weak;
  std::optional<std::string> repository;
  for (std::string folder = trimmed(start);; folder.erase(folder.rfind('/'))) {
    const auto files = disk(folder);
    const Detected detected = detect(*files);
    SiteRoot found{.folder = folder, .generator = detected.generator, .recognised = true};
    if (detected.strength == Detected::Strength::strong) return found;
    if (detected.strength == Detected::Strength::weak) weak = found;
    if (!repository && files->exists(Path(".git"))) repository = folder;
    if (folder.empty()) break;
  }
  if (weak) return *weak;
  return {.folder = repository.value_or(trimmed(start)), .generator = &plain};
}

std::vector<SiteRoot> sitesBelow(const std::string& start) {
  const std::string top = trimmed(start);
  std::set<Path> folders;
  for (const FileInfo& file : filesBelow(top)->list())
    for (Path folder = file.path.parent(); !folder.empty() && folders.insert(folder).second;) folder = folder.parent();
  std::vector<SiteRoot> sites;
  for (const Path& path : folders) {
    const std::string folder = top + '/' + path.str();
    const Detected detected = detect(*filesBelow(folder));
    if (detected.strength == Detected::Strength::strong)
      sites.push_back({.folder = folder, .generator = detected.generator, .recognised = true});
  }
  return sites;
}

}  // namespace galley::server
