// JPEG (ITU-T T.81): segments up to the frame header, which holds the size; the orientation is in the Exif segment.
#include <utility>

#include "analysis/syntax/image/format.h"

namespace galley::image {
namespace {

using namespace std::string_view_literals;

constexpr bool isFrameHeader(unsigned marker) {
  return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}
constexpr bool standsAlone(unsigned marker) { return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8); }

// Tag 0x0112 of the first directory of the TIFF structure that an Exif segment holds (CIPA DC-008, 4.6). 1 where there
// is none.
int orientationOf(std::string_view segment) {
  constexpr std::string_view name = "Exif\0\0"sv;
  if (!segment.starts_with(name)) return 1;
  const Head tiff{segment.substr(name.size()), segment.size() - name.size()};
  const bool little = tiff.startsAt(0, "II");
  if (!little && !tiff.startsAt(0, "MM")) return 1;
  const auto u16 = [&](std::size_t at) { return little ? tiff.u16le(at) : tiff.u16be(at); };
  const auto u32 = [&](std::size_t at) { return little ? tiff.u32le(at) : tiff.u32be(at); };
  const std::size_t directory = u32(4);
  const std::size_t entries = u16(directory);
  for (std::size_t i = 0; i < entries; ++i) {
    const std::size_t entry = directory + 2 + 12 * i;
    if (!tiff.has(entry, 12)) break;
    if (u16(entry) != 0x0112) continue;
    const std::uint32_t value = u16(entry + 8);
    return value >= 1 && value <= 8 ? static_cast<int>(value) : 1;
  }
  return 1;
}

}  // namespace

ImageHeader readJpeg(const Head& head) {
  int orientation = 1;
  bool garbage = false;
  std::size_t at = 2;
  for (int segments = 0; segments < mostSegments; ++segments) {
    // Decoders skip what is no marker, and so do browsers; fill bytes are allowed.
    while (head.has(at, 2) && (head.u8(at) != 0xFF || head.u8(at + 1) == 0xFF || head.u8(at + 1) == 0)) {
      garbage = garbage || head.u8(at) != 0xFF;
      ++at;
    }
    if (!head.has(at, 2)) break;
    const unsigned marker = head.u8(at + 1);
    at += 2;
    if (standsAlone(marker)) continue;
    if (marker == 0xDA || marker == 0xD9) return corrupt(ImageFormat::jpeg);  // pixels, or the end, before any size
    if (!head.has(at, 2)) break;
    const std::size_t length = head.u16be(at);
    if (length < 2) return corrupt(ImageFormat::jpeg);
    if (isFrameHeader(marker)) {
      if (!head.has(at, 7)) break;
      const std::uint32_t height = head.u16be(at + 3);
      const std::uint32_t width = head.u16be(at + 5);
      if (length < 8 || width == 0) return corrupt(ImageFormat::jpeg);
      ImageHeader header = found(ImageFormat::jpeg, width, height);
      if (height == 0) header.height.reset();  // it comes behind the first scan (DNL)
      header.orientation = orientation;
      if (orientation >= 5) std::swap(header.width, header.height);
      header.cutShort = head.whole() && head.bytes.find("\xFF\xD9"sv, at + length) == std::string_view::npos;
      return header;
    }
    if (marker == 0xE1 && orientation == 1) orientation = orientationOf(head.bytes.substr(at + 2, length - 2));
    at += length;
  }
  if (garbage) return corrupt(ImageFormat::jpeg);
  return notThere(ImageFormat::jpeg, head, at + 9);
}

}  // namespace galley::image
