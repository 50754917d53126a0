// See the header.
#include "analysis/syntax/markdown/events.h"

#include <md4c.h>

#include <algorithm>
#include <array>
#include <functional>
#include <limits>
#include <string_view>
#include <utility>

#include "analysis/syntax/markdown/bare_urls.h"
#include "analysis/text/byte_set.h"
#include "analysis/text/text.h"

namespace galley {
namespace {

static_assert(static_cast<int>(Block::document) == MD_BLOCK_DOC && static_cast<int>(Block::paragraph) == MD_BLOCK_P &&
              static_cast<int>(Block::cell) == MD_BLOCK_TD);
static_assert(static_cast<int>(Inline::emphasis) == MD_SPAN_EM && static_cast<int>(Inline::image) == MD_SPAN_IMG &&
              static_cast<int>(Inline::displayMath) == MD_SPAN_LATEXMATH_DISPLAY);
static_assert(static_cast<int>(TextKind::normal) == MD_TEXT_NORMAL &&
              static_cast<int>(TextKind::html) == MD_TEXT_HTML &&
              static_cast<int>(TextKind::math) == MD_TEXT_LATEXMATH);

struct Collector {
  const std::string& text;
  std::size_t budget;  // how many events may still come
  Events events;
  bool verbatim = false;  // in code or HTML, whose lines are taken as they are

  int add(Event event) {
    if (budget == 0) {
      events.truncated = true;
      return 1;  // md_parse stops at once
    }
    --budget;
    events.list.push_back(event);
    return 0;
  }

  /// Where md4c's characters stand: md4c points into the text, or at a copy of its own.
  void place(Event& event, const char* characters, MD_SIZE size) const {
    const char* const first = text.data();
    const std::less_equal<const char*> before;
    if (!characters || !before(first, characters) || !before(characters + size, first + text.size())) return;
    event.begin = static_cast<std::uint32_t>(characters - first);
    event.length = size;
  }
};

bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool isVerbatim(MD_BLOCKTYPE type) { return type == MD_BLOCK_CODE || type == MD_BLOCK_HTML; }

constexpr ByteSet beforeText(" \t>");               // blanks and marks of quotes
constexpr ByteSet blockMarks("#-*+.)_0123456789");  // of headings, rules and items
constexpr ByteSet lineMarks("#-=*_`~+0123456789");  // what a line that is no plain text begins with

/// True for a line of blanks and marks of quotes alone.
bool isEmptyLine(std::string_view text, const Lines& lines, std::size_t line) {
  return beforeText.skip(text, lines.startOf(line), lines.endOf(line)) == lines.endOf(line);
}

/// md4c 0.4.8 takes the last line of a block for a list item's header if its offset is 4 modulo 256: where that block
/// ended an item's line (a heading, a rule, a closed fence, a comment) and a blank line follows, the item is cut short
/// and its tail read as something else. So the text is moved by some empty lines, such that no such line stands there.
/// Gives their number. A line is named by where its text begins (after list markers and `#`) or where it ends.
std::size_t shiftThatHarmsNoItem(std::string_view text, const Lines& lines) {
  std::array<bool, 256> harmful{};
  bool any = false;
  const auto avoid = [&](std::size_t offset) {
    harmful[(4 + 256 - offset % 256) % 256] = true;
    any = true;
  };
  // Where the text of a line may begin: behind marks of quotes, items and headings.
  const auto avoidBeginning = [&](Span line) {
    for (std::size_t i = line.begin; i < line.end; ++i) {
      if (beforeText.has(text[i])) continue;
      if (i == line.begin || beforeText.has(text[i - 1])) avoid(i);
      if (!blockMarks.has(text[i])) break;
    }
  };
  Span before;  // the two lines that are not blank before the one at hand
  Span last;
  std::size_t blankLines = 0;  // between it and `last`
  for (std::size_t i = 0; i < lines.count(); ++i) {
    const std::size_t begin = lines.startOf(i);
    const std::size_t end = lines.endOf(i);
    const std::size_t first = beforeText.skip(text, begin, end);
    if (first == end) {
      ++blankLines;
    } else {
      if (blankLines > 0 && !last.empty() && first > begin && isBlank(text[first - 1])) {
        if (lineMarks.has(text[beforeText.skip(text, last.begin, last.end)])) {
          avoidBeginning(last);
          if (!before.empty()) avoid(before.end), avoidBeginning(before);
        }
        if (text[last.end - 1] == '>') avoid(last.end);
      }
      before = blankLines > 0 ? Span{} : last;
      last = {begin, end};
      blankLines = 0;
    }
  }
  if (!any || !harmful[0]) return 0;
  const auto* harmless = std::find(harmful.begin(), harmful.end(), false);
  return harmless == harmful.end() ? 0 : static_cast<std::size_t>(harmless - harmful.begin());
}

/// Steps that md4c takes for the `]` in the lines [first, last) of a block; reading a byte of a label is far more than
/// one.
std::size_t stepsForBrackets(std::string_view text, const Lines& lines, std::size_t first, std::size_t last) {
  constexpr std::size_t forByteOfLabel = 16;
  constexpr ByteSet brackets("[]");
  std::size_t steps = 0;
  std::vector<std::size_t> open;
  for (std::size_t line = first; line < last; ++line) {
    const std::size_t end = lines.endOf(line);
    for (std::size_t at = lines.startOf(line); (at = brackets.find(text, at, end)) < end; ++at) {
      if (text[at] == '[') {
        open.push_back(at);
        continue;
      }
      steps += line - first;
      if (open.empty()) continue;
      steps += forByteOfLabel * (at - open.back());
      open.pop_back();
    }
  }
  return steps;
}

/// For each `]` md4c 0.4.8 looks for its line, from the first of its block on, and reads all behind its `[` as a label,
/// however long that is: it may take the square of a block's size. Gives the blocks for which it would take many times
/// their size; that is more than a list or table of thousands of links needs.
std::vector<Span> blocksWithCostlyBrackets(std::string_view text, const Lines& lines) {
  constexpr std::size_t few = 64;  // `]` that cost little wherever they stand
  constexpr std::size_t stepsPerByte = 256;
  const auto isEmpty = [&](std::size_t line) { return isEmptyLine(text, lines, line); };
  std::vector<Span> costly;
  std::size_t count = 0;
  std::size_t before = 0;  // the line of the `]` that stands so few before
  std::size_t line = 0;    // of the one at hand
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    if (++count % few != 0) continue;
    while (line + 1 < lines.count() && lines.startOf(line + 1) <= at) ++line;
    std::size_t last = before;
    while (last < line && !isEmpty(last)) ++last;
    if (last == line) {  // all in one block: from the empty line before it to the one behind it
      while (before > 0 && !isEmpty(before - 1)) --before;
      while (last < lines.count() && !isEmpty(last)) ++last;
      const Span block{lines.startOf(before), last < lines.count() ? lines.startOf(last) : text.size()};
      if (stepsForBrackets(text, lines, before, last) > stepsPerByte * block.size()) costly.push_back(block);
      line = std::min(last, lines.count() - 1);
      at = block.end - 1;
    }
    before = line;
  }
  return costly;
}

/// The marks by which md4c knows the bare addresses in a block.
std::vector<std::size_t> addressMarksIn(std::string_view text, Span block) {
  std::vector<std::size_t> marks = bareUrlMarksIn(text, block);
  std::erase_if(marks, [&](std::size_t scheme) {  // in `<>` it is no bare one
    while (scheme > block.begin && text[scheme - 1] >= 'a' && text[scheme - 1] <= 'z') --scheme;
    return scheme > 0 && text[scheme - 1] == '<';
  });
  return marks;
}

/// Behind each bare address md4c 0.4.8 looks at all that is left of its block: it may take the square of a block's
/// size. Gives the marks of those that stand among many in one block; bare_urls.h finds them without md4c.
std::vector<std::size_t> costlyAddressesIn(std::string_view text, const Lines& lines) {
  constexpr std::size_t few = 256;
  constexpr std::size_t shortest = 5;  // `www.a`
  std::vector<std::size_t> costly;
  Span block;
  for (std::size_t line = 0; line <= lines.count(); ++line) {
    const bool isLast = line == lines.count();
    block.end = isLast ? text.size() : lines.endOf(line);
    if (!isLast && !isEmptyLine(text, lines, line)) continue;
    if (block.size() > few * shortest)
      if (const auto marks = addressMarksIn(text, block); marks.size() > few)
        costly.insert(costly.end(), marks.begin(), marks.end());
    block.begin = block.end;
  }
  return costly;
}

/// Where a tilde stands alone.
std::vector<std::size_t> singleTildesIn(std::string_view text) {
  std::vector<std::size_t> found;
  for (std::size_t at = text.find('~'); at != std::string_view::npos; at = text.find('~', at)) {
    const std::size_t end = std::min(text.find_first_not_of('~', at), text.size());
    if (end - at == 1) found.push_back(at);
    at = end;
  }
  return found;
}

Collector& of(void* user) { return *static_cast<Collector*>(user); }

int enterBlock(MD_BLOCKTYPE type, void* detail, void* user) {
  Event event{.kind = Event::Kind::enterBlock, .type = static_cast<std::uint8_t>(type)};
  of(user).verbatim = isVerbatim(type);
  if (type == MD_BLOCK_H) {
    event.level = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
  } else if (type == MD_BLOCK_CODE) {
    event.mark = static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->fence_char;
  } else if (type == MD_BLOCK_LI) {
    const auto& item = *static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
    if (item.is_task) {
      event.mark = item.task_mark;
      event.begin = item.task_mark_offset;
      event.length = 1;
    }
  }
  return of(user).add(event);
}

int leaveBlock(MD_BLOCKTYPE type, void*, void* user) {
  of(user).verbatim = false;
  return of(user).add({.kind = Event::Kind::leaveBlock, .type = static_cast<std::uint8_t>(type)});
}

int enterSpan(MD_SPANTYPE type, void* detail, void* user) {
  Event event{.kind = Event::Kind::enterInline, .type = static_cast<std::uint8_t>(type)};
  if (type == MD_SPAN_A) {
    const auto& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
    of(user).place(event, href.text, href.size);
  } else if (type == MD_SPAN_IMG) {
    const auto& source = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
    of(user).place(event, source.text, source.size);
  }
  return of(user).add(event);
}

int leaveSpan(MD_SPANTYPE type, void*, void* user) {
  return of(user).add({.kind = Event::Kind::leaveInline, .type = static_cast<std::uint8_t>(type)});
}

int addText(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user) {
  Collector& collector = of(user);
  Event event{.kind = Event::Kind::text, .type = static_cast<std::uint8_t>(type), .length = size};
  collector.place(event, characters, size);
  if (event.begin == Event::nowhere && size > 0) event.mark = *characters;
  if (collector.verbatim && event.mark == '\n') {  // of such lines a text has the most: one event for each
    Event& before = collector.events.list.back();
    if (before.kind == Event::Kind::text && before.mark == 0) {
      before.mark = '\n';
      return 0;
    }
  }
  return collector.add(event);
}

}  // namespace

Events readEvents(const std::string& whole, const Dialect& dialect) {
  if (whole.size() >= std::numeric_limits<MD_SIZE>::max() - 256) return {Lines(""), {}, true};
  Lines lines(whole);
  const std::size_t shift = shiftThatHarmsNoItem(whole, lines);
  const std::vector<Span> costly = blocksWithCostlyBrackets(whole, lines);
  const std::vector<std::size_t> tildes =  // md4c takes them in pairs
      dialect.strikethrough && !dialect.singleTildes ? singleTildesIn(whole) : std::vector<std::size_t>();
  const std::vector<std::size_t> addresses =
      dialect.bareUrls != Dialect::BareUrls::none ? costlyAddressesIn(whole, lines) : std::vector<std::size_t>();
  constexpr char meansNothing = ',';  // a mark without a meaning
  std::string changed;
  if (shift > 0 || !costly.empty() || !tildes.empty() || !addresses.empty()) changed = std::string(shift, '\n') + whole;
  for (const Span& block : costly)
    std::replace(&changed[shift + block.begin], &changed[shift + block.end], ']', meansNothing);
  for (const auto* marks : {&tildes, &addresses})
    for (const std::size_t at : *marks) changed[shift + at] = meansNothing;
  const std::string& text = changed.empty() ? whole : changed;
  Collector collector{text, 4 * text.size() + 1000, {std::move(lines), {}, !costly.empty()}};
  collector.events.list.reserve(text.size() / 12 + 16);
  MD_PARSER parser{};
  parser.enter_block = enterBlock;
  parser.leave_block = leaveBlock;
  parser.enter_span = enterSpan;
  parser.leave_span = leaveSpan;
  parser.text = addText;
  if (dialect.tables) parser.flags |= MD_FLAG_TABLES;
  if (dialect.strikethrough) parser.flags |= MD_FLAG_STRIKETHROUGH;
  if (dialect.taskLists) parser.flags |= MD_FLAG_TASKLISTS;
  if (dialect.math) parser.flags |= MD_FLAG_LATEXMATHSPANS;
  if (!dialect.html) parser.flags |= MD_FLAG_NOHTML;
  if (dialect.indented == Dialect::Indented::blocks) parser.flags |= MD_FLAG_NOINDENTEDCODEBLOCKS;
  if (dialect.bareUrls != Dialect::BareUrls::none) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
  md_parse(text.c_str(), static_cast<MD_SIZE>(text.size()), &parser, &collector);
  if (shift == 0) return std::move(collector.events);
  for (Event& event : collector.events.list)
    if (event.begin != Event::nowhere) event.begin -= static_cast<std::uint32_t>(shift);
  return std::move(collector.events);
}

}  // namespace galley
