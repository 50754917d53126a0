// What the readers of image formats share: the first bytes of a file with safe access, and a reader for each format.
// Only syntax/image_header.cpp and the files beside this one include it. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "analysis/syntax/image_header.h"

namespace galley::image {

/// A picture may have this many segments or boxes before galley stops to look for its size.
inline constexpr int mostSegments = 1000;

/// The first bytes of a file. A number that is not all there reads as 0: ask `has` first.
struct Head {
  std::string_view bytes;
  std::uint64_t fileSize = 0;

  [[nodiscard]] bool has(std::size_t offset, std::size_t count) const {
    return offset <= bytes.size() && count <= bytes.size() - offset;
  }
  [[nodiscard]] bool startsAt(std::size_t offset, std::string_view what) const {
    return has(offset, what.size()) && bytes.substr(offset, what.size()) == what;
  }
  /// True if these are all the bytes of the file.
  [[nodiscard]] bool whole() const { return bytes.size() >= fileSize; }

  [[nodiscard]] std::uint8_t u8(std::size_t offset) const {
    return has(offset, 1) ? static_cast<std::uint8_t>(bytes[offset]) : std::uint8_t{0};
  }
  [[nodiscard]] std::uint64_t bigEndian(std::size_t offset, std::size_t count) const {
    std::uint64_t value = 0;
    for (std::size_t i = 0; has(offset, count) && i < count; ++i) value = value << 8 | u8(offset + i);
    return value;
  }
  [[nodiscard]] std::uint32_t littleEndian(std::size_t offset, std::size_t count) const {
    std::uint32_t value = 0;
    for (std::size_t i = count; has(offset, count) && i-- > 0;) value = value << 8 | u8(offset + i);
    return value;
  }
  [[nodiscard]] std::uint32_t u16be(std::size_t offset) const {
    return static_cast<std::uint32_t>(bigEndian(offset, 2));
  }
  [[nodiscard]] std::uint32_t u32be(std::size_t offset) const {
    return static_cast<std::uint32_t>(bigEndian(offset, 4));
  }
  [[nodiscard]] std::uint32_t u16le(std::size_t offset) const { return littleEndian(offset, 2); }
  [[nodiscard]] std::uint32_t u32le(std::size_t offset) const { return littleEndian(offset, 4); }
};

inline ImageHeader found(ImageFormat format, std::uint32_t width, std::uint32_t height) {
  ImageHeader header{.state = ImageHeader::State::ok, .format = format};
  header.width = width;
  header.height = height;
  return header;
}
inline ImageHeader corrupt(ImageFormat format) { return {.state = ImageHeader::State::corrupt, .format = format}; }
/// For a size that stands (in part) at or behind the end of the head; `end` is where it would end.
inline ImageHeader notThere(ImageFormat format, const Head& head, std::uint64_t end) {
  const bool truncated = head.whole() || end > head.fileSize;
  return {.state = truncated ? ImageHeader::State::truncated : ImageHeader::State::beyondHead, .format = format};
}

/// Each reader is given a head whose signature is that of its format.
ImageHeader readPng(const Head& head);
ImageHeader readJpeg(const Head& head);
ImageHeader readGif(const Head& head);
ImageHeader readWebp(const Head& head);
ImageHeader readAvif(const Head& head);
ImageHeader readSvg(const Head& head);
ImageHeader readBmp(const Head& head);
ImageHeader readIco(const Head& head);

/// True if the bytes are those of an AVIF file by its brands.
bool looksLikeAvif(const Head& head);
/// True if the root element of an XML text is <svg>; also where the head ends before it is there.
bool looksLikeSvg(const Head& head);

}  // namespace galley::image
