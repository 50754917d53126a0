// The grammar of what follows a link's text, and of link reference definitions (CommonMark 0.31.2, 4.7 and 6.3), with
// the spans of the parts. It knows neither md4c nor nodes. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "analysis/text/text.h"

namespace galley {

/// `(destination "title")` or `[label]: destination "title"`.
struct ReferenceParts {
  std::size_t end = 0;  // behind the last byte
  Span label;           // without brackets
  Span destination;     // without `<>`; an empty span for none
  Span title;           // with its quotes; an empty span for none
};

/// What stands in the parentheses at `at`. A line may end between the parts; it then may begin with blanks and up to
/// `quotes` marks of block quotes.
std::optional<ReferenceParts> parseInlineTarget(std::string_view text, std::size_t at, std::size_t quotes);

/// The label in the brackets at `at`, behind which `end` is.
std::optional<ReferenceParts> parseLabel(std::string_view text, std::size_t at);

/// The definition at `at`, the first character of a line that is no blank. `end` is the end of its last line.
std::optional<ReferenceParts> parseDefinition(std::string_view text, std::size_t at, std::size_t quotes);

}  // namespace galley
