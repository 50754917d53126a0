// HTML as kramdown 2.4 reads it: which tags it takes for tags, and what stands between them. Not a browser's reading:
// html.h is that. Pure; any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

struct KramdownTag {
  std::string name;  // lower case where it is HTML's
  std::size_t nameEnd = 0;
  std::size_t end = 0;  // behind `>`
  bool closed = false;  // `/>`
};

/// The start tag at the `<` at `at`, or nothing: a value without quotes is made of letters and digits only.
std::optional<KramdownTag> kramdownStartTag(std::string_view text, std::size_t at);
/// The end tag at the `<` at `at`.
std::optional<KramdownTag> kramdownEndTag(std::string_view text, std::size_t at);
/// The value of the attribute `markdown` of a tag, or empty.
std::string_view markdownAttribute(std::string_view text, const KramdownTag& tag);

enum class ContentModel { raw, block, span };
/// How the content of an element is read where the author asks for Markdown in it.
ContentModel contentModelOf(std::string_view name);
bool isSpanElement(std::string_view name);
bool isBlockElement(std::string_view name);
bool isVoidElement(std::string_view name);

/// True if the text at `at` is `<name` or `</name>` of an element that ends a paragraph.
bool endsParagraph(std::string_view text, std::size_t at);

}  // namespace galley
