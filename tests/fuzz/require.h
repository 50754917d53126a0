// How a target ends the program, so that the fuzzer keeps the input.
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>

namespace galley::test {

inline void require(bool holds, const std::string& promise) {
  if (holds) return;
  std::fprintf(stderr, "does not hold: %s\n", promise.c_str());
  std::abort();
}

/// For what says in words which promise is broken, if one is.
inline void requireNone(const std::string& broken) { require(broken.empty(), broken); }

}  // namespace galley::test
