// Scalars and dates as Ruby's YAML reader (Psych) and Time.parse take them. Pure; no clock: what Ruby would fill in
// from today's date is unknown.
#pragma once

#include <optional>
#include <string>

#include "analysis/site/date.h"
#include "analysis/syntax/value.h"

namespace galley::jekyll {

/// What a scalar prints as once Psych has read it: `1.10` is `1.1`, `12:30` is `45000`, `no` is `false`.
std::string rubyTextOf(const Value& scalar);

/// True if Ruby takes the value for false: nothing, null, `false`, `no`, `off`.
bool isFalsy(const Value& value);

struct RubyDate {
  /// Without time of day: the day as written. With one: `offset` as written, 0 where Psych reads UTC, nothing where the
  /// site's own zone counts.
  std::optional<DateTime> time;
  /// Why it is no date, for the author. Empty and no `time`: only the day of the build would tell.
  std::string problem{};
};
RubyDate rubyDateOf(const Value& value);

/// `2020-01-05`, `20-1-5` of a file name: the day, moved on where a month has fewer days; nothing where there is no
/// such month or day.
std::optional<Date> rubyDayOf(std::string_view text);

}  // namespace galley::jekyll
