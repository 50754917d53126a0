// See the header.
#include "analysis/syntax/markdown/flat.h"

namespace galley {

Flat Flat::of(std::string_view whole) {
  Flat flat;
  flat.whole = whole;
  flat.text.reserve(whole.size() + 1);
  flat.places.reserve(whole.size() + 1);
  for (std::size_t i = 0; i < whole.size(); ++i) {
    flat.places.push_back(static_cast<std::uint32_t>(i));
    flat.text += whole[i] == '\r' ? '\n' : whole[i];
    if (whole[i] == '\r' && i + 1 < whole.size() && whole[i + 1] == '\n') ++i;
  }
  flat.end = static_cast<std::uint32_t>(whole.size());
  if (!flat.text.empty() && flat.text.back() != '\n') {
    flat.text += '\n';
    flat.places.push_back(flat.end);
  }
  return flat;
}

void Flat::append(const Flat& from, std::size_t begin, std::size_t to) {
  whole = from.whole;
  text.append(from.text, begin, to - begin);
  places.insert(places.end(), from.places.begin() + static_cast<std::ptrdiff_t>(begin),
                from.places.begin() + static_cast<std::ptrdiff_t>(to));
  if (to > begin) end = static_cast<std::uint32_t>(from.place(begin, to).end);
}

void Flat::appendBlanks(std::size_t count, std::uint32_t place) {
  text.append(count, ' ');
  places.insert(places.end(), count, place);
}

Span Flat::place(std::size_t begin, std::size_t to) const {
  const std::size_t from = begin < places.size() ? places[begin] : end;
  if (to <= begin) return {from, from};
  const std::size_t last = places[to - 1];
  if (to == places.size() && text.back() == '\n' && last == end) return {from, last};  // a line end that is not there
  return {from, last + (whole.substr(last, 2) == "\r\n" ? 2 : 1)};
}

}  // namespace galley
