// Dates as Ruby's Time.parse reads them, as far as authors write them; seen in runs of Jekyll 4.3.1.
#include <array>

#include "analysis/generators/jekyll/jekyll.h"

namespace galley::jekyll {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A cursor over a date's text.
struct Reader {
  std::string_view text;
  std::size_t at = 0;

  [[nodiscard]] bool done() const { return at >= text.size(); }
  [[nodiscard]] char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  void skipBlanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == ',') ++at;
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  std::string_view digits() {
    const std::size_t begin = at;
    while (isDigit(peek())) ++at;
    return text.substr(begin, at - begin);
  }
  std::string word() {
    std::string result;
    while (isLetter(peek())) result += lower(text[at++]);
    return result;
  }
};

int numberOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value < 100000000 ? value * 10 + (c - '0') : value;
  return value;
}

int monthOf(std::string_view word) {
  static constexpr std::array<std::string_view, 12> months{"jan", "feb", "mar", "apr", "may", "jun",
                                                           "jul", "aug", "sep", "oct", "nov", "dec"};
  if (word.size() < 3) return 0;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (word.substr(0, 3) == months[i]) return static_cast<int>(i) + 1;
  }
  return 0;
}

bool isDayOfWeek(std::string_view word) {
  for (const std::string_view day : {"mon", "tue", "wed", "thu", "fri", "sat", "sun"}) {
    if (word.substr(0, 3) == day) return true;
  }
  return false;
}

/// `2020-01-05`, `2020/1/5`, `2020.01.05`, `05/01/2020` (the day first), `20200105`.
bool readNumericDate(Reader& reader, Date& date) {
  const std::string_view first = reader.digits();
  if (first.size() == 8) {
    date = {numberOf(first.substr(0, 4)), numberOf(first.substr(4, 2)), numberOf(first.substr(6, 2))};
    return true;
  }
  const char separator = reader.peek();
  if (separator != '-' && separator != '/' && separator != '.') return false;
  ++reader.at;
  const std::string_view second = reader.digits();
  if (second.empty() || second.size() > 2 || !reader.take(separator)) return false;
  const std::string_view third = reader.digits();
  if (third.empty()) return false;
  if (first.size() == 4 && third.size() <= 2) {
    date = {numberOf(first), numberOf(second), numberOf(third)};
    return true;
  }
  if (first.size() <= 2 && third.size() == 4 && separator != '.') {
    date = {numberOf(third), numberOf(second), numberOf(first)};
    return true;
  }
  return false;
}

/// `May 8, 2020`, `8 May 2020`, with a day of the week before it.
bool readNamedDate(Reader& reader, Date& date) {
  if (isLetter(reader.peek())) {
    std::string word = reader.word();
    reader.take('.');
    reader.skipBlanks();
    if (isDayOfWeek(word) && monthOf(word) == 0) {
      if (isDigit(reader.peek())) return readNamedDate(reader, date);
      word = reader.word();
      reader.take('.');
      reader.skipBlanks();
    }
    date.month = monthOf(word);
    const std::string_view day = reader.digits();
    if (date.month == 0 || day.empty() || day.size() > 2) return false;
    date.day = numberOf(day);
    reader.word();  // 1st, 2nd
  } else {
    const std::string_view day = reader.digits();
    if (day.empty() || day.size() > 2) return false;
    reader.word();
    reader.skipBlanks();
    date.day = numberOf(day);
    date.month = monthOf(reader.word());
    reader.take('.');
    if (date.month == 0) return false;
  }
  reader.skipBlanks();
  const std::string_view year = reader.digits();
  date.year = numberOf(year);
  return year.size() == 4;
}

/// `10:00`, `10:00:30.5`, `10:00 PM`. False for an hour or minute that does not exist.
bool readTime(Reader& reader, DateTime& time) {
  const std::string_view hour = reader.digits();
  if (hour.empty() || hour.size() > 2 || !reader.take(':')) return false;
  const std::string_view minute = reader.digits();
  if (minute.empty() || minute.size() > 2) return false;
  time.hour = numberOf(hour);
  time.minute = numberOf(minute);
  if (reader.take(':')) {
    const std::string_view second = reader.digits();
    if (second.empty() || second.size() > 2) return false;
    time.second = numberOf(second);
    if (reader.take('.')) reader.digits();
  }
  const std::size_t before = reader.at;
  reader.skipBlanks();
  const std::string half = reader.word();
  if (half == "pm" || half == "am") {
    if (time.hour > 12) return false;
    time.hour = time.hour % 12 + (half == "pm" ? 12 : 0);
  } else {
    reader.at = before;
  }
  time.hasTime = true;
  return time.hour <= 24 && time.minute <= 59 && time.second <= 60;
}

/// `Z`, `+09:00`, `+0900`, `+9`, `UTC`. Ruby reads the time beside a zone's name that it does not know (`KST`), and
/// leaves the zone out; so it does with `+/-0900`.
void readZone(Reader& reader, DateTime& time) {
  reader.skipBlanks();
  if (isLetter(reader.peek())) {
    const std::string name = reader.word();
    if (name == "z" || name == "utc" || name == "gmt") time.offset = 0;
    return;
  }
  const char sign = reader.peek();
  if (sign != '+' && sign != '-') return;
  ++reader.at;
  const std::string_view digits = reader.digits();
  int minutes = 0;
  if (digits.size() == 4) {
    minutes = numberOf(digits.substr(0, 2)) * 60 + numberOf(digits.substr(2));
  } else if (digits.size() == 1 || digits.size() == 2) {
    minutes = numberOf(digits) * 60;
    if (reader.take(':')) minutes += numberOf(reader.digits());
  } else {
    return;
  }
  if (minutes <= 18 * 60) time.offset = sign == '-' ? -minutes : minutes;
}

std::string notReal(const DateTime& time) {
  if (time.date.month < 1 || time.date.month > 12) return "there is no month " + std::to_string(time.date.month);
  return "there is no day " + std::to_string(time.date.day);
}

}  // namespace

ReadDate readDate(std::string_view text) {
  Reader reader{.text = text};
  reader.skipBlanks();
  if (reader.done()) return {.value = {}, .problem = "it is empty"};
  DateTime time;
  const std::size_t begin = reader.at;
  if (!readNumericDate(reader, time.date)) {
    reader.at = begin;
    if (!readNamedDate(reader, time.date)) {
      const bool numberOnly = text.find_first_not_of("0123456789") == std::string_view::npos;
      const bool hasDigit = text.find_first_of("0123456789") != std::string_view::npos;
      if (numberOnly) return {.value = {}, .problem = "a number of that length is no date"};
      if (!hasDigit) return {.value = {}, .problem = "it is no date"};
      if (text.find("년") != std::string_view::npos || text.find("年") != std::string_view::npos) {
        return {.value = {}, .problem = "Ruby does not read dates in words of this language"};
      }
      return {};  // Ruby reads more forms than these: say nothing
    }
  }
  if (time.date.month < 1 || time.date.month > 12 || time.date.day < 1 || time.date.day > 31) {
    return {.value = {}, .problem = notReal(time)};
  }
  time.date = dateOfDays(daysOf(time.date));  // 30 February is 1 March
  reader.skipBlanks();
  if ((reader.peek() == 'T' || reader.peek() == 't') && isDigit(reader.peek(1))) ++reader.at;
  if (isDigit(reader.peek())) {
    const std::size_t colon = reader.text.find(':', reader.at);
    if (colon == std::string_view::npos) return {};
    if (!readTime(reader, time)) {
      if (time.hour > 24) return {.value = {}, .problem = "there is no hour " + std::to_string(time.hour)};
      if (time.minute > 59) return {.value = {}, .problem = "there is no minute " + std::to_string(time.minute)};
      return {};
    }
    readZone(reader, time);
  }
  return {.value = time, .problem = {}};
}

}  // namespace galley::jekyll
