// See the header.
#include "analysis/features/completion/slot.h"

#include <algorithm>

#include "analysis/text/hangul.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

bool isBlank(char byte) { return byte == ' ' || byte == '\t'; }

Span trimmed(const std::string& bytes, Span span) {
  while (!span.empty() && isBlank(bytes[span.begin])) ++span.begin;
  while (!span.empty() && isBlank(bytes[span.end - 1])) --span.end;
  return span;
}

// What stands behind the key on the cursor's line, without the quotes around it.
Span plainValue(const Text& text, const FrontMatterPlace& place, std::size_t offset) {
  const Span line = text.line(text.lineOf(offset));
  const std::size_t colon = text.slice({line.begin, offset}).find(':');
  const std::size_t begin = colon == std::string_view::npos ? place.item.begin : line.begin + colon + 1;
  Span value = trimmed(text.bytes(), {std::min(begin, offset), line.end});
  if (place.quote != 0) {
    value = place.item;
    ++value.begin;
    if (!value.empty() && text.bytes()[value.end - 1] == place.quote) --value.end;
  }
  if (offset > value.end) value.end = offset;
  return {std::min(value.begin, offset), value.end};
}

// The part of a value between separators that touches the cursor; the other parts go to `others`.
Span partOf(const Text& text, Span value, std::size_t offset, Separator separator, std::vector<std::string>& others) {
  const std::string& bytes = text.bytes();
  const auto separates = [&](char byte) { return separator == Separator::comma ? byte == ',' : isBlank(byte); };
  Span own{offset, offset};
  for (std::size_t at = value.begin; at <= value.end;) {
    std::size_t end = at;
    while (end < value.end && !separates(bytes[end])) ++end;
    const Span part = trimmed(bytes, {at, end});
    if (at <= offset && offset <= end) {
      own = part.touches(offset) && !part.empty() ? part : Span{offset, offset};
    } else if (!part.empty()) {
      others.emplace_back(text.slice(part));
    }
    at = end + 1;
  }
  return own;
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

// A value as a part of a plain or quoted string; nothing where the string would become something else.
std::optional<std::string> spellPart(const Slot& slot, const std::string& value) {
  const std::string_view separators = slot.split == Separator::comma ? "," : " \t";
  if (value.empty() || value.find_first_of(separators) != std::string::npos) return std::nullopt;
  if (slot.quote != 0) {
    const std::string quoted = inQuotes(value, slot.quote);
    return quoted.substr(1, quoted.size() - 2);
  }
  if (slot.others.empty()) return quotedIfNeeded(value, false);
  std::string whole;
  for (const std::string& other : slot.others) whole += other + (slot.split == Separator::comma ? ", " : " ");
  if (needsQuotes(whole + value, false)) return std::nullopt;
  return value;
}

std::optional<std::string> spell(const Slot& slot, const std::string& value) {
  if (slot.format != FrontMatterFormat::yaml) return inQuotes(value, slot.quote != 0 ? slot.quote : '"');
  if (slot.split != Separator::none) return spellPart(slot, value);
  if (slot.quote != 0) return inQuotes(value, slot.quote);
  return quotedIfNeeded(value, slot.form == FrontMatterPlace::Form::flowItem);
}

// Editors sort by it as text.
std::string fixedWidth(std::size_t rank) {
  const std::string number = std::to_string(rank);
  return std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
}

}  // namespace

Slot slotOf(const Post& post, const FrontMatterPlace& place, std::size_t offset, Separator separator) {
  Slot slot;
  slot.span = place.item;
  slot.others = place.siblings;
  slot.form = place.form;
  slot.format = post.frontMatter.format;
  slot.quote = place.quote;
  slot.needsBlank = place.needsBlank;
  std::size_t from = slot.span.begin + (place.quote != 0 ? 1 : 0);
  if (place.form == FrontMatterPlace::Form::plain) {
    slot.others.clear();  // without a separator they are words of one value
    slot.split = slot.format == FrontMatterFormat::yaml ? separator : Separator::none;
    if (slot.split != Separator::none) {
      slot.span = partOf(post.text, plainValue(post.text, place, offset), offset, slot.split, slot.others);
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
