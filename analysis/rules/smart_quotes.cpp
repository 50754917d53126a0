// Typographic quotes around a whole value that is no prose: YAML takes them as part of the value. In titles and other
// prose they are the author's own; nothing is said there.
#include <algorithm>
#include <string>

#include "analysis/rules/known_entries.h"
#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"
#include "analysis/text/unicode.h"

namespace galley {

static bool isProse(const View& view, const KnownEntry& known) {
  const bool isTaxonomy = std::ranges::any_of(view.site.generator().taxonomies,
                                              [&](const Taxonomy& taxonomy) { return taxonomy.key == known.path; });
  const FieldType type = known.field->type;
  const bool isName = known.field->from != ValueSource::none || isTaxonomy || !known.field->allowed.empty();
  return !isName && (type == FieldType::any || has(type, FieldType::text));
}

static void checkScalar(const Field& field, const Value& value, const Report& report) {
  if (value.kind != Value::Kind::scalar || value.style != ScalarStyle::plain || !isSmartQuoted(value.text)) return;
  const std::size_t open = codePointAt(value.text, 0).length;
  std::size_t close = value.text.size() - 1;
  while (close > 0 && (static_cast<unsigned char>(value.text[close]) & 0xC0) == 0x80) --close;
  const std::string inner = value.text.substr(open, close - open);
  const bool isText =
      has(field.type, FieldType::text) || has(field.type, FieldType::path) || has(field.type, FieldType::list);
  const std::string instead = isText ? quotedIfNeeded(inner, true) : inner;
  report({.span = value.span,
          .message = "These typographic quotes are part of the value: YAML knows only `\"` and `'`.",
          .help = "Write " + code(instead) + ".",
          .fix = Fix{.title = "Take the quotes away", .safe = true, .edits = {{value.span, instead}}}});
}

static void check(const View& view, const Post& post, const Report& report) {
  for (const KnownEntry& known : knownEntries(view.site, post)) {
    if (isProse(view, known)) continue;
    const Value& value = known.entry->value;
    if (value.kind == Value::Kind::list)
      for (const Value& item : value.items) checkScalar(*known.field, item, report);
    else
      checkScalar(*known.field, value, report);
  }
}

extern constinit const Rule smartQuotes{
    .id = "smart-quotes",
    .severity = Severity::warning,
    .scope = Scope::post,
    .says = "Typographic quotes stand around a value.",
    .why =
        "Word processors, phones and chat programs turn straight quotes into “typographic” ones. YAML does not know "
        "them as quotes: the tag is called “travel” with its quotes, the layout is not found, `“false”` is true.",
    .example = R"(
@@ _posts/2024-03-10-walk.md
---
title: “Walk” and “Run”
layout: post
tags: [“travel”, hills]
       ^^^^^^^^ smart-quotes: part of the value
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: “Walk” and “Run”
layout: post
tags: [travel, hills]
---
Text.
)",
    .check = check,
};

}  // namespace galley
