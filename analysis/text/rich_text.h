// A short text for people in two forms at once: Markdown, and plain text for clients that show none. What an author
// wrote goes in as text only: it can make no link, picture or HTML in a hover.
#pragma once

#include <string>
#include <string_view>

namespace galley {

class RichText {
 public:
  /// Galley's own words: the same in both forms, so without characters that mean something in Markdown.
  RichText& say(std::string_view words);
  /// An author's words, escaped in Markdown; blanks for line ends, U+FFFD for what is no visible character, cut with
  /// `…` behind 300 characters.
  RichText& quote(std::string_view text);
  /// An author's path, URL or code: a code span in Markdown; as `quote` otherwise.
  RichText& code(std::string_view text);
  RichText& strong(std::string_view words);
  /// The next paragraph; nothing at the beginning.
  RichText& paragraph();
  /// The next item of a list.
  RichText& item();

  [[nodiscard]] const std::string& markdown() const { return markdown_; }
  [[nodiscard]] const std::string& plain() const { return plain_; }
  [[nodiscard]] bool empty() const { return plain_.empty(); }

 private:
  std::string markdown_;
  std::string plain_;
};

/// `1.2 MB`, `340 kB`, `1 byte`: decimal units, as file managers show them.
std::string sizeForPeople(unsigned long long bytes);

}  // namespace galley
