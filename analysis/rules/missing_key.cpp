// A key that the generator or the theme needs on a post, and neither the post nor the configuration's defaults give.
// Which keys are needed is the fields' word (Field::required); most generators need none. A plugin may give what seems
// to be missing, so the site's other posts must have the key.
#include <algorithm>
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

/// True if there are three other posts or more, and nine in ten of them have the key.
static bool othersHave(const View& view, const Post& post, std::string_view key) {
  std::size_t others = 0;
  std::size_t having = 0;
  for (const Facts* facts : view.site.index().all()) {
    stopHere(view);
    if (facts->path == post.path || facts->kind != post.kind) continue;
    ++others;
    having += std::ranges::find(facts->keys, key) != facts->keys.end() ? 1 : 0;
  }
  return others >= 3 && having * 10 >= others * 9;
}

static void check(const View& view, const Post& post, const Report& report) {
  const FrontMatter& frontMatter = post.frontMatter;
  if (post.kind != PostKind::post || frontMatter.format == FrontMatterFormat::none || !frontMatter.readable()) return;
  for (const Field* field : view.site.fields()) {
    if (!field->required || view.site.findValue(post, field->key) != nullptr) continue;
    if (!othersHave(view, post, field->key)) continue;
    report({.span = frontMatter.openFence,
            .message = joined("The key " + code(field->key) + " is missing.", field->note),
            .help = std::string(field->says)});
  }
}

extern constinit const Rule missingKey{
    .id = "missing-key",
    .severity = Severity::warning,
    .scope = Scope::site,
    .says = "A key is missing that the generator or the theme needs.",
    .why =
        "Some generators drop a page without a title, some themes show an empty place. Only keys whose absence is "
        "known to do harm are asked for, only where the site's other posts have them, and a value from the "
        "configuration's "
        "defaults counts.",
    .example = R"(
@@ _posts/2024-03-07-moss.md
---
^^^ missing-key: The key `layout` is missing
title: Moss
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
@@ _posts/2024-01-01-a.md
---
layout: post
---
@@ _posts/2024-01-02-b.md
---
layout: post
---
@@ _posts/2024-01-03-c.md
---
layout: post
---
)",
    .repaired = R"(---
title: Moss
layout: post
---
Text.
)",
    .check = check,
};

}  // namespace galley
