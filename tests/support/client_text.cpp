// See the header.
#include "tests/support/client_text.h"

#include <algorithm>

#include "analysis/text/unicode.h"

namespace galley::test {

ClientText::ClientText(std::string_view utf8, Encoding encoding) : encoding_(encoding), units_(unitsOf(utf8)) {}

std::u32string ClientText::unitsOf(std::string_view utf8) const {
  std::u32string units;
  for (std::size_t at = 0; at < utf8.size();) {
    const CodePoint point = codePointAt(utf8, at);
    if (encoding_ == Encoding::utf8) {
      for (std::size_t i = 0; i < point.length; ++i) units += static_cast<unsigned char>(utf8[at + i]);
    } else if (encoding_ == Encoding::utf16 && point.value > 0xFFFF) {
      units += 0xD800 + ((point.value - 0x10000) >> 10);
      units += 0xDC00 + ((point.value - 0x10000) & 0x3FF);
    } else {
      units += point.value;
    }
    at += point.length;
  }
  return units;
}

std::string ClientText::utf8() const {
  std::string text;
  for (std::size_t i = 0; i < units_.size(); ++i) {
    const char32_t unit = units_[i];
    if (encoding_ == Encoding::utf8) {
      text += static_cast<char>(static_cast<unsigned char>(unit));
    } else if (encoding_ == Encoding::utf16 && unit >= 0xD800 && unit < 0xDC00) {
      appendUtf8(text, 0x10000 + ((unit - 0xD800) << 10) + (units_[++i] - 0xDC00));
    } else {
      appendUtf8(text, unit);
    }
  }
  return text;
}

std::size_t ClientText::endOfLine(std::size_t from) const {
  return std::min(units_.find_first_of(U"\r\n", from), units_.size());
}

std::size_t ClientText::behindLineEnd(std::size_t end) const {
  const bool both = units_[end] == U'\r' && end + 1 < units_.size() && units_[end + 1] == U'\n';
  return end + (both ? 2 : 1);
}

std::size_t ClientText::lineCount() const {
  std::size_t lines = 1;
  for (std::size_t end = endOfLine(0); end < units_.size(); end = endOfLine(behindLineEnd(end))) ++lines;
  return lines;
}

std::size_t ClientText::offsetOf(Position position) const {
  std::size_t begin = 0;
  for (std::uint32_t line = 0; line < position.line; ++line) {
    const std::size_t end = endOfLine(begin);
    if (end == units_.size()) return end;
    begin = behindLineEnd(end);
  }
  std::size_t at = std::min(begin + position.character, endOfLine(begin));
  const auto isInside = [&](char32_t unit) {
    return encoding_ == Encoding::utf8 ? (unit & 0xC0) == 0x80
                                       : encoding_ == Encoding::utf16 && unit >= 0xDC00 && unit < 0xE000;
  };
  while (at > begin && at < units_.size() && isInside(units_[at])) --at;
  return at;
}

void ClientText::replace(Position start, Position end, std::string_view utf8) {
  const std::size_t a = offsetOf(start);
  const std::size_t b = offsetOf(end);
  units_.replace(std::min(a, b), std::max(a, b) - std::min(a, b), unitsOf(utf8));
}

}  // namespace galley::test
