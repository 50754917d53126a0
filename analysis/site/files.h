// The only way from analysis to a disk: list, read, head of a file. Tests have one in memory (tests/support), the
// server one on disk (server/disk). Every call may be made from any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/path.h"

namespace galley {

struct FileInfo {
  Path path;
  std::uint64_t size = 0;     // bytes
  std::int64_t modified = 0;  // nanoseconds since 1970; 0 where unknown
};

/// Files below one folder, the root of a site. Only regular files; names are UTF-8 or left out.
class Files {
 public:
  virtual ~Files() = default;
  /// Every file below the root, sorted by path. Version control's and package managers' folders are left out.
  [[nodiscard]] virtual std::vector<FileInfo> list() const = 0;
  /// The whole file; nothing where it cannot be read.
  [[nodiscard]] virtual std::optional<std::string> read(const Path& path) const = 0;
  /// The first `bytes` bytes, fewer if the file is shorter; nothing where it cannot be read.
  [[nodiscard]] virtual std::optional<std::string> head(const Path& path, std::size_t bytes) const = 0;
  /// True for a file or a folder.
  [[nodiscard]] virtual bool exists(const Path& path) const = 0;
};

/// True if a file can be read and holds this text.
inline bool hasText(const Files& files, std::string_view path, std::string_view text) {
  const auto bytes = files.read(Path(path));
  return bytes && bytes->find(text) != std::string::npos;
}

}  // namespace galley
