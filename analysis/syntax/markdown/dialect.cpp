// See the header. One row for each converter, as site generators call it when nothing else is configured.
#include "analysis/syntax/markdown/dialect.h"

namespace galley {

const Dialect commonMark{};

// With the GFM parser, hard_wrap off.
const Dialect kramdown{
    .grammar = Dialect::Grammar::kramdown,
    .escapesInDestinations = false,
    .lastDefinitionCounts = true,
};

const Dialect goldmark{.bareUrls = Dialect::BareUrls::goldmark, .footnotes = true, .headingAttributes = true};

const Dialect remark{.bareUrls = Dialect::BareUrls::gfm, .footnotes = true};

const Dialect mdx{.indentedCode = false, .bareUrls = Dialect::BareUrls::gfm, .footnotes = true};

const Dialect markdownIt{.taskLists = false};

const Dialect marked{.bareUrls = Dialect::BareUrls::gfm};

const Dialect pulldownCmark{.footnotes = true, .headingAttributes = true};

}  // namespace galley
