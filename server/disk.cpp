// See the header.
#include "server/disk.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/text/unicode.h"

namespace galley::server {

namespace {

constexpr std::size_t mostEntries = 1'000'000;
constexpr int deepest = 64;
constexpr std::size_t largest = 64 * 1024 * 1024;  // bytes

constexpr std::array skippedAnywhere{
    std::string_view{".git"},         std::string_view{".hg"},    std::string_view{".svn"},
    std::string_view{"node_modules"}, std::string_view{".cache"}, std::string_view{".bundle"},
    std::string_view{".sass-cache"},
};
constexpr std::array skippedAtRoot{
    std::string_view{"_site"},       std::string_view{"vendor/bundle"}, std::string_view{"vendor/cache"},
    std::string_view{"vendor/gems"}, std::string_view{"vendor/ruby"},
};

bool isSkipped(std::string_view path, std::string_view name) {
  return std::ranges::find(skippedAnywhere, name) != skippedAnywhere.end() ||
         std::ranges::find(skippedAtRoot, path) != skippedAtRoot.end();
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const { return number_; }
  int release() { return std::exchange(number_, -1); }

 private:
  int number_;
};

std::int64_t nanoseconds(const timespec& time) {
  return static_cast<std::int64_t>(time.tv_sec) * 1'000'000'000 + time.tv_nsec;
}

class Listing {
 public:
  std::vector<FileInfo> of(const std::string& root) {
    Descriptor folder(::open(root.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    struct stat info{};
    if (folder.number() < 0 || ::fstat(folder.number(), &info) != 0) return {};
    seen_.emplace(info.st_dev, info.st_ino);
    walk(folder.release(), "", 0);
    std::ranges::sort(found_, {}, &FileInfo::path);
    return std::move(found_);
  }

 private:
  /// Takes the descriptor.
  void walk(int folder, const std::string& prefix, int depth) {
    DIR* stream = ::fdopendir(folder);
    if (stream == nullptr) {
      ::close(folder);
      return;
    }
    while (const dirent* entry = ::readdir(stream)) {
      if (++entries_ > mostEntries) break;
      visit(::dirfd(stream), prefix, entry->d_name, depth);
    }
    ::closedir(stream);
  }

  void visit(int folder, const std::string& prefix, const std::string& name, int depth) {
    if (name == "." || name == ".." || findInvalidUtf8(name) != std::string_view::npos) return;
    const std::string path = prefix.empty() ? name : prefix + "/" + name;
    struct stat info{};
    if (::fstatat(folder, name.c_str(), &info, 0) != 0) return;  // gone, or a link to nothing
    if (S_ISREG(info.st_mode)) {
      found_.push_back({.path = Path(path),
                        .size = static_cast<std::uint64_t>(info.st_size),
                        .modified = nanoseconds(info.st_mtim)});
    } else if (S_ISDIR(info.st_mode) && depth < deepest && !isSkipped(path, name) &&
               seen_.emplace(info.st_dev, info.st_ino).second) {
      const int inner = ::openat(folder, name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
      if (inner >= 0) walk(inner, path, depth + 1);
    }
  }

  std::vector<FileInfo> found_;
  std::set<std::pair<dev_t, ino_t>> seen_;  // against loops of links
  std::size_t entries_ = 0;
};

class DiskFiles final : public Files {
 public:
  explicit DiskFiles(std::string root) : root_(std::move(root)) {
    while (root_.ends_with('/')) root_.pop_back();
  }

  [[nodiscard]] std::vector<FileInfo> list() const override { return Listing().of(root_ + '/'); }

  [[nodiscard]] std::optional<std::string> read(const Path& path) const override {
    auto bytes = head(path, largest + 1);
    if (bytes && bytes->size() > largest) return std::nullopt;
    return bytes;
  }

  [[nodiscard]] std::optional<std::string> head(const Path& path, std::size_t bytes) const override {
    // O_NONBLOCK: opening a FIFO must not wait for its writer.
    const Descriptor file(::open(absolute(path).c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat info{};
    if (file.number() < 0 || ::fstat(file.number(), &info) != 0 || !S_ISREG(info.st_mode)) return std::nullopt;
    std::string content;
    // One byte more than the size, so that the end is seen without another call; it may grow meanwhile.
    std::size_t wanted = std::min(bytes, static_cast<std::size_t>(info.st_size) + 1);
    while (content.size() < bytes) {
      const std::size_t had = content.size();
      content.resize(std::min(bytes, had + std::max<std::size_t>(wanted, 4096)));
      const auto count = ::read(file.number(), content.data() + had, content.size() - had);
      if (count < 0 && errno == EINTR) {
        content.resize(had);
        continue;
      }
      if (count < 0) return std::nullopt;
      content.resize(had + static_cast<std::size_t>(count));
      if (count == 0) break;
      wanted = wanted > static_cast<std::size_t>(count) ? wanted - static_cast<std::size_t>(count) : 0;
    }
    return content;
  }

  [[nodiscard]] bool exists(const Path& path) const override {
    struct stat info{};
    return ::stat(absolute(path).c_str(), &info) == 0 && (S_ISREG(info.st_mode) || S_ISDIR(info.st_mode));
  }

 private:
  [[nodiscard]] std::string absolute(const Path& path) const { return root_ + '/' + path.str(); }

  std::string root_;  // without a slash at its end
};

}  // namespace

std::shared_ptr<const Files> filesBelow(const std::string& folder) { return std::make_shared<DiskFiles>(folder); }

}  // namespace galley::server
