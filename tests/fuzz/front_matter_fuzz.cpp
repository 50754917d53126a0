// libFuzzer: front matter of every form, data files, and places in them.
#include <cstddef>
#include <cstdint>

#include "tests/support/front_matter_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  galley::test::tryFrontMatter({reinterpret_cast<const char*>(data), size});
  return 0;
}
