// Which Markdown a site's own converter makes, as data: what is masked before md4c reads, which ids headings get.
// The named dialects are in dialect.cpp; a generator's sheet points at one.
#pragma once

namespace galley {

struct Dialect {
  /// kramdown's block rules: HTML blocks run to their end tag, `<br/>` lines are text, attribute lists, `$$` math …
  bool kramdownBlocks = false;
  /// `{#id}` and `{: …}` are attributes, not text.
  bool attributeLists = false;
  bool footnotes = false;
  bool bareUrls = false;  // `https://…` in text is a link
  bool tables = true;
  bool strikethrough = true;
  bool taskLists = true;
};
extern const Dialect commonMark;
extern const Dialect kramdown;

}  // namespace galley
