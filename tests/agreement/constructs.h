// What is compared: the headings, links and images of one post, as a converter or galley finds them, and how two such
// findings differ. Values and pure functions.
#pragma once

#include <cstddef>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/markdown.h"

namespace galley::agreement {

struct Construct {
  std::string kind;     // `headings`, `links`, `images`
  std::string text;     // level and text of a heading, else the destination; as it is compared
  std::string written;  // how it is written, as far as that is known: `inlined`, `bareUrl`, `html` …
};
using Constructs = std::vector<Construct>;  // kind by kind, each in the order of the page

/// How texts are made comparable, beside squeezed blanks: what a converter writes otherwise, though it means the same.
struct Folding {
  bool percents = false;    // destinations come out percent-encoded
  bool typography = false;  // quotes come out curly, hyphens as dashes, three dots as an ellipsis
};

/// Of a row of a converter: {"headings": [[level, text]], "links": [href], "images": [src]}.
Constructs constructsOf(const nlohmann::json& row, Folding folding);
Constructs constructsOf(const Markdown& markdown, Folding folding);

struct Difference {
  std::string kind;  // of its class, in words
  std::string example;
};
struct Comparison {
  std::map<std::string, std::size_t> all;    // by kind: what either side has
  std::map<std::string, std::size_t> equal;  // what both have
  std::vector<Difference> differences;
  bool ordered = true;  // those that both have come in one order
};
/// Compares as bags. `source` is the text that both read: it tells how something is written that galley does not see.
Comparison compare(const Constructs& theirs, const Constructs& ours, std::string_view source);

}  // namespace galley::agreement
