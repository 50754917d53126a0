// Characters: decoding, case folding, display width, similarity of names. The door to utf8proc.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace galley {

/// One code point and the bytes that it takes. A byte that begins no valid UTF-8 sequence (overlong forms and
/// surrogates are none) is U+FFFD of length 1, so a walk never stops and never skips.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;  // bytes; 0 only at the end of the text
};
CodePoint codePointAt(std::string_view text, std::size_t offset);

/// U+FEFF, which may stand at the beginning of a file and is no part of its text.
inline constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

/// The offset of the first byte that is no valid UTF-8, or npos.
std::size_t findInvalidUtf8(std::string_view text);

/// Appends the UTF-8 form of a code point; U+FFFD for what is no scalar value.
void appendUtf8(std::string& to, char32_t value);

/// Full case folding and NFC (Unicode, UAX 15 and CaseFolding.txt): two spellings of a word compare equal. Invalid
/// bytes stay as they are.
std::string folded(std::string_view text);

/// Each code point's own lower case (UnicodeData.txt): `ß` stays. So have it Ruby's `downcase` and Python's `lower`,
/// but for the few letters that become two or depend on what is around them. Invalid bytes stay as they are.
std::string lowered(std::string_view text);

/// True for letters, combining marks and decimal digits (Unicode general categories L, M and Nd).
bool isLetterMarkOrDigit(char32_t value);
/// True for punctuation and symbols (P and S).
bool isPunctuationOrSymbol(char32_t value);
/// True for blanks and line ends, those of ASCII and of Unicode (Zs, Zl and Zp).
bool isWhitespace(char32_t value);

/// Columns on a screen: 2 for wide characters (Hangul, Han, emoji), 0 for combining marks, 1 otherwise.
int displayWidth(char32_t value);
std::size_t displayWidth(std::string_view text);

/// Edit distance in code points (insert, delete, replace, swap of neighbours: one each), at most `limit` + 1.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit);

/// The candidate that is most like a misspelt name, case folded, or null where none is near enough (a third of the
/// length, at least one). The first of equals wins.
const std::string* findNearest(std::string_view name, const std::vector<std::string>& candidates);

}  // namespace galley
