// See the header.
#include "analysis/syntax/yaml_schema.h"

#include <algorithm>
#include <array>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// Matches a pattern from left to right, as the regular expressions of the readers do.
class Pattern {
 public:
  explicit Pattern(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  bool one(std::string_view any) {
    if (rest_.empty() || any.find(rest_.front()) == std::string_view::npos) return false;
    rest_.remove_prefix(1);
    return true;
  }
  std::size_t many(std::string_view any, std::size_t most = std::string_view::npos) {
    std::size_t count = 0;
    while (count < most && one(any)) ++count;
    return count;
  }
  bool text(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }
  bool digits(std::size_t least, std::size_t most) { return many("0123456789", most) >= least; }

 private:
  std::string_view rest_;
};

std::string lowerAscii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

template <std::size_t n>
bool isOneOf(std::string_view word, const std::array<std::string_view, n>& words) {
  return std::ranges::find(words, word) != words.end();
}

constexpr std::array<std::string_view, 3> psychTrue{"yes", "true", "on"};
constexpr std::array<std::string_view, 3> psychFalse{"no", "false", "off"};
constexpr std::array<std::string_view, 3> coreTrue{"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> coreFalse{"false", "False", "FALSE"};
constexpr std::array<std::string_view, 4> coreNull{"~", "null", "Null", "NULL"};
constexpr std::string_view decimals = "0123456789";

// --- Psych 4, scalar_scanner.rb ------------------------------------------------------------------------------------

bool isPsychTime(std::string_view text) {
  Pattern p(text);
  p.one("-");
  if (!p.digits(4, 4) || !p.one("-") || !p.digits(1, 2) || !p.one("-") || !p.digits(1, 2)) return false;
  if (!p.one("Tt") && p.many(" \t") == 0) return false;
  if (!p.digits(1, 2) || !p.one(":") || !p.digits(2, 2) || !p.one(":") || !p.digits(2, 2)) return false;
  if (p.one(".")) p.many(decimals);
  p.many(" \t");
  if (p.one("+-")) {
    if (!p.digits(1, 2)) return false;
    p.one(":");
    if (!p.done() && !p.digits(2, 2)) return false;
  } else {
    p.one("Z");
  }
  return p.done();
}

bool isRealDay(int year, int month, int day) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  if (month < 1 || month > 12 || day < 1) return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

/// `2020-1-5`, a day that the calendar has.
bool isPsychDate(std::string_view text) {
  std::array<int, 3> numbers{};
  std::size_t part = 0;
  std::size_t digits = 0;
  for (const char c : text) {
    if (isDigit(c)) {
      if (++digits > (part == 0 ? 4U : 2U)) return false;
      numbers[part] = numbers[part] * 10 + (c - '0');
    } else if (c == '-' && part < 2 && digits > 0 && (part > 0 || digits == 4)) {
      ++part;
      digits = 0;
    } else {
      return false;
    }
  }
  return part == 2 && digits > 0 && isRealDay(numbers[0], numbers[1], numbers[2]);
}

/// `12:30`, `1:02:03`, with `.5` behind it if `real`.
bool isSexagesimal(std::string_view text, bool real) {
  Pattern p(text);
  p.one("+-");
  if (!p.digits(1, 1)) return false;
  p.many("0123456789_");
  std::size_t parts = 0;
  while (parts < 2 && p.one(":")) {
    if (const std::size_t first = p.many("012345", 1); p.many(decimals, 1) + first == 0) return false;
    ++parts;
  }
  if (parts == 0) return false;
  if (real) {
    if (!p.one(".")) return false;
    p.many("0123456789_");
  }
  return p.done();
}

bool isPsychReal(std::string_view text) {
  const std::string lower = lowerAscii(text);
  if (lower == ".inf" || lower == "+.inf" || lower == "-.inf" || lower == ".nan") return true;
  if (isSexagesimal(text, true)) return true;
  if (text == "." || text == "+." || text == "-.") return false;
  Pattern p(text);
  p.one("+-");
  if (p.digits(1, 1)) p.many("0123456789_,");
  if (!p.one(".")) return false;
  p.many(decimals);
  if (p.one("eE") && (!p.one("+-") || p.many(decimals) == 0)) return false;
  return p.done();
}

bool isPsychInteger(std::string_view text) {
  if (isSexagesimal(text, false)) return true;
  Pattern p(text);
  p.one("+-");
  if (p.text("0b")) return p.many("01_,") > 0 && p.done();
  if (p.text("0x")) return p.many("0123456789abcdefABCDEF_,") > 0 && p.done();
  if (p.one("0")) {
    p.many("01234567_,");
    return p.done();
  }
  if (!p.one("123456789")) return false;
  while (!p.done()) {
    p.one(",_");
    if (!p.one(decimals)) return false;
  }
  return true;
}

ScalarType psychType(std::string_view text) {
  const std::string lower = lowerAscii(text);
  if (text.empty() || text == "~" || lower == "null") return ScalarType::null;
  if (isOneOf(lower, psychTrue) || isOneOf(lower, psychFalse)) return ScalarType::boolean;
  if (isPsychTime(text) || isPsychDate(text)) return ScalarType::date;
  if (isPsychReal(text)) return ScalarType::real;
  if (isPsychInteger(text)) return ScalarType::integer;
  return ScalarType::text;
}

// --- YAML 1.2 as js-yaml reads it, with its dates -----------------------------------------------------------------

bool isCoreDate(std::string_view text) {
  Pattern day(text);
  if (day.digits(4, 4) && day.one("-") && day.digits(2, 2) && day.one("-") && day.digits(2, 2) && day.done())
    return true;
  Pattern p(text);
  if (!p.digits(4, 4) || !p.one("-") || !p.digits(1, 2) || !p.one("-") || !p.digits(1, 2)) return false;
  if (!p.one("Tt") && p.many(" \t") == 0) return false;
  if (!p.digits(1, 2) || !p.one(":") || !p.digits(2, 2) || !p.one(":") || !p.digits(2, 2)) return false;
  if (p.one(".")) p.many(decimals);
  p.many(" \t");
  if (p.one("+-")) {
    if (!p.digits(1, 2)) return false;
    if (p.one(":") && !p.digits(2, 2)) return false;
  } else {
    p.one("Z");
  }
  return p.done();
}

bool isCoreInteger(std::string_view text) {
  if (text.ends_with('_')) return false;
  Pattern p(text);
  p.one("+-");
  if (p.text("0b")) return p.many("01_") > 0 && p.done();
  if (p.text("0x")) return p.many("0123456789abcdefABCDEF_") > 0 && p.done();
  if (p.text("0o")) return p.many("01234567_") > 0 && p.done();
  return p.one(decimals) && (p.many("0123456789_"), p.done());
}

bool isCoreReal(std::string_view text) {
  if (text.ends_with('_')) return false;
  Pattern named(text);
  named.one("+-");
  for (const std::string_view word : {".inf", ".Inf", ".INF"}) {
    if (Pattern copy = named; copy.text(word) && copy.done()) return true;
  }
  if (text == ".nan" || text == ".NaN" || text == ".NAN") return true;
  Pattern p(text);
  p.one("+-");
  if (p.one(decimals)) {
    p.many("0123456789_");
    if (p.one(".")) p.many("0123456789_");
  } else if (!isDigit(text.front()) && text.front() != '.') {
    return false;
  } else if (!p.one(".") || p.many("0123456789_") == 0) {
    return false;
  }
  if (p.one("eE")) {
    p.one("+-");
    if (p.many(decimals) == 0) return false;
  }
  return p.done();
}

ScalarType coreType(std::string_view text) {
  if (text.empty() || isOneOf(text, coreNull)) return ScalarType::null;
  if (isOneOf(text, coreTrue) || isOneOf(text, coreFalse)) return ScalarType::boolean;
  if (isCoreDate(text)) return ScalarType::date;
  if (isCoreInteger(text)) return ScalarType::integer;
  if (isCoreReal(text)) return ScalarType::real;
  return ScalarType::text;
}

/// True for a character that a YAML reader refuses or takes for a line end outside of quotes (YAML 1.2, 5.1; 1.1, 4.2).
bool needsEscape(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF;
}

}  // namespace

ScalarType typeOf(const Value& value, YamlSchema schema) {
  if (value.kind != Value::Kind::scalar) return ScalarType::null;
  if (value.style != ScalarStyle::plain) return ScalarType::text;
  return schema == YamlSchema::psych ? psychType(value.text) : coreType(value.text);
}

std::optional<bool> booleanOf(const Value& value, YamlSchema schema) {
  if (typeOf(value, schema) != ScalarType::boolean) return std::nullopt;
  if (schema == YamlSchema::psych) return isOneOf(lowerAscii(value.text), psychTrue);
  return isOneOf(value.text, coreTrue);
}

bool needsQuotes(std::string_view text, bool flow) {
  if (psychType(text) != ScalarType::text || coreType(text) != ScalarType::text) return true;  // the empty text, too
  const char first = text.front();
  if (std::string_view(" ,[]{}#&*!|>'\"%@`:").find(first) != std::string_view::npos || text.back() == ' ') return true;
  const auto next = text.size() > 1 ? text[1] : ' ';
  if ((first == '-' || first == '?') && next == ' ') return true;
  if (first == '?' && flow) return true;
  if (text == "=" || text.starts_with("---") || text.starts_with("...")) return true;
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = codePointAt(text, i);
    if (needsEscape(point.value)) return true;
    const char c = text[i];
    if (c == ':' && (i + 1 == text.size() || text[i + 1] == ' ')) return true;
    if (c == '#' && text[i - 1] == ' ') return true;
    if (flow && text.substr(i, 2) == ":?") return true;
    if (flow && std::string_view(",[]{}").find(c) != std::string_view::npos) return true;
    i += point.length;
  }
  return false;
}

std::string quotedIfNeeded(std::string_view text, bool flow) {
  return needsQuotes(text, flow) ? quoted(text) : std::string(text);
}

std::string quoted(std::string_view text) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result = "\"";
  for (std::size_t i = 0; i < text.size();) {
    const CodePoint point = codePointAt(text, i);
    const char32_t c = point.value;
    if (c == '"' || c == '\\') {
      result += '\\';
      result += static_cast<char>(c);
    } else if (c == '\n') {
      result += "\\n";
    } else if (c == '\t') {
      result += "\\t";
    } else if (c == '\r') {
      result += "\\r";
    } else if (needsEscape(c)) {
      result += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) result += hex[(c >> shift) & 0xF];
    } else {
      result += text.substr(i, point.length);
    }
    i += point.length;
  }
  return result += '"';
}

}  // namespace galley
