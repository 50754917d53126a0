// Which Markdown a site's own converter makes, as data.
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
  bool tables = true;
  bool strikethrough = true;
  bool taskLists = true;
  bool bareUrls = false;           // `https://…` in text is a link
  bool footnotes = false;          // `[^a]` refers to `[^a]: …`
  bool headingAttributes = false;  // `# text {#id .class}`
};

extern const Dialect commonMark;     // with the tables, strikethrough and task lists of GFM
extern const Dialect kramdown;       // Jekyll
extern const Dialect goldmark;       // Hugo
extern const Dialect remark;         // Astro
extern const Dialect markdownIt;     // Eleventy
extern const Dialect marked;         // Hexo
extern const Dialect pulldownCmark;  // Zola

}  // namespace galley
