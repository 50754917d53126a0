// Template tags in a post: what the generator eats before (or around) Markdown, where each tag and each of its parts
// stands, and what the converter sees in its place. Driven by a TemplateSyntax, to which a generator's sheet points;
// this file knows no generator. Pure; any thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

/// What a tag is given. Of `src="a.png"` the name span covers `src`, the value span `a.png` without the quotes.
struct TemplateArgument {
  Span name;  // empty for one without a name
  Span value;
  char quote = 0;  // `"`, `'`, a backtick, `{` of an expression that is kept with its braces, or 0
};

struct TemplateTag {
  enum class Kind : std::uint8_t {
    output,      // {{ … }}
    tag,         // {% … %}, {{< … >}}, {{% … %}}, {{ name(…) }}
    comment,     // {# … #}, {/* … */}
    escaped,     // {{</* … */>}}: the page shows the tag
    element,     // <Component …>, </Component>
    expression,  // {…}
    module,      // lines of `import` and `export`
  };
  static constexpr std::size_t noPartner = SIZE_MAX;

  Kind kind = Kind::output;
  Span span;            // with its braces
  Span content;         // between the braces and `-`, blanks trimmed
  std::string name;     // of a tag: its first word, without `/`; of an output: empty
  Span nameSpan;        // where it stands
  bool opaque = false;  // it stands inside of an opaque block: text, not a tag that runs
  bool end = false;     // {{< /name >}}, </Name>, {% end %}; the end tags of other syntaxes have names of their own
  bool selfClosing = false;  // {{< name />}}, <Name />
  std::vector<TemplateArgument> arguments;
  std::size_t partner = noPartner;  // of a paired tag: index of its start or end tag
};

/// How one kind of tag is written.
struct TagForm {
  /// Where a tag ends: at the first `close`; at the first brace, which must be doubled (Liquid's lexer reads an output
  /// so); at the first `close` that stands in no string.
  enum class End : std::uint8_t { first, firstBrace, outsideOfStrings };
  /// What follows the name: nothing that is known, words and `name=value`, or `(name=value, …)`.
  enum class Arguments : std::uint8_t { none, words, call };

  std::string_view open;
  std::string_view close;
  TemplateTag::Kind kind = TemplateTag::Kind::tag;
  End end = End::first;
  Arguments arguments = Arguments::none;
  bool trims = false;           // `-` inside of the braces eats white space
  std::string_view strings{};   // of End::outsideOfStrings: the marks of strings; a backslash escapes, not in backticks
  bool shortStrings = false;    // only strings in backticks run over lines
  bool rendersContent = false;  // of Pairs::slash: what a pair encloses is Markdown of the page
};

/// How template tags look, as data.
struct TemplateSyntax {
  /// Which tags enclose something: those of the two lists below, with `end` before the name; any tag whose end tag
  /// follows, written `/name`, `endname` or `end`.
  enum class Pairs : std::uint8_t { listed, slash, anyEnd, end };

  std::span<const TagForm> forms{};  // the first that fits is taken
  Pairs pairs = Pairs::listed;
  /// Of Pairs::listed. Block tags whose content is taken as it stands, without tags: raw.
  std::span<const std::string_view> verbatimBlocks{};
  bool verbatimNests = false;  // such a block in itself is counted
  /// Block tags whose content never reaches the Markdown: comment, highlight …
  std::span<const std::string_view> opaqueBlocks{};
  bool codeFirst = false;    // fences, code spans and HTML comments are taken out before tags are looked for
  bool placeholder = false;  // the converter sees an HTML comment in the place of a tag
  bool mdx = false;          // JSX and modules instead of braces
  char edge = 'x';           // first and last character of the word that the converter sees in the place of a tag
};
extern const TemplateSyntax liquidTemplates;
extern const TemplateSyntax nunjucksTemplates;
extern const TemplateSyntax goShortcodes;    // {{< name >}}, {{% name %}}
extern const TemplateSyntax teraShortcodes;  // {{ name() }}, {% name() %} … {% end %}
extern const TemplateSyntax nunjucksTags;    // {% name %} … {% endname %} around Markdown, behind code
extern const TemplateSyntax mdxTemplates;
extern const TemplateSyntax noTemplates;

/// What the converter sees instead of a stretch of the text.
struct Substitute {
  enum class Kind : std::uint8_t {
    word,         // text that is not known: one word, over however many lines the tag runs
    silent,       // nothing where the lines hold only such tags, else a word
    placeholder,  // an HTML comment
    nothing,
  };
  Kind kind = Kind::word;
  Span span;
};

/// All template tags of a span in order, and what they make of the text around them.
struct Templates {
  std::vector<TemplateTag> tags;
  std::vector<Span> opaque;             // contents in which nothing is a tag, in order
  std::vector<Span> hidden;             // contents that never reach the Markdown of the page, in order
  std::vector<Span> unseen;             // the marks of escaped tags, which the page does not show, in order
  std::vector<Substitute> substitutes;  // in order; none overlap
};
Templates parseTemplates(std::string_view source, Span body, const TemplateSyntax& syntax);

}  // namespace galley
