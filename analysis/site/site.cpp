// See the header.
#include "analysis/site/site.h"

#include <algorithm>

#include "analysis/syntax/json.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

const Theme* themeOf(const Generator& generator, const Config& config, const Files& files) {
  for (const Theme* theme : generator.themes) {
    if (std::find(theme->gems.begin(), theme->gems.end(), config.theme) != theme->gems.end()) return theme;
  }
  if (!config.theme.empty()) return nullptr;
  for (const Theme* theme : generator.themes) {
    if (!theme->files.empty() && std::all_of(theme->files.begin(), theme->files.end(),
                                             [&](std::string_view file) { return files.exists(Path(file)); }))
      return theme;
  }
  return nullptr;
}

}  // namespace

Site::Site(const Generator& generator, const Files& files)
    : generator_(&generator),
      config_(std::make_shared<Config>(generator.configOf(files))),
      files_(std::make_shared<std::vector<FileInfo>>()),
      paths_(std::make_shared<std::unordered_set<std::string>>()),
      data_(std::make_shared<DataKeysOf>()) {
  theme_ = themeOf(generator, *config_, files);
}

const Field* Site::findField(std::string_view dottedPath) const {
  const auto find = [&](std::span<const Field> fields) -> const Field* {
    for (const Field& field : fields) {
      if (field.key == dottedPath) return &field;
    }
    return nullptr;
  };
  if (theme_ != nullptr) {
    if (const Field* field = find(theme_->fields)) return field;
  }
  return find(generator_->fields);
}

std::vector<const Field*> Site::fields() const {
  std::vector<const Field*> all;
  if (theme_ != nullptr) {
    for (const Field& field : theme_->fields) all.push_back(&field);
  }
  const std::size_t themes = all.size();
  for (const Field& field : generator_->fields) {
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(themes);
    if (std::none_of(all.begin(), end, [&](const Field* one) { return one->key == field.key; })) all.push_back(&field);
  }
  return all;
}

const Value* Site::findValue(const Post& post, std::string_view dottedPath) const {
  return galley::findValue(post, *config_, dottedPath);
}

bool Site::hasFile(const Path& path) const { return paths_->contains(path.str()); }
bool Site::hasFolder(const Path& path) const { return path.empty() || paths_->contains(path.str() + "/"); }

std::vector<Path> Site::nearestFiles(const Path& missing, std::size_t most) const {
  const std::string name = folded(missing.name());
  const std::string stem = folded(missing.stem());
  const Path folder = missing.parent();
  std::vector<std::pair<std::size_t, const Path*>> ranked;
  for (const FileInfo& file : *files_) {
    const bool here = file.path.parent() == folder;
    const std::string other = folded(file.path.name());
    if (other == name) {
      ranked.emplace_back(here ? 0 : 1, &file.path);
    } else if (here && folded(file.path.stem()) == stem) {
      ranked.emplace_back(2, &file.path);
    } else if (here) {
      const std::size_t limit = std::max<std::size_t>(1, stem.size() / 4);
      const std::size_t away = distance(name, other, limit);
      if (away <= limit) ranked.emplace_back(2 + away, &file.path);
    }
  }
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<Path> nearest;
  for (std::size_t i = 0; i < ranked.size() && i < most; ++i) nearest.push_back(*ranked[i].second);
  return nearest;
}

const DataKeys* Site::dataKeys(std::string_view name) const {
  const auto found = data_->find(std::string(name));
  return found == data_->end() ? nullptr : &found->second;
}

std::shared_ptr<const Post> Site::findOpen(const Path& path) const {
  const auto found = open_.find(path);
  return found == open_.end() ? nullptr : found->second;
}

namespace {

std::shared_ptr<const FactsOf> overlayOf(const std::map<Path, std::shared_ptr<const Post>>& open, const Site& site) {
  auto overlay = std::make_shared<FactsOf>();
  for (const auto& [path, post] : open) {
    overlay->emplace(path, std::make_shared<Facts>(factsOf(*post, site.generator(), site.config())));
  }
  return overlay;
}

}  // namespace

Site Site::withPost(std::shared_ptr<const Post> post) const {
  Site next = *this;
  next.open_[post->path] = std::move(post);
  next.index_ = index_.withOverlay(overlayOf(next.open_, next));
  return next;
}

Site Site::withoutPost(const Path& path) const {
  Site next = *this;
  next.open_.erase(path);
  next.index_ = index_.withOverlay(overlayOf(next.open_, next));
  return next;
}

Site Site::withFiles(std::vector<FileInfo> files) const {
  auto paths = std::make_shared<std::unordered_set<std::string>>();
  paths->reserve(files.size() * 2);
  for (const FileInfo& file : files) {
    paths->insert(file.path.str());
    for (Path folder = file.path.parent(); !folder.empty(); folder = folder.parent()) {
      if (!paths->insert(folder.str() + "/").second) break;
    }
  }
  Site next = *this;
  next.files_ = std::make_shared<std::vector<FileInfo>>(std::move(files));
  next.paths_ = std::move(paths);
  return next;
}

Site Site::withFacts(std::shared_ptr<const FactsOf> facts, bool complete) const {
  Site next = *this;
  next.index_ = Index(std::move(facts)).withOverlay(overlayOf(next.open_, next));
  next.complete_ = complete;
  return next;
}

Site Site::withData(DataKeysOf data) const {
  Site next = *this;
  next.data_ = std::make_shared<DataKeysOf>(std::move(data));
  return next;
}

std::vector<Path> postPaths(const Generator& generator, const Config& config, const std::vector<FileInfo>& files) {
  std::vector<Path> paths;
  for (const FileInfo& file : files) {
    if (generator.kindOf(file.path, config)) paths.push_back(file.path);
  }
  return paths;
}

DataKeysOf readData(const Generator& generator, const Files& files, const std::vector<FileInfo>& listing) {
  DataKeysOf keys;
  if (generator.dataFolder.empty()) return keys;
  const Path folder(generator.dataFolder);
  for (const FileInfo& file : listing) {
    const std::string_view extension = file.path.extension();
    if (file.path.parent() != folder || file.path.stem() != "authors") continue;
    const bool json = extension == ".json";
    if (!json && extension != ".yml" && extension != ".yaml") continue;
    const auto bytes = files.read(file.path);
    if (!bytes) continue;
    const DataFile data = json ? parseJson(Text(*bytes)) : parseYaml(Text(*bytes));
    if (!data.problems.empty()) continue;  // half of its keys would make the others unknown
    DataKeys& found = keys[std::string(file.path.stem())];
    found.file = file.path;
    for (const Entry& entry : data.value.entries) found.names.push_back(entry.key);
  }
  return keys;
}

Site readSite(const Generator& generator, const Files& files) {
  std::vector<FileInfo> listing = files.list();
  const Site site(generator, files);
  auto facts = std::make_shared<FactsOf>();
  for (const Path& path : postPaths(generator, site.config(), listing)) {
    auto bytes = files.read(path);
    if (!bytes) continue;
    const auto post = parsePost(path, Text(std::move(*bytes)), generator, site.config(), Depth::frontMatterOnly);
    facts->emplace_hint(facts->end(), path, std::make_shared<Facts>(factsOf(*post, generator, site.config())));
  }
  auto data = readData(generator, files, listing);
  return site.withFiles(std::move(listing)).withData(std::move(data)).withFacts(std::move(facts), true);
}

}  // namespace galley
