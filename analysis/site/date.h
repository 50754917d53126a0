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
  std::optional<int> offset;
  friend bool operator==(const DateTime&, const DateTime&) = default;
};

/// Days since 1970-01-01 in the proleptic Gregorian calendar.
std::int64_t daysOf(Date date);
Date dateOfDays(std::int64_t days);
bool isRealDate(Date date);
/// Seconds since 1970 of a civil time whose offset is known (0 where none was written).
std::int64_t instantOf(const DateTime& time);
/// `YYYY-MM-DDTHH:MM:SS+00:00`, the offset as written, +00:00 where none was.
std::string isoOf(const DateTime& time);

}  // namespace galley
