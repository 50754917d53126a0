// See the header.
#include "protocol/json.h"

#include <algorithm>
#include <cmath>

namespace galley::lsp {

namespace {

/// True if containers nest deeper than allowed. Looks at brackets outside of strings only: what is no JSON at all is
/// the parser's to refuse.
bool nestsTooDeep(std::string_view text) {
  std::size_t depth = 0;
  bool inString = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (inString) {
      if (c == '\\') ++i;
      if (c == '"') inString = false;
    } else if (c == '"') {
      inString = true;
    } else if (c == '[' || c == '{') {
      if (++depth > maxJsonDepth) return true;
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
  }
  return false;
}

/// The code unit of a `\uXXXX` escape at an offset, or nothing.
std::optional<unsigned> unitAt(std::string_view text, std::size_t offset) {
  if (offset + 6 > text.size() || text[offset] != '\\' || text[offset + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(offset + 2, 4)) {
    unit <<= 4;
    if (c >= '0' && c <= '9')
      unit += static_cast<unsigned>(c - '0');
    else if (c >= 'a' && c <= 'f')
      unit += static_cast<unsigned>(c - 'a') + 10;
    else if (c >= 'A' && c <= 'F')
      unit += static_cast<unsigned>(c - 'A') + 10;
    else
      return std::nullopt;
  }
  return unit;
}

constexpr bool isHigh(unsigned unit) { return unit >= 0xD800 && unit < 0xDC00; }
constexpr bool isLow(unsigned unit) { return unit >= 0xDC00 && unit < 0xE000; }

/// The text with every surrogate escape that has no partner replaced by `\ufffd`; nothing if there is none.
std::optional<std::string> withoutLoneSurrogates(std::string_view text) {
  std::string mended;
  std::size_t copied = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\') continue;
    const auto unit = unitAt(text, i);
    if (!unit) {
      ++i;  // whatever is escaped is no escape itself
      continue;
    }
    const auto next = unitAt(text, i + 6);
    if (isHigh(*unit) && next && isLow(*next)) {
      i += 11;
      continue;
    }
    if (isHigh(*unit) || isLow(*unit)) {
      mended.append(text.substr(copied, i - copied)).append("\\ufffd");
      copied = i + 6;
    }
    i += 5;
  }
  if (copied == 0) return std::nullopt;
  return mended.append(text.substr(copied));
}

/// The length of the UTF-8 character at an offset (Unicode 15, table 3-7), 0 where there is none.
std::size_t characterAt(std::string_view text, std::size_t offset) {
  const auto byte = [&](std::size_t i) {
    return offset + i < text.size() ? static_cast<unsigned char>(text[offset + i]) : 0U;
  };
  const auto isIn = [](unsigned value, unsigned least, unsigned most) { return value >= least && value <= most; };
  const unsigned first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = isIn(first, 0xC2, 0xDF)   ? 2
                             : isIn(first, 0xE0, 0xEF) ? 3
                             : isIn(first, 0xF0, 0xF4) ? 4
                                                       : 0;
  if (length == 0) return 0;
  const unsigned least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (!isIn(byte(1), least, most)) return 0;
  for (std::size_t i = 2; i < length; ++i)
    if (!isIn(byte(i), 0x80, 0xBF)) return 0;
  return length;
}

/// The text with U+FFFD for every byte that is no UTF-8. A change that is thrown away for a byte would leave the server
/// with another text than the client's.
std::string withoutInvalidUtf8(std::string_view text) {
  std::string mended;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = characterAt(text, i);
    mended.append(length == 0 ? std::string_view("\xEF\xBF\xBD") : text.substr(i, length));
    i += std::max<std::size_t>(1, length);
  }
  return mended;
}

Json parsed(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

}  // namespace

std::optional<Json> parseJson(std::string_view text) {
  if (nestsTooDeep(text)) return std::nullopt;
  Json value = parsed(text);
  if (value.is_discarded()) {
    const std::string valid = withoutInvalidUtf8(text);
    value = parsed(withoutLoneSurrogates(valid).value_or(valid));
  }
  if (value.is_discarded()) return std::nullopt;
  return value;
}

std::string writeJson(const Json& value) { return value.dump(-1, ' ', false, Json::error_handler_t::replace); }

std::int64_t detail::decodeInteger(const Json& value, const std::string& path, std::int64_t least, std::int64_t most) {
  const char* expected = least < 0 ? "a whole number" : "a whole number from 0";
  // JSON has one kind of number: 1.0 and 1e0 are 1.
  if (value.is_number_float()) {
    const double number = value.get<double>();
    if (std::trunc(number) != number || number < static_cast<double>(least) || number > static_cast<double>(most))
      throw DecodeError(path, expected);
    return static_cast<std::int64_t>(number);
  }
  if (value.is_number_unsigned() && value.get<std::uint64_t>() > static_cast<std::uint64_t>(most))
    throw DecodeError(path, expected);
  if (!value.is_number_integer()) throw DecodeError(path, expected);
  const auto number = value.get<std::int64_t>();
  if (number < least || number > most) throw DecodeError(path, expected);
  return number;
}

}  // namespace galley::lsp
