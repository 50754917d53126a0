// The null object: a folder of Markdown whose generator galley does not know. Only what every reader of front matter
// agrees on is said; no field, no rule of a site, no link. And its sister for generators that are known by their
// markers alone: some read front matter that is no YAML, or hold templates of posts, so nothing is said against it.
#include "analysis/generators/all.h"
#include "analysis/links/links.h"

namespace galley {
namespace {

bool isMarkdown(const Path& path) {
  const std::string_view extension = path.extension();
  return extension == ".md" || extension == ".markdown" || extension == ".mdx";
}

Config configOf(const Files&) { return {}; }

std::optional<PostKind> kindOf(const Path& path, const Config&) {
  return isMarkdown(path) ? std::optional(PostKind::page) : std::nullopt;
}

Dates datesOf(const Post&, const Config&) { return {}; }

std::string titleOf(const Post& post, const Config& config) {
  const Value* own = findValue(post, config, "title");
  return own == nullptr ? std::string{} : own->text;
}

std::vector<Term> termsOf(const Post& post, const Config& config) {
  std::vector<Term> terms;
  for (const std::string_view key : {"tags", "categories", "keywords"}) {
    const Value* value = findValue(post, config, key);
    if (value == nullptr) continue;
    for (const Value& item : value->items) {
      if (item.kind == Value::Kind::scalar)
        terms.push_back({.taxonomy = std::string(key), .name = item.text, .span = item.span});
    }
  }
  return terms;
}

Layouts layoutsOf(const Site&) { return {}; }
bool publishes(const Path&, const Config&) { return true; }

// Some readers turn tabs into blanks first.
constexpr Mistake forgiven[] = {Mistake::tabIndent};

constexpr Taxonomy taxonomies[] = {{.name = "tags", .key = "tags"},
                                   {.name = "categories", .key = "categories"},
                                   {.name = "keywords", .key = "keywords"}};
constexpr std::string_view extensions[] = {".md", ".markdown"};
constexpr const LinkForm* links[] = {&remote, &root, &relative};
constexpr const LinkForm* fieldLinks[] = {&remote, &fromRoot};

constexpr Mistake everyMistake[] = {
    Mistake::notClosed,     Mistake::tabIndent,      Mistake::colonInValue,  Mistake::noSpaceAfterColon,
    Mistake::unclosedQuote, Mistake::textAfterQuote, Mistake::reservedStart, Mistake::unclosedBracket,
    Mistake::badIndent,     Mistake::badListItem,    Mistake::notAnEntry,    Mistake::fullWidthColon,
    Mistake::badEscape,     Mistake::undefinedAlias, Mistake::invalidUtf8,   Mistake::controlCharacter,
    Mistake::hashStart,     Mistake::duplicateKey,   Mistake::other,
};

Config unreadConfigOf(const Files&) {
  Config config;
  config.uncertain = {
      "this site's generator: galley does not know how it reads front matter, and says nothing against it"};
  return config;
}

constexpr Generator markdownWith(std::span<const Mistake> tolerated, Config (*config)(const Files&)) {
  return {
      .name = "plain",
      .markers = {},
      .forgiven = tolerated,
      .fields = {},
      .taxonomies = taxonomies,
      .themes = {},
      .consequences = {},
      .links = links,
      .fieldLinks = fieldLinks,
      .extensions = extensions,
      .configOf = config,
      .kindOf = kindOf,
      .datesOf = datesOf,
      .termsOf = termsOf,
      .titleOf = titleOf,
      .layoutsOf = layoutsOf,
      .publishes = publishes,
  };
}

}  // namespace

constinit const Generator plain = markdownWith(forgiven, configOf);
constinit const Generator unread = markdownWith(everyMistake, unreadConfigOf);

}  // namespace galley
