// What a front-matter key may hold: the blank form of the tables of generators and themes. Data only.
#pragma once

#include <span>
#include <string_view>

namespace galley {

/// Alternatives may be joined: FieldType::text | FieldType::list.
enum class FieldType : unsigned {
  any = 0,
  text = 1,
  boolean = 2,
  integer = 4,
  date = 8,
  url = 16,
  path = 32,
  map = 64,
  list = 128,
};
constexpr FieldType operator|(FieldType a, FieldType b) {
  return static_cast<FieldType>(static_cast<unsigned>(a) | static_cast<unsigned>(b));
}
constexpr bool has(FieldType set, FieldType one) {
  return (static_cast<unsigned>(set) & static_cast<unsigned>(one)) != 0;
}

/// Where a value must come from, if the site has to have it.
enum class ValueSource { none, layouts, authors, tags, categories };

struct Field {
  std::string_view key;  // dotted path
  FieldType type = FieldType::any;
  std::string_view says;                        // for the author: what it means, a sentence
  std::string_view note{};                      // what goes wrong in silence; empty where nothing does
  std::span<const std::string_view> allowed{};  // the only values that are understood; empty: any
  ValueSource from = ValueSource::none;
  bool image = false;     // the value names a picture
  bool required = false;  // the generator or theme needs it on posts
  bool seen = false;      // its facts were seen in a run or read in the source: good enough for an error by themselves
  std::string_view replacedBy{};  // deprecated: the new name
  std::string_view fallback{};    // the default, as YAML
};

}  // namespace galley
