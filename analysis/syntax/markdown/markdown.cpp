// See the header: the four steps in a row.
#include "analysis/syntax/markdown/markdown.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/markdown/bare_urls.h"
#include "analysis/syntax/markdown/definition_lists.h"
#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/footnotes.h"
#include "analysis/syntax/markdown/indented_text.h"
#include "analysis/syntax/markdown/kramdown.h"
#include "analysis/syntax/markdown/mask.h"
#include "analysis/syntax/markdown/python_markdown.h"
#include "analysis/syntax/markdown/read.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {
namespace {

/// The marks of escaped template tags are not shown.
void hideUnseen(const Templates& templates, std::size_t bodyBegin, Tree& tree) {
  if (templates.unseen.empty()) return;
  for (const Span& span : templates.unseen) tree.silent.push_back({span.begin - bodyBegin, span.end - bodyBegin});
  std::sort(tree.silent.begin(), tree.silent.end());
}

/// What md4c and a walk find in a mask.
Tree walked(const std::string& mask, const Dialect& dialect) {
  Tree tree = dialect.indented == Dialect::Indented::text ? walkWithIndentedText(mask, dialect)
                                                          : walk(mask, readEvents(mask, dialect), dialect);
  findBareUrls(mask, dialect, tree);
  return tree;
}

/// What a grammar finds in a mask.
Tree treeOf(const std::string& mask, const Dialect& dialect) {
  switch (dialect.grammar) {
    case Dialect::Grammar::kramdown:
      return readKramdown(mask);
    case Dialect::Grammar::pythonMarkdown:
      return readPythonMarkdown(mask);
    case Dialect::Grammar::commonMark:
      break;
  }
  if (!dialect.footnotes || mask.find("[^") == std::string::npos) return walked(mask, dialect);
  const std::string items = withNotesAsItems(mask);
  Tree tree = walked(items, dialect);
  findFootnotes(mask, tree);
  return tree;
}

}  // namespace

Markdown parseMarkdown(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates) {
  body.end = std::min(body.end, source.size());
  body.begin = std::min(body.begin, body.end);
  const Templates tags = parseTemplates(source, body, templates);
  const std::string mask = maskBody(source, body, templates, tags);
  Tree tree = treeOf(mask, dialect);
  if (dialect.definitionLists) findDefinitionLists(mask, tree);
  hideUnseen(tags, body.begin, tree);
  return readMarkdown(source, body, mask, tags, std::move(tree), dialect);
}

}  // namespace galley
