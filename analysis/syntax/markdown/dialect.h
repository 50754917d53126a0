// Which Markdown a site's own converter makes, as data: what is masked before md4c reads, which ids headings get.
// The named dialects are in dialect.cpp; a generator's sheet points at one.
#pragma once

namespace galley {

struct Dialect {
  /// Which grammar reads a text: CommonMark's, of which most converters are a dialect, or kramdown's own.
  enum class Grammar { commonMark, kramdown };
  Grammar grammar = Grammar::commonMark;
  /// A backslash in a destination takes the meaning from the punctuation behind it.
  bool escapesInDestinations = true;
  /// Of two definitions of one label the last one counts, not the first.
  bool lastDefinitionCounts = false;
  bool bareUrls = false;  // `https://…` in text is a link
  bool tables = true;
  bool strikethrough = true;
  bool taskLists = true;
};
extern const Dialect commonMark;
extern const Dialect kramdown;

}  // namespace galley
