// See the header: the four steps in a row.
#include "analysis/syntax/markdown/markdown.h"

#include <algorithm>

#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/mask.h"
#include "analysis/syntax/markdown/read.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {

Markdown parseMarkdown(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates) {
  body.end = std::min(body.end, source.size());
  body.begin = std::min(body.begin, body.end);
  const Mask mask = maskBody(source, body, dialect, templates);
  const Events events = readEvents(mask.text, dialect);
  const Tree tree = walk(mask.text, events);
  return readMarkdown(source, body, mask, events, tree, dialect);
}

}  // namespace galley
