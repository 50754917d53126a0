// A small blog in memory for the tests of features: files in, a Site and a View out; posts are opened as an editor
// would.
#pragma once

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "analysis/site/view.h"
#include "tests/support/memory_files.h"

namespace galley::test {

using BlogFiles = std::map<std::string, std::string>;  // paths and texts

class Blog {
 public:
  /// The generator is the one whose marks are among the files.
  explicit Blog(BlogFiles files);

  /// The text of a post in an editor, saved or not.
  std::shared_ptr<const Post> open(const std::string& path, std::string text);
  [[nodiscard]] View view() const { return {.site = *site_, .files = files_, .client = client, .now = 0, .stop = {}}; }

  ClientCan client;

 private:
  MemoryFiles files_;
  std::optional<Site> site_;
};

/// A text in which `‸` (U+2038) stands for the cursor, taken out of it.
struct Marked {
  std::string text;
  std::size_t cursor = 0;
};
Marked marked(const std::string& picture);

/// The bytes of whole, tiny pictures that say to be of a size.
std::string pngOf(unsigned width, unsigned height);
std::string gifOf(unsigned width, unsigned height);

}  // namespace galley::test
