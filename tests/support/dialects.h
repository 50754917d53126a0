// Every dialect of dialect.h with its name, for tests that go through all of them.
#pragma once

#include <string_view>

#include "analysis/syntax/markdown/dialect.h"

namespace galley::test {

struct NamedDialect {
  std::string_view name;
  const Dialect* dialect;
};

inline constexpr NamedDialect allDialects[] = {
    {"commonMark", &commonMark},
    {"kramdown", &kramdown},
    {"goldmark", &goldmark},
    {"remark", &remark},
    {"mdx", &mdx},
    {"markdownIt", &markdownIt},
    {"marked", &marked},
    {"pulldownCmark", &pulldownCmark},
    {"kramdownWithEmoji", &kramdownWithEmoji},
    {"goldmarkWithEmojiAndMath", &goldmarkWithEmojiAndMath},
    {"remarkWithMath", &remarkWithMath},
    {"mdx", &mdx},
    {"mdxWithMath", &mdxWithMath},
    {"pythonMarkdown", &pythonMarkdown},
    {"pythonMarkdown", &pythonMarkdown},
};

}  // namespace galley::test
