// Made-up posts in the shape of real ones (Korean and English, pictures, raw HTML, code, lists), any size, always the
// same: what the benchmarks parse.
#pragma once

#include <cstddef>
#include <string>

#include "tests/support/memory_files.h"

namespace galley::bench {

/// Front matter with its fences: a dozen lines. The tags are drawn by the post's number.
std::string frontMatterText(std::size_t number);
/// Markdown of about so many bytes.
std::string bodyText(std::size_t bytes);
/// A whole post of about so many bytes.
std::string postText(std::size_t number, std::size_t bytes);
/// A Jekyll blog of so many posts of 3 KB.
test::MemoryFiles blogOf(std::size_t posts);

}  // namespace galley::bench
