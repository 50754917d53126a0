// Tags of HTML in a text, and at every `<` of it.
#include "analysis/syntax/html.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/promises.h"

namespace galley::test {

void tryHtmlTags(std::string_view input) {
  const Span all{0, input.size()};
  requireNone(brokenPromise(input, all, parseHtmlTags(input, all)));
  const Span half{input.size() / 4, input.size() - input.size() / 4};
  requireNone(brokenPromise(input, half, parseHtmlTags(input, half)));
  std::size_t tries = 0;
  for (std::size_t at = input.find('<'); at < half.end && tries < 100; at = input.find('<', at + 1), ++tries) {
    HtmlTags one;
    if (!one.add(input, at, half.end)) continue;
    require(one[0].span.begin == at, "a tag begins where it was asked for");
    requireNone(brokenPromise(input, {at, half.end}, one));
  }
  require(decodeCharacterReferences(input).size() <= 4 * input.size(), "a reference is longer than what it means");
}

}  // namespace galley::test
