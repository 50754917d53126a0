// See the header.
#include "analysis/syntax/toml.h"

#define TOML_EXCEPTIONS 0
// It asserts what half-typed values break (`a = 2024-01-01T:`, `a = [}`), and then says itself what is wrong with them.
#define TOML_ASSERT(condition) static_cast<void>(0)
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

/// toml++ 3.3 runs into undefined behaviour where behind the bracket of a table's header no key begins. True if a line
/// may be such a header, and be it in a text over several lines: then toml++ is not asked.
bool mayHaveHeaderWithoutKey(std::string_view text) {
  for (std::size_t at = text.find('['); at != std::string_view::npos; at = text.find('[', at + 1)) {
    const std::size_t before = text.substr(0, at).find_last_not_of(" \t");
    if (before != std::string_view::npos && static_cast<unsigned char>(text[before]) >= 0x20) continue;
    std::size_t key = text.find_first_not_of(" \t", at + 1);
    const bool two = key == at + 1 && text[key] == '[';
    if (two) key = text.find_first_not_of(" \t", key + 1);
    if (key == std::string_view::npos) continue;  // that ends the text, which toml++ looks for
    const char c = text[key];
    const bool bare =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!bare && c != '"' && c != '\'' && c != ']' && (two || c != '[')) return true;
  }
  return false;
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

/// True for what may be one string, and is no more than that.
bool isOneString(std::string_view written) {
  if (written.size() < 2 || (written.front() != '"' && written.front() != '\'')) return false;
  const std::string_view mark = written.substr(0, 3);
  if (mark != "\"\"\"" && mark != "'''") return written.find('\n') == std::string_view::npos;
  std::size_t close = 3;
  for (; close < written.size() && written.substr(close, 3) != mark; ++close)
    if (mark[0] == '"' && written[close] == '\\') ++close;
  return close < written.size() && written.size() - close <= 5;  // two more quotes may stand before the mark
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
  if (!isOneString(written)) return std::nullopt;
  const toml::parse_result result = toml::parse(
      "x = " + (written.starts_with("\"\"\"") ? withoutEscapedLineEnds(written) : std::string(written)) + "\n");
  if (!result) return std::nullopt;
  return result.table()["x"].value<std::string>();
}

std::optional<TomlRefusal> refusedByToml(std::string_view document) {
  if (mayHaveHeaderWithoutKey(document)) return std::nullopt;
  const toml::parse_result result = toml::parse(asciiOnly(document));
  if (result) return std::nullopt;
  return TomlRefusal{offsetOf(document, result.error().source().begin), std::string(result.error().description())};
}

}  // namespace galley
