// PNG (ISO/IEC 15948): the first chunk, IHDR, holds the size.
#include <array>

#include "analysis/syntax/image/format.h"

namespace galley::image {
namespace {

// The checksum of a chunk's type and data (annex D of the specification).
std::uint32_t crcOf(std::string_view bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : bytes) {
    crc ^= static_cast<std::uint8_t>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
  }
  return ~crc;
}

// Chunks carry their lengths, so a file that was cut is known by a chunk that would end behind it.
bool endsEarly(const Head& head) {
  std::uint64_t at = 8;
  for (int chunks = 0; chunks < mostSegments; ++chunks) {
    if (at + 12 > head.fileSize) return true;
    if (!head.has(at, 8)) return false;  // behind the head: not known
    const std::uint64_t length = head.u32be(at);
    if (at + 12 + length > head.fileSize) return true;
    if (head.startsAt(at + 4, "IEND")) return false;
    at += 12 + length;
  }
  return false;
}

}  // namespace

ImageHeader readPng(const Head& head) {
  constexpr std::string_view signature = "\x89PNG\r\n\x1A\n";
  constexpr std::size_t headerEnd = 8 + 8 + 13 + 4;
  // Line ends that a careless transfer rewrote show in the signature: that is what it is made for.
  if (head.has(0, 8) && !head.startsAt(0, signature)) return corrupt(ImageFormat::png);
  if (!head.has(0, headerEnd)) return notThere(ImageFormat::png, head, headerEnd);
  if (head.u32be(8) != 13 || !head.startsAt(12, "IHDR")) return corrupt(ImageFormat::png);
  if (crcOf(head.bytes.substr(12, 17)) != head.u32be(29)) return corrupt(ImageFormat::png);
  const std::uint32_t width = head.u32be(16);
  const std::uint32_t height = head.u32be(20);
  constexpr std::uint32_t most = 0x7FFFFFFF;
  if (width == 0 || height == 0 || width > most || height > most) return corrupt(ImageFormat::png);
  ImageHeader header = found(ImageFormat::png, width, height);
  header.cutShort = endsEarly(head);
  return header;
}

}  // namespace galley::image
