// See the header.
#include "analysis/text/rich_text.h"

#include <algorithm>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t mostCharacters = 300;

// Characters that show nothing, or turn the direction of what follows.
bool isInvisible(char32_t value) {
  return value < 0x20 || (value >= 0x7F && value <= 0x9F) || (value >= 0x202A && value <= 0x202E) ||
         (value >= 0x2066 && value <= 0x2069) || value == 0x2028 || value == 0x2029;
}

// The text on one line, without what a terminal or an editor would obey.
std::string onOneLine(std::string_view text) {
  std::string line;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = codePointAt(text, at);
    at += point.length;
    if (++characters > mostCharacters) return line + "…";
    if (point.value == '\n' || point.value == '\r' || point.value == '\t') {
      line += ' ';
    } else {
      appendUtf8(line, isInvisible(point.value) ? char32_t{0xFFFD} : point.value);
    }
  }
  return line;
}

std::string escaped(std::string_view line) {
  std::string all;
  for (const char byte : line) {
    if (std::string_view("\\`*_{}[]<>()#!|~&$").find(byte) != std::string_view::npos) all += '\\';
    all += byte;
  }
  return all;
}

// A code span with a fence that is longer than any in the text (CommonMark 0.30, 6.1).
std::string codeSpan(std::string_view line) {
  std::size_t longest = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const std::size_t begin = at;
    while (at < line.size() && line[at] == '`') ++at;
    longest = std::max(longest, at - begin);
  }
  const std::string fence(longest + 1, '`');
  const bool padded =
      line.empty() || line.front() == '`' || line.back() == '`' || line.front() == ' ' || line.back() == ' ';
  const std::string pad(padded ? " " : "");
  return fence + pad + std::string(line) + pad + fence;
}

}  // namespace

RichText& RichText::say(std::string_view words) {
  markdown_ += words;
  plain_ += words;
  return *this;
}

RichText& RichText::quote(std::string_view text) {
  const std::string line = onOneLine(text);
  markdown_ += escaped(line);
  plain_ += line;
  return *this;
}

RichText& RichText::code(std::string_view text) {
  const std::string line = onOneLine(text);
  markdown_ += codeSpan(line);
  plain_ += line;
  return *this;
}

RichText& RichText::strong(std::string_view words) {
  markdown_.append("**").append(words).append("**");
  plain_ += words;
  return *this;
}

RichText& RichText::paragraph() {
  if (empty()) return *this;
  markdown_ += "\n\n";
  plain_ += "\n";
  return *this;
}

RichText& RichText::item() {
  const std::string_view start = empty() ? "- " : "\n- ";
  return say(start);
}

std::string sizeForPeople(unsigned long long bytes) {
  if (bytes == 1) return "1 byte";
  if (bytes < 1000) return std::to_string(bytes) + " bytes";
  constexpr std::string_view units[] = {"kB", "MB", "GB", "TB"};
  unsigned long long tenths = (bytes + 50) / 100;  // of a kB
  std::size_t unit = 0;
  for (; tenths >= 10000 && unit < 3; ++unit) tenths = (tenths + 500) / 1000;
  std::string number = std::to_string(tenths / 10);
  if (tenths < 1000 && tenths % 10 != 0) number += "." + std::to_string(tenths % 10);
  return number + " " + std::string(units[unit]);
}

}  // namespace galley
