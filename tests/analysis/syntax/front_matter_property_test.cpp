// What holds of any front matter in every form: entries are side by side and lie in the block, and what is read well
// means the same when it is read alone.
#include <string>

#include "analysis/syntax/front_matter.h"
#include "tests/support/promises.h"
#include "tests/support/splices.h"

namespace galley::test {
namespace {

constexpr FrontMatterSyntax syntaxes[] = {
    {},
    {.toml = true, .json = true},
    {.toml = true, .json = true, .textBehindClose = true, .emptyLinesBefore = true, .blanksBefore = true},
    {.fields = true},
};

RC_GTEST_PROP(FrontMatterProperties, EntriesAreSideBySideInTheBlock, ()) {
  const Text text(*splicedFrontMatter());
  for (const FrontMatterSyntax& syntax : syntaxes) {
    const std::string fault = brokenPromise(text, parseFrontMatter(text, syntax));
    if (!fault.empty()) RC_FAIL(fault);
  }
}

RC_GTEST_PROP(FrontMatterProperties, AnEntryMeansTheSameAlone, ()) {
  const Text text(*splicedFrontMatter());
  for (const FrontMatterSyntax& syntax : syntaxes) {
    const std::string fault = deniedAlone(text, parseFrontMatter(text, syntax), syntax);
    if (!fault.empty()) RC_FAIL(fault);
  }
}

RC_GTEST_PROP(FrontMatterProperties, DataFilesNest, ()) {
  const Text text(*splicedFrontMatter());
  const std::string fault = brokenPromise(text, parseYaml(text));
  if (!fault.empty()) RC_FAIL(fault);
}

}  // namespace
}  // namespace galley::test
