// A layout without its file. Silent where a theme that is not there may bring more layouts than galley knows.
#include <algorithm>
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

static void check(const View& view, const Post& post, const Report& report) {
  const Generator& generator = view.site.generator();
  const Entry* entry = post.frontMatter.find("layout");
  if (generator.layoutsOf == nullptr || entry == nullptr || entry->value.kind != Value::Kind::scalar) return;
  const Value& value = entry->value;
  if (typeOf(value, generator.yaml) == ScalarType::null || value.text.empty() || isSmartQuoted(value.text)) return;
  const Layouts layouts = generator.layoutsOf(view.site);
  if (value.text == layouts.none) return;
  if (!layouts.complete || std::ranges::find(layouts.names, value.text) != layouts.names.end()) return;

  Finding finding{.span = value.span,
                  .message = joined("There is no layout " + code(value.text) + ".",
                                    consequenceOf(generator, Breakage::unknownLayout, post.kind))};
  if (const std::string* meant = findMeant(value.text, layouts.names)) {
    finding.help = "Did you mean " + code(*meant) + "?";
    finding.fix =
        Fix{.title = "Use the layout " + code(*meant), .safe = false, .edits = {replaceScalar(post, value, *meant)}};
  } else if (!layouts.names.empty() && layouts.names.size() <= 12) {
    finding.help = "The site has " + anyOf(layouts.names) + ".";
  }
  report(std::move(finding));
}

extern constinit const Rule unknownLayout{
    .id = "unknown-layout",
    .severity = Severity::error,
    .scope = Scope::site,
    .says = "The layout does not exist.",
    .why =
        "A page whose layout is not found comes out bare: no head, no style, no navigation. Letter case counts, and "
        "the name is written without its extension.",
    .example = R"(
@@ _posts/2024-03-08-wind.md
---
title: Wind
layout: psot
        ^^^^ unknown-layout: There is no layout `psot`
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Wind
layout: post
---
Text.
)",
    .check = check,
};

}  // namespace galley
