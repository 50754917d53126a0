// HTML tags inside of Markdown, with the spans of their names, attributes and values. A tolerant scanner of start
// tags, end tags and comments, not a tree builder (WHATWG HTML, 13.2.5, as far as authors write it).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text/text.h"

namespace galley {

struct HtmlAttribute {
  Span nameSpan;
  std::optional<Span> valueSpan;  // without quotes; nothing for `<x name>`
  char quote = 0;                 // `"`, `'` or 0

  /// What is written for its value in the text of these spans, character references decoded; empty for none.
  [[nodiscard]] std::string value(std::string_view source) const;
};

/// A tag is where its parts stand: what they say is asked of the text of these spans. In names the case of letters of
/// ASCII makes no difference.
struct HtmlTag {
  Span span;  // from `<` behind `>`
  Span nameSpan;
  bool end = false;          // `</name>`
  bool selfClosing = false;  // `<name/>`
  std::vector<HtmlAttribute> attributes;

  [[nodiscard]] bool isNamed(std::string_view source, std::string_view name) const;
  /// The attribute of a name, or null.
  [[nodiscard]] const HtmlAttribute* find(std::string_view source, std::string_view name) const;
};

/// The tag that begins with the `<` at `offset`, or nothing where that is no complete tag. Reads no further than
/// `limit`.
std::optional<HtmlTag> parseHtmlTag(std::string_view source, std::size_t offset, std::size_t limit);

/// All tags in a span in order, behind those that are there `before`; comments, `<script>`, `<style>` contents are
/// skipped.
std::vector<HtmlTag> parseHtmlTags(std::string_view source, Span span, std::vector<HtmlTag> before = {});

/// `&amp;`, `&#x41;` … resolved; what is no character reference stays.
std::string decodeCharacterReferences(std::string_view text);

}  // namespace galley
