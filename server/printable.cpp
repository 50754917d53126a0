// See the header.
#include "server/printable.h"

#include <array>

#include "analysis/text/unicode.h"

namespace galley::server {

namespace {

constexpr std::string_view digits = "0123456789abcdef";

void appendByte(std::string& to, unsigned char byte) {
  to += "\\x";
  to += digits[byte >> 4];
  to += digits[byte & 15];
}

/// True if a `[` behind this text would make a command, `##[` or `##vso[`.
bool opensCommand(std::string_view before) {
  constexpr std::array<std::string_view, 2> openings{"##", "##vso"};
  for (const std::string_view opening : openings)
    if (before.ends_with(opening)) return true;
  return false;
}

void appendVisible(std::string& to, char32_t character) {
  if (character < 0x80) {
    appendByte(to, static_cast<unsigned char>(character));
    return;
  }
  to += character > 0xFFFF ? "\\U" : "\\u";
  for (int shift = character > 0xFFFF ? 28 : 12; shift >= 0; shift -= 4) to += digits[(character >> shift) & 15];
}

}  // namespace

bool isHidden(char32_t character) {
  return character < 0x20 || (character >= 0x7F && character <= 0x9F) ||                                  // C0, DEL, C1
         (character >= 0x202A && character <= 0x202E) || (character >= 0x2066 && character <= 0x2069) ||  // direction
         character == 0x2028 || character == 0x2029 || character == 0xFEFF;  // separators, byte order mark
}

std::size_t appendPrintable(std::string& line, std::string_view bytes, std::size_t at) {
  const CodePoint point = codePointAt(bytes, at);
  if (point.value == 0xFFFD && point.length == 1) {
    appendByte(line, static_cast<unsigned char>(bytes[at]));
  } else if (isHidden(point.value) || (point.value == U'[' && opensCommand(line))) {
    appendVisible(line, point.value);
  } else {
    line += bytes.substr(at, point.length);
  }
  return point.length;
}

std::string printable(std::string_view bytes) {
  std::string result;
  result.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) at += appendPrintable(result, bytes, at);
  return result;
}

std::string printablePath(std::string_view path) {
  const bool risky = path.empty() || std::string_view(" :-#").find(path.front()) != std::string_view::npos;
  return (risky ? "./" : "") + printable(path);
}

}  // namespace galley::server
