// See the header.
#include "analysis/site/date.h"

#include <cstdio>

namespace galley {

std::int64_t daysOf(Date date) {
  // Years begin in March, so that the leap day is the last one.
  const std::int64_t year = date.month <= 2 ? date.year - 1 : date.year;
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t yearOfEra = year - era * 400;
  const std::int64_t dayOfYear = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

Date dateOfDays(std::int64_t days) {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t dayOfEra = days - era * 146097;
  const std::int64_t yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
  const std::int64_t dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
  const std::int64_t month = (5 * dayOfYear + 2) / 153;
  Date date;
  date.day = static_cast<int>(dayOfYear - (153 * month + 2) / 5 + 1);
  date.month = static_cast<int>(month < 10 ? month + 3 : month - 9);
  date.year = static_cast<int>(yearOfEra + era * 400 + (date.month <= 2 ? 1 : 0));
  return date;
}

bool isRealDate(Date date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= 31 && dateOfDays(daysOf(date)) == date;
}

std::int64_t instantOf(const DateTime& time) {
  return daysOf(time.date) * 86400 + time.hour * 3600 + time.minute * 60 + time.second - time.offset.value_or(0) * 60;
}

std::string isoOf(const DateTime& time) {
  const int offset = time.offset.value_or(0);
  const int away = offset < 0 ? -offset : offset;
  char buffer[96];
  std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", time.date.year, time.date.month,
                time.date.day, time.hour, time.minute, time.second, offset < 0 ? '-' : '+', away / 60, away % 60);
  return buffer;
}

}  // namespace galley
