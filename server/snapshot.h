// The workspace at one moment, as a value: what every reader gets, and what no later change touches. Any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "analysis/site/post.h"
#include "analysis/site/site.h"
#include "analysis/site/view.h"
#include "analysis/text/text.h"
#include "protocol/types/lifecycle.h"
#include "server/settings.h"

namespace galley::server {

/// Texts above this size are kept, but not looked at.
inline constexpr std::size_t maxDocument = 8 * 1024 * 1024;  // bytes

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

/// The absolute path of a file of a site.
std::string absolutePath(const SiteAt& at, const Path& path);

/// The key of a document: its path where it has one, else its URI. Two spellings of a URI are one document.
std::string keyOf(const std::string& uri);

}  // namespace galley::server
