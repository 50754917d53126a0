// Texts that are made to hurt a parser of Markdown, at any size: for each way to make one slow, the smallest piece that
// does it. The tests hold that they do no
// harm; the benchmarks show what they cost.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace galley::test {

struct HostileText {
  const char* name;
  std::string (*ofSize)(std::size_t bytes);  // about so many
};

extern const std::array<HostileText, 54> hostileTexts;

}  // namespace galley::test
