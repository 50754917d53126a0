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

#include "analysis/site/site.h"
#include "protocol/types/document.h"
#include "server/disk.h"
#include "server/reading.h"
#include "server/scheduler.h"
#include "server/snapshot.h"

namespace galley::server {

class Workspace {
 public:
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

}  // namespace galley::server
