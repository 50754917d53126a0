// The date of the front matter contradicts that of the file name by two days or more. One day is no mistake: time
// zones, and a post begun in the evening, make it.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/date.h"
#include "analysis/site/rule.h"

namespace galley {

static std::string dayOf(const Date& date) {
  const std::string iso = isoOf({.date = date, .offset = {}});
  return iso.substr(0, iso.find('T'));
}

static std::int64_t daysBetween(const DateTime& a, const DateTime& b) {
  return std::abs(daysOf(a.date) - daysOf(b.date));
}

/// The year of a date as it is written, where a slip in it is the whole difference.
static std::optional<Edit> repairYear(const Post& post, const Value& value, const Date& written, const Date& name) {
  const bool onlyYear =
      written.month == name.month && std::abs(written.day - name.day) <= 1 && written.year != name.year;
  const std::string year = std::to_string(written.year);
  const std::size_t at = post.text.slice(value.span).find(year);
  if (!onlyYear || year.size() != 4 || at == std::string_view::npos) return std::nullopt;
  return Edit{{value.span.begin + at, value.span.begin + at + year.size()}, std::to_string(name.year)};
}

static void check(const View& view, const Post& post, const Report& report) {
  const Generator& generator = view.site.generator();
  const Entry* entry = post.frontMatter.find("date");
  if (generator.datesOf == nullptr || entry == nullptr || !entry->readable) return;
  const Dates dates = generator.datesOf(post, view.site.config());
  if (!dates.fromName || !dates.fromFrontMatter) return;
  const DateTime& name = *dates.fromName;
  const DateTime& written = *dates.fromFrontMatter;
  // The day as it is written, and as the site's time zone has it: what is near in either is no contradiction.
  std::int64_t days = daysBetween(name, written);
  if (dates.effective) days = std::min(days, daysBetween(name, *dates.effective));
  if (days < 2) return;

  const bool frontMatterCounts = dates.effective && daysBetween(*dates.effective, written) <= 1;
  Finding finding{
      .span = entry->value.span,
      .message =
          "The file name says " + dayOf(name.date) + ", and this says " + dayOf(written.date) + ". " +
          (frontMatterCounts ? "The post gets the date that stands here." : "The post gets the date of the file name."),
      .help = "Change the one that is wrong."};
  if (const auto edit = repairYear(post, entry->value, written.date, name.date))
    finding.fix = Fix{.title = "Write the year of the file name, " + edit->newText, .safe = false, .edits = {*edit}};
  report(std::move(finding));
}

extern constinit const Rule dateMismatch{
    .id = "date-mismatch",
    .severity = Severity::warning,
    .scope = Scope::post,
    .says = "The date contradicts the file name.",
    .why =
        "One of the two is a slip, and the URL, the feed and the order of the posts are made from only one of them. "
        "Readers find a post under another date than its author thinks, or years away from its neighbours.",
    .example = R"(
@@ _posts/2024-01-07-new-year.md
---
title: New year
layout: post
date: 2023-01-07 10:00:00 +0900
      ^^^^^^^^^^^^^^^^^^^^^^^^^ date-mismatch: The file name says 2024-01-07, and this says 2023-01-07
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: New year
layout: post
date: 2024-01-07 10:00:00 +0900
---
Text.
)",
    .check = check,
};

}  // namespace galley
