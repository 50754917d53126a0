// See the header. One row for each converter, as site generators call it when nothing else is configured, and beside it
// what options add.
#include "analysis/syntax/markdown/dialect.h"

namespace galley {
namespace {

// With the GFM parser, hard_wrap off.
constexpr Dialect kramdownWith(bool emoji) {
  return {.grammar = Dialect::Grammar::kramdown, .escapable = "", .lastDefinitionCounts = true, .emoji = emoji};
}

// `linkifyProtocol` is https where Hugo's configuration says nothing else.
constexpr Dialect goldmarkWith(bool emoji, bool math) {
  return {.singleTildes = false,
          .bareUrls = Dialect::BareUrls::goldmark,
          .wwwScheme = "https://",
          .footnotes = true,
          .codeBehindLabels = true,
          .headingAttributes = Dialect::HeadingAttributes::goldmark,
          .definitionLists = true,
          .math = math,
          .emoji = emoji};
}

constexpr Dialect remarkWith(bool math) {
  return {.bareUrls = Dialect::BareUrls::remark, .footnotes = true, .math = math};
}

constexpr Dialect mdxWith(bool math) {
  return {.indented = Dialect::Indented::blocks,
          .html = false,
          .bareUrls = Dialect::BareUrls::remark,
          .footnotes = true,
          .math = math};
}

}  // namespace

const Dialect commonMark{};

const Dialect kramdown = kramdownWith(false);
const Dialect kramdownWithEmoji = kramdownWith(true);

const Dialect goldmark = goldmarkWith(false, false);
const Dialect goldmarkWithEmoji = goldmarkWith(true, false);
const Dialect goldmarkWithMath = goldmarkWith(false, true);
const Dialect goldmarkWithEmojiAndMath = goldmarkWith(true, true);

const Dialect remark = remarkWith(false);
const Dialect remarkWithMath = remarkWith(true);
const Dialect mdx = mdxWith(false);
const Dialect mdxWithMath = mdxWith(true);

const Dialect markdownIt{.singleTildes = false, .taskLists = false, .indented = Dialect::Indented::text};

const Dialect marked{.bareUrls = Dialect::BareUrls::marked};

const Dialect pulldownCmark{
    .singleTildes = false,
    .footnotes = true,
    .headingAttributes = Dialect::HeadingAttributes::pulldownCmark,
};

const Dialect pythonMarkdown{
    .grammar = Dialect::Grammar::pythonMarkdown,
    .escapable = R"(\`*_{}[]()>#+-.!|)",
    .escapesInDefinitions = false,
    .escapesInAutolinks = true,
    .lastDefinitionCounts = true,
};

}  // namespace galley
