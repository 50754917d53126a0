// Annotated pictures of a small site: files, and under their lines carets that say what galley is expected to answer.
//
//     @@ _posts/2024-01-01-a.md
//     ---
//     layout: psot
//             ^^^^ unknown-layout: no layout
//     ---
//     ## One
//        ^^^ symbol: One
//     ![a cat](/cat.png)
//     ^^^^^^^^^^^^^^^^^^ hover: PNG
//       ^ cursor
//     @@ cat.png
//
// - `@@ path` begins a file; `@@ path crlf` ends its lines with CR LF, `@@ path no-eol` leaves the last line end away
//   (both may stand). Text before the first `@@` is `_posts/2024-01-01-a.md`.
// - A line whose first non-blank is `^` pictures the nearest line above that is none. Its carets are a span in display
//   columns (a Hangul syllable is two wide); one caret also pictures an empty span. `^^^…` goes on behind that line.
//   Behind the carets: `name: expectation`, or `cursor`, which is an offset. `-` in place of the carets' line as in
//   `^- cursor` is the end of the line.
// - Names are rule ids (a finding of exactly that span, whose message, or help, holds the expectation), and `hover`
//   (text), `symbol` (name), `action` (title of a code action), `completion` (labels, joined by `, `).
// - Findings, symbols that are not pictured fail, as far as the picture is about findings or symbols at all; a picture
//   without names says that there are no findings.
#pragma once

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/site.h"
#include "analysis/site/view.h"
#include "tests/support/memory_files.h"

namespace galley::test {

/// What one line of carets says.
struct Mark {
  Path path;
  std::size_t line = 0;  // 0-based, of the file
  Span span;             // bytes of the file
  bool goesOn = false;   // the span ends on a later line
  std::string name;
  std::string expectation;
};

struct Cursor {
  Path path;
  std::size_t offset = 0;
};

struct Picture {
  MemoryFiles files;
  std::vector<Path> paths;  // in the order of the picture
  std::vector<Mark> marks;
  std::optional<Cursor> cursor;  // the last one
};

Picture readPicture(std::string_view text);

/// 2026-01-31 09:00 UTC: what tests call now.
inline constexpr std::int64_t pictureNow = 1769850000;

/// A picture as a site that was read whole, by the generator that its files name.
class World {
 public:
  explicit World(std::string_view picture);
  explicit World(Picture picture);

  [[nodiscard]] const Picture& picture() const { return picture_; }
  [[nodiscard]] const Site& site() const { return site_; }
  [[nodiscard]] View view() const {
    return {.site = site_, .files = picture_.files, .client = {}, .now = pictureNow, .stop = {}};
  }
  [[nodiscard]] std::shared_ptr<const Post> post(const Path& path) const;
  /// The file with the cursor, else the first of the picture.
  [[nodiscard]] std::shared_ptr<const Post> post() const;

 private:
  Picture picture_;
  Site site_;
};

/// Whether galley answers as pictured. The message of a failure draws what it answered.
::testing::AssertionResult check(std::string_view picture);

}  // namespace galley::test
