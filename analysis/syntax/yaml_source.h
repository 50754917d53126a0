// A text under the YAML scanner: looking at bytes and lines without ever leaving it. Everything behind the limit looks
// like a line end, as libyaml's scanner sees the end of its input.
#pragma once

#include <cstddef>
#include <string_view>

namespace galley {

inline bool isYamlBlank(char c) { return c == ' ' || c == '\t'; }
inline bool isYamlBreak(char c) { return c == '\n' || c == '\r'; }
inline bool isYamlSpace(char c) { return isYamlBlank(c) || isYamlBreak(c); }
inline bool isFlowIndicator(char c) { return c == ',' || c == '[' || c == ']' || c == '{' || c == '}'; }

struct YamlSource {
  std::string_view text;
  std::size_t limit = 0;

  [[nodiscard]] char at(std::size_t offset) const { return offset < limit ? text[offset] : '\n'; }
  /// The end of the line that holds the offset, without its line end.
  [[nodiscard]] std::size_t lineEnd(std::size_t offset) const {
    while (offset < limit && !isYamlBreak(text[offset])) ++offset;
    return offset;
  }
  /// The beginning of the next line, or the limit.
  [[nodiscard]] std::size_t nextLine(std::size_t offset) const {
    offset = lineEnd(offset);
    if (offset < limit && text[offset] == '\r' && at(offset + 1) == '\n' && offset + 1 < limit) ++offset;
    return offset < limit ? offset + 1 : limit;
  }
  [[nodiscard]] std::size_t skipBlanks(std::size_t offset) const {
    while (offset < limit && isYamlBlank(text[offset])) ++offset;
    return offset;
  }
  [[nodiscard]] std::size_t skipSpaces(std::size_t offset) const {
    while (offset < limit && text[offset] == ' ') ++offset;
    return offset;
  }
  /// `end` without the blanks and line ends before it, not before `begin`.
  [[nodiscard]] std::size_t trimEnd(std::size_t begin, std::size_t end) const {
    while (end > begin && isYamlSpace(text[end - 1])) --end;
    return end;
  }
  [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
    return text.substr(begin, end - begin);
  }
};

}  // namespace galley
