// See the header.
#include "server/reading.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "server/snapshot.h"

namespace galley::server {

namespace {

constexpr std::size_t piece = 64;  // posts

/// Facts hold as long as the configuration, which says how posts are read, is the same.
std::uint64_t hashOfConfig(const Config& config, const Files& files) {
  std::string all;
  for (const Path& path : config.files) all.append(path.str()).append(1, '\0').append(files.read(path).value_or(""));
  return hashOf(all);
}

/// The paths of a listing that are as they were.
std::set<Path> unchanged(const std::vector<FileInfo>& listing, const std::vector<FileInfo>& before,
                         const std::set<Path>& changed) {
  std::map<Path, const FileInfo*> known;
  for (const FileInfo& file : before) known.emplace(file.path, &file);
  std::set<Path> same;
  for (const FileInfo& file : listing) {
    const auto old = known.find(file.path);
    if (old != known.end() && old->second->size == file.size && old->second->modified == file.modified &&
        !changed.contains(file.path))
      same.insert(file.path);
  }
  return same;
}

}  // namespace

void Reading::step() {
  if (!site)
    list();
  else
    parse();
  if (done() ? !differs_ : !isFirst() || next < swapAt_) return;
  swapped = std::make_shared<FactsOf>(facts_);
  site = std::make_shared<Site>(site->withFacts(swapped, done()));
  swapAt_ = std::max(piece, next * 4);  // so that all the values together cost no more than twice the last
  fresh = true;
}

void Reading::list() {
  const Site now(*generator, *files);
  configHash = hashOfConfig(now.config(), *files);
  std::vector<FileInfo> listing = files->list();
  const bool sameConfig = configHash == configHashBefore;
  const auto same = sameConfig ? unchanged(listing, before->files(), changed) : std::set<Path>();
  differs_ = isFirst() || !sameConfig || same.size() != listing.size() || listing.size() != before->files().size();
  for (Path& path : postPaths(*generator, now.config(), listing)) {
    const auto old = same.contains(path) ? factsBefore->find(path) : factsBefore->end();
    if (old != factsBefore->end())
      facts_.emplace(std::move(path), old->second);
    else
      todo.push_back(std::move(path));
  }
  auto data = readData(*generator, *files, listing);
  site = std::make_shared<Site>(now.withFiles(std::move(listing)).withData(std::move(data)));
}

void Reading::parse() {
  for (const std::size_t end = std::min(next + piece, todo.size()); next < end && !stop.stop_requested(); ++next) {
    auto bytes = files->read(todo[next]);
    if (!bytes || bytes->size() > maxDocument) continue;
    const auto post =
        parsePost(todo[next], Text(std::move(*bytes)), *generator, site->config(), Depth::frontMatterOnly);
    facts_.emplace(todo[next], std::make_shared<Facts>(factsOf(*post, *generator, site->config())));
  }
}

}  // namespace galley::server
