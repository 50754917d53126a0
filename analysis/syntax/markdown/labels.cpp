// See the header.
#include "analysis/syntax/markdown/labels.h"

#include "analysis/text/unicode.h"

namespace galley {
namespace {

bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/// Runs of blanks and line ends are one blank.
std::string squeezed(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (!isSpace(c)) {
      result += c;
    } else if (result.empty() || result.back() != ' ') {
      result += ' ';
    }
  }
  return result;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isSpace(text.front())) text.remove_prefix(1);
  while (!text.empty() && isSpace(text.back())) text.remove_suffix(1);
  return text;
}

}  // namespace

std::string unescaped(std::string_view text, std::string_view escapable) {
  if (escapable.empty() || text.find('\\') == std::string_view::npos) return std::string(text);
  std::string result;
  std::size_t copied = 0;
  for (std::size_t at = text.find('\\'); at != std::string_view::npos && at + 1 < text.size();
       at = text.find('\\', at + 1)) {
    if (escapable.find(text[at + 1]) == std::string_view::npos) continue;
    result += text.substr(copied, at - copied);
    copied = ++at;
  }
  return result += text.substr(copied);
}

std::string definitionKey(std::string_view label, Dialect::Grammar grammar) {
  switch (grammar) {
    case Dialect::Grammar::kramdown:
      return lowered(squeezed(label));
    case Dialect::Grammar::pythonMarkdown:
      return lowered(trimmed(label));
    case Dialect::Grammar::commonMark:
      break;
  }
  return folded(squeezed(trimmed(label)));  // CommonMark 0.31.2, 6.3, "matches"
}

std::string referenceKey(std::string_view label, bool isText, Dialect::Grammar grammar) {
  switch (grammar) {
    case Dialect::Grammar::kramdown:  // the text of a link is unescaped before, a label is not
      return lowered(squeezed(isText ? unescaped(label, kramdownEscapable) : label));
    case Dialect::Grammar::pythonMarkdown:  // it trims and squeezes only one of the two
      return lowered(squeezed(label));
    case Dialect::Grammar::commonMark:
      break;
  }
  return definitionKey(label, grammar);
}

}  // namespace galley
