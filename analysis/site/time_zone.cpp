// See the header.
#include "analysis/site/time_zone.h"

#include <algorithm>
#include <array>

#include "analysis/site/date.h"

namespace galley {
namespace {

enum class Summer { none, northAmerica, europe };

struct Zone {
  std::string_view name;
  int offset;  // minutes east of UTC, in winter
  Summer summer = Summer::none;
};

// Sorted by name.
constexpr std::array zones{
    Zone{"America/Bogota", -300},
    Zone{"America/Chicago", -360, Summer::northAmerica},
    Zone{"America/Denver", -420, Summer::northAmerica},
    Zone{"America/Halifax", -240, Summer::northAmerica},
    Zone{"America/Lima", -300},
    Zone{"America/Los_Angeles", -480, Summer::northAmerica},
    Zone{"America/New_York", -300, Summer::northAmerica},
    Zone{"America/Phoenix", -420},
    Zone{"America/Toronto", -300, Summer::northAmerica},
    Zone{"America/Vancouver", -480, Summer::northAmerica},
    Zone{"Asia/Bangkok", 420},
    Zone{"Asia/Calcutta", 330},
    Zone{"Asia/Colombo", 330},
    Zone{"Asia/Dhaka", 360},
    Zone{"Asia/Dubai", 240},
    Zone{"Asia/Ho_Chi_Minh", 420},
    Zone{"Asia/Hong_Kong", 480},
    Zone{"Asia/Jakarta", 420},
    Zone{"Asia/Kathmandu", 345},
    Zone{"Asia/Kolkata", 330},
    Zone{"Asia/Kuala_Lumpur", 480},
    Zone{"Asia/Manila", 480},
    Zone{"Asia/Saigon", 420},
    Zone{"Asia/Seoul", 540},
    Zone{"Asia/Shanghai", 480},
    Zone{"Asia/Singapore", 480},
    Zone{"Asia/Taipei", 480},
    Zone{"Asia/Tokyo", 540},
    Zone{"Australia/Brisbane", 600},
    Zone{"Australia/Perth", 480},
    Zone{"Canada/Eastern", -300, Summer::northAmerica},
    Zone{"Canada/Pacific", -480, Summer::northAmerica},
    Zone{"Etc/GMT", 0},
    Zone{"Etc/UTC", 0},
    Zone{"Europe/Amsterdam", 60, Summer::europe},
    Zone{"Europe/Athens", 120, Summer::europe},
    Zone{"Europe/Berlin", 60, Summer::europe},
    Zone{"Europe/Brussels", 60, Summer::europe},
    Zone{"Europe/Bucharest", 120, Summer::europe},
    Zone{"Europe/Budapest", 60, Summer::europe},
    Zone{"Europe/Copenhagen", 60, Summer::europe},
    Zone{"Europe/Dublin", 0, Summer::europe},
    Zone{"Europe/Helsinki", 120, Summer::europe},
    Zone{"Europe/Kiev", 120, Summer::europe},
    Zone{"Europe/Kyiv", 120, Summer::europe},
    Zone{"Europe/Lisbon", 0, Summer::europe},
    Zone{"Europe/London", 0, Summer::europe},
    Zone{"Europe/Madrid", 60, Summer::europe},
    Zone{"Europe/Oslo", 60, Summer::europe},
    Zone{"Europe/Paris", 60, Summer::europe},
    Zone{"Europe/Prague", 60, Summer::europe},
    Zone{"Europe/Rome", 60, Summer::europe},
    Zone{"Europe/Sofia", 120, Summer::europe},
    Zone{"Europe/Stockholm", 60, Summer::europe},
    Zone{"Europe/Vienna", 60, Summer::europe},
    Zone{"Europe/Warsaw", 60, Summer::europe},
    Zone{"Europe/Zurich", 60, Summer::europe},
    Zone{"GMT", 0},
    Zone{"Japan", 540},
    Zone{"PRC", 480},
    Zone{"ROK", 540},
    Zone{"Singapore", 480},
    Zone{"US/Central", -360, Summer::northAmerica},
    Zone{"US/Eastern", -300, Summer::northAmerica},
    Zone{"US/Mountain", -420, Summer::northAmerica},
    Zone{"US/Pacific", -480, Summer::northAmerica},
    Zone{"UTC", 0},
};

const Zone* findZone(std::string_view name) {
  const auto* found = std::ranges::lower_bound(zones, name, {}, &Zone::name);
  return found != zones.end() && found->name == name ? found : nullptr;
}

/// The day of the n-th Sunday of a month, counted from 1; 0 is the last one.
std::int64_t sunday(int year, int month, int n) {
  if (n == 0) {
    const std::int64_t next = daysOf({.year = month == 12 ? year + 1 : year, .month = month % 12 + 1, .day = 1});
    return next - 1 - dayOfWeek(dateOfDays(next - 1));
  }
  const std::int64_t first = daysOf({.year = year, .month = month, .day = 1});
  return first + (7 - dayOfWeek(dateOfDays(first))) % 7 + 7 * (n - 1);
}

/// Summer time is from `begin` to before `end`, both in seconds of UTC.
struct SummerTime {
  std::int64_t begin;
  std::int64_t end;
};

std::optional<SummerTime> summerOf(const Zone& zone, int year) {
  constexpr std::int64_t day = 86400;
  const std::int64_t winter = static_cast<std::int64_t>(zone.offset) * 60;
  if (zone.summer == Summer::europe) {
    if (year < 1996) return std::nullopt;
    return SummerTime{.begin = sunday(year, 3, 0) * day + 3600, .end = sunday(year, 10, 0) * day + 3600};
  }
  if (year < 1987) return std::nullopt;
  const bool extended = year >= 2007;
  const std::int64_t begin = extended ? sunday(year, 3, 2) : sunday(year, 4, 1);
  const std::int64_t end = extended ? sunday(year, 11, 1) : sunday(year, 10, 0);
  return SummerTime{.begin = begin * day + 7200 - winter, .end = end * day + 3600 - winter};
}

}  // namespace

std::optional<int> offsetAt(std::string_view name, std::int64_t instant) {
  const Zone* zone = findZone(name);
  if (zone == nullptr) return std::nullopt;
  if (zone->summer == Summer::none) return zone->offset;
  const auto summer = summerOf(*zone, dateTimeOf(instant, zone->offset).date.year);
  if (!summer) return std::nullopt;
  return summer->begin <= instant && instant < summer->end ? zone->offset + 60 : zone->offset;
}

std::optional<int> offsetAtLocal(std::string_view name, std::int64_t civil) {
  const Zone* zone = findZone(name);
  if (zone == nullptr) return std::nullopt;
  // Summer time is tried first: in the hour that comes twice the first of the two is meant.
  const int tried = zone->offset + (zone->summer == Summer::none ? 0 : 60);
  return offsetAt(name, civil - static_cast<std::int64_t>(tried) * 60);
}

}  // namespace galley
