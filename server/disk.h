// Files on a disk below one folder. The only place of the server that lists and reads files. Any thread.
#pragma once

#include <functional>
#include <memory>
#include <string>

#include "analysis/site/files.h"

namespace galley::server {

/// The files below an absolute folder. Listing follows symbolic links, each folder once, and is bounded in number and
/// depth; it leaves out what version control, package managers and site builds put there. Only regular files are read,
/// and none above 64 MB.
std::shared_ptr<const Files> filesBelow(const std::string& folder);

/// The files below an absolute folder: `filesBelow`, or what a test has in its place.
using Disk = std::function<std::shared_ptr<const Files>(const std::string& folder)>;

}  // namespace galley::server
