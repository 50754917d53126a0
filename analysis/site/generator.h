// A site generator as a sheet of facts: the blank form that generators/*.cpp fill in. Features and rules ask the
// sheet, never which generator it is.
#pragma once

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/config.h"
#include "analysis/site/date.h"
#include "analysis/site/facts.h"
#include "analysis/site/field.h"
#include "analysis/site/files.h"
#include "analysis/site/post.h"

namespace galley {

class Site;
struct Rule;
struct LinkForm;

/// A file or folder that tells a generator. Strong ones (a configuration file) decide the root of a site; weak ones
/// count only where there is no strong one above.
struct Marker {
  std::string_view path;  // relative to the folder in question: `_config.yml`, `_posts`
  bool strong = true;
  std::string_view contains{};  // the file must hold this text, e.g. `jekyll` in a Gemfile
};

/// Which keys hold terms, and how their values are read.
struct Taxonomy {
  std::string_view name;     // `tags`
  std::string_view key;      // `tags`, `tag`: one row each
  bool splitBlanks = false;  // a plain string is several terms
  bool splitCommas = false;  // `a, b` is two
};

/// How a theme is recognised, and the keys that it adds.
struct Theme {
  std::string_view name;
  std::span<const std::string_view> gems{};   // names of gems and `owner/name` of remote themes
  std::span<const std::string_view> files{};  // a copied-in theme: all of these are there
  std::span<const Field> fields{};
  std::span<const std::string_view> layouts{};  // the layouts that it brings; empty: not known
  bool readsAuthors = false;                    // it looks authors up in the data file `authors`
  std::span<const std::string_view> assets{};   // folders and files that its gem brings: `assets/css`
  std::span<const LinkForm* const> links{};     // spellings that only its templates understand; asked first
};

/// What becomes of a page whose front matter has a mistake, for each way of breaking it: the words a diagnostic adds.
enum class Breakage {
  unreadable,
  unreadableStrict,  // where the configuration asks for strictness (Config::strictFrontMatter)
  notClosed,
  notUtf8,
  duplicateKey,
  badDate,    // of the front matter
  noSuchDay,  // 30 February: read as a day of March
  dateInFuture,
  unknownLayout,
  stringForBoolean,  // `"false"`
  draftKey,          // `draft: true` where it keeps nothing back
};
struct Consequence {
  Breakage breakage;
  PostKind kind;
  std::string_view says;  // a sentence for the author
};

/// The dates of a post as the generator reads them.
/// `problem` and `nameProblem` are sentences.
struct Dates {
  std::optional<DateTime> fromName;         // the file name's date
  std::optional<DateTime> fromFrontMatter;  // nothing also where it cannot be read
  std::optional<DateTime> effective;        // the one that counts
  std::string nameProblem{};                // why the date in the file name is none; empty: it is one, or none is there
  std::string problem{};                    // why the front matter's date cannot be read, for the author; empty: it can
};

/// Layouts a post may name. `complete` is false where a theme that galley does not know may bring more.
struct Layouts {
  std::vector<std::string> names;
  bool complete = false;
  std::string_view none{};  // the name that stands for no layout at all; empty: there is none
};

/// What becomes of a post's front matter.
enum class Fate {
  read,   // it is read as it stands
  none,   // there is none, or the generator sees none: its lines are text
  lost,   // it is dropped: the page is published without it
  fatal,  // the build stops, or the page is left out with a message
};

/// The address of a page as far as it can be known.
struct PageUrl {
  std::string path;  // from the root of the site, without the base path, not encoded: `/2020/01/05/x.html`
  /// False where a part of it cannot be known (a draft's date): `*` stands for that part.
  bool certain = true;
};

struct Generator {
  std::string_view name;
  std::span<const Marker> markers{};
  const Dialect* dialect = &commonMark;
  const TemplateSyntax* templates = &noTemplates;
  YamlSchema yaml = YamlSchema::core;
  FrontMatterSyntax frontMatter{};
  bool needsFrontMatter = false;        // a file without it is copied as it is
  std::string_view draftsFolder{};      // where a new post is at home before it has a date; empty: anywhere
  std::string_view dataFolder{};        // `_data`; empty: none that galley reads
  std::span<const Mistake> forgiven{};  // what its reader lets pass, though YAML does not
  std::span<const Field> fields{};
  std::span<const Taxonomy> taxonomies{};
  std::span<const Theme* const> themes{};
  std::span<const Consequence> consequences{};
  std::span<const LinkForm* const> links{};
  std::span<const LinkForm* const> fieldLinks{};   // spellings of front-matter values that name a file
  std::span<const std::string_view> extensions{};  // of Markdown files, lower case, with dot

  Config (*configOf)(const Files& files) = nullptr;
  /// What a path is; nothing: galley does not look at it (skipped by the generator, no Markdown).
  std::optional<PostKind> (*kindOf)(const Path& path, const Config& config) = nullptr;
  Dates (*datesOf)(const Post& post, const Config& config) = nullptr;
  std::vector<Term> (*termsOf)(const Post& post, const Config& config) = nullptr;
  std::string (*titleOf)(const Post& post, const Config& config) = nullptr;
  Layouts (*layoutsOf)(const Site& site) = nullptr;
  /// Which Markdown a post is, of which path and front matter are known; null: `dialect` always.
  const Dialect* (*dialectOf)(const Post& post, const Config& config) = nullptr;
  /// Which template tags run in a post, of which path and front matter are known; null: `templates` always.
  const TemplateSyntax* (*templatesOf)(const Post& post, const Config& config) = nullptr;
  Fate (*fateOf)(const Post& post, const Config& config) = nullptr;
  /// Nothing: it has no page, or its address cannot be known. Null: galley knows no addresses here, and no missing file
  /// is certain.
  std::optional<PageUrl> (*urlOf)(const Post& post, const Config& config) = nullptr;
  /// True if the built site has this file at its own path (pictures, downloads).
  bool (*publishes)(const Path& path, const Config& config) = nullptr;

  [[nodiscard]] bool forgives(Mistake mistake) const {
    return std::find(forgiven.begin(), forgiven.end(), mistake) != forgiven.end();
  }
};

/// The consequence of a breakage for a post, or an empty string.
std::string_view consequenceOf(const Generator& generator, Breakage breakage, PostKind kind);

/// What the site knows of a post: the base of the index, and what other posts see.
Facts factsOf(const Post& post, const Generator& generator, const Config& config);

}  // namespace galley
