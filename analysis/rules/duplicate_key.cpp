// A key of the front matter that stands twice in its map. Which one counts is the generator's secret; most take the
// last.
#include <algorithm>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

static void check(const View& view, const Post& post, const Report& report) {
  if (view.site.generator().forgives(Mistake::duplicateKey)) return;
  const auto& entries = post.frontMatter.entries;
  for (const FrontMatterProblem& problem : post.frontMatter.problems) {
    if (problem.mistake != Mistake::duplicateKey) continue;
    std::string message = "The key " + code(problem.detail) + " stands twice";
    const auto first = std::ranges::find(entries, problem.detail, &Entry::key);
    if (first != entries.end() && first->keySpan.begin < problem.span.begin)
      message += ", first in line " + std::to_string(post.text.lineOf(first->keySpan.begin) + 1);
    Finding finding{
        .span = problem.span,
        .message = joined(message + ".", consequenceOf(view.site.generator(), Breakage::duplicateKey, post.kind)),
        .help = "Keep one of them."};
    if (!problem.repair.empty()) {
      // Taking away what says the same again is safe; of two values only the author knows which was meant.
      const bool safe = problem.repair.front().span.contains(problem.span);
      finding.fix = Fix{.title = problem.repairTitle, .safe = safe, .edits = problem.repair};
    }
    report(std::move(finding));
  }
}

extern constinit const Rule duplicateKey{
    .id = "duplicate-key",
    .severity = Severity::warning,
    .scope = Scope::post,
    .says = "A key stands twice in the front matter.",
    .why =
        "Only one of the two values counts, most often the last one, and no generator that goes on says so. Others "
        "refuse the page. It happens when a key is pasted from another post, or when a translation was written below "
        "the original line.",
    .example = R"(
@@ _posts/2024-03-02-rain.md
---
title: Rain
layout: post
title: Rain
^^^^^ duplicate-key: The key `title` stands twice, first in line 2
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Rain
layout: post
---
Text.
)",
    .check = check,
};

}  // namespace galley
