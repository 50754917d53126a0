// See the header.
#include "server/reports/json_text.h"

#include "analysis/text/unicode.h"
#include "server/printable.h"

namespace galley::server {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

void appendEscape(std::string& to, unsigned unit) {
  to += "\\u";
  for (int shift = 12; shift >= 0; shift -= 4) to += digits[(unit >> shift) & 15];
}

}  // namespace

std::string jsonText(const lsp::OrderedJson& value) {
  const std::string plain = value.dump(2, ' ', false, lsp::OrderedJson::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size() + 1);
  for (std::size_t at = 0; at < plain.size();) {
    const auto [character, length] = codePointAt(plain, at);
    // Line feeds stand only between the strings, `##` and what is hidden only in them.
    if (character > 0xFFFF && isHidden(character)) {
      appendEscape(text, 0xD800 + ((character - 0x10000) >> 10));
      appendEscape(text, 0xDC00 + ((character - 0x10000) & 0x3FF));
    } else if ((character != '\n' && isHidden(character)) || (character == '#' && text.ends_with('#'))) {
      appendEscape(text, character);
    } else {
      text.append(plain, at, length);
    }
    at += length;
  }
  return text += '\n';
}

void addPlace(lsp::OrderedJson& to, const Place& place) {
  to["line"] = place.line;
  to["column"] = place.column;
  to["endLine"] = place.endLine;
  to["endColumn"] = place.endColumn;
}

}  // namespace galley::server
