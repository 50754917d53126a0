// Which Markdown a site's own converter makes, as data.
// The named dialects are in dialect.cpp; a generator's sheet points at one.
#pragma once

#include <string_view>

namespace galley {

struct Dialect {
  /// Which grammar reads a text: CommonMark's, of which most converters are a dialect, or one of its own.
  enum class Grammar { commonMark, kramdown, pythonMarkdown };
  Grammar grammar = Grammar::commonMark;
  /// What a backslash takes the meaning from in destinations and titles.
  std::string_view escapable = R"(!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~)";
  bool escapesInDefinitions = true;  // in those of definitions, too
  bool escapesInAutolinks = false;
  /// Of two definitions of one label the last one counts, not the first.
  bool lastDefinitionCounts = false;
  bool tables = true;
  bool strikethrough = true;
  bool singleTildes = true;  // `~x~` is struck through as `~~x~~` is
  bool taskLists = true;
  /// What lines behind four blanks are: code, what they would be without the blanks, or text.
  enum class Indented { code, blocks, text };
  Indented indented = Indented::code;
  bool html = true;  // tags are HTML; false: what is no template tag is text
  /// Whose rules say where `https://…`, `www.…` and addresses of mail in text are links, and where these end.
  enum class BareUrls { none, remark, marked, goldmark };
  BareUrls bareUrls = BareUrls::none;
  std::string_view wwwScheme = "http://";  // where a bare `www.…` leads
  bool footnotes = false;                  // `[^a]` refers to `[^a]: …`
  bool codeBehindLabels = false;           // what stands four blanks behind the label of a note is code
  /// Whose grammar reads `# text {#id .class}`; the other grammars have their own.
  enum class HeadingAttributes { none, goldmark, pulldownCmark };
  HeadingAttributes headingAttributes = HeadingAttributes::none;
  bool definitionLists = false;  // a term, and `: text` below it
  bool math = false;             // `$…$`, `$$…$$`; kramdown's grammar has its own
  bool emoji = false;            // `:name:` is one
};

extern const Dialect commonMark;  // with the tables, strikethrough and task lists of GFM
extern const Dialect kramdown;    // with its GFM parser
extern const Dialect kramdownWithEmoji;
extern const Dialect goldmark;
extern const Dialect goldmarkWithEmoji;
extern const Dialect goldmarkWithMath;
extern const Dialect goldmarkWithEmojiAndMath;
extern const Dialect remark;  // with remark-gfm
extern const Dialect remarkWithMath;
extern const Dialect mdx;  // with remark-gfm
extern const Dialect mdxWithMath;
extern const Dialect markdownIt;
extern const Dialect marked;
extern const Dialect pulldownCmark;
extern const Dialect pythonMarkdown;  // with the extensions of `extra`

}  // namespace galley
