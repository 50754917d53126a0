// See the header.
#include "analysis/rules/wording.h"

#include <algorithm>
#include <array>

#include "analysis/text/unicode.h"

namespace galley {

/// Code points of a quotation: enough for a long path, whose end tells most.
constexpr std::size_t longestQuotation = 200;

std::string code(std::string_view words) {
  std::string text = "`";
  std::size_t characters = 0;
  for (std::size_t i = 0; i < words.size(); ++characters) {
    if (characters == longestQuotation) {
      text += "…";
      break;
    }
    const CodePoint point = codePointAt(words, i);
    if (point.value < 0x20) {
      if (!text.ends_with(' ')) text += ' ';
    } else {
      appendUtf8(text, point.value);
    }
    i += std::max<std::size_t>(1, point.length);
  }
  return text + "`";
}

std::string anyOf(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += code(words[i]);
  }
  return text;
}

std::string joined(std::string_view first, std::string_view second, std::string_view third) {
  std::string text(first);
  for (const std::string_view next : {second, third}) {
    if (next.empty()) continue;
    if (!text.empty()) text += ' ';
    text += next;
  }
  return text;
}

const std::string* findMeant(std::string_view written, const std::vector<std::string>& allowed) {
  const std::string mine = folded(written);
  std::size_t length = 0;
  for (std::size_t i = 0; i < mine.size(); i += std::max<std::size_t>(1, codePointAt(mine, i).length)) ++length;
  const std::size_t limit = length >= 8 ? 2 : length >= 4 ? 1 : 0;
  const std::string* best = nullptr;
  std::size_t least = limit + 1;
  for (const std::string& candidate : allowed) {
    const std::string theirs = folded(candidate);
    const std::size_t far = mine == theirs ? 0 : distance(mine, theirs, limit);
    if (far < least) {
      least = far;
      best = &candidate;
    }
  }
  return best;
}

Edit replaceScalar(const Post& post, const Value& value, std::string_view text) {
  const std::string_view written = post.text.slice(value.span);
  if (value.style == ScalarStyle::singleQuoted && text.find('\'') == std::string_view::npos)
    return {value.span, "'" + std::string(text) + "'"};
  if (value.style == ScalarStyle::doubleQuoted || written.starts_with('"')) return {value.span, quoted(text)};
  return {value.span, quotedIfNeeded(text, true)};
}

bool isSmartQuoted(std::string_view text) {
  struct Pair {
    std::string_view open, close;
  };
  static constexpr std::array<Pair, 6> pairs{{
      {"“", "”"},
      {"‘", "’"},
      {"„", "“"},
      {"”", "”"},
      {"’", "’"},
      {"«", "»"},
  }};
  return std::ranges::any_of(pairs, [&](const Pair& pair) {
    return text.size() >= pair.open.size() + pair.close.size() && text.starts_with(pair.open) &&
           text.ends_with(pair.close);
  });
}

}  // namespace galley
