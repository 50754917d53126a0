// Format, size and orientation of a picture from the first bytes of its file. Never decodes pixels; bounded work.
// The formats are in image/, a file each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace galley {

enum class ImageFormat { png, jpeg, gif, webp, avif, svg, bmp, ico };

struct ImageHeader {
  enum class State {
    ok,
    unknownFormat,  // none of the formats above
    empty,          // the file has no bytes
    corrupt,        // the signature is right and what follows is not
    truncated,      // the bytes end before the size is known, and the file ends there, too
    beyondHead,     // the size stands behind the bytes that were given
  };
  State state = State::unknownFormat;
  std::optional<ImageFormat> format{};
  /// Pixels as shown: after EXIF orientation. Nothing where unknown (an SVG without a size).
  std::optional<std::uint32_t> width{};
  std::optional<std::uint32_t> height{};
  int orientation = 1;  // EXIF 1 to 8
  /// The size is known, and yet the file ends before its own structure does: a part of the picture is not there.
  /// Only said where the head proves it.
  bool cutShort = false;
};

/// `head`: the first bytes (up to imageHeadBytes) of a file of `fileSize` bytes.
ImageHeader readImageHeader(std::string_view head, std::uint64_t fileSize);
inline constexpr std::size_t imageHeadBytes = 65536;

/// `PNG`, `JPEG` … for people.
std::string_view nameOf(ImageFormat format);
/// The format that a file name's extension promises (`.jpg`, `.jpeg`, case ignored), or nothing.
std::optional<ImageFormat> formatOfExtension(std::string_view extension);

}  // namespace galley
