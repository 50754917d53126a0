// A body in every dialect, alone and behind Liquid, and in those that stand behind the other template syntaxes.
#include <algorithm>
#include <iterator>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/dialects.h"
#include "tests/support/promises.h"

namespace galley::test {

/// That of the converter which stands behind these templates.
static const Dialect& dialectWith(const TemplateSyntax& templates) {
  const auto* reading = std::find_if(std::begin(allReadings), std::end(allReadings),
                                     [&](const NamedReading& known) { return known.templates == &templates; });
  return *reading->dialect;
}

void tryMarkdown(std::string_view input) {
  constexpr std::size_t choices = 2;
  if (input.size() < choices) return;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  const TemplateSyntax& templates = *allTemplates[byte(1) % std::size(allTemplates)];
  const bool ofAnyConverter = &templates == &noTemplates || &templates == &liquidTemplates;
  const Dialect& dialect =
      ofAnyConverter ? *allDialects[byte(0) % std::size(allDialects)].dialect : dialectWith(templates);
  const std::string_view text = input.substr(choices);
  const Span body{0, text.size()};
  requireNone(brokenPromise(text, parseTemplates(text, body, templates)));
  const Markdown markdown = parseMarkdown(text, body, dialect, templates);
  requireNone(brokenPromise(text, body, markdown));
  // Of other template syntaxes a tag may begin before a construct and end in it.
  if (!ofAnyConverter) return;
  requireNone(deniedAlone(text, markdown, dialect, templates));
  requireNone(emphasisDeniedAlone(text, markdown, dialect, templates));
}

}  // namespace galley::test
