// See the header.
#include "analysis/site/generator.h"

namespace galley {

std::string_view consequenceOf(const Generator& generator, Breakage breakage, PostKind kind) {
  for (const Consequence& row : generator.consequences) {
    if (row.breakage == breakage && row.kind == kind) return row.says;
  }
  return {};
}

}  // namespace galley
