// A date that is none, in the front matter or the file name: one that the generator cannot read, or a day that no
// calendar has.
// Not about dates that contradict each other (date-mismatch), nor about dates in the future.
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

/// `2020-02-30` at the beginning of a text: a day that its month does not have, though month and day look right.
static bool namesNoDay(std::string_view text) {
  int parts[3] = {0, 0, 0};
  std::size_t at = 0;
  for (int part = 0; part < 3; ++part) {
    std::size_t digits = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && digits < 4; ++at, ++digits)
      parts[part] = parts[part] * 10 + (text[at] - '0');
    if (digits == 0 || (part == 0 && digits != 4)) return false;
    if (part < 2 && (at >= text.size() || text[at++] != '-')) return false;
  }
  if (at < text.size() && ((text[at] >= '0' && text[at] <= '9') || text[at] == '-')) return false;
  return parts[1] >= 1 && parts[1] <= 12 && parts[2] >= 1 && parts[2] <= 31 &&
         !isRealDate({.year = parts[0], .month = parts[1], .day = parts[2]});
}

static void check(const View& view, const Post& post, const Report& report) {
  const Generator& generator = view.site.generator();
  if (generator.datesOf == nullptr || !post.frontMatter.readable()) return;
  const Dates dates = generator.datesOf(post, view.site.config());
  if (!dates.nameProblem.empty() && !dates.fromFrontMatter && dates.problem.empty()) {
    // The name has no place in the text: the finding stands where the post begins.
    const std::string_view becomes = consequenceOf(generator, Breakage::badDate, post.kind);
    if (!becomes.empty())
      report({.span = post.frontMatter.openFence,
              .message = joined(dates.nameProblem, becomes),
              .help = "Rename the file, or give the post a `date`."});
  }
  const Entry* entry = post.frontMatter.find("date");
  if (entry == nullptr || !entry->readable) return;
  const Value& value = entry->value;
  const Span span = value.span.empty() ? entry->keySpan : value.span;

  if (!dates.problem.empty()) {
    const std::string_view becomes = consequenceOf(generator, Breakage::badDate, post.kind);
    if (becomes.empty()) return;
    report({.span = span,
            .message = joined(dates.problem, becomes),
            .help = "Write it as `YYYY-MM-DD HH:MM:SS +ZZZZ`, or `YYYY-MM-DD`."});
  } else if (value.kind == Value::Kind::scalar && namesNoDay(value.text)) {
    const std::string_view becomes = consequenceOf(generator, Breakage::noSuchDay, post.kind);
    if (becomes.empty()) return;
    report({.span = span, .message = joined(code(value.text) + " is a day that its month does not have.", becomes)});
  }
}

extern constinit const Rule badDate{
    .id = "bad-date",
    .severity = Severity::error,
    .scope = Scope::post,
    .says = "The date cannot be read.",
    .why =
        "A generator wants a date in one of a few forms. What it cannot read stops the build of the whole site, or "
        "leaves the page without a date; a day that does not exist, such as 30 February, becomes another one in "
        "silence.",
    .example = R"(
@@ _posts/2024-03-06-spring.md
---
title: Spring
layout: post
date: 2024-13-06
      ^^^^^^^^^^ bad-date: there is no month 13
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Spring
layout: post
date: 2024-03-06
---
Text.
)",
    .check = check,
};

}  // namespace galley
