// Scalars as Psych reads them. See the header; dates are in ruby_date.cpp.
#include "analysis/generators/jekyll/ruby_value.h"

#include <array>
#include <charconv>

#include "analysis/syntax/yaml_schema.h"

namespace galley::jekyll {
namespace {

std::string integerText(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '_' && c != ',') digits += c;
  const bool negative = digits.starts_with('-');
  if (negative || digits.starts_with('+')) digits.erase(0, 1);
  long long value = 0;
  if (digits.find(':') != std::string::npos) {
    // Base 60, and hours always come first: `12:30` is 45000, not 750.
    long long part = 0;
    long long weight = 3600;
    for (const char c : digits) {
      if (c == ':') {
        value += part * weight;
        part = 0;
        weight = weight == 3600 ? 60 : weight == 60 ? 1 : weight * 60;
      } else {
        part = part * 10 + (c - '0');
      }
      if (weight > 1'000'000 || part > 1'000'000) return std::string(text);
    }
    value += part * weight;
  } else {
    int base = 10;
    std::string_view rest = digits;
    if (rest.starts_with("0x") || rest.starts_with("0X")) {
      base = 16;
      rest.remove_prefix(2);
    } else if (rest.starts_with("0b")) {
      base = 2;
      rest.remove_prefix(2);
    } else if (rest.size() > 1 && rest.starts_with('0')) {
      base = 8;
      rest.remove_prefix(1);
    }
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), value, base);
    if (error != std::errc() || end != rest.data() + rest.size()) return std::string(text);
  }
  return (negative ? "-" : "") + std::to_string(value);
}

std::string realText(std::string_view text) {
  std::string digits;
  for (const char c : text)
    if (c != '_' && c != ',' && c != '+') digits += c;
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::string(text);
  std::array<char, 64> buffer{};
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  std::string shown(buffer.data(), done.ptr);
  if (shown.find_first_of(".en") == std::string::npos) shown += ".0";
  return shown;
}

}  // namespace

std::string rubyTextOf(const Value& scalar) {
  switch (typeOf(scalar, YamlSchema::psych)) {
    case ScalarType::boolean:
      return booleanOf(scalar, YamlSchema::psych).value_or(false) ? "true" : "false";
    case ScalarType::integer:
      return integerText(scalar.text);
    case ScalarType::real:
      return realText(scalar.text);
    case ScalarType::null:
      return {};
    case ScalarType::date:
    case ScalarType::text:
      break;
  }
  return scalar.text;
}

bool isFalsy(const Value& value) {
  if (value.kind == Value::Kind::list || value.kind == Value::Kind::map) return false;
  return typeOf(value, YamlSchema::psych) == ScalarType::null || booleanOf(value, YamlSchema::psych) == false;
}

}  // namespace galley::jekyll
