// Front matter that no reader can take: not closed, or YAML with a mistake, each class in its own words.
// Not about keys that stand twice (duplicate-key), nor other encodings (not-utf8), nor values that can be read.
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

/// What is wrong, in words for an author who knows no YAML.
static std::string wrongOf(const FrontMatterProblem& problem, std::string_view at) {
  const std::string& detail = problem.detail;
  switch (problem.mistake) {
    case Mistake::notOpened:
      if (detail.empty()) return "These lines are no front matter: the line `---` above them is missing.";
      if (detail == "---") return "This front matter is not seen: `---` must be the first line of the file.";
      return code(detail) + " opens no front matter: the first line must be `---`.";
    case Mistake::notClosed:
      return "The front matter is not closed: the line " + code(detail) + " behind it is missing.";
    case Mistake::tabIndent:
      return "A tab stands where YAML wants blanks.";
    case Mistake::colonInValue:
      return "A colon in a value that is not in quotes: YAML takes what stands before it for a key.";
    case Mistake::noSpaceAfterColon:
      return "A blank is missing behind the colon of " + code(detail) + ", so YAML sees no key here.";
    case Mistake::unclosedQuote:
      return "The quote that opens here is never closed.";
    case Mistake::textAfterQuote:
      return "Text follows the closing quote: a value that begins with a quote ends where that quote is closed.";
    case Mistake::reservedStart:
      return "A value that is not in quotes cannot begin with " + code(detail) + " like this.";
    case Mistake::unclosedBracket:
      return "The bracket " + code(detail) + " is never closed.";
    case Mistake::badIndent:
      return "The indentation of this line fits no line above it.";
    case Mistake::badListItem:
      if (detail == "-") return "A blank is missing behind the dash of this list item.";
      return detail == "," ? "A comma without an item before it." : "A list item cannot stand here.";
    case Mistake::notAnEntry:
      return at.empty() ? "This is neither a key with a value nor part of the value above."
                        : code(at) + " is neither a key with a value nor part of the value above.";
    case Mistake::fullWidthColon:
      return "A full-width colon `：` makes no key: YAML wants `:` and a blank.";
    case Mistake::undefinedAlias:
      return code("*" + detail) + " stands for a value named " + code("&" + detail) + ", and there is none.";
    case Mistake::controlCharacter:
      return "An invisible control character, which YAML does not allow.";
    case Mistake::badEscape:
      return code(detail) + " in double quotes is an escape that YAML does not know.";
    case Mistake::hashStart:
      return "All that follows `#` is a comment, so " + code(detail) + " has no value.";
    case Mistake::hashCut:
      return "All that follows a blank and `#` is a comment, so the value is " + code(detail) + ".";
    case Mistake::duplicateKey:
    case Mistake::invalidUtf8:
    case Mistake::other:
      break;
  }
  return "The front matter cannot be read: " + detail + ".";
}

static std::string helpOf(const FrontMatterProblem& problem) {
  switch (problem.mistake) {
    case Mistake::notClosed:
      return "Put a line " + code(problem.detail) + " below the last key.";
    case Mistake::tabIndent:
      return "Use blanks.";
    case Mistake::colonInValue:
    case Mistake::reservedStart:
    case Mistake::hashStart:
    case Mistake::hashCut:
      return "Put the value in quotes.";
    case Mistake::noSpaceAfterColon:
      return "Write `key: value`.";
    case Mistake::textAfterQuote:
      return "Put the whole value in quotes, and write inner ones as \\\" or use the other kind outside.";
    case Mistake::badEscape:
      return "Write `\\\\` for a backslash, or use single quotes.";
    default:
      return {};
  }
}

static Breakage breakageOf(const FrontMatterProblem& problem, const Config& config) {
  if (problem.mistake == Mistake::notOpened || problem.mistake == Mistake::notClosed) return Breakage::notClosed;
  return config.strictFrontMatter ? Breakage::unreadableStrict : Breakage::unreadable;
}

static void check(const View& view, const Post& post, const Report& report) {
  const Generator& generator = view.site.generator();
  bool told = false;  // what becomes of the page is said once
  for (const FrontMatterProblem& problem : post.frontMatter.problems) {
    if (problem.mistake == Mistake::duplicateKey || problem.mistake == Mistake::invalidUtf8) continue;
    // A lone `---` is a rule of Markdown, or front matter that is being begun.
    if (problem.mistake == Mistake::notClosed && post.frontMatter.entries.empty()) continue;
    if (generator.forgives(problem.mistake)) continue;
    std::string_view becomes;
    if (problem.fatal && !told) becomes = consequenceOf(generator, breakageOf(problem, view.site.config()), post.kind);
    told = told || problem.fatal;
    Finding finding{.span = problem.span,
                    .message = joined(wrongOf(problem, post.text.slice(problem.span)), becomes),
                    .help = helpOf(problem)};
    if (!problem.repair.empty()) finding.fix = Fix{.title = problem.repairTitle, .safe = true, .edits = problem.repair};
    report(std::move(finding));
  }
}

extern constinit const Rule brokenFrontMatter{
    .id = "broken-front-matter",
    .severity = Severity::error,
    .scope = Scope::post,
    .says = "The front matter cannot be read.",
    .why =
        "One slip in the YAML between the two lines `---` costs the whole block: title, date, layout and tags are "
        "gone, and some generators publish the page without a word. The usual slips are a colon or a quote inside of "
        "a value that is not in quotes, a tab, a blank that is missing behind a colon, and a closing `---` that was "
        "forgotten.",
    .example = R"(
@@ _posts/2024-03-01-part-one.md
---
title: Part one: the beginning
               ^ broken-front-matter: A colon in a value
layout: post
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: "Part one: the beginning"
layout: post
---
Text.
)",
    .check = check,
};

}  // namespace galley
