// See the header.
#include "tests/support/memory_files.h"

namespace galley::test {

std::vector<FileInfo> MemoryFiles::list() const {
  std::vector<FileInfo> all;
  for (const auto& [path, bytes] : files_) all.push_back({.path = Path(path), .size = bytes.size(), .modified = 0});
  return all;
}

std::optional<std::string> MemoryFiles::read(const Path& path) const {
  const auto found = files_.find(path.str());
  if (found == files_.end()) return std::nullopt;
  return found->second;
}

std::optional<std::string> MemoryFiles::head(const Path& path, std::size_t bytes) const {
  auto all = read(path);
  if (all && all->size() > bytes) all->resize(bytes);
  return all;
}

bool MemoryFiles::exists(const Path& path) const {
  if (files_.contains(path.str())) return true;
  const std::string folder = path.str() + "/";
  const auto next = files_.lower_bound(folder);
  return next != files_.end() && next->first.starts_with(folder);
}

}  // namespace galley::test
