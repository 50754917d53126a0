#include "tests/support/front_matter_target.h"

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "analysis/syntax/front_matter_place.h"
#include "analysis/syntax/json.h"

namespace galley::test {
namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", what);
  std::abort();
}

void requireInside(const Value& value, Span file) {
  require(value.span.begin <= value.span.end && file.contains(value.span), "a value lies in the file");
  for (const Value& item : value.items) requireInside(item, file);
  for (const Entry& entry : value.entries) {
    require(file.contains(entry.keySpan) && entry.keySpan.begin <= entry.keySpan.end, "a key lies in the file");
    requireInside(entry.value, file);
  }
}

void requireInside(const std::vector<FrontMatterProblem>& problems, Span file) {
  for (const FrontMatterProblem& problem : problems) {
    require(problem.span.begin <= problem.span.end && file.contains(problem.span), "a problem lies in the file");
    for (const Edit& edit : problem.repair)
      require(edit.span.begin <= edit.span.end && file.contains(edit.span), "a repair lies in the file");
  }
}

}  // namespace

void tryFrontMatter(std::string_view input) {
  if (input.empty()) return;
  const auto first = static_cast<unsigned char>(input.front());
  const Text text(std::string(input.substr(1)));
  const Span file{0, text.size()};
  FrontMatterSyntax syntax;
  syntax.toml = (first & 1) != 0;
  syntax.json = (first & 2) != 0;
  syntax.fields = (first & 4) != 0;
  syntax.textBehindClose = syntax.emptyLinesBefore = syntax.blanksBefore = (first & 8) != 0;

  const FrontMatter frontMatter = parseFrontMatter(text, syntax);
  require(file.contains(frontMatter.block) && frontMatter.block.contains(frontMatter.content),
          "the content lies in the block");
  for (const Entry& entry : frontMatter.entries) {
    require(file.contains(entry.keySpan), "a key lies in the file");
    requireInside(entry.value, file);
  }
  requireInside(frontMatter.problems, file);

  const std::size_t offset = text.size() * (first >> 4) / 15;
  if (const auto place = findFrontMatterPlace(text, frontMatter, offset)) {
    require(place->item.begin <= place->item.end && place->item.touches(offset), "an item touches the cursor");
    require(place->item.contains(place->word) && place->word.touches(offset), "a word touches the cursor");
    require(text.line(text.lineOf(offset)).contains(place->item), "an item lies on the cursor's line");
  }

  const DataFile yaml = parseYaml(text);
  requireInside(yaml.value, file);
  requireInside(yaml.problems, file);
  const DataFile json = parseJson(text);
  requireInside(json.value, file);
  requireInside(json.problems, file);
}

}  // namespace galley::test
