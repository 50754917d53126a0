// See the header.
#include "analysis/links/output_tag.h"

namespace galley {

std::optional<OutputTag> leadingOutputTag(std::string_view text) {
  if (!text.starts_with("{{")) return std::nullopt;
  const std::size_t end = text.find("}}");
  if (end == std::string_view::npos) return std::nullopt;
  std::string_view content = text.substr(2, end - 2);
  const auto isEdge = [](char c) { return c == ' ' || c == '\t' || c == '-' || c == '\n'; };
  while (!content.empty() && isEdge(content.front())) content.remove_prefix(1);
  while (!content.empty() && isEdge(content.back())) content.remove_suffix(1);
  return OutputTag{.content = content, .size = end + 2};
}

}  // namespace galley
