// A place in a text that knows lines and the containers around it (block quotes, list items): it strips their prefixes
// from a line as CommonMark 0.31.2, 5.1 and 5.2 say. It decides nothing: the walk tells it what is open. Each line is
// stripped a bounded number of times, so deep nesting costs what its bytes cost.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analysis/text/lines.h"
#include "analysis/text/text.h"

namespace galley {

class Cursor {
 public:
  /// `lines` are those of the text. Behind a list marker, more blanks than `codeIndent` are code.
  Cursor(std::string_view text, const Lines& lines, std::size_t codeIndent);

  std::size_t at = 0;      // the place; after a strip the first byte of the line that is no blank
  std::size_t indent = 0;  // columns of blanks before `at` that belong to no container

  [[nodiscard]] std::size_t line() const { return line_; }
  [[nodiscard]] std::size_t startOf(std::size_t line) const { return lines_.startOf(line); }
  /// The end of a line without its line end.
  [[nodiscard]] std::size_t endOf(std::size_t line) const { return lines_.endOf(line); }
  [[nodiscard]] std::size_t end() const { return endOf(line_); }
  [[nodiscard]] bool atEnd() const { return at >= end(); }
  [[nodiscard]] bool hasNext() const { return line_ + 1 < lines_.count(); }
  /// How many block quotes are open.
  [[nodiscard]] std::size_t quotes() const { return quotes_; }

  /// Makes `line` the line that holds `at`, which has only moved forwards.
  void catchUp();
  /// To the start of a line, prefixes not stripped.
  void toLine(std::size_t line);
  /// The next line that is not blank, if all containers go on there: strips their prefixes and gives true.
  bool toNextInside();
  /// The next line, if all containers go on there, blank or not.
  bool toFollowingInside();

  /// Enters the quote whose `>` is at `at`, or the item whose marker of `size` bytes is there.
  void enterQuote();
  void enterItem(std::size_t size);
  void leaveContainer();
  [[nodiscard]] std::size_t depth() const { return containers_.size(); }
  /// Skips blanks, counted into `indent` from zero.
  void readIndent();

 private:
  struct Container {
    bool quote = false;
    std::size_t indent = 0;  // of an item: the columns that its content must be indented by
  };

  /// True if nothing of the line stands at or behind a place in it.
  [[nodiscard]] bool isLineEndAt(std::size_t place) const;
  [[nodiscard]] bool isBlankLine(std::size_t line) const;
  bool strip(std::size_t line);

  std::string_view text_;
  std::size_t codeIndent_;
  const Lines& lines_;
  std::vector<Container> containers_;
  std::size_t quotes_ = 0;
  std::size_t line_ = 0;
  std::size_t column_ = 0;
  struct {
    std::size_t line = SIZE_MAX;
    std::size_t matched = 0;  // containers whose prefix the line has; `at`, `indent`, `column` are behind them
    std::size_t at = 0, indent = 0, column = 0;
  } stripped_;
  struct {
    std::size_t from = 0;  // lines that hold nothing, seen from further in: [from, to)
    std::size_t to = 0;
    std::size_t depth = 0;  // while so many containers are open
    std::size_t inner = 0;  // the last of the lines that is within so many
  } blank_;
};

}  // namespace galley
