// Texts that are made to hurt a parser of Markdown, at any size: for each way to make one slow, the smallest piece that
// does it. What the benchmarks watch for work that grows faster than the text.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace galley::bench {

struct HostileText {
  const char* name;
  std::string (*ofSize)(std::size_t bytes);  // about so many
};

extern const std::array<HostileText, 51> hostileTexts;

}  // namespace galley::bench
