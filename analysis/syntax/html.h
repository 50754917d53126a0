// HTML tags inside of Markdown, with the spans of their names, attributes and values. A tolerant scanner of start
// tags, end tags and comments, not a tree builder (WHATWG HTML, 13.2.5, as far as authors write it).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/packed_span.h"

namespace galley {

struct HtmlAttribute {
  PackedSpan nameSpan;
  std::optional<PackedSpan> valueSpan;  // without quotes; nothing for `<x name>`
  char quote = 0;                       // `"`, `'` or 0

  /// What is written for its value in the text of these spans, character references decoded; empty for none.
  [[nodiscard]] std::string value(std::string_view source) const;
};

/// A tag is where its parts stand: what they say is asked of the text of these spans. In names the case of letters of
/// ASCII makes no difference.
struct HtmlTag {
  PackedSpan span;  // from `<` behind `>`
  PackedSpan nameSpan;
  std::uint32_t firstAttribute = 0;  // [firstAttribute, lastAttribute) of the list of HtmlTags
  std::uint32_t lastAttribute = 0;
  bool end = false;          // `</name>`
  bool selfClosing = false;  // `<name/>`

  [[nodiscard]] bool isNamed(std::string_view source, std::string_view name) const;
};

/// Tags in the order in which they were added, their attributes in one list beside them. A value.
class HtmlTags {
 public:
  [[nodiscard]] std::size_t size() const { return tags_.size(); }
  [[nodiscard]] bool empty() const { return tags_.empty(); }
  [[nodiscard]] const HtmlTag& operator[](std::size_t index) const { return tags_[index]; }
  [[nodiscard]] auto begin() const { return tags_.begin(); }
  [[nodiscard]] auto end() const { return tags_.end(); }

  [[nodiscard]] std::span<const HtmlAttribute> attributesOf(const HtmlTag& tag) const;
  /// The attribute of a name, or null.
  [[nodiscard]] const HtmlAttribute* find(const HtmlTag& tag, std::string_view source, std::string_view name) const;

  /// Adds the tag that begins with the `<` at `offset`; false where that is no complete tag. Reads no further than
  /// `limit`.
  bool add(std::string_view source, std::size_t offset, std::size_t limit);
  /// Adds all tags in a span, in order; comments, `<script>`, `<style>` contents are skipped.
  void addAll(std::string_view source, Span span);
  /// Adds a tag that was read otherwise.
  void add(HtmlTag tag, std::span<const HtmlAttribute> attributes);
  /// Sorts the tags by where they begin, and moves all spans so many bytes to the back.
  void settle(std::size_t distance);

 private:
  std::vector<HtmlTag> tags_;
  std::vector<HtmlAttribute> attributes_;
};

/// All tags in a span in order.
HtmlTags parseHtmlTags(std::string_view source, Span span);

/// `&amp;`, `&#x41;` … resolved; what is no character reference stays.
std::string decodeCharacterReferences(std::string_view text);

}  // namespace galley
