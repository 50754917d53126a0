// A Files in memory for tests: paths and texts in, no disk.
#pragma once

#include <map>
#include <string>

#include "analysis/site/files.h"

namespace galley::test {

class MemoryFiles final : public Files {
 public:
  MemoryFiles() = default;
  explicit MemoryFiles(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }

  [[nodiscard]] std::vector<FileInfo> list() const override;
  [[nodiscard]] std::optional<std::string> read(const Path& path) const override;
  [[nodiscard]] std::optional<std::string> head(const Path& path, std::size_t bytes) const override;
  [[nodiscard]] bool exists(const Path& path) const override;

 private:
  std::map<std::string, std::string> files_;
};

}  // namespace galley::test
