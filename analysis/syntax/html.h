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
  std::string name;  // lower case
  Span nameSpan;
  std::optional<Span> valueSpan;  // without quotes; nothing for `<x name>`
  std::string value;              // character references decoded
  char quote = 0;                 // `"`, `'` or 0
};

struct HtmlTag {
  std::string name;  // lower case
  Span span;         // from `<` behind `>`
  Span nameSpan;
  bool end = false;          // `</name>`
  bool selfClosing = false;  // `<name/>`
  std::vector<HtmlAttribute> attributes;

  [[nodiscard]] const HtmlAttribute* find(std::string_view name) const;
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
