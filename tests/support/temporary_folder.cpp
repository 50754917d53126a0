// See the header.
#include "tests/support/temporary_folder.h"

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace galley::test {

namespace fs = std::filesystem;

namespace {

std::string contentOf(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TemporaryFolder::TemporaryFolder(const std::map<std::string, std::string>& files)
    : path_((fs::temp_directory_path() / "galley-test-XXXXXX").string()) {
  if (::mkdtemp(path_.data()) == nullptr) throw std::runtime_error("no temporary folder");
  for (const auto& [path, bytes] : files) put(path, bytes);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

void TemporaryFolder::put(const std::string& path, const std::string& bytes) const {
  const fs::path file = fs::path(path_) / path;
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

Ran runGalley(const std::string& arguments, const std::string& folder) {
  const TemporaryFolder output;
  const std::string out = output.path() + "/out";
  const std::string err = output.path() + "/err";
  const std::string command =
      "cd '" + folder + "' && ( '" GALLEY_BINARY "' " + arguments + " ) >" + out + " 2>" + err + " </dev/null";
  const int status = std::system(command.c_str());
  return {.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1, .out = contentOf(out), .err = contentOf(err)};
}

}  // namespace galley::test
