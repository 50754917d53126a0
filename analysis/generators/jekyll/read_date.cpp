// Dates as Psych and Ruby's Time.parse read them: the forms that authors write. See the header.
#include <algorithm>
#include <array>

#include "analysis/generators/jekyll/ruby_value.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley::jekyll {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A number with the count of its digits: three digits or more make a year.
struct Number {
  int value = 0;
  std::size_t digits = 0;
};

/// Reads a text from left to right.
struct Reader {
  std::string_view rest;

  std::optional<Number> number(std::size_t most = 9) {
    Number found;
    while (found.digits < most && found.digits < rest.size() && isDigit(rest[found.digits])) {
      found.value = found.value * 10 + (rest[found.digits] - '0');
      ++found.digits;
    }
    if (found.digits == 0) return std::nullopt;
    rest.remove_prefix(found.digits);
    return found;
  }
  bool one(char c) {
    if (!rest.starts_with(c)) return false;
    rest.remove_prefix(1);
    return true;
  }
  bool any(std::string_view set) {
    if (rest.empty() || set.find(rest.front()) == std::string_view::npos) return false;
    rest.remove_prefix(1);
    return true;
  }
  void blanks() {
    while (any(" \t")) {
    }
  }
  std::string word() {
    std::string found;
    while (!rest.empty() && isLetter(rest.front())) {
      found += lower(rest.front());
      rest.remove_prefix(1);
    }
    return found;
  }
};

/// `+09:00`, `+0900`, `+09`, `+9` in minutes; `shortForm`: one digit is enough.
std::optional<int> readOffset(Reader& in, bool shortForm) {
  const bool negative = in.rest.starts_with('-');
  if (!in.any("+-")) return std::nullopt;
  const auto hours = in.number(2);
  if (!hours || (hours->digits < 2 && !shortForm)) return std::nullopt;
  in.one(':');
  const auto minutes = in.number(2);
  if (minutes && minutes->digits < 2) return std::nullopt;
  const int size = hours->value * 60 + (minutes ? minutes->value : 0);
  return negative ? -size : size;
}

bool inRange(const DateTime& time) {
  return time.date.month >= 1 && time.date.month <= 12 && time.date.day >= 1 && time.date.day <= 31 &&
         time.hour <= 24 && time.minute <= 59 && time.second <= 60;
}

/// Ruby moves the 30th of February on to March.
DateTime moved(DateTime time) {
  const Date first{.year = time.date.year, .month = time.date.month, .day = 1};
  time.date = dateOfDays(daysOf(first) + time.date.day - 1);
  return time;
}

/// The timestamps that Psych makes times of before anything else sees them: `YYYY-MM-DD HH:MM:SS` with or without zone.
std::optional<DateTime> readTimestamp(std::string_view text) {
  Reader in{text};
  const auto year = in.number();
  if (!year || year->digits != 4 || !in.one('-')) return std::nullopt;
  const auto month = in.number(2);
  if (!month || !in.one('-')) return std::nullopt;
  const auto day = in.number(2);
  if (!day || !in.any("Tt \t")) return std::nullopt;
  in.blanks();
  const auto hour = in.number(2);
  if (!hour || !in.one(':')) return std::nullopt;
  const auto minute = in.number(2);
  if (!minute || minute->digits != 2 || !in.one(':')) return std::nullopt;
  const auto second = in.number(2);
  if (!second || second->digits != 2) return std::nullopt;
  if (in.one('.')) in.number();
  in.blanks();
  int offset = 0;
  if (!in.rest.empty() && !in.one('Z')) {
    const auto read = readOffset(in, true);
    if (!read) return std::nullopt;
    offset = *read;
  }
  if (!in.rest.empty()) return std::nullopt;
  return DateTime{.date = {.year = year->value, .month = month->value, .day = day->value},
                  .hour = hour->value,
                  .minute = minute->value,
                  .second = second->value,
                  .hasTime = true,
                  .offset = offset};
}

/// `YYYY-MM-DD` of a real day.
std::optional<DateTime> readDay(std::string_view text) {
  Reader in{text};
  const auto year = in.number();
  if (!year || year->digits != 4 || !in.one('-')) return std::nullopt;
  const auto month = in.number(2);
  if (!month || !in.one('-')) return std::nullopt;
  const auto day = in.number(2);
  const DateTime time{.date = {.year = year->value, .month = month->value, .day = day ? day->value : 0}};
  return in.rest.empty() && isRealDate(time.date) ? std::optional(time) : std::nullopt;
}

/// Zones that Time.parse knows by name; of any other name it reads the time and drops the zone.
std::optional<int> offsetOfZone(std::string_view name) {
  struct Named {
    std::string_view name;
    int offset;
  };
  constexpr std::array named{Named{"utc", 0},    Named{"gmt", 0},    Named{"z", 0},      Named{"ut", 0},
                             Named{"est", -300}, Named{"edt", -240}, Named{"cst", -360}, Named{"cdt", -300},
                             Named{"mst", -420}, Named{"mdt", -360}, Named{"pst", -480}, Named{"pdt", -420}};
  for (const Named& zone : named)
    if (zone.name == name) return zone.offset;
  return std::nullopt;
}

/// Takes `10:00[:00] [pm] [zone]` out of a text and leaves a blank in its place.
bool takeTime(std::string& text, DateTime& time) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!isDigit(text[begin]) || (begin > 0 && isDigit(text[begin - 1]))) continue;
    Reader in{std::string_view(text).substr(begin)};
    const auto hour = in.number();
    const std::string_view behindHour = in.rest;
    in.blanks();
    bool found = false;
    if (in.one(':')) {
      in.blanks();
      const auto minute = in.number();
      if (!minute) continue;
      time.minute = minute->value;
      found = true;
      if (in.one(':')) {
        const auto second = in.number();
        time.second = second ? second->value : 0;
        if (in.any(".,")) in.number();
      }
    } else {
      in.rest = behindHour;
    }
    Reader half = in;
    half.blanks();
    const std::string word = half.word();
    if (word == "am" || word == "pm") {
      in = half;
      found = true;
    }
    if (!found) continue;
    time.hour = hour->value;
    time.hasTime = true;
    if (word == "am" || word == "pm") time.hour = time.hour % 12 + (word == "pm" ? 12 : 0);
    Reader zone = in;
    zone.blanks();
    if (zone.rest.starts_with('+') || zone.rest.starts_with('-')) {
      if (Reader signedZone = zone; const auto offset = readOffset(signedZone, false)) {
        time.offset = offset;
        in = signedZone;
      }
    } else if (const std::string name = zone.word(); !name.empty()) {
      time.offset = offsetOfZone(name);
      in = zone;
    }
    text.replace(begin, text.size() - begin - in.rest.size(), " ");
    return true;
  }
  return false;
}

int monthOf(std::string_view word) {
  constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                    "jul", "aug", "sep", "oct", "nov", "dec"};
  for (std::size_t i = 0; i < months.size(); ++i)
    if (word.starts_with(months.at(i))) return static_cast<int>(i) + 1;
  return 0;
}

/// Three numbers in the order in which they stand: the one of more than two digits is the year, else the first.
Date inOrder(Number first, Number second, Number third) {
  if (third.digits > 2 && first.digits <= 2) std::swap(first, third);
  if (first.digits <= 2) first.value += first.value >= 69 ? 1900 : 2000;
  return {.year = first.value, .month = second.value, .day = third.value};
}

/// `a-b-c`, `a/b/c` or `a.b.c` anywhere in the text.
std::optional<Date> findNumbers(std::string_view text, char separator) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!isDigit(text[begin]) || (begin > 0 && isDigit(text[begin - 1]))) continue;
    Reader in{text.substr(begin)};
    const auto first = in.number();
    if (!first || !in.one(separator)) continue;
    const auto second = in.number();
    if (!second || !in.one(separator)) continue;
    if (const auto third = in.number()) return inOrder(*first, *second, *third);
  }
  return std::nullopt;
}

/// `8 May 2020` and `May 8, 2020`.
std::optional<Date> findNamedMonth(std::string_view text) {
  std::optional<Number> before;
  for (Reader in{text}; !in.rest.empty();) {
    if (isDigit(in.rest.front())) {
      before = in.number();
      continue;
    }
    if (!isLetter(in.rest.front())) {
      in.rest.remove_prefix(1);
      continue;
    }
    const int month = monthOf(in.word());
    if (month == 0) continue;  // `th` of `8th`, a day of the week
    while (in.any(" .,\t")) {
    }
    auto day = before;
    if (!day) {
      day = in.number();
      in.word();
      while (in.any(" ,\t")) {
      }
    }
    const auto year = in.number();
    if (!day || !year) return std::nullopt;
    return inOrder(*year, {.value = month, .digits = 1}, *day);
  }
  return std::nullopt;
}

/// `20200105`, `200105`: digits without anything between them.
std::optional<Date> findDigits(std::string_view text) {
  for (std::size_t begin = 0; begin < text.size(); ++begin) {
    if (!isDigit(text[begin])) continue;
    const std::size_t size = std::min(text.find_first_not_of("0123456789", begin), text.size()) - begin;
    const auto part = [&](std::size_t at, std::size_t digits) {
      Reader in{text.substr(begin + at, digits)};
      return in.number(digits).value_or(Number{});
    };
    if (size == 8 || size == 14)
      return Date{.year = part(0, 4).value, .month = part(4, 2).value, .day = part(6, 2).value};
    if (size == 6 || size == 10 || size == 12) return inOrder(part(0, 2), part(2, 2), part(4, 2));
    if (size == 4) return Date{.year = 0, .month = part(0, 2).value, .day = part(2, 2).value};
    return std::nullopt;
  }
  return std::nullopt;
}

/// A sentence for the author.
std::string notADate(std::string_view written) { return "`" + std::string(written) + "` is no date."; }

/// The same with what is out of range.
std::string notADate(std::string_view written, const DateTime& time) {
  const auto none = [&](std::string_view unit, int value) {
    return "`" + std::string(written) + "` is no date: there is no " + std::string(unit) + " " + std::to_string(value) +
           ".";
  };
  if (time.date.month < 1 || time.date.month > 12) return none("month", time.date.month);
  if (time.date.day < 1 || time.date.day > 31) return none("day", time.date.day);
  if (time.hour > 24) return none("hour", time.hour);
  if (time.minute > 59) return none("minute", time.minute);
  return notADate(written);
}

RubyDate parseTime(std::string_view written) {
  std::string text(written);
  // Everything but letters, digits and what stands inside of dates is a blank to the parser.
  std::ranges::replace_if(
      text,
      [](char c) {
        return !isDigit(c) && !isLetter(c) && std::string_view("-+',./:@[]").find(c) == std::string_view::npos;
      },
      ' ');
  DateTime time;
  const bool timed = takeTime(text, time);
  std::optional<Date> date = findNamedMonth(text);
  for (const char separator : {'-', '/', '.'})
    if (!date) date = findNumbers(text, separator);
  if (!date) date = findDigits(text);
  if (!date) {
    const bool digits = std::ranges::any_of(text, isDigit);
    return {.time = {}, .problem = timed || digits ? std::string() : notADate(written)};
  }
  time.date = *date;
  if (!inRange(time)) return {.time = {}, .problem = notADate(written, time)};
  if (time.date.year == 0) return {};
  return {.time = moved(time)};
}

}  // namespace

std::optional<Date> rubyDayOf(std::string_view text) {
  const auto date = findNumbers(text, '-');
  if (!date || !inRange({.date = *date})) return std::nullopt;
  return moved({.date = *date}).date;
}

RubyDate rubyDateOf(const Value& value) {
  switch (value.kind) {
    case Value::Kind::null:
      return {.time = {}, .problem = "The date is empty."};
    case Value::Kind::map:
      return {.time = {}, .problem = "A map is no date."};
    case Value::Kind::list:
      return value.items.size() == 1 ? rubyDateOf(value.items.front()) : RubyDate{};
    case Value::Kind::scalar:
      break;
  }
  if (value.style == ScalarStyle::plain) {
    if (const auto time = readTimestamp(value.text)) {
      if (inRange(*time)) return {.time = moved(*time)};
      return {.time = {}, .problem = notADate(value.text, *time)};
    }
    if (const auto day = readDay(value.text)) return {.time = day};
  }
  const std::string text = rubyTextOf(value);
  if (text.find_first_not_of(" \t\r\n") == std::string::npos) return {.time = {}, .problem = "The date is empty."};
  return parseTime(text);
}

}  // namespace galley::jekyll
