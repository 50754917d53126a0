// Where a cursor stands in front matter: at a key, or in (an item of) the value of a key. It works on lines alone, so
// that half-typed and unclosed blocks have places, too.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "analysis/syntax/front_matter.h"

namespace galley {

struct FrontMatterPlace {
  enum class Kind { key, value };
  enum class Form {
    plain,      // `key: wo|rd` or an empty value; the whole value is the item
    flowItem,   // `key: [a, |]`
    blockItem,  // `- |`
  };
  Kind kind = Kind::key;
  std::string key;  // dotted path of the key whose value this is; of Kind::key: of the map around it, empty at the top
  Form form = Form::plain;
  /// What a completion replaces: the item or key under the cursor with its quotes, without blanks around it. Empty
  /// span at the cursor where there is nothing yet. Always on the cursor's line, always touches the cursor.
  Span item;
  /// The quote that opens the item, or 0.
  char quote = 0;
  /// The other items of the same list (decoded), or the other words of a plain value: not to be offered again. Of lists
  /// in lists all items count.
  std::vector<std::string> siblings;
  /// Of a plain value: the word under the cursor, between blanks, for keys whose values are split there. Else `item`.
  Span word;
  /// Nothing stands between the cursor's item and the `:` or `-` before it: what is inserted must begin with a blank.
  bool needsBlank = false;
};

/// Nothing where the cursor is in no front matter, in a comment, on a fence, or in a nested structure that no field
/// has.
std::optional<FrontMatterPlace> findFrontMatterPlace(const Text& text, const FrontMatter& frontMatter,
                                                     std::size_t offset);

}  // namespace galley
