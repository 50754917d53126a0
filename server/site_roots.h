// Where sites lie on the disk: the root around a file or folder, and the sites below one. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/generator.h"
#include "server/disk.h"

namespace galley::server {

/// True if an absolute path is that absolute folder or lies below it.
bool isBelow(std::string_view path, std::string_view folder);

struct SiteRoot {
  std::string folder;  // absolute, without a slash at its end (the root of the disk is empty)
  const Generator* generator = nullptr;
  bool recognised = false;  // false: no marker was there, and `generator` is the one for plain Markdown
};

/// The site that an absolute folder belongs to: the nearest folder upwards with a strong marker (a configuration file);
/// else the uppermost one with a weak marker; else the nearest that holds a repository; else the folder itself.
SiteRoot siteAround(const std::string& folder, const Disk& disk = filesBelow);

/// Every folder strictly below an absolute one that has a strong marker, in the order of their paths.
std::vector<SiteRoot> sitesBelow(const std::string& folder);

}  // namespace galley::server
