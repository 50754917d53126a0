// Which format a picture has, by its first bytes: the signatures of WHATWG MIME Sniffing, 6.1, and AVIF's and SVG's
// own.
#include "analysis/syntax/image_header.h"

#include <array>

#include "analysis/syntax/image/format.h"

namespace galley {
namespace {

using namespace std::string_view_literals;

struct Signature {
  ImageFormat format;
  std::string_view bytes;
  ImageHeader (*read)(const image::Head&);
};

// Short enough to know a file by that was damaged right behind: the reader checks the rest.
constexpr std::array signatures{
    Signature{ImageFormat::png, "\x89PNG"sv, image::readPng},
    Signature{ImageFormat::jpeg, "\xFF\xD8"sv, image::readJpeg},
    Signature{ImageFormat::gif, "GIF8"sv, image::readGif},
    Signature{ImageFormat::bmp, "BM"sv, image::readBmp},
    Signature{ImageFormat::ico, "\0\0\1\0"sv, image::readIco},
};

struct Extension {
  std::string_view extension;
  ImageFormat format;
};
constexpr std::array extensions{
    Extension{".png", ImageFormat::png},   Extension{".apng", ImageFormat::png},  Extension{".jpg", ImageFormat::jpeg},
    Extension{".jpeg", ImageFormat::jpeg}, Extension{".jpe", ImageFormat::jpeg},  Extension{".jfif", ImageFormat::jpeg},
    Extension{".gif", ImageFormat::gif},   Extension{".webp", ImageFormat::webp}, Extension{".avif", ImageFormat::avif},
    Extension{".svg", ImageFormat::svg},   Extension{".bmp", ImageFormat::bmp},   Extension{".ico", ImageFormat::ico},
};

}  // namespace

ImageHeader readImageHeader(std::string_view bytes, std::uint64_t fileSize) {
  const image::Head head{bytes, fileSize};
  if (fileSize == 0) return {.state = ImageHeader::State::empty};
  for (const Signature& signature : signatures)
    if (head.startsAt(0, signature.bytes)) return signature.read(head);
  if (head.startsAt(0, "RIFF") && (head.startsAt(8, "WEBP") || bytes.size() < 12)) return image::readWebp(head);
  if (image::looksLikeAvif(head)) return image::readAvif(head);
  if (image::looksLikeSvg(head)) return image::readSvg(head);
  return {};
}

std::string_view nameOf(ImageFormat format) {
  switch (format) {
    case ImageFormat::png:
      return "PNG";
    case ImageFormat::jpeg:
      return "JPEG";
    case ImageFormat::gif:
      return "GIF";
    case ImageFormat::webp:
      return "WebP";
    case ImageFormat::avif:
      return "AVIF";
    case ImageFormat::svg:
      return "SVG";
    case ImageFormat::bmp:
      return "BMP";
    case ImageFormat::ico:
      return "ICO";
  }
  return "";
}

std::optional<ImageFormat> formatOfExtension(std::string_view extension) {
  std::string lower(extension);
  for (char& letter : lower)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  for (const Extension& known : extensions)
    if (known.extension == lower) return known.format;
  return std::nullopt;
}

}  // namespace galley
