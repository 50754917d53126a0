// The first bytes of a picture's file, which may be of any length.
#include <cstdint>
#include <string>

#include "analysis/syntax/image_header.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"

namespace galley::test {

void tryImageHeader(std::string_view input) {
  if (input.size() < 2) return;
  const std::string_view head = input.substr(2);
  const std::uint64_t behind = static_cast<unsigned char>(input[0]) * 256U + static_cast<unsigned char>(input[1]);
  const ImageHeader header = readImageHeader(head, head.size() + behind);
  require(header.orientation >= 1 && header.orientation <= 8, "an orientation is 1 to 8");
  if (header.state == ImageHeader::State::ok) require(header.format.has_value(), "a good file has a format");
  if (header.state == ImageHeader::State::beyondHead) require(behind > 0, "beyond the head there is more");
  if (header.state != ImageHeader::State::truncated) return;
  // A length in the head may tell that the file is cut: then no bytes behind the head give the size.
  const std::string whole = std::string(head) + std::string(behind, '\0');
  const ImageHeader::State state = readImageHeader(whole, whole.size()).state;
  require(state != ImageHeader::State::ok && state != ImageHeader::State::beyondHead, "what is cut stays cut");
}

}  // namespace galley::test
