// Containers that md4c does not know: notes (`[^a]: …`) and the items of definition lists (`: …`). An item of a list
// stands in for each of them, since the lines of a list's item go on behind blanks as theirs do. What stands behind the
// mark is moved to a line of its own where that is needed, so that md4c reads whatever block it is; for that the text
// gets bytes more, and each place in it has one in the mask. Pure; any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/markdown/tree.h"
#include "analysis/text/text.h"

namespace galley {

struct StandIn {
  enum class Kind : std::uint8_t {
    note,
    definition,
    text,  // what is written as a note and is none: md4c might take it for the definition of a link
  };
  Kind kind = Kind::note;
  char listMark = '+';
  std::size_t line = 0;    // where its line begins
  std::size_t indent = 0;  // blanks before the mark that are no container's, if they are known: the item begins there
  Span mark;               // `[^label]:` or `:`
  Span blanks;             // behind it

  friend bool operator==(const StandIn&, const StandIn&) = default;

  /// Where the item begins that stands in.
  [[nodiscard]] std::size_t begin() const { return mark.begin - indent; }
  /// Of a note.
  [[nodiscard]] Span label() const { return {mark.begin + 2, mark.end - 2}; }
};

/// The label of `[^label]` at `at`, or an empty span.
Span noteLabelAt(std::string_view text, std::size_t at);

/// Whatever looks like a note or an item of a definition list: one may stand in code, or where it means nothing.
std::vector<StandIn> standInsFor(std::string_view mask, const Dialect& dialect);

/// The same, none of which stands in for a container any more: what is written as a note is text.
std::vector<StandIn> asText(std::vector<StandIn> standIns);

/// A mask with items in the place of notes and definitions.
class StandInText {
 public:
  StandInText(std::string_view mask, const std::vector<StandIn>& standIns, const Dialect& dialect);

  [[nodiscard]] const std::string& text() const { return text_; }
  /// Gives a tree of the text the places in the mask, and takes out what is there only to fill a line.
  void moveToMask(Tree& tree) const;

 private:
  struct Insertion {
    std::size_t begin = 0;  // in the text
    std::size_t size = 0;
    std::size_t before = 0;  // bytes that are inserted before it
  };

  void write(const StandIn& standIn, const Dialect& dialect);
  void writeNote(const StandIn& standIn, bool blanksCount);
  void writeDefinition(const StandIn& standIn);
  void moveRest(const StandIn& standIn, std::size_t columns, std::size_t more);
  void insert(std::string_view bytes);
  [[nodiscard]] std::size_t inMask(std::size_t place) const;

  std::string_view mask_;
  std::string text_;
  std::size_t written_ = 0;   // so much of the mask is in the text
  std::string prefix_;        // what the containers around the last stand-in put before the next line
  std::size_t prefixOf_ = 0;  // so far the mask is in it
  std::vector<Insertion> insertions_;
  std::vector<std::size_t> fillers_;  // headings of nothing, each the first block of an item
};

}  // namespace galley
