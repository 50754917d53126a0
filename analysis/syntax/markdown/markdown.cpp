// See the header: the four steps in a row.
#include "analysis/syntax/markdown/markdown.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/footnotes.h"
#include "analysis/syntax/markdown/kramdown.h"
#include "analysis/syntax/markdown/mask.h"
#include "analysis/syntax/markdown/read.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {

Markdown parseMarkdown(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates) {
  body.end = std::min(body.end, source.size());
  body.begin = std::min(body.begin, body.end);
  const std::string mask = maskBody(source, body, templates);
  Tree tree =
      dialect.grammar == Dialect::Grammar::kramdown ? readKramdown(mask) : walk(mask, readEvents(mask, dialect));
  if (dialect.footnotes) findFootnotes(mask, tree);
  return readMarkdown(source, body, mask, std::move(tree), dialect);
}

}  // namespace galley
