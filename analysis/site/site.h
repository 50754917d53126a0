// A site as a value: generator, configuration, the facts of every post, the open posts, all other files, the index.
// A change makes the next Site and shares what did not change. Immutable; any thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "analysis/site/config.h"
#include "analysis/site/facts.h"
#include "analysis/site/files.h"
#include "analysis/site/generator.h"
#include "analysis/site/index.h"
#include "analysis/site/post.h"

namespace galley {

/// What a data file has at its top: `jane` and `kim` of `_data/authors.yml`.
struct DataKeys {
  Path file;
  std::vector<std::string> names;
};
using DataKeysOf = std::map<std::string, DataKeys>;  // by the file's name without extension

class Site {
 public:
  /// A site of no posts yet: `files` is asked for the configuration only.
  Site(const Generator& generator, const Files& files);

  [[nodiscard]] const Generator& generator() const { return *generator_; }
  [[nodiscard]] const Config& config() const { return *config_; }
  [[nodiscard]] const Theme* theme() const { return theme_; }  // null: none, or one that galley does not know
  [[nodiscard]] const Index& index() const { return index_; }
  /// False while the first listing and parsing goes on: what is not found yet may still come.
  [[nodiscard]] bool complete() const { return complete_; }

  /// The fields that count here, the theme's first, then the generator's; by dotted path, null where there is none.
  [[nodiscard]] const Field* findField(std::string_view dottedPath) const;
  [[nodiscard]] std::vector<const Field*> fields() const;
  /// A front-matter value of a post: its own, else that of the configuration's defaults (the more specific wins).
  [[nodiscard]] const Value* findValue(const Post& post, std::string_view dottedPath) const;

  /// True if a file of that path is there (letter case counts).
  [[nodiscard]] bool hasFile(const Path& path) const;
  [[nodiscard]] bool hasFolder(const Path& path) const;
  /// All files, sorted; posts among them.
  [[nodiscard]] const std::vector<FileInfo>& files() const { return *files_; }
  /// File names that are most like a missing one: the same name in another folder or case first, then small
  /// differences in the same folder. At most `most`, best first.
  [[nodiscard]] std::vector<Path> nearestFiles(const Path& missing, std::size_t most) const;
  /// Keys of a data file, by its name without extension; null where there is none, or one that cannot be read.
  [[nodiscard]] const DataKeys* dataKeys(std::string_view name) const;

  /// The open post at a path, or null.
  [[nodiscard]] std::shared_ptr<const Post> findOpen(const Path& path) const;

  /// Next values. Posts given by withPost are open: they hide what is on disk.
  [[nodiscard]] Site withPost(std::shared_ptr<const Post> post) const;
  [[nodiscard]] Site withoutPost(const Path& path) const;  // closed: its base facts count again
  [[nodiscard]] Site withFiles(std::vector<FileInfo> files) const;
  [[nodiscard]] Site withFacts(std::shared_ptr<const FactsOf> facts, bool complete) const;
  [[nodiscard]] Site withData(DataKeysOf data) const;

 private:
  const Generator* generator_;
  const Theme* theme_ = nullptr;
  std::shared_ptr<const Config> config_;
  std::shared_ptr<const std::vector<FileInfo>> files_;
  std::shared_ptr<const std::unordered_set<std::string>> paths_;  // files and folders
  std::shared_ptr<const DataKeysOf> data_;
  std::map<Path, std::shared_ptr<const Post>> open_;
  Index index_;
  bool complete_ = false;
};

/// The whole site read at once through `files`: what the command line and tests use. The server does the same in chunks
/// with the pieces below.
Site readSite(const Generator& generator, const Files& files);
/// The paths of a listing that are posts, pages … of this generator, in order.
std::vector<Path> postPaths(const Generator& generator, const Config& config, const std::vector<FileInfo>& files);
/// Keys of all data files that rules ask for.
DataKeysOf readData(const Generator& generator, const Files& files, const std::vector<FileInfo>& listing);

}  // namespace galley
