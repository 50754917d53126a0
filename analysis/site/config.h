// What a site's configuration says, in one form for all generators: filled in by the generator's configOf.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/syntax/front_matter.h"
#include "analysis/text/path.h"

namespace galley {

struct Post;

/// Front-matter values that the configuration gives to the files of a folder (Jekyll's `defaults`).
struct FrontMatterDefault {
  std::string scope;  // a prefix of paths or a glob; empty: everywhere
  std::string type;   // posts, drafts, pages, a collection; empty: any
  std::vector<Entry> values;
};

struct Collection {
  std::string name;  // `tabs` of `_tabs/`
  bool output = false;
  std::string permalink{};
};

struct Config {
  std::vector<Path> files;  // those that were read, the main one first
  Value all;                // the main configuration as a map
  std::string baseUrl;      // scheme and host, no slash at the end
  std::string basePath;     // `/blog` or empty
  std::string timeZone;     // IANA name; empty: UTC
  std::string permalink;
  std::string theme;  // as named by the configuration or a Gemfile: `minima`, `owner/name`; empty: none
  std::vector<std::string> plugins;
  std::vector<std::string> exclude, include;
  bool hostedBuild = false;  // the host's own build may be used, with its plug-ins and its theme
  /// Relative addresses in Markdown are taken from the file's folder where a file is there.
  enum class RelativeToFile { no, yes, perhaps } relativeToFile = RelativeToFile::no;
  std::vector<Path> unknownFolders;  // their files come from elsewhere (git submodules): nothing is missing there
  std::vector<Collection> collections;
  std::string collectionsFolder;
  std::vector<FrontMatterDefault> defaults;
  bool strictFrontMatter = false;
  bool future = false;                         // posts dated in the future are published
  std::map<std::string, std::string> folders;  // renamed folders: `layouts` → `_layouts`
  std::vector<std::string> uncertain;          // what galley knows that it does not know, for people
};

/// A front-matter value of a post: its own, else that of the defaults (the longer scope wins, then the one with a
/// type), or null. An entry whose value could not be decoded is null, too.
const Value* findValue(const Post& post, const Config& config, std::string_view dottedPath);
/// The name of the collection that a document is of: `notes` of `_notes/a/b.md`.
std::string_view collectionOf(const Path& path, const Config& config);
/// The value at a dotted path of a map, or null.
const Value* findIn(const Value& map, std::string_view dottedPath);

}  // namespace galley
