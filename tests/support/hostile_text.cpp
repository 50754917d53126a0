// See the header.
#include "tests/support/hostile_text.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace galley::test {
namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string text;
  text.reserve(bytes + piece.size());
  while (text.size() < bytes) text += piece;
  return text;
}

template <std::size_t size>
struct Piece {
  constexpr Piece(const char (&literal)[size]) { std::copy_n(literal, size, text); }  // NOLINT: a literal becomes one
  char text[size];
};

/// One piece again and again.
template <Piece piece>
std::string pieces(std::size_t bytes) {
  return repeated(std::string_view(piece.text, sizeof(piece.text) - 1), bytes);
}

/// Half of one, then half of the other.
template <Piece first, Piece second>
std::string halves(std::size_t bytes) {
  return pieces<first>(bytes / 2) + pieces<second>(bytes / 2);
}

/// Pieces that are numbered, so that no two are the same.
template <Piece before, Piece after>
std::string numbered(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 0; text.size() < bytes; ++i) text += before.text + std::to_string(i) + after.text;
  return text;
}

/// A list in a list in a list, each a line that is indented deeper: the depth is the root of the size.
std::string nestedLists(std::size_t bytes) {
  std::string text;
  for (std::size_t depth = 0; text.size() < bytes; ++depth) text += std::string(2 * depth, ' ') + "- a\n";
  return text;
}

/// The same to a depth of 20, again and again.
std::string listsOf20(std::size_t bytes) {
  std::string text;
  for (std::size_t depth = 0; text.size() < bytes; ++depth) text += std::string(2 * (depth % 20), ' ') + "- a b c\n";
  return text;
}

std::string nestedQuotes(std::size_t bytes) {
  std::string text;
  for (std::size_t depth = 1; text.size() < bytes; ++depth) text += repeated("> ", 2 * depth) + "a\n";
  return text;
}

std::string growingTicks(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 1; text.size() < bytes; ++i) text += std::string(i, '`') + "a ";
  return text;
}

std::string growingBlankTicks(std::size_t bytes) {
  std::string text;
  for (std::size_t i = 1; text.size() < bytes; ++i) text += "e" + std::string(i, '`');
  return text;
}

std::string definitionsAndUses(std::size_t bytes) {
  return numbered<"[a", "]: /b\n">(bytes / 2) + "\n" + numbered<"[a", "] ">(bytes / 2);
}

std::string manyAttributes(std::size_t bytes) { return "<a" + numbered<" b", "">(bytes) + ">"; }

std::string footnotesAndUses(std::size_t bytes) {
  return numbered<"[^a", "] ">(bytes / 2) + "\n\n" + numbered<"[^a", "]: b\n\n">(bytes / 2);
}

/// A table with as many columns as rows.
std::string squareTable(std::size_t bytes) {
  const auto columns = static_cast<std::size_t>(std::sqrt(static_cast<double>(bytes) / 2));
  std::string text = repeated("a|", 2 * columns) + "\n" + repeated("---|", 4 * columns) + "\n";
  while (text.size() < bytes) text += repeated("a|", 2 * columns) + "\n";
  return text;
}

std::string wideTable(std::size_t bytes) {
  return repeated("a|", bytes / 4) + "\n" + repeated("---|", bytes / 2) + "\n" + repeated("a|", bytes / 4) + "\n";
}

std::string oneLine(std::size_t bytes) { return repeated("word ", bytes) + "\n"; }
std::string oneWord(std::size_t bytes) { return std::string(bytes, 'a'); }
std::string notClosed(std::size_t bytes) { return "<div>\n" + repeated("text *a* [b](c)\n\n", bytes); }
std::string afterStar(std::size_t bytes) { return "*a " + repeated("a* ", bytes); }

}  // namespace

const std::array<HostileText, 54> hostileTexts{{
    {"nested lists", nestedLists},
    {"lists of depth 20", listsOf20},
    {"nested quotes", nestedQuotes},
    {"quotes on one line", pieces<"> ">},
    {"lists on one line", pieces<"- ">},
    {"one item of blank lines", halves<"- a\n", "\n">},
    {"quote, then bare marks", halves<"> > > > a\n", ">\n">},
    {"open brackets", pieces<"[">},
    {"brackets", halves<"[", "]">},
    {"image brackets", halves<"![", "]">},
    {"links in links", pieces<"[a](">},
    {"links not closed", pieces<"[a](b">},
    {"titles not closed", pieces<"[a](b \"c ">},
    {"labels", pieces<"[a][b] ">},
    {"definitions and uses", definitionsAndUses},
    {"footnotes and uses", footnotesAndUses},
    {"definitions not ended", pieces<"[a]: <b\n">},
    {"emphasis, alternating", pieces<"_*">},
    {"emphasis, only openers", pieces<"**a ">},
    {"emphasis, only closers", afterStar},
    {"emphasis, mixed", pieces<"*a **b _c ">},
    {"emphasis, nested", halves<"*a ", " b*">},
    {"strikethrough", pieces<"~~a ">},
    {"growing ticks", growingTicks},
    {"growing ticks, no blanks", growingBlankTicks},
    {"fences not closed", pieces<"```\na\n~~~\n">},
    {"open tags", pieces<"<b>x ">},
    {"open blocks of HTML", pieces<"<div>\n">},
    {"nested blocks of HTML", halves<"<div>\n", "</div>\n">},
    {"HTML that is not closed", notClosed},
    {"attributes not closed", pieces<"<a b=\"">},
    {"many attributes", manyAttributes},
    {"less-than signs", pieces<"<">},
    {"comments not closed", pieces<"a <!-- ">},
    {"declarations", pieces<"<!A <? <![CDATA[ ">},
    {"attribute lists", pieces<"{:">},
    {"attribute lists with text", pieces<"a {: b ">},
    {"extensions", pieces<"{::x}\n">},
    {"math", pieces<"a $$ b $ ">},
    {"output tags", pieces<"{{ a ">},
    {"square table", squareTable},
    {"wide table", wideTable},
    {"pipes", pieces<"a | b\nc\n\n">},
    {"autolinks", pieces<"<https://a.b/c> <d@e.f> ">},
    {"less-than signs in paragraphs", pieces<"a < b\n\n">},
    {"brackets in paragraphs", pieces<"[a\n\n">},
    {"headings with braces", pieces<"# a {b}\n\n">},
    {"pointed destinations not closed", pieces<"[a](<">},
    {"elements in elements", pieces<"<div markdown=\"0\">\n">},
    {"one line", oneLine},
    {"one word", oneWord},
    {"backslashes", pieces<"\\*">},
    {"addresses", pieces<"www.a.b ">},
    {"addresses without blanks", pieces<"https://a.b/(">},
}};

}  // namespace galley::test
