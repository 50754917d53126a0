// BMP: the header behind the file header holds the size; a height below zero means rows from the top.
#include "analysis/syntax/image/format.h"

namespace galley::image {

ImageHeader readBmp(const Head& head) {
  if (!head.has(0, 26)) return notThere(ImageFormat::bmp, head, 26);
  const std::uint32_t headerSize = head.u32le(14);
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  if (headerSize == 12) {
    width = head.u16le(18);
    height = head.u16le(20);
  } else if (headerSize >= 16 && headerSize <= 256) {
    width = head.u32le(18);
    height = head.u32le(22);
    if ((height & 0x80000000U) != 0) height = ~height + 1;
  } else {
    return {};  // two letters alone are no signature: any text may begin with BM
  }
  if (width == 0 || height == 0 || width > 0x7FFFFFFFU) return corrupt(ImageFormat::bmp);
  ImageHeader header = found(ImageFormat::bmp, width, height);
  header.cutShort = head.u32le(2) > head.fileSize;
  return header;
}

}  // namespace galley::image
