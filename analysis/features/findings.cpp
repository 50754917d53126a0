// All findings of one post: every rule that may speak now, in the order of the text. Pure; any thread.
#include <algorithm>
#include <tuple>

#include "analysis/features/features.h"
#include "analysis/rules/all.h"

namespace galley {

/// More would help nobody, and a text made to hurt stays cheap.
static constexpr std::size_t mostFindings = 1000;

std::vector<Finding> findings(const View& view, const Post& post) {
  std::vector<Finding> found;
  if (post.kind == PostKind::data) return found;  // no page is made of it
  for (const Rule* rule : allRules()) {
    stopHere(view);
    if (rule->scope == Scope::site && !view.site.complete()) continue;
    std::size_t room = mostFindings;
    rule->check(view, post, [&](Finding finding) {
      if (room == 0) return;
      --room;
      finding.rule = rule;
      found.push_back(std::move(finding));
    });
  }
  std::ranges::stable_sort(found, [](const Finding& a, const Finding& b) {
    return std::tie(a.span, a.rule->id) < std::tie(b.span, b.rule->id);
  });
  if (found.size() > mostFindings) found.resize(mostFindings);
  return found;
}

}  // namespace galley
