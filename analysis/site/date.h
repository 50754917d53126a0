// Dates and instants as site generators read them: a civil time with or without an offset. A value, no clock.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

struct Date {
  int year = 0;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  friend auto operator<=>(const Date&, const Date&) = default;
};

/// A civil time. `offset` in minutes east of UTC; nothing: none was written.
struct DateTime {
  Date date;
  int hour = 0, minute = 0, second = 0;
  bool hasTime = false;
  std::optional<int> offset{};
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t daysOf(Date date);
Date dateOfDays(std::int64_t days);
bool isRealDate(Date date);
/// 0 for Sunday to 6 for Saturday.
int dayOfWeek(Date date);
/// 1 for the first of January.
int dayOfYear(Date date);
/// The week of ISO 8601 and the year that it belongs to.
struct IsoWeek {
  int year = 0;
  int week = 1;
};
IsoWeek isoWeekOf(Date date);
/// Seconds since 1970 of a civil time whose offset is known (0 where none was written).
std::int64_t instantOf(const DateTime& time);
/// The civil time of an instant at an offset in minutes east of UTC.
DateTime dateTimeOf(std::int64_t instant, int offset);
/// `YYYY-MM-DDTHH:MM:SS+00:00`, the offset as written, +00:00 where none was.
std::string isoOf(const DateTime& time);

}  // namespace galley
