// See the header.
#include "analysis/syntax/markdown/stand_ins.h"

#include <algorithm>
#include <array>

#include "analysis/text/line_ends.h"

namespace galley {
namespace {

constexpr std::size_t longestLabel = 999;
constexpr std::size_t noteColumns = 4;    // by which the lines of a note are indented
constexpr std::size_t itemBlanks = 4;     // so many at most may stand behind an item's mark, or they are code
constexpr std::size_t mostInOneLine = 4;  // notes that begin one in the other: each moves the rest of the line
constexpr std::string_view bullets = "+*-";

bool isBlank(char c) { return c == ' ' || c == '\t'; }

Span blanksAt(std::string_view text, std::size_t at) {
  const std::size_t begin = at;
  while (at < text.size() && isBlank(text[at])) ++at;
  return {begin, at};
}

/// The column behind a stretch of text that begins at `column`.
std::size_t columnBehind(std::string_view text, std::size_t column) {
  for (const char c : text) column = c == '\t' ? (column + 4) / 4 * 4 : column + 1;
  return column;
}

bool isLineEndAt(std::string_view text, std::size_t at) {
  return at >= text.size() || text[at] == '\n' || text[at] == '\r';
}

/// Behind the mark of a list's item that begins at `at`; `at` where there is none.
std::size_t behindItemMark(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  const std::string_view marks = end == at ? bullets : ".)";
  const bool isMark = end < text.size() && marks.find(text[end]) != std::string_view::npos &&
                      (isLineEndAt(text, end + 1) || isBlank(text[end + 1]));
  return isMark ? end + 1 : at;
}

/// Behind the box of a task and the blanks there; `at` where there is none.
std::size_t behindBox(std::string_view text, std::size_t at) {
  const std::size_t box = blanksAt(text, at).end;
  const bool isBox = box + 3 < text.size() && text[box] == '[' && text[box + 2] == ']' && isBlank(text[box + 3]) &&
                     (text[box + 1] == ' ' || text[box + 1] == 'x' || text[box + 1] == 'X');
  return isBox ? blanksAt(text, box + 3).end : at;
}

/// Goes through the beginnings of lines: the marks of containers there, one behind the other.
class Finder {
 public:
  Finder(std::string_view mask, const Dialect& dialect) : mask_(mask), dialect_(dialect) {}

  std::vector<StandIn> run() {
    LineEnds ends(mask_);
    for (std::size_t line = 0; line < mask_.size();) {
      readLine(line);
      const std::size_t end = ends.next(line);
      line = end < mask_.size() ? ends.behind(end) : mask_.size();
    }
    chooseMarks('\0');
    return std::move(found_);
  }

 private:
  void readLine(std::size_t line) {
    bool begins = false;  // a container begins in this line
    std::size_t count = 0;
    for (std::size_t at = line; at < mask_.size();) {
      if (isBlank(mask_[at]) || mask_[at] == '>') {
        ++at;
        continue;
      }
      if (const std::size_t behind = behindItemMark(mask_, at); behind > at) {
        if (bullets.find(mask_[at]) != std::string_view::npos) chooseMarks(mask_[at]);
        begins = true;
        at = behindBox(mask_, behind);
        if (at == behind) continue;
        if (const Span mark = noteAt(at); !mark.empty()) add(StandIn::Kind::text, line, mark);
        return;
      }
      // A definition stands below a term, so that it is the first in its line.
      const bool defines = dialect_.definitionLists && !begins && mask_[at] == ':';
      if (defines && at + 1 < mask_.size() && isBlank(mask_[at + 1])) {
        at = add(StandIn::Kind::definition, line, {at, at + 1});
      } else if (const Span mark = noteAt(at); !mark.empty()) {
        at = add(++count > mostInOneLine ? StandIn::Kind::text : StandIn::Kind::note, line, mark);
      } else {
        return;
      }
      if (count > mostInOneLine) return;
      begins = true;
    }
  }

  /// Gives the place behind it and the blanks there.
  std::size_t add(StandIn::Kind kind, std::size_t line, Span mark) {
    found_.push_back({.kind = kind, .line = line, .mark = mark, .blanks = blanksAt(mask_, mark.end)});
    return found_.back().blanks.end;
  }

  /// `[^label]:` at `at`, or an empty span.
  [[nodiscard]] Span noteAt(std::size_t at) const {
    const Span label = dialect_.footnotes ? noteLabelAt(mask_, at) : Span{};
    return !label.empty() && mask_.substr(label.end, 2) == "]:" ? Span{at, label.end + 2} : Span{};
  }

  /// Those that have none yet get a list mark which the author uses neither last before them nor first behind them, so
  /// that they join none of his lists.
  void chooseMarks(char behind) {
    const auto isFree = [&](char mark) { return mark != behind && mark != lastMark_; };
    const char mark = *std::find_if(bullets.begin(), bullets.end(), isFree);
    for (; chosen_ < found_.size(); ++chosen_) found_[chosen_].listMark = mark;
    lastMark_ = behind;
  }

  std::string_view mask_;
  const Dialect& dialect_;
  std::vector<StandIn> found_;
  std::size_t chosen_ = 0;  // so many have their list mark
  char lastMark_ = '\0';    // of the author's lists
};

/// True if a line begins with a colon and a blank, but for blanks and marks of quotes. Colons elsewhere are many.
bool holdsDefinition(std::string_view mask) {
  for (std::size_t at = mask.find(':'); at != std::string_view::npos; at = mask.find(':', at + 1)) {
    if (at + 1 == mask.size() || !isBlank(mask[at + 1])) continue;
    std::size_t before = at;
    while (before > 0 && (isBlank(mask[before - 1]) || mask[before - 1] == '>')) --before;
    if (before == 0 || isLineEndAt(mask, before - 1)) return true;
  }
  return false;
}

/// The columns of the blanks behind a mark.
std::size_t blanksBehind(std::string_view mask, const StandIn& standIn) {
  const std::size_t column = columnBehind(mask.substr(standIn.line, standIn.mark.end - standIn.line), 0);
  return columnBehind(mask.substr(standIn.mark.end, standIn.blanks.size()), column) - column;
}

/// The mark of an item whose lines are indented by so many columns, and blanks up to there.
std::string itemHead(std::size_t columns, char bullet) {
  if (columns <= itemBlanks + 1) return bullet + std::string(columns - 1, ' ');
  // A number takes more columns than a bullet; only a list that begins with 1 may stand behind a paragraph's line.
  return std::string(columns - itemBlanks - 2, '0') + "1)" + std::string(itemBlanks, ' ');
}

}  // namespace

Span noteLabelAt(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 2) != "[^") return {};
  std::size_t end = at + 2;
  while (end < text.size() && end - at < longestLabel && text[end] != ']' && text[end] != '[' &&
         static_cast<unsigned char>(text[end]) > ' ')
    ++end;
  return end > at + 2 && end < text.size() && text[end] == ']' ? Span{at + 2, end} : Span{};
}

std::vector<StandIn> standInsFor(std::string_view mask, const Dialect& dialect) {
  const bool any = (dialect.footnotes && mask.find("[^") != std::string_view::npos) ||
                   (dialect.definitionLists && holdsDefinition(mask));
  return any ? Finder(mask, dialect).run() : std::vector<StandIn>{};
}

std::vector<StandIn> asText(std::vector<StandIn> standIns) {
  std::erase_if(standIns, [](const StandIn& standIn) { return standIn.kind == StandIn::Kind::definition; });
  for (StandIn& standIn : standIns) {
    standIn.kind = StandIn::Kind::text;
    standIn.indent = 0;
  }
  return standIns;
}

StandInText::StandInText(std::string_view mask, const std::vector<StandIn>& standIns, const Dialect& dialect)
    : mask_(mask) {
  text_.reserve(mask.size() + 32 * standIns.size());
  for (const StandIn& standIn : standIns) write(standIn, dialect);
  text_ += mask.substr(written_);
}

void StandInText::insert(std::string_view bytes) {
  if (bytes.empty()) return;
  const std::size_t before = insertions_.empty() ? 0 : insertions_.back().before + insertions_.back().size;
  insertions_.push_back({text_.size(), bytes.size(), before});
  text_ += bytes;
}

void StandInText::write(const StandIn& standIn, const Dialect& dialect) {
  text_ += mask_.substr(written_, standIn.begin() - written_);
  written_ = standIn.mark.end;
  switch (standIn.kind) {
    case StandIn::Kind::note:
      writeNote(standIn, dialect.codeBehindLabels);
      break;
    case StandIn::Kind::definition:
      writeDefinition(standIn);
      break;
    case StandIn::Kind::text: {
      constexpr char noColon = ';';
      text_ += mask_.substr(standIn.mark.begin, standIn.mark.size() - 1);
      text_ += noColon;
      break;
    }
  }
}

void StandInText::writeNote(const StandIn& standIn, bool blanksCount) {
  std::string head = itemHead(noteColumns, standIn.listMark);
  fillers_.push_back(text_.size() + head.size());
  head.resize(standIn.mark.end - standIn.begin(), ' ');
  head[noteColumns] = head.back() = '#';  // up to the last byte of the mark, which is the note's if it is empty
  text_ += head;
  moveRest(standIn, noteColumns, blanksCount ? blanksBehind(mask_, standIn) : 0);
}

void StandInText::writeDefinition(const StandIn& standIn) {
  constexpr std::size_t codeBlanks = 8;  // from so many on they are not all the item's own
  constexpr std::size_t ownBlanks = 5;
  const std::size_t rest = standIn.blanks.end;
  const std::size_t blanks = blanksBehind(mask_, standIn);
  const bool asItStands = !isLineEndAt(mask_, rest) && blanks <= itemBlanks && mask_[rest] != '[' &&
                          mask_[rest] != standIn.listMark;  // neither a task nor a rule
  if (asItStands) {
    text_ += standIn.listMark;
    return;
  }
  const std::size_t own = blanks < codeBlanks ? blanks : ownBlanks;
  const std::string head = itemHead(1 + own, standIn.listMark);
  fillers_.push_back(text_.size() + head.size());
  text_ += head[0];
  insert(head.substr(1) + "#");
  moveRest(standIn, 1 + own, blanks - own);
}

/// What stands behind the mark and its blanks begins a line, indented by the columns of the item and some blanks more.
void StandInText::moveRest(const StandIn& standIn, std::size_t columns, std::size_t more) {
  if (prefixOf_ <= standIn.line) {
    prefix_.clear();
    prefixOf_ = standIn.line;
  }
  // The containers around it go on with their blanks and marks of quotes.
  for (const char c : mask_.substr(prefixOf_, standIn.begin() - prefixOf_)) prefix_ += isBlank(c) || c == '>' ? c : ' ';
  prefix_.append(columns, ' ');
  text_.append(standIn.blanks.size(), ' ');
  written_ = prefixOf_ = standIn.blanks.end;
  if (!isLineEndAt(mask_, written_)) insert("\n" + prefix_ + std::string(more, ' '));
}

std::size_t StandInText::inMask(std::size_t place) const {
  const auto behind = std::upper_bound(insertions_.begin(), insertions_.end(), place,
                                       [](std::size_t a, const Insertion& insertion) { return a < insertion.begin; });
  if (behind == insertions_.begin()) return place;
  const Insertion& last = *(behind - 1);
  return std::max(place, last.begin + last.size) - last.size - last.before;
}

void StandInText::moveToMask(Tree& tree) const {
  auto filler = fillers_.begin();
  for (Node& node : tree.nodes) {
    while (filler != fillers_.end() && *filler < node.span.begin) ++filler;
    if (filler != fillers_.end() && node.kind == Node::Kind::heading && node.span.begin == *filler)
      node.kind = Node::Kind::none;
  }
  if (insertions_.empty()) return;
  const auto move = [&](PackedSpan& span) { span = {inMask(span.begin), inMask(span.end)}; };
  for (Node& node : tree.nodes)
    for (PackedSpan* span : {&node.span, &node.content, &node.destination, &node.title, &node.label}) move(*span);
  for (TextPiece& piece : tree.texts) move(piece.span);
}

}  // namespace galley
