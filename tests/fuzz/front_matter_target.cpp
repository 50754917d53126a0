// Front matter of every form, and places in it.
#include "analysis/syntax/front_matter_place.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/promises.h"

namespace galley::test {

void tryFrontMatter(std::string_view input) {
  if (input.empty()) return;
  const auto first = static_cast<unsigned char>(input.front());
  const Text text(std::string(input.substr(1)));
  FrontMatterSyntax syntax;
  syntax.toml = (first & 1) != 0;
  syntax.json = (first & 2) != 0;
  syntax.fields = (first & 4) != 0;
  syntax.textBehindClose = syntax.emptyLinesBefore = syntax.blanksBefore = (first & 8) != 0;

  const FrontMatter frontMatter = parseFrontMatter(text, syntax);
  requireNone(brokenPromise(text, frontMatter));
  requireNone(deniedAlone(text, frontMatter, syntax));

  const std::size_t offset = text.size() * (first >> 4) / 15;
  if (const auto place = findFrontMatterPlace(text, frontMatter, offset)) {
    require(place->item.begin <= place->item.end && place->item.touches(offset), "an item touches the cursor");
    require(place->item.contains(place->word) && place->word.touches(offset), "a word touches the cursor");
    require(text.line(text.lineOf(offset)).contains(place->item), "an item lies on the cursor's line");
  }
}

}  // namespace galley::test
