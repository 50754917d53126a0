// GIF (GIF89a specification): the logical screen descriptor behind the signature holds the size.
#include "analysis/syntax/image/format.h"

namespace galley::image {
namespace {

// Walks the blocks of a file that is all there. True if it stops before the trailer.
bool endsEarly(const Head& head) {
  const auto tableSize = [](unsigned flags) -> std::size_t {
    return (flags & 0x80U) != 0 ? std::size_t{3} << ((flags & 7U) + 1U) : 0;
  };
  std::size_t at = 13 + tableSize(head.u8(10));
  const auto skipSubBlocks = [&] {
    while (head.has(at, 1) && head.u8(at) != 0) at += 1 + std::size_t{head.u8(at)};
    ++at;
  };
  while (head.has(at, 1)) {
    const unsigned block = head.u8(at);
    if (block == 0x3B) return false;
    if (block == 0x21) {  // an extension
      at += 2;
      skipSubBlocks();
    } else if (block == 0x2C) {  // a frame
      at += 10 + tableSize(head.u8(at + 9)) + 1;
      skipSubBlocks();
    } else {
      return false;  // not what the specification says, but not an end either
    }
  }
  return true;
}

}  // namespace

ImageHeader readGif(const Head& head) {
  if (!head.has(0, 10)) return notThere(ImageFormat::gif, head, 13);
  if (!head.startsAt(0, "GIF87a") && !head.startsAt(0, "GIF89a")) return corrupt(ImageFormat::gif);
  ImageHeader header = found(ImageFormat::gif, head.u16le(6), head.u16le(8));
  if (header.width == 0U || header.height == 0U) return corrupt(ImageFormat::gif);
  header.cutShort = head.whole() && endsEarly(head);
  return header;
}

}  // namespace galley::image
