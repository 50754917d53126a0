// See the header.
#include "analysis/site/date.h"

#include <array>
#include <cstdio>

namespace galley {
namespace {

bool isLeap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int daysIn(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && isLeap(year) ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0); }

}  // namespace

// Years are counted from March, so that the leap day is the last of a year; an era has 400 of them.
std::int64_t daysOf(Date date) {
  const std::int64_t year = date.year - (date.month <= 2 ? 1 : 0);
  const std::int64_t era = floorDiv(year, 400);
  const std::int64_t yearOfEra = year - era * 400;
  const std::int64_t monthFromMarch = (date.month + 9) % 12;
  const std::int64_t dayOfYear = (153 * monthFromMarch + 2) / 5 + date.day - 1;
  const std::int64_t dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

Date dateOfDays(std::int64_t days) {
  days += 719468;
  const std::int64_t era = floorDiv(days, 146097);
  const std::int64_t dayOfEra = days - era * 146097;
  const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t monthFromMarch = (5 * dayOfYear + 2) / 153;
  const int month = static_cast<int>(monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9);
  return {.year = static_cast<int>(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)),
          .month = month,
          .day = static_cast<int>(dayOfYear - (153 * monthFromMarch + 2) / 5 + 1)};
}

bool isRealDate(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysIn(date.year, date.month);
}

int dayOfWeek(Date date) { return static_cast<int>((daysOf(date) % 7 + 11) % 7); }

int dayOfYear(Date date) {
  return static_cast<int>(daysOf(date) - daysOf({.year = date.year, .month = 1, .day = 1})) + 1;
}

IsoWeek isoWeekOf(Date date) {
  const std::int64_t days = daysOf(date);
  const std::int64_t thursday = days - (dayOfWeek(date) + 6) % 7 + 3;
  const int year = dateOfDays(thursday).year;
  return {.year = year, .week = static_cast<int>((thursday - daysOf({.year = year, .month = 1, .day = 1})) / 7) + 1};
}

std::int64_t instantOf(const DateTime& time) {
  return daysOf(time.date) * 86400 + time.hour * 3600 + time.minute * 60 + time.second -
         static_cast<std::int64_t>(time.offset.value_or(0)) * 60;
}

DateTime dateTimeOf(std::int64_t instant, int offset) {
  const std::int64_t local = instant + static_cast<std::int64_t>(offset) * 60;
  const std::int64_t days = floorDiv(local, 86400);
  const int rest = static_cast<int>(local - days * 86400);
  return {.date = dateOfDays(days),
          .hour = rest / 3600,
          .minute = rest / 60 % 60,
          .second = rest % 60,
          .hasTime = true,
          .offset = offset};
}

std::string isoOf(const DateTime& time) {
  const int offset = time.offset.value_or(0);
  const int size = offset < 0 ? -offset : offset;
  std::array<char, 64> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", time.date.year,
                                   time.date.month, time.date.day, time.hour, time.minute, time.second,
                                   offset < 0 ? '-' : '+', size / 60, size % 60);
  return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace galley
