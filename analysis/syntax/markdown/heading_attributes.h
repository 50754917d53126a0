// Attributes at the end of a heading's text, `# text {#id .class key="value"}`, which are no text for a converter that
// reads them. Each has a grammar of its own. Pure; any thread.
#pragma once

#include <optional>
#include <string_view>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/text/text.h"

namespace galley {

struct HeadingAttributes {
  Span span;     // with its braces
  Span id;       // the last one in it, without `#`; empty for none
  Span content;  // what is left of the heading's text
};

/// The attributes of a heading whose text stands at `content`, without the marks around it; nothing where it ends with
/// none, or where the dialect knows none. goldmark 1.5, parser/attribute.go and atx_heading.go; pulldown-cmark 0.9,
/// firstpass.rs.
std::optional<HeadingAttributes> headingAttributesOf(std::string_view source, Span content, const Dialect& dialect);

}  // namespace galley
