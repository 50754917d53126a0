// The parts of a construct that its node does not name, since they follow from its text and its spans: the marks around
// it, the language of a fence, what stands in an attribute list. Read when they are asked for. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/tree.h"
#include "analysis/text/text.h"

namespace galley {

/// What stands before and behind the content of a construct; empty spans for what is not there.
struct Marks {
  /// `##`, a list marker, `:`, `>`, a fence, `*`, `**`, `~~`, ticks, `$$`, `[`, `![`, `<`.
  Span opening;
  /// Closing `##`, the underline of a heading, the closing fence; `*`, ticks …; of a link only its bracket.
  Span closing;
};
/// `text` is the text that the spans of `node` are of.
Marks marksOf(std::string_view text, const Node& node);

/// The first word of an info string, which names the language; an empty span for none.
Span languageOf(std::string_view text, Span info);

/// The cells of a delimiter row (`:--`), without pipes and blanks.
std::vector<Span> delimitersOf(std::string_view text, Span row);

/// One part of an attribute list: `#id`, `.class`, `key="value"`, or the name of a list that is defined elsewhere.
struct Attribute {
  enum class Kind : std::uint8_t { id, cssClass, pair, reference };
  Kind kind = Kind::reference;
  Span name;   // of a pair its key; else empty
  Span value;  // without `#`, `.` and quotes
};
/// The parts of the attribute list that covers `list`: `{: …}`, `{:name: …}` or `{…}`. Empty for what is none.
std::vector<Attribute> attributesOf(std::string_view text, Span list);

}  // namespace galley
