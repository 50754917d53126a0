// See the header.
#include "server/workspace.h"

#include <algorithm>
#include <ctime>
#include <utility>

#include "analysis/generators/all.h"
#include "server/convert.h"
#include "server/log.h"
#include "server/site_roots.h"

namespace galley::server {

namespace {

Path relativeTo(std::string_view root, std::string_view path) { return Path(path.substr(root.size())); }

std::string parentOf(const std::string& path) {
  const auto slash = path.rfind('/');
  return slash == 0 || slash == std::string::npos ? "/" : path.substr(0, slash);
}

/// For documents that are no files: they have a text, and nothing around it.
class NoFiles final : public Files {
 public:
  [[nodiscard]] std::vector<FileInfo> list() const override { return {}; }
  [[nodiscard]] std::optional<std::string> read(const Path&) const override { return std::nullopt; }
  [[nodiscard]] std::optional<std::string> head(const Path&, std::size_t) const override { return std::nullopt; }
  [[nodiscard]] bool exists(const Path&) const override { return false; }
};

/// A name for a document that has none on a disk, so that it counts as one more post.
Path pathOfUntitled(const std::string& uri) {
  const auto colon = uri.find(':');
  const std::string name = "untitled " + (colon == std::string::npos ? uri : uri.substr(colon + 1));
  return Path(name.ends_with(".md") ? name : name + ".md");
}

bool isLookedAt(const Site& site, const Path& path, std::string_view languageId) {
  return languageId.find("markdown") != std::string_view::npos ||
         site.generator().kindOf(path, site.config()).has_value();
}

std::string edited(const Text& text, const lsp::TextDocumentContentChangeEvent& change, Encoding encoding) {
  if (!change.range) return change.text;
  const Span span = spanOf(text, *change.range, encoding);
  std::string bytes;
  bytes.reserve(text.size() - span.size() + change.text.size());
  return bytes.append(text.bytes(), 0, span.begin).append(change.text).append(text.bytes(), span.end);
}

}  // namespace

Workspace::Workspace(Scheduler& scheduler, Disk disk, Events events)
    : scheduler_(scheduler), disk_(std::move(disk)), events_(std::move(events)) {}

Workspace::~Workspace() { stop_.request_stop(); }

Workspace::Place& Workspace::placeAt(const std::string& root) {
  const auto [found, isNew] = places_.try_emplace(root);
  Place& place = found->second;
  if (!isNew) return place;
  place.facts = std::make_shared<FactsOf>();
  if (root.empty()) {
    place.files = std::make_shared<NoFiles>();
    place.base = std::make_shared<Site>(Site(plain, *place.files).withFacts(place.facts, true));
  } else {
    place.files = disk_(root);
    const Detected detected = detect(*place.files);
    const Generator& generator =
        detected.generator != nullptr && detected.strength != Detected::Strength::none ? *detected.generator : plain;
    log(LogLevel::info, root + " is a site of " + std::string(generator.name));
    place.base = std::make_shared<Site>(generator, *place.files);
  }
  place.site = place.base;
  if (!root.empty()) read(root);
  return place;
}

void Workspace::read(const std::string& root) {
  const auto found = places_.find(root);
  if (found == places_.end() || root.empty()) return;
  Place& place = found->second;
  if (place.reading) {
    place.stale = true;
    return;
  }
  place.stale = false;
  auto reading = std::make_shared<Reading>();
  reading->files = place.files;
  reading->generator = &place.base->generator();
  reading->before = place.base;
  reading->factsBefore = place.facts;
  reading->configHashBefore = place.configHash;
  reading->changed = std::exchange(place.changed, {});
  reading->stop = stop_.get_token();
  place.reading = reading;
  readOn(root, reading);
}

void Workspace::readOn(const std::string& root, const std::shared_ptr<Reading>& reading) {
  scheduler_.run([reading] { reading->step(); },
                 [this, root, reading] {
                   const auto found = places_.find(root);
                   if (found == places_.end() || found->second.reading != reading) {  // dropped meanwhile
                     if (events_.reading) events_.reading(root, reading->todo.size(), reading->todo.size());
                     return;
                   }
                   Place& place = found->second;
                   const bool done = reading->done() || !reading->site || reading->stop.stop_requested();
                   if (reading->isFirst() && events_.reading)
                     events_.reading(root, reading->next, reading->todo.size());
                   if (done) place.reading = nullptr;
                   if (std::exchange(reading->fresh, false)) swap(root, place, *reading);
                   if (!done)
                     readOn(root, reading);
                   else if (place.stale)
                     read(root);
                 });
}

void Workspace::swap(const std::string& root, Place& place, const Reading& reading) {
  place.base = reading.site;
  place.site = place.base;
  place.facts = reading.swapped;
  place.configHash = reading.configHash;
  ++place.revision;
  for (auto& [key, document] : documents_)
    if (document.root == root) document.post = nullptr;
  if (events_.changed) events_.changed(root);
}

// -- folders and roots

void Workspace::addFolder(const std::string& folder) {
  folders_.insert(folder);
  // A folder without any marker may hold everything: it becomes a site when a document in it is opened.
  if (siteAround(folder, disk_).recognised) placeAt(rootOf(folder));
  rehome();
}

void Workspace::removeFolder(const std::string& folder) {
  folders_.erase(folder);
  rehome();
}

std::string Workspace::folderOf(const std::string& path) const {
  std::string longest;
  for (const std::string& folder : folders_)
    if (isBelow(path, folder) && folder.size() > longest.size()) longest = folder;
  return longest;
}

/// The root of the site that an absolute folder belongs to. Without any marker the editor's folder is as good as one.
std::string Workspace::rootOf(const std::string& folder) const {
  const SiteRoot around = siteAround(folder, disk_);
  std::string shown = around.recognised ? std::string() : folderOf(folder);
  if (!shown.empty()) return shown;
  return around.folder.empty() ? "/" : around.folder;
}

void Workspace::assign(Document& document) {
  if (const auto path = pathOfUri(document.uri)) {
    document.root = rootOf(parentOf(*path));
    document.path = relativeTo(document.root, *path);
    return;
  }
  document.path = pathOfUntitled(document.uri);
  document.root.clear();
  if (!document.uri.starts_with("untitled:")) return;
  // A new post has no place yet: it counts for the site that the editor shows, else for one that it has a file of.
  for (const auto& [root, place] : places_) {
    if (root.empty() || (!isShown(root) && !hasFileIn(root))) continue;
    if (document.root.empty() || (isShown(root) && !isShown(document.root))) document.root = root;
  }
  if (document.root.empty()) return;
  const Generator& generator = places_.at(document.root).site->generator();
  document.path = Path(generator.draftsFolder) / document.path.str();
}

bool Workspace::isShown(const std::string& root) const {
  return std::ranges::any_of(folders_,
                             [&](const std::string& folder) { return isBelow(folder, root) || isBelow(root, folder); });
}

bool Workspace::hasFileIn(const std::string& root) const {
  return std::ranges::any_of(
      documents_, [&](const auto& entry) { return entry.second.root == root && pathOfUri(entry.second.uri); });
}

/// Roots may have moved: a configuration appeared or went, or a folder did.
void Workspace::rehome() {
  for (auto& [key, document] : documents_) {
    const std::string before = document.root;
    const Path pathBefore = document.path;
    assign(document);
    if (document.root == before && document.path == pathBefore) continue;
    if (const auto place = places_.find(before); place != places_.end())
      place->second.site = std::make_shared<Site>(place->second.site->withoutPost(pathBefore));
    placeAt(document.root);
    document.post = nullptr;
    if (events_.changed) events_.changed(document.root);
  }
  dropUnused();
}

void Workspace::dropUnused() {
  const auto isUsed = [this](const std::string& root) {
    return std::ranges::any_of(documents_, [&](const auto& entry) { return entry.second.root == root; });
  };
  std::erase_if(places_, [&](const auto& entry) { return !isUsed(entry.first) && !isShown(entry.first); });
}

// -- documents

void Workspace::open(const lsp::TextDocumentItem& item) {
  const std::string key = keyOf(item.uri);
  if (documents_.contains(key)) close(item.uri);
  Document document{
      .uri = item.uri, .version = item.version, .text = Text(item.text), .root = {}, .path = {}, .post = {}};
  assign(document);
  const Place& place = placeAt(document.root);
  document.lookedAt = isLookedAt(*place.site, document.path, item.languageId);
  documents_.insert_or_assign(key, std::move(document));
}

void Workspace::change(const lsp::DidChangeTextDocumentParams& params) {
  const auto found = documents_.find(keyOf(params.textDocument.uri));
  if (found == documents_.end()) return;
  Document& document = found->second;
  for (const auto& change : params.contentChanges)
    document.text = Text(edited(document.text, change, client_.encoding));
  document.version = params.textDocument.version;
  document.post = nullptr;
}

void Workspace::close(const std::string& uri) {
  const auto found = documents_.find(keyOf(uri));
  if (found == documents_.end()) return;
  const Document document = std::move(found->second);
  documents_.erase(found);
  if (const auto place = places_.find(document.root); place != places_.end()) {
    place->second.site = std::make_shared<Site>(place->second.site->withoutPost(document.path));
    if (!document.root.empty() && pathOfUri(uri)) {
      place->second.changed.insert(document.path);  // what counts now is what was saved
      read(document.root);
    }
    if (events_.changed) events_.changed(document.root);
  }
  dropUnused();
}

const Document* Workspace::find(const std::string& uri) const {
  const auto found = documents_.find(keyOf(uri));
  return found == documents_.end() ? nullptr : &found->second;
}

std::vector<std::string> Workspace::openIn(const std::string& root) const {
  std::vector<std::string> uris;
  for (const auto& [key, document] : documents_)
    if (root.empty() || document.root == root) uris.push_back(document.uri);
  return uris;
}

void Workspace::filesChanged(const std::set<std::string>& paths) {
  const auto isMarker = [](std::string_view path) {
    for (const Generator* generator : allGenerators())
      for (const Marker& marker : generator->markers)
        if (path.ends_with(marker.path)) return true;
    return false;
  };
  if (std::ranges::any_of(paths, isMarker)) rehome();
  for (auto& [root, place] : places_) {
    bool touched = false;
    for (const std::string& path : paths) {
      if (root.empty() || !isBelow(path, root)) continue;
      place.changed.insert(relativeTo(root, path));
      touched = true;
    }
    if (touched) read(root);
  }
}

void Workspace::lookAgain(const std::string& uri) {
  if (const Document* document = find(uri)) read(document->root);
}

// -- snapshots

void Workspace::parseStale() {
  for (auto& [key, document] : documents_) {
    if (document.post || !document.lookedAt || document.text.size() > maxDocument) continue;
    Place& place = placeAt(document.root);
    document.post = parsePost(document.path, document.text, place.site->generator(), place.site->config());
    place.site = std::make_shared<Site>(place.site->withPost(document.post));
  }
}

Snapshot Workspace::snapshot(std::stop_token stop) {
  parseStale();
  Snapshot snapshot{.client = client_, .sites = {}, .documents = documents_, .now = std::time(nullptr), .stop = {}};
  snapshot.stop = std::move(stop);
  for (const auto& [root, place] : places_)
    snapshot.sites.push_back({.root = root, .revision = place.revision, .files = place.files, .site = place.site});
  return snapshot;
}

}  // namespace galley::server
