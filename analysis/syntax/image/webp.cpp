// WebP (RFC 9649): the first chunk tells the size: VP8 (lossy), VP8L (lossless) or VP8X (extended).
#include "analysis/syntax/image/format.h"

namespace galley::image {

ImageHeader readWebp(const Head& head) {
  constexpr std::size_t data = 20;  // behind RIFF, its size, WEBP, the chunk's name and size
  constexpr std::size_t sizeEnd = data + 10;
  const ImageHeader missing = notThere(ImageFormat::webp, head, sizeEnd);
  if (!head.has(0, data)) return missing;
  ImageHeader header;
  if (head.startsAt(12, "VP8X")) {
    if (!head.has(data, 10)) return missing;
    header = found(ImageFormat::webp, head.littleEndian(data + 4, 3) + 1, head.littleEndian(data + 7, 3) + 1);
  } else if (head.startsAt(12, "VP8L")) {
    if (!head.has(data, 5)) return missing;
    if (head.u8(data) != 0x2F) return corrupt(ImageFormat::webp);
    const std::uint32_t bits = head.u32le(data + 1);
    header = found(ImageFormat::webp, (bits & 0x3FFFU) + 1, (bits >> 14 & 0x3FFFU) + 1);
  } else if (head.startsAt(12, "VP8 ")) {
    if (!head.has(data, 10)) return missing;
    const bool keyFrame = (head.u8(data) & 1U) == 0;
    if (!keyFrame || !head.startsAt(data + 3, "\x9D\x01\x2A")) return corrupt(ImageFormat::webp);
    header = found(ImageFormat::webp, head.u16le(data + 6) & 0x3FFFU, head.u16le(data + 8) & 0x3FFFU);
    if (header.width == 0U || header.height == 0U) return corrupt(ImageFormat::webp);
  } else {
    return corrupt(ImageFormat::webp);
  }
  header.cutShort = std::uint64_t{head.u32le(4)} + 8 > head.fileSize;
  return header;
}

}  // namespace galley::image
