// What a fuzzer may do to front matter, and what must hold whatever it does. The fuzzer calls it with its inputs, a
// plain test with those that are kept.
#pragma once

#include <string_view>

namespace galley::test {

/// The first byte says which front matter is taken and where the cursor stands; the rest is the file. Ends the program
/// where something does not hold.
void tryFrontMatter(std::string_view input);

}  // namespace galley::test
