// Edits of one text and of several posts, as values. Applying them is pure; nobody writes a file here.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/path.h"
#include "analysis/text/text.h"

namespace galley {

struct Edit {
  Span span;            // bytes of the text before any edit
  std::string newText;  // UTF-8
  friend bool operator==(const Edit&, const Edit&) = default;
};

/// Edits of several posts by path.
using SiteEdit = std::map<Path, std::vector<Edit>>;

/// The text after all edits. They are taken in order of their spans whatever their order in the list; one that
/// overlaps an earlier one, or leaves the text, is left out: what the author wrote wins.
std::string apply(std::string_view text, std::vector<Edit> edits);

}  // namespace galley
