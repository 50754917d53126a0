// See the header. The order of the letters in a syllable's number is that of the Unicode Standard, 3.12.
#include "analysis/text/hangul.h"

#include <array>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::array<std::u32string_view, 19> initials{U"ㄱ", U"ㄲ", U"ㄴ", U"ㄷ", U"ㄸ", U"ㄹ", U"ㅁ",
                                                       U"ㅂ", U"ㅃ", U"ㅅ", U"ㅆ", U"ㅇ", U"ㅈ", U"ㅉ",
                                                       U"ㅊ", U"ㅋ", U"ㅌ", U"ㅍ", U"ㅎ"};
constexpr std::array<std::u32string_view, 21> vowels{U"ㅏ",   U"ㅐ",   U"ㅑ",   U"ㅒ",   U"ㅓ",   U"ㅔ",   U"ㅕ",
                                                     U"ㅖ",   U"ㅗ",   U"ㅗㅏ", U"ㅗㅐ", U"ㅗㅣ", U"ㅛ",   U"ㅜ",
                                                     U"ㅜㅓ", U"ㅜㅔ", U"ㅜㅣ", U"ㅠ",   U"ㅡ",   U"ㅡㅣ", U"ㅣ"};
constexpr std::array<std::u32string_view, 28> finals{U"",     U"ㄱ",   U"ㄲ",   U"ㄱㅅ", U"ㄴ",   U"ㄴㅈ", U"ㄴㅎ",
                                                     U"ㄷ",   U"ㄹ",   U"ㄹㄱ", U"ㄹㅁ", U"ㄹㅂ", U"ㄹㅅ", U"ㄹㅌ",
                                                     U"ㄹㅍ", U"ㄹㅎ", U"ㅁ",   U"ㅂ",   U"ㅂㅅ", U"ㅅ",   U"ㅆ",
                                                     U"ㅇ",   U"ㅈ",   U"ㅊ",   U"ㅋ",   U"ㅌ",   U"ㅍ",   U"ㅎ"};

struct DoubleLetter {
  char32_t letter;
  std::u32string_view keys;
};
constexpr std::array doubleLetters{
    DoubleLetter{U'ㄳ', U"ㄱㅅ"}, DoubleLetter{U'ㄵ', U"ㄴㅈ"}, DoubleLetter{U'ㄶ', U"ㄴㅎ"},
    DoubleLetter{U'ㄺ', U"ㄹㄱ"}, DoubleLetter{U'ㄻ', U"ㄹㅁ"}, DoubleLetter{U'ㄼ', U"ㄹㅂ"},
    DoubleLetter{U'ㄽ', U"ㄹㅅ"}, DoubleLetter{U'ㄾ', U"ㄹㅌ"}, DoubleLetter{U'ㄿ', U"ㄹㅍ"},
    DoubleLetter{U'ㅀ', U"ㄹㅎ"}, DoubleLetter{U'ㅄ', U"ㅂㅅ"}, DoubleLetter{U'ㅘ', U"ㅗㅏ"},
    DoubleLetter{U'ㅙ', U"ㅗㅐ"}, DoubleLetter{U'ㅚ', U"ㅗㅣ"}, DoubleLetter{U'ㅝ', U"ㅜㅓ"},
    DoubleLetter{U'ㅞ', U"ㅜㅔ"}, DoubleLetter{U'ㅟ', U"ㅜㅣ"}, DoubleLetter{U'ㅢ', U"ㅡㅣ"},
};

void append(std::string& to, std::u32string_view letters) {
  for (const char32_t letter : letters) appendUtf8(to, letter);
}

}  // namespace

std::string keystrokesOf(std::string_view text) {
  constexpr char32_t firstSyllable = 0xAC00;
  constexpr char32_t lastSyllable = 0xD7A3;
  std::string keys;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = codePointAt(text, at);
    const std::size_t begin = at;
    at += point.length;
    if (point.value >= firstSyllable && point.value <= lastSyllable) {
      const std::size_t number = point.value - firstSyllable;
      append(keys, initials[number / (vowels.size() * finals.size())]);
      append(keys, vowels[number / finals.size() % vowels.size()]);
      append(keys, finals[number % finals.size()]);
      continue;
    }
    bool split = false;
    for (const DoubleLetter& letter : doubleLetters)
      if (letter.letter == point.value) {
        append(keys, letter.keys);
        split = true;
      }
    if (!split) keys += text.substr(begin, point.length);
  }
  return keys;
}

}  // namespace galley
