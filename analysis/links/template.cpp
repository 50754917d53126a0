// A destination with a template tag that no other form understands: only the generator knows what it becomes.
#include "analysis/links/links.h"

namespace galley {

static std::optional<Target> read(const Site&, const Post&, std::string_view written) {
  if (written.find("{{") == std::string_view::npos && written.find("{%") == std::string_view::npos) return std::nullopt;
  Target target;
  target.why = "a template tag makes this address when the site is built";
  return target;
}

constinit const LinkForm templateLink{.name = "template", .read = read};

}  // namespace galley
