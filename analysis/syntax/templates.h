// Template tags in a post: what the generator eats before (or around) Markdown. Driven by a TemplateSyntax, which a
// generator fills in; this file knows no generator.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

/// How template tags look, as data. `liquid` and the null object `noTemplates` are defined in templates.cpp.
struct TemplateSyntax {
  bool liquid = false;  // `{% tag … %}`, `{{ output }}`, with `-` inside for white-space control
  /// Block tags whose content is taken as it stands, without tags: raw. Null-terminated lists, or null.
  const char* const* verbatimBlocks = nullptr;
  /// Block tags whose content never reaches the Markdown: comment, highlight …
  const char* const* opaqueBlocks = nullptr;
};
extern const TemplateSyntax liquidTemplates;
extern const TemplateSyntax noTemplates;

struct TemplateTag {
  enum class Kind {
    output,  // {{ … }}
    tag,     // {% … %}
  };
  Kind kind = Kind::output;
  Span span;            // with its braces
  Span content;         // between the braces and `-`, blanks trimmed
  std::string name;     // of a tag: its first word; of an output: empty
  bool opaque = false;  // it stands inside of an opaque block: text, not a tag that runs
};

/// All template tags of a span in order, and the contents in which nothing is a tag.
struct Templates {
  std::vector<TemplateTag> tags;
  std::vector<Span> opaque;  // the contents of verbatim and opaque blocks
  std::vector<Span> hidden;  // those of them that never reach the Markdown
};
Templates parseTemplates(std::string_view source, Span body, const TemplateSyntax& syntax);

}  // namespace galley
