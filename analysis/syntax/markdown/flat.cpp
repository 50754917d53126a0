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

const Flat::Run& Flat::runOf(std::size_t at) const {
  const auto holds = [&](std::size_t i) {
    return i < runs_.size() && runs_[i].begin <= at && (i + 1 == runs_.size() || at < runs_[i + 1].begin);
  };
  if (!holds(lastFound_) && !holds(++lastFound_)) {
    const auto behind =
        std::upper_bound(runs_.begin(), runs_.end(), at, [](std::size_t a, const Run& run) { return a < run.begin; });
    lastFound_ = static_cast<std::size_t>(behind - runs_.begin()) - 1;
  }
  return runs_[lastFound_];
}

std::size_t Flat::place(std::size_t at) const {
  if (at >= text.size()) return end_;
  const Run& run = runOf(at);
  return run.blanks ? run.place : run.place + (at - run.begin);
}

Span Flat::place(std::size_t begin, std::size_t to) const {
  const std::size_t from = place(begin);
  if (to <= begin) return {from, from};
  const std::size_t last = to == begin + 1 ? from : place(to - 1);
  if (last >= whole_.size()) return {from, last};  // the line end that the last line does not have
  return {from, last + (whole_.substr(last, 2) == "\r\n" ? 2 : 1)};
}

}  // namespace galley
