// What holds of the Markdown of any text, in every dialect: spans nest and lie in the text, and what is proven is found
// again by whoever reads its bytes alone.
#include <string>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/support/dialects.h"
#include "tests/support/promises.h"
#include "tests/support/splices.h"

namespace galley::test {
namespace {

using Check = std::string (*)(const std::string& text, const Dialect& dialect, const TemplateSyntax& templates);

void require(Check check, const std::string& text, std::string_view name, const Dialect& dialect,
             const TemplateSyntax& templates) {
  const std::string fault = check(text, dialect, templates);
  if (!fault.empty()) RC_FAIL(std::string(name) + ": " + fault);
}

void forAllDialects(Check check, const std::string& text) {
  for (const NamedDialect& named : allDialects)
    for (const TemplateSyntax* templates : {&noTemplates, &liquidTemplates})
      require(check, text, named.name, *named.dialect, *templates);
}

RC_GTEST_PROP(MarkdownProperties, SpansNestAndLieInTheText, ()) {
  const Check check = [](const std::string& text, const Dialect& dialect, const TemplateSyntax& templates) {
    const Span body{0, text.size()};
    return brokenPromise(text, body, parseMarkdown(text, body, dialect, templates));
  };
  const std::string text = *splicedText();
  forAllDialects(check, text);
  for (const NamedReading& named : allReadings) require(check, text, named.name, *named.dialect, *named.templates);
}

// Of other template syntaxes a tag may begin before a construct and end in it.
RC_GTEST_PROP(MarkdownProperties, WhatIsProvenIsThereAlone, ()) {
  const Check check = [](const std::string& text, const Dialect& dialect, const TemplateSyntax& templates) {
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, dialect, templates);
    const std::string fault = deniedAlone(text, markdown, dialect, templates);
    return fault.empty() ? emphasisDeniedAlone(text, markdown, dialect, templates) : fault;
  };
  forAllDialects(check, *splicedText());
}

RC_GTEST_PROP(MarkdownProperties, TemplateTagsLieInTheTextInOrder, ()) {
  const std::string text = *splicedText();
  for (const NamedReading& named : allReadings) {
    const std::string fault = brokenPromise(text, parseTemplates(text, {0, text.size()}, *named.templates));
    if (!fault.empty()) RC_FAIL(std::string(named.name) + ": " + fault);
  }
}

// What stays unproven are readings of md4c that no text explains, as a fence that ends outside of its item.
TEST(MarkdownProperties, NearlyEveryTextIsProvenAsAWhole) {
  constexpr std::size_t texts = 1000;
  for (const NamedDialect& named : allDialects) {
    std::size_t unproven = 0;
    for (std::size_t i = 0; i < texts; ++i) {
      const std::string text = splicedText()(rc::Random(i), static_cast<int>(i % 100)).value();
      if (parseMarkdown(text, {0, text.size()}, *named.dialect, noTemplates).unproven > 0) ++unproven;
    }
    EXPECT_LE(unproven, texts / 200) << named.name;
  }
}

}  // namespace
}  // namespace galley::test
