// How a report's JSON is written. Pure; any thread.
#pragma once

#include <string>

#include "analysis/text/place.h"
#include "protocol/json.h"

namespace galley::server {

/// Indented, fields in their order, a line feed at the end. Bytes that are no UTF-8 become U+FFFD. Characters that a
/// terminal might obey, and those that would make a line a command of a build server, are written as escapes, so that
/// the document is safe to print and still says exactly what the files say.
std::string jsonText(const lsp::OrderedJson& value);

/// `line`, `column`, `endLine` and `endColumn`, at the end of an object's fields.
void addPlace(lsp::OrderedJson& to, const Place& place);

}  // namespace galley::server
