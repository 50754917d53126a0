// A value that the site does not have: an author who is not in the data file of authors, where the theme looks there.
// Silent without such a file, and without a theme that is known to read it.
#include <algorithm>
#include <string>

#include "analysis/rules/known_entries.h"
#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

static void checkName(const Post& post, const KnownEntry& known, const Value& value, const DataKeys& authors,
                      const Report& report) {
  if (value.kind != Value::Kind::scalar || value.text.empty() || isSmartQuoted(value.text)) return;
  const std::vector<std::string>& names = authors.names;
  if (std::ranges::find(names, value.text) != names.end()) return;
  Finding finding{.span = value.span,
                  .message = joined(
                      code(value.text) + " is not in " + code(authors.file.str()) + ": the theme finds no such author.",
                      known.field->note)};
  if (const std::string* meant = findMeant(value.text, names)) {
    finding.help = "Did you mean " + code(*meant) + "?";
    finding.fix = Fix{.title = "Write " + code(*meant), .safe = false, .edits = {replaceScalar(post, value, *meant)}};
  } else if (!names.empty() && names.size() <= 12) {
    finding.help = "The site has " + anyOf(names) + ".";
  }
  report(std::move(finding));
}

static void check(const View& view, const Post& post, const Report& report) {
  const Theme* theme = view.site.theme();
  if (theme == nullptr || !theme->readsAuthors) return;
  const DataKeys* authors = view.site.dataKeys("authors");
  if (authors == nullptr || authors->names.empty()) return;
  for (const KnownEntry& known : knownEntries(view.site, post)) {
    if (known.field->from != ValueSource::authors) continue;
    const Value& value = known.entry->value;
    if (value.kind == Value::Kind::list)
      for (const Value& item : value.items) checkName(post, known, item, *authors, report);
    else
      checkName(post, known, value, *authors, report);
  }
}

extern constinit const Rule unknownValue{
    .id = "unknown-value",
    .severity = Severity::warning,
    .scope = Scope::site,
    .says = "The site does not have this value.",
    .why =
        "Some themes look the author of a post up in a data file. A name that is not there gives the site's own "
        "author, or none, and nobody says so.",
    .example = R"(
@@ _posts/2024-03-09-guest.md
---
title: A guest
layout: single
author: jnae
        ^^^^ unknown-value: `jnae` is not in `_data/authors.yml`
---
Text.
@@ _config.yml
title: A blog
theme: minimal-mistakes-jekyll
@@ _data/authors.yml
jane:
  name: Jane
kim:
  name: Kim
)",
    .repaired = R"(---
title: A guest
layout: single
author: jane
---
Text.
)",
    .check = check,
};

}  // namespace galley
