// A value outside of those that its key understands, and `draft: true` where it keeps nothing back.
// Where the list of values is not known for certain (a theme's may be longer in its next version), only a value that
// is very near one of them is reported.
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/rules/known_entries.h"
#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

static void checkScalar(const Post& post, const KnownEntry& known, const Value& value, const Report& report) {
  if (value.kind != Value::Kind::scalar || value.text.empty() || isSmartQuoted(value.text)) return;
  const Field& field = *known.field;
  if (std::ranges::find(field.allowed, value.text) != field.allowed.end()) return;
  const std::vector<std::string> allowed(field.allowed.begin(), field.allowed.end());
  const std::string* meant = findMeant(value.text, allowed);
  if (meant == nullptr && !field.seen) return;
  Finding finding{
      .span = value.span,
      .message =
          joined(code(known.path) + " understands " + anyOf(allowed) + ", not " + code(value.text) + ".", field.note)};
  if (meant != nullptr) {
    finding.help = "Did you mean " + code(*meant) + "?";
    finding.fix = Fix{.title = "Write " + code(*meant), .safe = false, .edits = {replaceScalar(post, value, *meant)}};
  }
  report(std::move(finding));
}

static void checkDraft(const View& view, const Post& post, const Report& report) {
  const std::string_view becomes = consequenceOf(view.site.generator(), Breakage::draftKey, post.kind);
  const Entry* draft = becomes.empty() ? nullptr : post.frontMatter.find("draft");
  if (draft == nullptr || booleanOf(draft->value, view.site.generator().yaml) != true) return;
  const Value* published = view.site.findValue(post, "published");
  if (published != nullptr && booleanOf(*published, view.site.generator().yaml) == false) return;
  Finding finding{.span = draft->span, .message = std::string(becomes)};
  if (published == nullptr && view.site.findField("published") != nullptr) {
    finding.help = "`published: false` keeps it back.";
    finding.fix = Fix{.title = "Write `published: false`", .safe = false, .edits = {{draft->span, "published: false"}}};
  }
  report(std::move(finding));
}

static void check(const View& view, const Post& post, const Report& report) {
  checkDraft(view, post, report);
  for (const KnownEntry& known : knownEntries(view.site, post)) {
    if (known.field->allowed.empty()) continue;
    const Value& value = known.entry->value;
    if (value.kind == Value::Kind::list)
      for (const Value& item : value.items) checkScalar(post, known, item, report);
    else
      checkScalar(post, known, value, report);
  }
}

extern constinit const Rule badValue{
    .id = "bad-value",
    .severity = Severity::warning,
    .scope = Scope::post,
    .says = "A value is none of those that its key understands.",
    .why =
        "A value that a generator or theme does not understand is passed over in silence. The most expensive one is "
        "`draft: true` where the generator knows drafts by their folder alone: the post is out.",
    .example = R"(
@@ _posts/2024-03-05-not-yet.md
---
title: Not yet
layout: post
draft: true
^^^^^^^^^^^ bad-value: publishes this post all the same
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Not yet
layout: post
published: false
---
Text.
)",
    .check = check,
};

}  // namespace galley
