// See the header.
#include "analysis/syntax/markdown/mask.h"

#include <algorithm>

namespace galley {
namespace {

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// Overwrites all but line ends.
void fill(std::string& text, Span span, char with) {
  for (std::size_t i = span.begin; i < span.end; ++i)
    if (!isLineEnd(text[i])) text[i] = with;
}

/// Template tags: an output, or a tag inside of a line, is text that we do not know, so letters; lines that hold only
/// tags come out empty, so blanks (letters would be a paragraph, blanks instead of an output would be indented code, an
/// empty link or broken emphasis).
void maskTemplates(std::string& text, const Templates& templates, std::size_t bodyBegin) {
  const auto& tags = templates.tags;
  for (std::size_t first = 0; first < tags.size();) {
    // A run of tags with only blanks between them.
    std::size_t last = first;
    bool silent = tags[first].kind == TemplateTag::Kind::tag;
    const auto gapIsBlank = [&](std::size_t from, std::size_t to) {
      return std::all_of(text.begin() + static_cast<std::ptrdiff_t>(from),
                         text.begin() + static_cast<std::ptrdiff_t>(to), isBlank);
    };
    while (last + 1 < tags.size() &&
           gapIsBlank(tags[last].span.end - bodyBegin, tags[last + 1].span.begin - bodyBegin)) {
      ++last;
      silent = silent && tags[last].kind == TemplateTag::Kind::tag;
    }
    std::size_t before = tags[first].span.begin - bodyBegin;
    while (before > 0 && isBlank(text[before - 1])) --before;
    std::size_t after = tags[last].span.end - bodyBegin;
    while (after < text.size() && isBlank(text[after])) ++after;
    const bool alone =
        silent && (before == 0 || isLineEnd(text[before - 1])) && (after == text.size() || isLineEnd(text[after]));
    for (std::size_t i = first; i <= last; ++i)
      if (!tags[i].opaque)
        fill(text, {tags[i].span.begin - bodyBegin, tags[i].span.end - bodyBegin}, alone ? ' ' : 'x');
    first = last + 1;
  }
  for (const Span& hidden : templates.hidden) fill(text, {hidden.begin - bodyBegin, hidden.end - bodyBegin}, ' ');
}

}  // namespace

std::string maskBody(std::string_view source, Span body, const TemplateSyntax& templates) {
  std::string mask(source.substr(body.begin, body.size()));
  maskTemplates(mask, parseTemplates(source, body, templates), body.begin);
  return mask;
}

}  // namespace galley
