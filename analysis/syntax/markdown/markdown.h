// The Markdown of a post: what exists (as the site's own converter sees it) and where it stands, to the byte. The steps
// are in files of their own: mask (template tags), then events and walk (md4c says what exists, the walk where) or, for
// kramdown, a grammar of its own, then read; this is what they give together.
// All offsets are bytes of the whole file. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/html.h"
#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/markdown/tree.h"
#include "analysis/syntax/templates.h"
#include "analysis/text/text.h"

namespace galley {

struct Heading {
  int level = 1;
  Span span;  // the whole construct: marker to the end of its last line (setext: with the underline; HTML: with both
              // tags)
  Span textSpan;               // the text as written, without markers, blanks around it, closing #s and an id
  std::string text;            // as a reader sees it: without markup, references decoded
  bool html = false;           // written as <h1> … <h6>
  std::optional<Span> idSpan;  // an explicit id ({#id}, {: #id}, id="…"), without its marks
  std::string id;              // that id; empty where there is none
  bool proven = true;          // its span was met as expected; an edit may go through it
};

/// A link or an image, however it is written.
struct Link {
  enum class Syntax { inlined, full, collapsed, shortcut, autolink, bareUrl, html };
  bool image = false;
  Syntax syntax = Syntax::inlined;
  Span span;      // from the first byte of the construct (`[`, `!`, `<`) to its end; of an HTML image the tag
  Span textSpan;  // link text or alt text, as written; of an HTML image the value of alt, or empty
  /// Link text, or the alt text as a reader gets it. Nothing: none is given (an <img> without alt).
  std::optional<std::string> text;
  /// The destination as written without `<>` and quotes; of a reference the one in its definition. Empty span for none.
  Span destinationSpan;
  std::string destination;  // escapes and references decoded; template tags as written
  std::optional<Span> titleSpan;
  std::string title;
  std::string label;                      // of a reference: as written
  std::optional<std::size_t> definition;  // of a reference: index into Markdown::definitions
  std::optional<std::size_t> tag;         // of Syntax::html: index into Markdown::tags
  bool proven = true;
};

/// A link reference definition: `[label]: destination "title"`.
struct Definition {
  Span span;
  Span labelSpan;
  std::string label;  // as written
  Span destinationSpan;
  std::string destination;
  std::optional<Span> titleSpan;
  std::string title;
  bool used = false;
};

/// A region of code, where nothing is a link or a heading.
struct Code {
  enum class Kind { span, fenced, indented };
  Kind kind = Kind::span;
  PackedSpan span;
  PackedSpan content;   // in a quote or item it holds the prefixes of its lines, too
  PackedSpan info;      // of a fence: its info string
  PackedSpan language;  // the first word of that
};

/// `{: #id .class}` of a block or of what stands before it in text, `{#id .class}` of a heading. What is in it is told
/// by attributesOf of parts.h.
struct AttributeList {
  Span span;
};

/// What is written as an emoji, `:name:`.
struct Emoji {
  Span span;
  Span name;           // without colons; whether there is one of that name is not known
  bool shown = false;  // the page shows it; false: the dialect leaves the text as it is
};

struct Markdown {
  std::vector<Heading> headings;        // in the order of the text
  std::vector<Link> links;              // links and images, in the order of the text
  std::vector<Definition> definitions;  // in the order of the text; used or not
  HtmlTags tags;                        // raw HTML tags that reach the page, in order
  std::vector<Code> codes;
  /// Every construct, parents before children: quotes, items, tables, emphasis … with the spans of their parts. Of the
  /// Kinds `none` and of hidden nodes nothing reaches the page.
  std::vector<Node> nodes;
  /// Runs of two or more `*` that the page shows as asterisks, beside a letter or mark: emphasis that did not work.
  std::vector<Span> literalMarks;
  std::vector<AttributeList> attributeLists;  // in the order of the text
  std::vector<Emoji> emojis;                  // in the order of the text; not in code
  std::size_t unproven = 0;                   // nodes whose expectation was not met (0 on nearly every text)
  bool truncated = false;                     // the event budget was used up: a text made to hurt
};

/// Parses the bytes of `body` in `source` (the whole file). Never fails.
Markdown parseMarkdown(std::string_view source, Span body, const Dialect& dialect, const TemplateSyntax& templates);

}  // namespace galley
