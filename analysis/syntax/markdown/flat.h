// A text without the prefixes of the containers around it, that still knows where each byte stands: kramdown cuts the
// text of an item or quote out, and reads it as a text of its own. Lines end with `\n`, the last one too. A value, of
// one thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

class Flat {
 public:
  std::string text;

  /// The whole text, its line ends made `\n`. It must outlive what is made of it.
  static Flat of(std::string_view whole);

  void append(const Flat& from, std::size_t begin, std::size_t end);
  /// Blanks that stand for a tab, or that kramdown adds: they have the place of what follows them.
  void appendBlanks(std::size_t count, std::size_t place);

  /// Where a byte stands in the whole text; behind the last one for an offset behind the text.
  [[nodiscard]] std::size_t place(std::size_t at) const {
    if (at >= text.size()) return end_;
    const Run& run = runOf(at);
    return run.blanks ? run.place : run.place + (at - run.begin);
  }
  /// Where the bytes [begin, to) stand in the whole text.
  [[nodiscard]] Span place(std::size_t begin, std::size_t to) const;

 private:
  /// Bytes that stand one behind the other in the whole text, too; or blanks that all have one place.
  struct Run {
    std::uint32_t begin = 0;
    std::uint32_t place = 0;
    bool blanks = false;
  };
  void add(std::size_t place, bool blanks);
  [[nodiscard]] const Run& runOf(std::size_t at) const {
    if (at < found_.begin || at >= found_.end) find(at);
    return runs_[found_.index];
  }
  void find(std::size_t at) const;

  std::string_view whole_;
  std::vector<Run> runs_;
  std::size_t end_ = 0;  // the place behind the last byte
  mutable struct {
    std::size_t index = 0;           // the run that was asked for last: the next byte is most often in it
    std::size_t begin = 0, end = 0;  // its bytes, of this text
  } found_;
};

}  // namespace galley
