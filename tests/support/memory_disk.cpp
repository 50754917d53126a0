// See the header.
#include "tests/support/memory_disk.h"

#include <optional>
#include <utility>
#include <vector>

namespace galley::test {

class MemoryDisk::Below final : public Files {
 public:
  Below(std::shared_ptr<const Tree> tree, std::string folder) : tree_(std::move(tree)), prefix_(std::move(folder)) {
    if (!prefix_.ends_with('/')) prefix_ += '/';
  }

  [[nodiscard]] std::vector<FileInfo> list() const override {
    std::vector<FileInfo> all;
    for (const auto& [path, file] : *tree_)
      if (path.starts_with(prefix_))
        all.push_back(
            {.path = Path(path.substr(prefix_.size())), .size = file.bytes.size(), .modified = file.modified});
    return all;
  }
  [[nodiscard]] std::optional<std::string> read(const Path& path) const override {
    const auto found = tree_->find(prefix_ + path.str());
    if (found == tree_->end()) return std::nullopt;
    return found->second.bytes;
  }
  [[nodiscard]] std::optional<std::string> head(const Path& path, std::size_t bytes) const override {
    auto all = read(path);
    if (all && all->size() > bytes) all->resize(bytes);
    return all;
  }
  [[nodiscard]] bool exists(const Path& path) const override {
    const std::string absolute = prefix_ + path.str();
    if (tree_->contains(absolute)) return true;
    const auto inside = tree_->lower_bound(absolute + '/');
    return inside != tree_->end() && inside->first.starts_with(absolute + '/');
  }

 private:
  std::shared_ptr<const Tree> tree_;
  std::string prefix_;
};

void MemoryDisk::put(const std::string& path, std::string bytes) {
  (*tree_)[path] = {.bytes = std::move(bytes), .modified = ++clock_};
}

void MemoryDisk::remove(const std::string& path) { tree_->erase(path); }

std::shared_ptr<const Files> MemoryDisk::below(const std::string& folder) const {
  return std::make_shared<Below>(tree_, folder);
}

}  // namespace galley::test
