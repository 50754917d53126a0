// See the header.
#include "protocol/json.h"

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

Json parsed(std::string_view text) { return Json::parse(text.begin(), text.end(), nullptr, false); }

}  // namespace

std::optional<Json> parseJson(std::string_view text) {
  if (nestsTooDeep(text)) return std::nullopt;
  Json value = parsed(text);
  if (value.is_discarded()) {
    const auto mended = withoutLoneSurrogates(text);
    if (!mended) return std::nullopt;
    value = parsed(*mended);
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
