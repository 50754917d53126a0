// Every dialect of dialect.h with its name, every template syntax, and each of these with the dialect that it is met
// with, for tests that go through all of them.
#pragma once

#include <string_view>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/templates.h"

namespace galley::test {

struct NamedDialect {
  std::string_view name;
  const Dialect* dialect;
};

// What options add comes last.
inline constexpr NamedDialect allDialects[] = {
    {"commonMark", &commonMark},
    {"kramdown", &kramdown},
    {"goldmark", &goldmark},
    {"remark", &remark},
    {"mdx", &mdx},
    {"markdownIt", &markdownIt},
    {"marked", &marked},
    {"pulldownCmark", &pulldownCmark},
    {"pythonMarkdown", &pythonMarkdown},
    {"kramdownWithEmoji", &kramdownWithEmoji},
    {"goldmarkWithEmoji", &goldmarkWithEmoji},
    {"goldmarkWithMath", &goldmarkWithMath},
    {"goldmarkWithEmojiAndMath", &goldmarkWithEmojiAndMath},
    {"remarkWithMath", &remarkWithMath},
    {"mdxWithMath", &mdxWithMath},
};

inline constexpr const TemplateSyntax* allTemplates[] = {
    &noTemplates, &liquidTemplates, &nunjucksTemplates, &nunjucksTags, &goShortcodes, &teraShortcodes, &mdxTemplates,
};

struct NamedReading {
  std::string_view name;
  const Dialect* dialect;
  const TemplateSyntax* templates;
};

inline constexpr NamedReading allReadings[] = {
    {"kramdown behind Liquid", &kramdown, &liquidTemplates},
    {"CommonMark behind Liquid", &commonMark, &liquidTemplates},
    {"markdown-it behind Nunjucks", &markdownIt, &nunjucksTemplates},
    {"marked between Nunjucks tags", &marked, &nunjucksTags},
    {"goldmark with shortcodes", &goldmark, &goShortcodes},
    {"pulldown-cmark with shortcodes", &pulldownCmark, &teraShortcodes},
    {"MDX", &mdx, &mdxTemplates},
};

}  // namespace galley::test
