// A text without the prefixes of the containers around it, that still knows where each byte stands: kramdown cuts the
// text of an item or quote out, and reads it as a text of its own. Lines end with `\n`, the last one too. A text that
// is one stretch of another (an item of one line, a quote in a quote) shares its bytes, and must not outlive it. Of one
// thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

class Flat {
 public:
  std::string_view text;

  Flat() = default;
  /// The whole text, its line ends made `\n`. It must outlive what is made of it.
  explicit Flat(std::string_view whole);
  Flat(const Flat&) = delete;
  Flat& operator=(const Flat&) = delete;
  Flat(Flat&&) = delete;
  Flat& operator=(Flat&&) = delete;
  ~Flat() = default;

  /// Makes it empty; its memory is used again.
  void clear();
  void append(const Flat& from, std::size_t begin, std::size_t end);
  /// The same, but what is copied stays when the other text is gone.
  void appendCopy(const Flat& from, std::size_t begin, std::size_t end);
  /// Blanks that stand for a tab, or that kramdown adds: they have the place of what follows them.
  void appendBlanks(std::size_t count, std::size_t place);

  /// Where a byte stands in the whole text; behind the last one for an offset behind the text.
  [[nodiscard]] std::size_t place(std::size_t at) const {
    return at < text.size() ? owner_->ownPlace(base_ + at) : placeBehind();
  }
  /// Where the bytes [begin, to) stand in the whole text.
  [[nodiscard]] Span place(std::size_t begin, std::size_t to) const {
    const auto& run = owner_->found_;
    if (begin < to && to <= text.size() && text[to - 1] != '\n' && !run.blanks && base_ + begin >= run.begin &&
        base_ + to <= run.end) {  // most often
      const std::size_t shift = run.place - run.begin + base_;
      return {begin + shift, to + shift};
    }
    return placeOfAny(begin, to);
  }

 private:
  /// Bytes that stand one behind the other in the whole text, too; or blanks that all have one place.
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t place = 0;
    bool blanks = false;
  };
  void add(std::size_t place, bool blanks);
  void own();
  [[nodiscard]] Span placeOfAny(std::size_t begin, std::size_t to) const;
  [[nodiscard]] std::size_t ownPlace(std::size_t at) const {
    if (at < found_.begin || at >= found_.end) find(at);
    return found_.blanks ? found_.place : found_.place + (at - found_.begin);
  }
  [[nodiscard]] std::size_t placeBehind() const;
  [[nodiscard]] std::size_t lineEndSize(std::size_t place) const;
  [[nodiscard]] const Run& runOf(std::size_t at) const {
    if (at < found_.begin || at >= found_.end) find(at);
    return runs_[found_.index];
  }
  void find(std::size_t at) const;

  const Flat* owner_ = this;  // whose bytes these are, and from which on
  std::size_t base_ = 0;
  // Of an owner.
  std::string_view whole_;
  std::string own_;
  std::vector<Run> runs_;
  mutable struct {
    std::size_t index = 0;           // the run that was asked for last: the next byte is most often in it
    std::size_t begin = 0, end = 0;  // its bytes, of this text
    std::size_t place = 0;           // as in the run
    bool blanks = false;
  } found_;
};

}  // namespace galley
