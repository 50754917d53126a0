// See the header.
#include "analysis/syntax/markdown/flat.h"

#include <algorithm>
#include <utility>

#include "analysis/text/line_ends.h"

namespace galley {

Flat::Flat(std::string_view whole) : whole_(whole) {
  LineEnds ends(whole);
  if (ends.onlyNewlines() && whole.ends_with('\n')) {  // it is what it shall be
    add(0, false);
    text = whole;
    return;
  }
  own_.reserve(whole.size() + 1);
  for (std::size_t begin = 0; begin < whole.size();) {
    const std::size_t end = ends.onlyNewlines() ? whole.size() : ends.next(begin);
    add(begin, false);
    own_ += whole.substr(begin, end - begin);
    if (end == whole.size()) break;
    own_ += '\n';
    begin = ends.behind(end);
  }
  if (!own_.empty() && own_.back() != '\n') own_ += '\n';
  text = own_;
}

void Flat::clear() {
  text = {};
  owner_ = this;
  base_ = 0;
  whole_ = {};
  own_.clear();
  runs_.clear();
  found_ = {};
}

/// What is appended next stands at `place`.
void Flat::add(std::size_t place, bool blanks) {
  const Run run{static_cast<std::uint32_t>(own_.size()), static_cast<std::uint32_t>(place), blanks};
  const bool goesOn = !runs_.empty() && !blanks && !runs_.back().blanks &&
                      runs_.back().place + (run.begin - runs_.back().begin) == run.place;
  if (!goesOn) runs_.push_back(run);
}

/// Makes the bytes that it shares its own.
void Flat::own() {
  if (owner_ == this) return;
  const std::size_t begin = std::exchange(base_, 0);
  const Flat& owner = *std::exchange(owner_, this);
  const std::size_t size = text.size();
  text = {};
  appendCopy(owner, begin, begin + size);
}

void Flat::append(const Flat& from, std::size_t begin, std::size_t to) {
  if (to <= begin) return;
  if (text.empty()) {
    owner_ = from.owner_;
    base_ = from.base_ + begin;
    text = from.text.substr(begin, to - begin);
  } else if (owner_ == from.owner_ && base_ + text.size() == from.base_ + begin) {
    text = owner_->text.substr(base_, text.size() + (to - begin));
  } else {
    appendCopy(from, begin, to);
  }
}

void Flat::appendCopy(const Flat& from, std::size_t begin, std::size_t to) {
  if (to <= begin) return;
  own();
  const Flat& owner = *from.owner_;
  begin += from.base_;
  to += from.base_;
  whole_ = owner.whole_;
  for (const Run* run = &owner.runOf(begin); run != owner.runs_.data() + owner.runs_.size() && run->begin < to; ++run) {
    const std::size_t first = std::max<std::size_t>(run->begin, begin);
    const std::size_t behind = run + 1 == owner.runs_.data() + owner.runs_.size() ? to : (run + 1)->begin;
    add(run->blanks ? run->place : run->place + (first - run->begin), run->blanks);
    own_ += owner.text.substr(first, std::min(behind, to) - first);
  }
  text = own_;
}

void Flat::appendBlanks(std::size_t count, std::size_t place) {
  if (count == 0) return;
  own();
  add(place, true);
  own_.append(count, ' ');
  text = own_;
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
  found_ = {index, runs_[index].begin, endOf(index), runs_[index].place, runs_[index].blanks};
}

Span Flat::placeOfAny(std::size_t begin, std::size_t to) const {
  const std::size_t from = place(begin);
  if (to <= begin) return {from, from};
  const std::size_t last = to == begin + 1 ? from : place(to - 1);
  return {from, last + (to <= text.size() && text[to - 1] == '\n' ? owner_->lineEndSize(last) : 1)};
}

std::size_t Flat::placeBehind() const {
  return text.empty() ? owner_->whole_.size() : place(text.size() - 1, text.size()).end;
}

/// Of the line end that stands in the whole text at `place`. The last line may have none.
std::size_t Flat::lineEndSize(std::size_t place) const {
  if (place >= whole_.size()) return 0;
  return whole_.substr(place).starts_with("\r\n") ? 2 : 1;
}

}  // namespace galley
