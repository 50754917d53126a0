// Code actions that repair findings: the fix that a rule gave, for each finding that touches what is selected.
#include "analysis/features/features.h"

namespace galley {

std::vector<CodeAction> codeActions(const View& view, const Post& post, Span span) {
  std::vector<CodeAction> actions;
  for (Finding& finding : findings(view, post)) {
    if (!finding.fix || finding.fix->edits.empty()) continue;
    if (finding.span.end < span.begin || span.end < finding.span.begin) continue;
    std::string title = finding.fix->title;
    std::vector<Edit> edits = finding.fix->edits;
    // Preferred: what an editor's "fix" key may do without asking.
    const bool preferred = finding.fix->safe;
    actions.push_back(
        {.title = std::move(title), .preferred = preferred, .finding = std::move(finding), .edits = std::move(edits)});
  }
  return actions;
}

}  // namespace galley
