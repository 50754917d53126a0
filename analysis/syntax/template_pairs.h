// Which tags belong together, what they hide, and what the converter sees in their place: the second half of
// parseTemplates. Pure; any thread.
#pragma once

#include <string_view>

#include "analysis/syntax/templates.h"

namespace galley {

/// Takes the tags of a text as they were found; sets partners, and fills in what is hidden, unseen and substituted.
void pairTags(std::string_view source, const TemplateSyntax& syntax, Templates& templates);

}  // namespace galley
