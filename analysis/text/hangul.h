// Korean as it is typed: a syllable as its letters, so that a half-composed word is found in a whole one.
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// The text with every Hangul syllable, and every letter made of two, as the single letters that a keyboard of two sets
/// (KS X 5002) has keys for: `값` is `ㄱㅏㅂㅅ`, `화` is `ㅎㅗㅏ`. All else stays. `다이` and the half-typed `달` of
/// `다리` are then both beginnings of what is meant.
std::string keystrokesOf(std::string_view text);

}  // namespace galley
