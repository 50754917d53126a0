// See the header. One row for each converter.
#include "analysis/syntax/markdown/dialect.h"

namespace galley {

const Dialect commonMark{};

// Jekyll's default: kramdown with the GFM parser, hard_wrap false.
const Dialect kramdown{
    .grammar = Dialect::Grammar::kramdown,
    .escapesInDestinations = false,
    .lastDefinitionCounts = true,
};

}  // namespace galley
