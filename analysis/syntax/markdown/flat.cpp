// See the header.
#include "analysis/syntax/markdown/flat.h"

#include <algorithm>

#include "analysis/text/line_ends.h"

namespace galley {

Flat Flat::of(std::string_view whole) {
  Flat flat;
  flat.whole_ = whole;
  flat.text.reserve(whole.size() + 1);
  LineEnds ends(whole);
  for (std::size_t begin = 0; begin < whole.size();) {
    if (ends.onlyNewlines()) {
      flat.add(begin, false);
      flat.text += whole.substr(begin);
      break;
    }
    const std::size_t end = ends.next(begin);
    flat.add(begin, false);
    flat.text += whole.substr(begin, end - begin);
    if (end == whole.size()) break;
    flat.text += '\n';
    begin = ends.behind(end);
  }
  flat.end_ = whole.size();
  if (!flat.text.empty() && flat.text.back() != '\n') flat.text += '\n';
  return flat;
}

/// What is appended next stands at `place`.
void Flat::add(std::size_t place, bool blanks) {
  const Run run{static_cast<std::uint32_t>(text.size()), static_cast<std::uint32_t>(place), blanks};
  const bool goesOn = !runs_.empty() && !blanks && !runs_.back().blanks &&
                      runs_.back().place + (run.begin - runs_.back().begin) == run.place;
  if (!goesOn) runs_.push_back(run);
}

void Flat::append(const Flat& from, std::size_t begin, std::size_t to) {
  if (to <= begin) return;
  whole_ = from.whole_;
  end_ = from.place(begin, to).end;
  for (const Run* run = &from.runOf(begin); run != from.runs_.data() + from.runs_.size() && run->begin < to; ++run) {
    const std::size_t first = std::max<std::size_t>(run->begin, begin);
    const std::size_t behind = run + 1 == from.runs_.data() + from.runs_.size() ? to : (run + 1)->begin;
    add(run->blanks ? run->place : run->place + (first - run->begin), run->blanks);
    text.append(from.text, first, std::min(behind, to) - first);
  }
}

void Flat::appendBlanks(std::size_t count, std::size_t place) {
  if (count == 0) return;
  add(place, true);
  text.append(count, ' ');
}

/// Makes the run that holds a byte the one that was found: the next one, or any.
void Flat::find(std::size_t at) const {
  const auto endOf = [&](std::size_t i) { return i + 1 < runs_.size() ? runs_[i + 1].begin : text.size(); };
  std::size_t index = found_.index + 1;
  if (index >= runs_.size() || at < runs_[index].begin || at >= endOf(index)) {
    const auto behind =
        std::upper_bound(runs_.begin(), runs_.end(), at, [](std::size_t a, const Run& run) { return a < run.begin; });
    index = static_cast<std::size_t>(behind - runs_.begin()) - 1;
  }
  found_ = {index, runs_[index].begin, endOf(index)};
}

Span Flat::place(std::size_t begin, std::size_t to) const {
  const std::size_t from = place(begin);
  if (to <= begin) return {from, from};
  const std::size_t last = to == begin + 1 ? from : place(to - 1);
  if (last >= whole_.size()) return {from, last};  // the line end that the last line does not have
  const bool twoBytes = whole_[last] == '\r' && last + 1 < whole_.size() && whole_[last + 1] == '\n';
  return {from, last + (twoBytes ? 2 : 1)};
}

}  // namespace galley
