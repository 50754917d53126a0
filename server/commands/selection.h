// Which sites the paths of a command line mean, and which of their files. Main thread.
#pragma once

#include <string>
#include <vector>

#include "analysis/text/path.h"
#include "server/site_roots.h"

namespace galley::server {

/// One site, and what of it was asked for.
struct Selection {
  SiteRoot root;
  std::vector<Path> within;  // files and folders of it
  std::vector<Path> nested;  // folders of it that are sites of their own: their files are not this site's

  [[nodiscard]] bool holds(const Path& path) const;
};

struct Selected {
  std::vector<Selection> sites;      // each root once, in the order of their folders
  std::vector<std::string> missing;  // paths that are not there or cannot be read, as they were given
};

/// A file or a folder inside of a site means that site, limited to the path; a folder above sites means each of them;
/// one without any is plain Markdown. Relative paths start at `currentFolder`, which is absolute.
Selected selectSites(const std::vector<std::string>& paths, const std::string& currentFolder);

/// A file of a site as one would write it in `currentFolder`: `_posts/a.md`, `../blog/a.md`.
std::string pathFrom(const std::string& currentFolder, const SiteRoot& root, const Path& path);

}  // namespace galley::server
