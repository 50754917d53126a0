// What a completion in front matter fills: the bytes that it replaces, what was typed of them, what stands beside, and
// how a value is written there.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/features/features.h"
#include "analysis/syntax/front_matter_place.h"

namespace galley {

/// Where a plain string falls into several values, of which only the one under the cursor is filled.
enum class Separator { none, blank, comma };

struct Slot {
  Span span;                        // what an item replaces: on the cursor's line, touching the cursor
  std::string held;                 // its bytes
  std::string typed;                // the text from its beginning to the cursor, without its quote
  std::vector<std::string> others;  // the other items or words: not offered again
  FrontMatterPlace::Form form = FrontMatterPlace::Form::plain;
  FrontMatterFormat format = FrontMatterFormat::yaml;
  char quote = 0;  // the quote that opens the item, or 0
  Separator split = Separator::none;
  bool needsBlank = false;  // between `:` or `-` and the value
};

Slot slotOf(const Post& post, const FrontMatterPlace& place, std::size_t offset, Separator separator);

/// True if what was typed stands anywhere in the name, whatever the case, Korean by its keystrokes.
bool matches(const Slot& slot, std::string_view name);

/// The item that writes `value` into the slot, quoted where YAML needs it, with the quotes that are there kept; nothing
/// where it cannot be said there, or stands beside already. `rank`: its place in the list.
std::optional<CompletionItem> itemFor(const Slot& slot, const std::string& value, std::size_t rank);

}  // namespace galley
