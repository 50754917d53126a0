// What md4c itself makes of a text, as HTML: what galley's reading of md4c is held against. Not a part of the product.
#pragma once

#include <string>
#include <string_view>

namespace galley::test {

/// The HTML of a text, written as the examples of CommonMark are. `extended`: with what GFM adds. `raw`: with the HTML
/// that the author wrote.
std::string md4cHtml(const std::string& markdown, bool extended, bool raw = true);

/// The same HTML without the line ends beside tags, which mean nothing but in `<pre>`.
std::string canonicalHtml(std::string_view html);

}  // namespace galley::test
