// Time zones by their IANA name, for the zones of most blogs: a fixed offset, or the rules of North America and Europe.
// Not the zone database: history before the rules of today is left out.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace galley {

/// Minutes east of UTC at an instant (seconds since 1970). Nothing for a name that is not known, or for an instant
/// before the zone's rules were as they are here.
std::optional<int> offsetAt(std::string_view zone, std::int64_t instant);

/// Minutes east of UTC at a civil time of the zone, given as if it were UTC (seconds). Of an hour that comes twice the
/// first is meant.
std::optional<int> offsetAtLocal(std::string_view zone, std::int64_t civil);

}  // namespace galley
