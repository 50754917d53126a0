// What holds of any text, valid UTF-8 or not: lines cover it, positions lead back in every encoding, and edits give
// what a client has that keeps its text in another way.
#include <vector>

#include "analysis/text/edit.h"
#include "analysis/text/text.h"
#include "tests/support/client_text.h"
#include "tests/support/edits.h"
#include "tests/support/splices.h"

namespace galley::test {
namespace {

constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16, Encoding::utf32};

RC_GTEST_PROP(TextProperties, LinesCoverTheText, ()) {
  const Text text(*splicedText());
  std::size_t behind = 0;
  for (std::size_t line = 0; line < text.lineCount(); ++line) {
    const Span whole = text.lineWithEnd(line);
    RC_ASSERT(whole.begin == behind);
    RC_ASSERT(whole.contains(text.line(line)));
    RC_ASSERT(text.slice(text.line(line)).find_first_of("\r\n") == std::string_view::npos);
    const std::string_view end = text.slice({text.line(line).end, whole.end});
    const bool last = line + 1 == text.lineCount();
    RC_ASSERT((last ? end.empty() : end == "\n" || end == "\r\n" || end == "\r"));
    behind = whole.end;
  }
  RC_ASSERT(behind == text.size());
}

RC_GTEST_PROP(TextProperties, EveryPositionLeadsBack, ()) {
  const Text text(*splicedText());
  for (const Encoding encoding : encodings) {
    Position last;
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      const Position position = text.positionAt(offset, encoding);
      const std::size_t back = text.offsetAt(position, encoding);
      RC_ASSERT(back <= offset);
      RC_ASSERT(offset - back < 4U);  // no further than the beginning of its character
      RC_ASSERT(text.positionAt(back, encoding) == position);
      RC_ASSERT(last <= position);
      last = position;
    }
  }
}

RC_GTEST_PROP(TextProperties, AnyPositionIsAPlaceInTheText, ()) {
  const Text text(*splicedText());
  const Position position = (*edit()).start;
  for (const Encoding encoding : encodings) {
    const std::size_t offset = text.offsetAt(position, encoding);
    RC_ASSERT(offset <= text.size());
    const Position back = text.positionAt(offset, encoding);
    RC_ASSERT(back <= position);
    RC_ASSERT(text.offsetAt(back, encoding) == offset);
  }
}

RC_GTEST_PROP(TextProperties, EditsGiveWhatTheClientHas, ()) {
  const std::string whole = *words();
  const auto edits = *rc::gen::container<std::vector<ClientEdit>>(edit());
  for (const Encoding encoding : encodings) {
    Text text(whole);
    ClientText witness(whole, encoding);
    for (const ClientEdit& change : edits) {
      const std::size_t a = text.offsetAt(change.start, encoding);
      const std::size_t b = text.offsetAt(change.end, encoding);
      text = Text(apply(text.bytes(), {{{std::min(a, b), std::max(a, b)}, change.text}}));
      witness.replace(change.start, change.end, change.text);
      RC_ASSERT(text.bytes() == witness.utf8());
      RC_ASSERT(text.lineCount() == witness.lineCount());
    }
  }
}

}  // namespace
}  // namespace galley::test
