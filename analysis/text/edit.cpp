// See the header.
#include "analysis/text/edit.h"

#include <algorithm>

namespace galley {

std::string apply(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  std::string result;
  std::size_t done = 0;
  for (const Edit& edit : edits) {
    if (edit.span.begin < done || edit.span.end < edit.span.begin || edit.span.end > text.size()) continue;
    result.append(text.substr(done, edit.span.begin - done)).append(edit.newText);
    done = edit.span.end;
  }
  return result.append(text.substr(done));
}

}  // namespace galley
