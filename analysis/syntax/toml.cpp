// See the header.
#include "analysis/syntax/toml.h"

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include <algorithm>

namespace galley {
namespace {

/// toml++ 3.3 runs into undefined behaviour where it asks whether a character that is no ASCII is a blank. So it never
/// sees one outside of a string's text.
std::string asciiOnly(std::string_view text) {
  std::string result(text);
  std::ranges::replace_if(result, [](char c) { return static_cast<signed char>(c) < 0; }, 'x');
  return result;
}

/// A text over several lines without the line ends that a backslash takes away, and the blanks behind them.
std::string withoutEscapedLineEnds(std::string_view written) {
  std::string result;
  for (std::size_t i = 0; i < written.size(); ++i) {
    result += written[i];
    if (written[i] != '\\' || i + 1 == written.size()) continue;
    const std::size_t text = std::min(written.find_first_not_of(" \t\r\n", i + 1), written.size());
    if (written.substr(i + 1, text - i - 1).find('\n') == std::string_view::npos) {
      result += written[++i];
    } else {
      result.pop_back();
      i = text - 1;
    }
  }
  return result;
}

/// The byte of a 1-based line and column.
std::size_t offsetOf(std::string_view text, const toml::source_position& position) {
  std::size_t offset = 0;
  for (toml::source_index line = 1; line < position.line; ++line) {
    const std::size_t end = text.find('\n', offset);
    if (end == std::string_view::npos) return text.size();
    offset = end + 1;
  }
  return std::min(offset + (position.column > 0 ? position.column - 1 : 0), text.size());
}

}  // namespace

std::optional<std::string> decodeTomlString(std::string_view written) {
  const toml::parse_result result = toml::parse(
      "x = " + (written.starts_with("\"\"\"") ? withoutEscapedLineEnds(written) : std::string(written)) + "\n");
  if (!result) return std::nullopt;
  return result.table()["x"].value<std::string>();
}

std::optional<TomlRefusal> refusedByToml(std::string_view document) {
  const toml::parse_result result = toml::parse(asciiOnly(document));
  if (result) return std::nullopt;
  return TomlRefusal{offsetOf(document, result.error().source().begin), std::string(result.error().description())};
}

}  // namespace galley
