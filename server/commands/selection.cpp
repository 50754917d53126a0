// See the header.
#include "server/commands/selection.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace galley::server {

namespace {

namespace fs = std::filesystem;

using ByRoot = std::map<std::string, Selection>;

/// The part of an absolute path below a root that holds it.
Path below(const std::string& root, const std::string& path) {
  return Path(std::string_view(path).substr(root.size()));
}

void add(ByRoot& sites, const SiteRoot& root, const std::string& path) {
  Selection& selection = sites[root.folder];
  selection.root = root;
  selection.within.push_back(below(root.folder, path));
}

void addFolder(ByRoot& sites, const std::string& folder) {
  const SiteRoot around = siteAround(folder);
  const std::vector<SiteRoot> inner = sitesBelow(folder);
  if (around.recognised || inner.empty()) {
    add(sites, around, folder);
    for (const SiteRoot& site : inner) sites[around.folder].nested.push_back(below(around.folder, site.folder));
  }
  for (const SiteRoot& site : inner) {
    add(sites, site, site.folder);
    for (const SiteRoot& other : inner)
      if (other.folder.starts_with(site.folder + '/'))
        sites[site.folder].nested.push_back(below(site.folder, other.folder));
  }
}

bool canList(const fs::path& folder) {
  std::error_code error;
  const fs::directory_iterator entries(folder, error);
  return !error;
}

}  // namespace

bool Selection::holds(const Path& path) const {
  const auto isAround = [&](const Path& folder) { return path.isWithin(folder); };
  return std::ranges::any_of(within, isAround) && std::ranges::none_of(nested, isAround);
}

Selected selectSites(const std::vector<std::string>& paths, const std::string& currentFolder) {
  ByRoot sites;
  Selected selected;
  for (const std::string& given : paths) {
    std::string path = (fs::path(currentFolder) / given).lexically_normal().string();
    while (path.size() > 1 && path.ends_with('/')) path.pop_back();
    std::error_code error;
    const fs::file_status status = fs::status(path, error);
    if (fs::is_directory(status) && canList(path)) {
      addFolder(sites, path);
    } else if (fs::is_regular_file(status)) {
      add(sites, siteAround(fs::path(path).parent_path().string()), path);
    } else {
      selected.missing.push_back(given);
    }
  }
  for (auto& [root, selection] : sites) selected.sites.push_back(std::move(selection));
  return selected;
}

std::string pathFrom(const std::string& currentFolder, const SiteRoot& root, const Path& path) {
  const std::string absolute = path.empty() ? root.folder : root.folder + '/' + path.str();
  return fs::path(absolute.empty() ? "/" : absolute).lexically_relative(currentFolder).string();
}

}  // namespace galley::server
