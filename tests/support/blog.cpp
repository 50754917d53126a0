// See the header.
#include "tests/support/blog.h"

#include <stdexcept>
#include <utility>

#include "analysis/generators/all.h"

namespace galley::test {

Blog::Blog(BlogFiles files) : files_(std::move(files)) { site_ = readSite(*detect(files_).generator, files_); }

std::shared_ptr<const Post> Blog::open(const std::string& path, std::string text) {
  auto post = parsePost(Path(path), Text(std::move(text)), site_->generator(), site_->config());
  site_ = site_->withPost(post);
  return post;
}

Marked marked(const std::string& picture) {
  const std::string mark = "‸";
  const std::size_t at = picture.find(mark);
  if (at == std::string::npos) throw std::invalid_argument("no cursor in: " + picture);
  return {picture.substr(0, at) + picture.substr(at + mark.size()), at};
}

namespace {

std::string number(std::uint32_t value, int bytes) {
  std::string all;
  for (int i = bytes - 1; i >= 0; --i) all += static_cast<char>(value >> (8 * i));
  return all;
}

std::string pngChunk(const std::string& typeAndData) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const char byte : typeAndData) {
    crc ^= static_cast<std::uint8_t>(byte);
    for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? 0xEDB88320 ^ (crc >> 1) : crc >> 1;
  }
  return number(static_cast<std::uint32_t>(typeAndData.size() - 4), 4) + typeAndData + number(~crc, 4);
}

}  // namespace

std::string pngOf(unsigned width, unsigned height) {
  return "\x89PNG\r\n\x1A\n" +
         pngChunk("IHDR" + number(width, 4) + number(height, 4) + std::string("\x08\0\0\0\0", 5)) + pngChunk("IDAT") +
         pngChunk("IEND");
}

std::string gifOf(unsigned width, unsigned height) {
  const auto little = [](unsigned value) {
    return std::string{static_cast<char>(value), static_cast<char>(value >> 8)};
  };
  return "GIF89a" + little(width) + little(height) + std::string("\0\0\0", 3) + ";";
}

}  // namespace galley::test
