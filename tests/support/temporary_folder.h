// A folder on the real disk with files in it, gone at the end of its scope: for tests of the command line.
#pragma once

#include <map>
#include <string>

namespace galley::test {

class TemporaryFolder {
 public:
  explicit TemporaryFolder(const std::map<std::string, std::string>& files = {});
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  void put(const std::string& path, const std::string& bytes) const;
  /// Absolute, without a slash at its end.
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

/// How a process ended, and what it wrote.
struct Ran {
  int code = -1;  // -1: by a signal
  std::string out;
  std::string err;
};
/// Runs the galley program through a shell: `arguments` may redirect. `folder` is its current one.
Ran runGalley(const std::string& arguments, const std::string& folder = "/");

}  // namespace galley::test
