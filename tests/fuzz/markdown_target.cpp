// A body in every dialect, behind every template syntax.
#include <iterator>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/dialects.h"
#include "tests/support/promises.h"

namespace galley::test {

void tryMarkdown(std::string_view input) {
  constexpr std::size_t choices = 2;
  if (input.size() < choices) return;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  const Dialect& dialect = *allDialects[byte(0) % std::size(allDialects)].dialect;
  const TemplateSyntax& templates = *allTemplates[byte(1) % std::size(allTemplates)];
  const std::string_view text = input.substr(choices);
  const Span body{0, text.size()};
  requireNone(brokenPromise(text, parseTemplates(text, body, templates)));
  const Markdown markdown = parseMarkdown(text, body, dialect, templates);
  requireNone(brokenPromise(text, body, markdown));
  // Of other template syntaxes a tag may begin before a construct and end in it.
  if (&templates == &noTemplates || &templates == &liquidTemplates)
    requireNone(deniedAlone(text, markdown, dialect, templates));
}

}  // namespace galley::test
