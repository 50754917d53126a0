// See the header: the four steps in a row.
#include "analysis/syntax/markdown/markdown.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/markdown/bare_urls.h"
#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/footnotes.h"
#include "analysis/syntax/markdown/indented_text.h"
#include "analysis/syntax/markdown/kramdown.h"
#include "analysis/syntax/markdown/mask.h"
#include "analysis/syntax/markdown/python_markdown.h"
#include "analysis/syntax/markdown/read.h"
#include "analysis/syntax/markdown/stand_in_nodes.h"
#include "analysis/syntax/markdown/stand_ins.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {
namespace {

/// The marks of escaped template tags are not shown.
void hideUnseen(const Templates& templates, std::size_t bodyBegin, Tree& tree) {
  if (templates.unseen.empty()) return;
  for (const Span& span : templates.unseen) tree.silent.push_back({span.begin - bodyBegin, span.end - bodyBegin});
  std::sort(tree.silent.begin(), tree.silent.end());
}

/// What md4c and a walk find in a text.
Tree walked(const std::string& text, const Dialect& dialect) {
  return dialect.indented == Dialect::Indented::text ? walkWithIndentedText(text, dialect)
                                                     : walk(text, readEvents(text, dialect), dialect);
}

/// The same, with notes and definitions. What only looks like one is read again as what it is, which may change what
/// the lines behind it are. Two or three readings do for what people write; a text that wants more than five has no
/// notes and definitions.
Tree walkedWithStandIns(const std::string& mask, const Dialect& dialect) {
  constexpr int mostReadings = 5;
  std::vector<StandIn> standIns = standInsFor(mask, dialect);
  for (int reading = 1; !standIns.empty(); ++reading) {
    const StandInText items(mask, standIns, dialect);
    Tree tree = walked(items.text(), dialect);
    items.moveToMask(tree);
    std::vector<StandIn> right = confirmed(standIns, mask, tree);
    if (right == standIns) {
      takeTheirPlaces(standIns, mask, tree);
      return tree;
    }
    standIns = reading < mostReadings ? std::move(right) : asText(std::move(standIns));
  }
  return walked(mask, dialect);
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
  Tree tree = walkedWithStandIns(mask, dialect);
  findBareUrls(mask, dialect, tree);
  if (dialect.footnotes) findFootnotes(mask, tree);
  return tree;
}

}  // namespace

Markdown parseMarkdown(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates) {
  body.end = std::min(body.end, source.size());
  body.begin = std::min(body.begin, body.end);
  const Templates tags = parseTemplates(source, body, templates);
  const std::string mask = maskBody(source, body, templates, tags);
  Tree tree = treeOf(mask, dialect);
  hideUnseen(tags, body.begin, tree);
  return readMarkdown(source, body, mask, tags, std::move(tree), dialect);
}

}  // namespace galley
