// A body in every dialect, with and without templates.
#include <iterator>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/dialects.h"
#include "tests/support/promises.h"

namespace galley::test {

void tryMarkdown(std::string_view input) {
  if (input.empty()) return;
  const auto first = static_cast<unsigned char>(input.front());
  const Dialect& dialect = *allDialects[(first & 0x7F) % std::size(allDialects)].dialect;
  const TemplateSyntax& templates = (first & 0x80) != 0 ? liquidTemplates : noTemplates;
  const std::string_view text = input.substr(1);
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, dialect, templates);
  requireNone(brokenPromise(text, {0, text.size()}, markdown));
  requireNone(deniedAlone(text, markdown, dialect, templates));
}

}  // namespace galley::test
