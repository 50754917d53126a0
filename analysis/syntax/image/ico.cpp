// ICO: a directory of pictures; the size is that of the largest.
#include <algorithm>

#include "analysis/syntax/image/format.h"

namespace galley::image {

ImageHeader readIco(const Head& head) {
  if (!head.has(0, 6)) return notThere(ImageFormat::ico, head, 22);
  const std::size_t count = std::min<std::size_t>(head.u16le(4), mostSegments);
  if (count == 0) return corrupt(ImageFormat::ico);
  ImageHeader header = found(ImageFormat::ico, 0, 0);
  for (std::size_t i = 0; i < count; ++i) {
    const std::size_t entry = 6 + 16 * i;
    if (!head.has(entry, 16)) return notThere(ImageFormat::ico, head, entry + 16);
    const std::uint32_t width = head.u8(entry) == 0 ? 256 : head.u8(entry);
    const std::uint32_t height = head.u8(entry + 1) == 0 ? 256 : head.u8(entry + 1);
    if (width * height > *header.width * *header.height) {
      header.width = width;
      header.height = height;
    }
    if (std::uint64_t{head.u32le(entry + 8)} + head.u32le(entry + 12) > head.fileSize) header.cutShort = true;
  }
  return header;
}

}  // namespace galley::image
