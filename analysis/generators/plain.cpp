// The null object: a folder of Markdown whose generator galley does not know. Only what every reader of front matter
// agrees on is said; no field, no rule of a site, no link.
#include "analysis/generators/plain.h"

#include "analysis/generators/all.h"
#include "analysis/links/links.h"

namespace galley {
namespace plain_markdown {

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

}  // namespace plain_markdown

namespace {

// Some readers turn tabs into blanks first.
constexpr Mistake forgiven[] = {Mistake::tabIndent};
constexpr const LinkForm* links[] = {&remote, &root, &relative};
constexpr const LinkForm* fieldLinks[] = {&remote, &fromRoot};

constexpr Generator plainSheet() {
  Generator sheet = plain_markdown::sheet(links, fieldLinks);
  sheet.forgiven = forgiven;
  return sheet;
}

}  // namespace

constinit const Generator plain = plainSheet();

}  // namespace galley
