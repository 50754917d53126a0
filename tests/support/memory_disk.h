// A disk in memory: absolute paths and texts. What is put later is seen by every Files below, as on a real one.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>

#include "analysis/site/files.h"

namespace galley::test {

class MemoryDisk {
 public:
  void put(const std::string& path, std::string bytes);
  void remove(const std::string& path);
  /// The files below an absolute folder. Lives on its own.
  [[nodiscard]] std::shared_ptr<const Files> below(const std::string& folder) const;

 private:
  struct Stored {
    std::string bytes;
    std::int64_t modified = 0;
  };
  using Tree = std::map<std::string, Stored>;
  class Below;

  std::shared_ptr<Tree> tree_ = std::make_shared<Tree>();
  std::int64_t clock_ = 0;
};

}  // namespace galley::test
