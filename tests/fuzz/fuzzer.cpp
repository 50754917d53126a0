// The program of every fuzzer: libFuzzer calls the target that GALLEY_TARGET names.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "tests/fuzz/targets.h"

namespace {

galley::test::Target findTarget() {
  for (const galley::test::NamedTarget& target : galley::test::allTargets)
    if (target.name == GALLEY_TARGET) return target.run;
  std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const galley::test::Target run = findTarget();
  run({reinterpret_cast<const char*>(data), size});
  return 0;
}
