// The only mutable state: open documents, workspace folders, and the sites that they belong to. Owned by the loop's
// thread; readers get a Snapshot, a value that no later change touches. A site's listing and parsing runs on the pool,
// in pieces, and its next value is swapped in on the loop.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/site/post.h"
#include "analysis/site/site.h"
#include "analysis/site/view.h"
#include "analysis/text/text.h"
#include "protocol/types/document.h"
#include "protocol/types/lifecycle.h"
#include "server/disk.h"
#include "server/scheduler.h"
#include "server/settings.h"

namespace galley::server {

/// What is known of the client.
struct Client {
  lsp::ClientCapabilities can;
  Encoding encoding = Encoding::utf16;
  bool drawsPictures = true;  // in Markdown
  Settings settings;          // the only part that changes
};

/// A document that is open in the editor.
struct Document {
  std::string uri;  // as the client writes it
  std::int32_t version = 0;
  Text text;
  std::string root;                  // of its site
  Path path;                         // in its site
  bool lookedAt = true;              // false: of a kind that galley says nothing about, e.g. a configuration
  std::shared_ptr<const Post> post;  // the parse of `text`; null until it is asked for
};

/// One site in a snapshot.
struct SiteAt {
  std::string root;            // an absolute folder; empty for documents that are no files
  std::uint64_t revision = 0;  // counts what was read from the disk
  std::shared_ptr<const Files> files;
  std::shared_ptr<const Site> site;
};

/// A document, open or read from disk, with the site around it.
struct Opened {
  std::string uri;
  std::optional<std::int32_t> version;  // nothing: not open
  SiteAt at;
  std::shared_ptr<const Post> post;
};

/// The workspace at one moment, as a value. Any thread.
struct Snapshot {
  Client client;
  std::vector<SiteAt> sites;
  std::map<std::string, Document> documents;  // by the key of their URI
  std::int64_t now = 0;                       // seconds since 1970
  std::stop_token stop;

  /// The document, from the editor or else from the disk; nothing where there is none, where it is too large to be
  /// looked at, or where its URI names no file.
  [[nodiscard]] std::optional<Opened> open(const std::string& uri) const;
  /// The same for a file of a site.
  [[nodiscard]] std::optional<Opened> open(const SiteAt& at, const Path& path) const;
  [[nodiscard]] View view(const Opened& opened) const;
};

class Workspace {
 public:
  /// Documents above this size are kept, but not looked at.
  static constexpr std::size_t maxDocument = 8 * 1024 * 1024;  // bytes

  struct Events {
    /// What is true of the open documents of a site may have changed: its files were read. Empty: of all sites.
    std::function<void(const std::string& root)> changed;
    /// The first reading of a site: parsed of all posts; equal at its end.
    std::function<void(const std::string& root, std::size_t parsed, std::size_t all)> reading;
  };
  Workspace(Scheduler& scheduler, Disk disk, Events events);
  ~Workspace();
  Workspace(const Workspace&) = delete;
  Workspace& operator=(const Workspace&) = delete;

  void setClient(Client client) { client_ = std::move(client); }
  [[nodiscard]] const Client& client() const { return client_; }

  /// Folders that the editor shows, absolute. The site of each is read at once if one is recognised there.
  void addFolder(const std::string& folder);
  void removeFolder(const std::string& folder);

  void open(const lsp::TextDocumentItem& item);
  /// Does nothing for a document that is not open.
  void change(const lsp::DidChangeTextDocumentParams& params);
  void close(const std::string& uri);
  [[nodiscard]] const Document* find(const std::string& uri) const;
  /// URIs of the open documents of a site, of all for an empty root.
  [[nodiscard]] std::vector<std::string> openIn(const std::string& root) const;

  /// Files were created, changed or deleted; absolute paths. Every site that holds one looks at its disk again.
  void filesChanged(const std::set<std::string>& paths);
  /// Looks at the disk of a document's site again: for clients that do not watch files.
  void lookAgain(const std::string& uri);

  [[nodiscard]] Snapshot snapshot(std::stop_token stop);

 private:
  struct Reading;
  struct Place {
    std::shared_ptr<const Files> files;
    std::shared_ptr<const Site> base;  // what is on disk
    std::shared_ptr<const Site> site;  // with the open documents
    std::shared_ptr<const FactsOf> facts;
    std::uint64_t configHash = 0;
    std::uint64_t revision = 0;
    std::shared_ptr<Reading> reading;  // under way; null: none
    std::set<Path> changed;            // to be read again, once `reading` is done
    bool stale = false;                // the disk has to be looked at again
  };

  [[nodiscard]] std::string rootOf(const std::string& folder) const;
  Place& placeAt(const std::string& root);
  void assign(Document& document);
  void parseStale();
  void read(const std::string& root);
  void readOn(const std::string& root, const std::shared_ptr<Reading>& reading);
  void swap(const std::string& root, Place& place, const Reading& reading);
  void dropUnused();
  [[nodiscard]] bool isShown(const std::string& root) const;
  [[nodiscard]] bool hasFileIn(const std::string& root) const;
  void rehome();
  [[nodiscard]] std::string folderOf(const std::string& path) const;

  Scheduler& scheduler_;
  Disk disk_;
  Events events_;
  Client client_;
  std::set<std::string> folders_;
  std::map<std::string, Document> documents_;
  std::map<std::string, Place> places_;  // by root
  std::stop_source stop_;
};

/// The key of a document: its path where it has one, else its URI. Two spellings of a URI are one document.
std::string keyOf(const std::string& uri);

}  // namespace galley::server
