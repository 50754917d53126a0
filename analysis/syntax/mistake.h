// What is wrong with front matter, each a class of mistake that authors make, with its place and its repair.
#pragma once

#include <string>
#include <vector>

#include "analysis/text/edit.h"
#include "analysis/text/text.h"

namespace galley {

enum class Mistake {
  notOpened,          // no opening fence, or one that is none: the lines are text
  notClosed,          // no closing fence
  tabIndent,          // a tab indents a line (YAML 1.2, 6.1)
  colonInValue,       // `title: Part 1: x`
  noSpaceAfterColon,  // `title:My post`
  unclosedQuote,
  textAfterQuote,    // `title: "A" and b`
  reservedStart,     // a plain value that begins with @ ` % * & ! | > { [ and is not what that means
  unclosedBracket,   // a flow list or map without its end
  badIndent,         // more or less blanks before a line than its neighbours have
  badListItem,       // `-item` without its blank, an item among keys, `[a, , b]`
  notAnEntry,        // a line that is neither key, item, comment nor continuation
  fullWidthColon,    // `title： x`
  undefinedAlias,    // `*name` without a `&name` before it
  invalidUtf8,       // a byte that is no UTF-8
  controlCharacter,  // a character that YAML does not allow (YAML 1.2, 5.1), as U+0008
  badEscape,         // `"C:\path"`
  hashStart,         // `title: #1 post`: all behind the # is a comment
  hashCut,           // `title: Notes #37`: the value ends before the #
  duplicateKey,
  other,  // the parser refuses and none of the above explains it; `detail` holds its words
};

struct FrontMatterProblem {
  Mistake mistake = Mistake::other;
  Span span{};           // exactly the bytes at fault
  std::string detail{};  // the key, the character, or the parser's words: what a message needs
  /// The one clear repair, or empty. `repairTitle` names it in the imperative.
  std::vector<Edit> repair{};
  std::string repairTitle{};
  /// True if a YAML reader refuses the whole block for it. False: it reads the block, but not as the author meant it
  /// (a key twice is refused by some readers).
  bool fatal = true;
};

}  // namespace galley
