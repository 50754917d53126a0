// A YAML text line by line: where the scanner stands, in which column, what tabs do to it, and what was reported. It
// knows lines, columns and comments, no structure.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/yaml_source.h"
#include "analysis/text/text.h"

namespace galley {

class YamlLines {
 public:
  YamlLines(std::string_view text, Span content);

  YamlSource source;
  std::size_t pos;                           // where the scanner stands
  std::size_t lineBegin;                     // of the line of `pos`
  std::vector<FrontMatterProblem> problems;  // no more than `mostProblems`
  bool certain = true;                       // false: something stands there that the scanner does not know
  bool ignored = false;                      // readers do not look at what is being scanned, so no problem is fatal

  static constexpr std::size_t mostProblems = 100;

  void report(FrontMatterProblem problem);
  void report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair = {}, std::string title = {},
              bool fatal = true);

  /// To the beginning of the next line, or of the line at an offset.
  void nextLine() { toLine(source.nextLine(pos)); }
  void toLine(std::size_t offset) { pos = lineBegin = offset; }
  /// From the beginning of a line to the next text that is no comment. False at the end.
  bool toContent();
  /// The text of the line without the blanks around it.
  [[nodiscard]] Span lineText() const;
  /// The text from `begin` to the end of its line, without blanks there.
  [[nodiscard]] Span restOfLine(std::size_t begin) const {
    return {begin, source.trimEnd(begin, source.lineEnd(begin))};
  }
  [[nodiscard]] std::size_t lineBeginOf(std::size_t offset) const;
  /// True if nothing but a comment stands between an offset and the end of its line.
  [[nodiscard]] bool endsAt(std::size_t offset) const;

  /// The column of `pos`. Of a line that tabs indent: the one that was settled, or a guess, two columns a tab.
  [[nodiscard]] int column() const;
  /// True for a line that tabs indent, until that is settled.
  [[nodiscard]] bool hasTabs() const { return indentTabs_; }
  /// Says that tabs indent the line, if they do; `column` is where its text should begin.
  void settleTab(int column);
  /// The column of the next line that blanks indent deeper than `parent`: where a line that tabs indent belongs.
  [[nodiscard]] int columnOfNeighbours(int parent) const;
  /// What moves all lines from `begin` to `end` from one column to another.
  [[nodiscard]] std::vector<Edit> reindented(std::size_t begin, std::size_t end, std::size_t from,
                                             std::size_t to) const;

 private:
  void reportTab(Span indent, int column);

  bool indentTabs_ = false;
  std::size_t settledLine_ = std::string_view::npos;  // a line that tabs indent, and what its columns lack
  int settledShift_ = 0;
};

}  // namespace galley
