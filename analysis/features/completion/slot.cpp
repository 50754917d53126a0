// See the header.
#include "analysis/features/completion/slot.h"

#include <algorithm>

#include "analysis/text/hangul.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::string_view blanks = " \t";

void addWords(std::vector<std::string>& words, std::string_view text) {
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;
       at = text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
}

// The inside of an item in quotes: without the one that opens it and the one that closes it.
Span insideOf(const Text& text, const FrontMatterPlace& place) {
  Span inside = place.item;
  if (place.quote == 0 || inside.empty()) return inside;
  ++inside.begin;
  if (!inside.empty() && text.bytes()[inside.end - 1] == place.quote) --inside.end;
  return inside;
}

// The word of a quoted string that touches the cursor; the words around it go to `others`.
Span wordInQuotes(const Text& text, Span inside, std::size_t offset, std::vector<std::string>& others) {
  const std::string_view whole = text.slice(inside);
  const std::size_t cursor = std::clamp(offset, inside.begin, inside.end) - inside.begin;
  const std::size_t before = cursor == 0 ? std::string_view::npos : whole.find_last_of(blanks, cursor - 1);
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  const std::size_t end = std::min(whole.find_first_of(blanks, cursor), whole.size());
  addWords(others, whole.substr(0, begin));
  addWords(others, whole.substr(end));
  return {inside.begin + begin, inside.begin + end};
}

std::string inQuotes(std::string_view value, char quote) {
  std::string all(1, quote);
  for (const char byte : value) {
    if (quote == '\'' && byte == '\'') all += '\'';
    if (quote == '"' && (byte == '"' || byte == '\\')) all += '\\';
    all += byte;
  }
  return all + quote;
}

std::optional<std::string> spell(const Slot& slot, const std::string& value) {
  if (slot.word) {
    if (value.empty() || value.find_first_of(" \t\r\n") != std::string::npos) return std::nullopt;
    if (slot.quote != 0) {
      const std::string quoted = inQuotes(value, slot.quote);
      return quoted.substr(1, quoted.size() - 2);
    }
    if (!slot.others.empty()) {
      std::string whole;
      for (const std::string& other : slot.others) whole += other + " ";
      if (needsQuotes(whole + value, false)) return std::nullopt;  // the string would become something else
      return value;
    }
  }
  if (slot.quote != 0) return inQuotes(value, slot.quote);
  if (slot.format != FrontMatterFormat::yaml) return inQuotes(value, '"');
  return quotedIfNeeded(value, slot.form == FrontMatterPlace::Form::flowItem);
}

// Editors sort by it as text.
std::string fixedWidth(std::size_t rank) {
  const std::string number = std::to_string(rank);
  return std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
}

}  // namespace

Slot slotOf(const Post& post, const FrontMatterPlace& place, std::size_t offset, bool splitAtBlanks) {
  Slot slot;
  slot.span = place.item;
  slot.others = place.siblings;
  slot.form = place.form;
  slot.format = post.frontMatter.format;
  slot.quote = place.quote;
  slot.needsBlank = place.needsBlank;
  const Span inside = insideOf(post.text, place);
  std::size_t from = inside.begin;
  if (place.form == FrontMatterPlace::Form::plain) {
    slot.word = splitAtBlanks;
    if (!splitAtBlanks) {
      slot.others.clear();  // the words of one value
    } else if (place.quote != 0) {
      slot.span = wordInQuotes(post.text, inside, offset, slot.others);
      from = slot.span.begin;
    } else {
      slot.span = place.word;
      from = slot.span.begin;
    }
  }
  slot.held = std::string(post.text.slice(slot.span));
  if (offset > from) slot.typed = keystrokesOf(folded(post.text.slice({from, offset})));
  return slot;
}

bool matches(const Slot& slot, std::string_view name) {
  return keystrokesOf(folded(name)).find(slot.typed) != std::string::npos;
}

std::optional<CompletionItem> itemFor(const Slot& slot, const std::string& value, std::size_t rank) {
  if (std::find(slot.others.begin(), slot.others.end(), value) != slot.others.end()) return std::nullopt;
  const auto spelt = spell(slot, value);
  if (!spelt) return std::nullopt;
  CompletionItem item;
  item.label = value;
  item.edit = {slot.span, (slot.needsBlank ? " " : "") + *spelt};
  item.filterText = slot.held + value;
  item.sortText = fixedWidth(rank);
  return item;
}

}  // namespace galley
