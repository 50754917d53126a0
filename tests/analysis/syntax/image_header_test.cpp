// Sizes of pictures from bytes made by hand, by each format's own specification, and from the heads of real pictures,
// held against what the program `file` says of them.
#include "analysis/syntax/image_header.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <ostream>
#include <sstream>
#include <string>

namespace galley {

void PrintTo(const ImageHeader& header, std::ostream* to) {
  *to << (header.format ? nameOf(*header.format) : "no format") << " state " << static_cast<int>(header.state) << ' '
      << header.width.value_or(0) << 'x' << header.height.value_or(0);
}

namespace {

using State = ImageHeader::State;
using namespace std::string_literals;

std::string big(std::uint64_t value, int bytes) {
  std::string all;
  for (int i = bytes - 1; i >= 0; --i) all += static_cast<char>(value >> (8 * i));
  return all;
}
std::string little(std::uint64_t value, int bytes) {
  std::string all;
  for (int i = 0; i < bytes; ++i) all += static_cast<char>(value >> (8 * i));
  return all;
}

ImageHeader read(const std::string& bytes) { return readImageHeader(bytes, bytes.size()); }
/// The head of a longer file.
ImageHeader readHead(const std::string& bytes) { return readImageHeader(bytes, bytes.size() + 1000000); }

/// `PNG 3x2`, with what else there is to say: `JPEG 3x2 turned 6`, `PNG corrupt`, `PNG 3x2 cut short`.
std::string say(const ImageHeader& header) {
  std::string all(header.format ? nameOf(*header.format) : "no picture");
  switch (header.state) {
    case State::ok:
      break;
    case State::unknownFormat:
      all += " unknown";
      break;
    case State::empty:
      all += " empty";
      break;
    case State::corrupt:
      all += " corrupt";
      break;
    case State::truncated:
      all += " truncated";
      break;
    case State::beyondHead:
      all += " beyond the head";
      break;
  }
  if (header.width) all += " " + std::to_string(*header.width) + "x";
  if (header.height) all += std::to_string(*header.height);
  if (header.orientation != 1) all += " turned " + std::to_string(header.orientation);
  if (header.cutShort) all += " cut short";
  return all;
}

// PNG: a picture of 3 by 2 pixels, white, 8 bits of grey (its checksums are zlib's).
const std::string pngSignature = "\x89PNG\r\n\x1A\n";
const std::string pngHeader = pngSignature + "\0\0\0\x0DIHDR\0\0\0\x03\0\0\0\x02\x08\0\0\0\0\xB8\x1F\x39\xC6"s;
const std::string pngEnd = "\0\0\0\0IEND\xAE\x42\x60\x82"s;
std::string pngData(std::size_t size) { return big(size, 4) + "IDAT" + std::string(size + 4, 'x'); }

TEST(ImageHeader, Png) {
  EXPECT_EQ(say(read(pngHeader + pngData(20) + pngEnd)), "PNG 3x2");
  EXPECT_EQ(say(readHead(pngHeader)), "PNG 3x2");
}

TEST(ImageHeader, PngThatIsDamaged) {
  EXPECT_EQ(say(read(pngHeader.substr(0, 20))), "PNG truncated");
  EXPECT_EQ(say(readHead(pngHeader.substr(0, 20))), "PNG beyond the head");
  EXPECT_EQ(say(read(pngHeader + pngData(200).substr(0, 50))), "PNG 3x2 cut short");
  EXPECT_EQ(say(read(pngHeader + pngData(20))), "PNG 3x2 cut short");
  std::string wrongSum = pngHeader;
  wrongSum[19] = 4;  // the width, without its checksum
  EXPECT_EQ(say(read(wrongSum)), "PNG corrupt");
  EXPECT_EQ(say(read("\x89PNG\n\x1A\n" + pngHeader.substr(8))), "PNG corrupt");  // a transfer that rewrote line ends
}

// JPEG
std::string segment(unsigned char marker, const std::string& data) {
  return "\xFF"s + static_cast<char>(marker) + big(data.size() + 2, 2) + data;
}
std::string frame(unsigned char marker, unsigned width, unsigned height) {
  return segment(marker, "\x08"s + big(height, 2) + big(width, 2) + "\x01\x01\x11\0"s);
}
const std::string jpegStart = "\xFF\xD8";
const std::string jfif = segment(0xE0, "JFIF\0\1\1\0\0\1\0\1\0\0"s);
const std::string scan = "\xFF\xDA\0\x08\1\1\0\0\x3F\0xyz\xFF\xD9"s;
std::string exif(bool littleEndian, unsigned orientation) {
  const auto number = [&](std::uint64_t value, int bytes) {
    return littleEndian ? little(value, bytes) : big(value, bytes);
  };
  return segment(0xE1, "Exif\0\0"s + (littleEndian ? "II" : "MM") + number(42, 2) + number(8, 4) + number(2, 2) +  //
                           number(0x010F, 2) + number(2, 2) + number(3, 4) + "me\0\0"s +                           //
                           number(0x0112, 2) + number(3, 2) + number(1, 4) + number(orientation, 2) + "\0\0"s +
                           number(0, 4));
}

TEST(ImageHeader, JpegBaselineAndProgressive) {
  EXPECT_EQ(say(read(jpegStart + jfif + frame(0xC0, 300, 200) + scan)), "JPEG 300x200");
  EXPECT_EQ(say(read(jpegStart + jfif + segment(0xC4, "tables") + frame(0xC2, 300, 200) + scan)), "JPEG 300x200");
}

TEST(ImageHeader, JpegAsItsOrientationShowsIt) {
  EXPECT_EQ(say(read(jpegStart + exif(true, 6) + frame(0xC0, 300, 200) + scan)), "JPEG 200x300 turned 6");
  EXPECT_EQ(say(read(jpegStart + exif(false, 8) + frame(0xC0, 300, 200) + scan)), "JPEG 200x300 turned 8");
  EXPECT_EQ(say(read(jpegStart + exif(false, 3) + frame(0xC0, 300, 200) + scan)), "JPEG 300x200 turned 3");
  EXPECT_EQ(say(read(jpegStart + exif(true, 77) + frame(0xC0, 300, 200) + scan)), "JPEG 300x200");
}

TEST(ImageHeader, JpegWithManySegmentsBeforeItsFrame) {
  std::string many = jpegStart;
  for (int i = 0; i < 50; ++i) many += segment(0xE2, std::string(1000, 'p')) + "\xFF\xFF\xFF";  // fill bytes, too
  EXPECT_EQ(say(readHead(many + frame(0xC1, 7, 5))), "JPEG 7x5");
  std::string endless = jpegStart;
  for (int i = 0; i < 5000; ++i) endless += segment(0xFE, "");
  EXPECT_EQ(say(readHead(endless)), "JPEG beyond the head");
}

TEST(ImageHeader, JpegThatIsDamaged) {
  const std::string whole = jpegStart + jfif + frame(0xC0, 300, 200) + scan;
  EXPECT_EQ(say(read(whole.substr(0, 24))), "JPEG truncated");
  EXPECT_EQ(say(readHead(whole.substr(0, 24))), "JPEG beyond the head");
  EXPECT_EQ(say(read(whole.substr(0, whole.size() - 2))), "JPEG 300x200 cut short");
  EXPECT_EQ(say(read(jpegStart + scan)), "JPEG corrupt");
  EXPECT_EQ(say(read(jpegStart + segment(0xE0, "").replace(2, 2, "\0\0"s))), "JPEG corrupt");
  EXPECT_EQ(say(read(jpegStart + "only words follow")), "JPEG corrupt");
  EXPECT_EQ(say(read(jpegStart)), "JPEG truncated");
}

TEST(ImageHeader, JpegWithAnExifThatPointsNowhere) {
  std::string wild = exif(true, 6);
  wild.replace(14, 4, "\xFF\xFF\xFF\x7F");  // the offset of the first directory
  EXPECT_EQ(say(read(jpegStart + wild + frame(0xC0, 300, 200) + scan)), "JPEG 300x200");
}

// GIF
const std::string gif = "GIF89a" + little(40, 2) + little(30, 2) + "\x80\0\0"s + std::string(6, 'c') +  //
                        "\x2C"s + std::string(8, '\0') + "\0\x02\x03xyz\0"s + ";";
TEST(ImageHeader, Gif) {
  EXPECT_EQ(say(read(gif)), "GIF 40x30");
  EXPECT_EQ(say(read(gif.substr(0, gif.size() - 3))), "GIF 40x30 cut short");
  EXPECT_EQ(say(read(gif.substr(0, 8))), "GIF truncated");
  EXPECT_EQ(say(readHead(gif.substr(0, 8))), "GIF beyond the head");
  EXPECT_EQ(say(read("GIF88a" + gif.substr(6))), "GIF corrupt");
}

// WebP
std::string webp(const std::string& chunk, const std::string& data) {
  return "RIFF" + little(4 + 8 + data.size(), 4) + "WEBP" + chunk + little(data.size(), 4) + data;
}
TEST(ImageHeader, WebpInItsThreeForms) {
  EXPECT_EQ(say(read(webp("VP8 ", "\x10\0\0\x9D\x01\x2A"s + little(640 | 0x4000, 2) + little(480, 2)))),
            "WebP 640x480");
  EXPECT_EQ(say(read(webp("VP8L", "\x2F" + little((640 - 1) | (480 - 1) << 14 | 1 << 28, 4) + "\0"s))), "WebP 640x480");
  EXPECT_EQ(say(read(webp("VP8X", "\x10\0\0\0"s + little(70000 - 1, 3) + little(480 - 1, 3)))), "WebP 70000x480");
}
TEST(ImageHeader, WebpThatIsDamaged) {
  const std::string whole = webp("VP8X", "\x10\0\0\0"s + little(639, 3) + little(479, 3));
  EXPECT_EQ(say(read(whole.substr(0, 25))), "WebP truncated");
  EXPECT_EQ(say(readHead(whole.substr(0, 25))), "WebP beyond the head");
  EXPECT_EQ(say(read(webp("VP8 ", "0123456789"))), "WebP corrupt");
  EXPECT_EQ(say(read(webp("WHAT", "0123456789"))), "WebP corrupt");
  EXPECT_EQ(say(read("RIFF" + little(9999, 4) + whole.substr(8))), "WebP 640x480 cut short");
  EXPECT_EQ(say(read("RIFF" + little(26, 4) + "WAVEfmt and so on")), "no picture unknown");
}

// AVIF
std::string box(const std::string& type, const std::string& content) {
  return big(content.size() + 8, 4) + type + content;
}
const std::string zero4 = "\0\0\0\0"s;
const std::string ftyp = box("ftyp", "avif" + zero4 + "mif1avif");
std::string ispe(unsigned width, unsigned height) { return box("ispe", zero4 + big(width, 4) + big(height, 4)); }
std::string clap(unsigned width, unsigned height) {
  return box("clap", big(width, 4) + big(1, 4) + big(height, 4) + big(1, 4) + std::string(16, '\0'));
}
/// A meta box: its primary item 1 has the properties whose numbers are given; item 2 has property 1.
std::string meta(const std::string& properties, const std::string& numbers) {
  return box("meta",
             zero4 + box("hdlr", std::string(24, 'h')) + box("pitm", zero4 + big(1, 2)) +
                 box("iprp", box("ipco", properties) + box("ipma", zero4 + big(2, 4) + big(2, 2) + "\1\1" + big(1, 2) +
                                                                       static_cast<char>(numbers.size()) + numbers)));
}
TEST(ImageHeader, AvifBySizeCropAndTurnOfItsPrimaryItem) {
  const std::string thumbnail = ispe(16, 9);
  EXPECT_EQ(say(read(ftyp + meta(thumbnail + ispe(1600, 900), "\x82"))), "AVIF 1600x900");
  EXPECT_EQ(say(read(ftyp + meta(thumbnail + ispe(1600, 900) + box("irot", "\1"), "\2\3"))), "AVIF 900x1600");
  EXPECT_EQ(say(read(ftyp + meta(thumbnail + ispe(1600, 900) + box("irot", "\2"), "\2\3"))), "AVIF 1600x900");
  EXPECT_EQ(say(read(ftyp + meta(thumbnail + ispe(1600, 900) + clap(1000, 800) + box("irot", "\3"), "\2\3\4"))),
            "AVIF 800x1000");
}
TEST(ImageHeader, AvifWithLongNumbersAndSizes) {
  const std::string inside =
      zero4 + box("pitm", "\1\0\0\0"s + big(70000, 4)) +
      box("iprp", box("ipco", ispe(5, 6)) + box("ipma", "\1\0\0\1"s + big(1, 4) + big(70000, 4) + "\1\x80\1"s));
  const std::string longMeta = big(1, 4) + "meta" + big(inside.size() + 16, 8) + inside;
  EXPECT_EQ(say(read(box("ftyp", "mif1" + zero4 + "miafavif") + box("free", "") + longMeta)), "AVIF 5x6");
}
TEST(ImageHeader, AvifThatIsDamaged) {
  const std::string whole = ftyp + meta(ispe(16, 9) + ispe(1600, 900), "\2");
  EXPECT_EQ(say(read(whole.substr(0, 90))), "AVIF truncated");
  EXPECT_EQ(say(readHead(whole.substr(0, 90))), "AVIF beyond the head");
  EXPECT_EQ(say(read(ftyp)), "AVIF truncated");
  EXPECT_EQ(say(read(ftyp + meta(ispe(16, 9), "\x07"))), "AVIF corrupt");
  EXPECT_EQ(say(read(box("ftyp", "heic" + zero4 + "mif1heic") + meta(ispe(16, 9), "\1"))), "no picture unknown");
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += box("free", "");
  EXPECT_EQ(say(read(ftyp + deep + meta(ispe(16, 9), "\1"))), "AVIF truncated");  // bounded work
}

// SVG
TEST(ImageHeader, SvgSizes) {
  const auto svg = [](const std::string& attributes) { return say(read("<svg " + attributes + "></svg>")); };
  EXPECT_EQ(svg(R"(width="120" height="80")"), "SVG 120x80");
  EXPECT_EQ(svg(R"(width='120px' height=' 80.4px ')"), "SVG 120x80");
  EXPECT_EQ(svg(R"(width="2in" height="2.54cm")"), "SVG 192x96");
  EXPECT_EQ(svg(R"(width="72pt" height="6pc")"), "SVG 96x96");
  EXPECT_EQ(svg(R"(width="25.4mm" height="101.6Q")"), "SVG 96x96");
  EXPECT_EQ(svg(R"(viewBox="0 0 24 12")"), "SVG 24x12");
  EXPECT_EQ(svg(R"(viewBox="-5,-5, 24.6 12")"), "SVG 25x12");
  EXPECT_EQ(svg(R"(width="48" viewBox="0 0 24 12")"), "SVG 48x24");
  EXPECT_EQ(svg(R"(width="100%" height="30" viewBox="0 0 24 12")"), "SVG 60x30");
  EXPECT_EQ(svg(R"(width="100%" height="100%")"), "SVG");
  EXPECT_EQ(svg(R"(width="wide" height="1e400" viewBox="0 0 0 0")"), "SVG");
}
TEST(ImageHeader, SvgBehindItsProlog) {
  EXPECT_EQ(
      say(read(
          "\xEF\xBB\xBF<?xml version=\"1.0\"?>\r\n<!-- a < b -->\n<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" "
          "\"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">\n<svg\n  width=\"3\"\n  height=\"2\"/>")),
      "SVG 3x2");
  EXPECT_EQ(say(read("<!DOCTYPE svg [ <!ENTITY ns \"http://x/>\"> ]><svg:svg width='3' height='2'></svg:svg>")),
            "SVG 3x2");
}
TEST(ImageHeader, SvgThatIsDamaged) {
  EXPECT_EQ(say(read("<svg width=\"3\" hei")), "SVG truncated");
  EXPECT_EQ(say(readHead("<svg width=\"3\" hei")), "SVG");
  EXPECT_EQ(say(readHead("<svg width=\"3\" height=\"2\" content=\"&lt;a>")), "SVG 3x2");
  EXPECT_EQ(say(readHead("<svg content=\"&lt;a>")), "SVG beyond the head");
  EXPECT_EQ(say(read("<svg width=\"3\" height=\"2\"><path d=\"M0")), "SVG 3x2 cut short");
  EXPECT_EQ(say(read("<!doctype html><html><svg></svg></html>")), "no picture unknown");
  EXPECT_EQ(say(read("svg is a format")), "no picture unknown");
}

// BMP, ICO
TEST(ImageHeader, Bmp) {
  const auto bmp = [](const std::string& header, unsigned size) {
    const std::string all = "BM" + little(size, 4) + zero4 + little(54, 4) + header;
    return all + std::string(80 - all.size(), '\0');
  };
  EXPECT_EQ(say(read(bmp(little(40, 4) + little(64, 4) + little(48, 4), 80))), "BMP 64x48");
  EXPECT_EQ(say(read(bmp(little(40, 4) + little(64, 4) + little(0xFFFFFFFF - 47, 4), 80))),
            "BMP 64x48");  // top row first
  EXPECT_EQ(say(read(bmp(little(12, 4) + little(64, 2) + little(48, 2), 80))), "BMP 64x48");
  EXPECT_EQ(say(read(bmp(little(40, 4) + little(64, 4) + little(48, 4), 9000))), "BMP 64x48 cut short");
  EXPECT_EQ(say(read(bmp(little(40, 4) + little(0, 4) + little(48, 4), 80))), "BMP corrupt");
  EXPECT_EQ(say(read("BMW is a maker of cars, and this is a text.")), "no picture unknown");
}
TEST(ImageHeader, IcoBySizeOfItsLargest) {
  const auto entry = [](int width, int height) {
    return little(static_cast<unsigned>(width), 1) + little(static_cast<unsigned>(height), 1) + "\0\0\1\0\x20\0"s +
           little(4, 4) + little(54, 4);
  };
  const std::string ico = "\0\0\1\0"s + little(3, 2) + entry(16, 16) + entry(0, 0) + entry(32, 32) + "data";
  EXPECT_EQ(say(read(ico)), "ICO 256x256");
  EXPECT_EQ(say(read(ico.substr(0, 30))), "ICO truncated");
  EXPECT_EQ(say(read(ico.substr(0, ico.size() - 2))), "ICO 256x256 cut short");
  EXPECT_EQ(say(read("\0\0\1\0\0\0"s)), "ICO corrupt");
}

TEST(ImageHeader, WhatIsNoPicture) {
  EXPECT_EQ(say(read("")), "no picture empty");
  EXPECT_EQ(say(read("# A post\n")), "no picture unknown");
  EXPECT_EQ(say(read("\0\0\0\0\0\0\0\0\0\0"s)), "no picture unknown");
}

// Every beginning of every picture above is read without a crash, and no state but `ok` gives a size.
TEST(ImageHeader, EveryBeginning) {
  for (const std::string& whole :
       {pngHeader + pngData(20) + pngEnd, jpegStart + exif(true, 6) + frame(0xC0, 3, 2) + scan, gif,
        webp("VP8L", "\x2F" + little(0x1000, 4) + "\0"s), ftyp + meta(ispe(16, 9), "\1"),
        "<svg width='3' height='2'/>"s})
    for (std::size_t size = 0; size <= whole.size(); ++size) {
      const ImageHeader header = read(whole.substr(0, size));
      EXPECT_EQ(header.state == State::ok, header.width.has_value()) << say(header) << " at " << size;
      EXPECT_EQ(header.width.has_value(), header.height.has_value()) << say(header) << " at " << size;
    }
}

TEST(ImageHeader, FormatsAndExtensions) {
  EXPECT_EQ(formatOfExtension(".jpg"), ImageFormat::jpeg);
  EXPECT_EQ(formatOfExtension(".JPEG"), ImageFormat::jpeg);
  EXPECT_EQ(formatOfExtension(".Webp"), ImageFormat::webp);
  EXPECT_EQ(formatOfExtension(".md"), std::nullopt);
  EXPECT_EQ(formatOfExtension(""), std::nullopt);
  EXPECT_EQ(nameOf(ImageFormat::webp), "WebP");
}

// Real pictures: what `file` (libmagic) says, `… 498 x 230 …`, is what galley says before orientation.
std::string outputOf(const std::string& command) {
  std::string all;
  const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
  char buffer[65536];
  for (std::size_t got = 0; pipe && (got = fread(buffer, 1, sizeof buffer, pipe.get())) > 0;) all.append(buffer, got);
  return all;
}
std::optional<std::string> sizeByFile(ImageFormat format, const std::string& description) {
  // PNG "498 x 230", GIF "40 x 30", BMP "64 x 48 x 24", WebP "640x480"; a JPEG's size is behind "precision 8".
  std::size_t from = 0;
  if (format == ImageFormat::jpeg) {
    from = description.find("precision ");
    if (from == std::string::npos) return std::nullopt;
  }
  for (std::size_t at = description.find('x', from); at != std::string::npos; at = description.find('x', at + 1)) {
    const std::size_t gap = at > 0 && description[at - 1] == ' ' ? 1 : 0;
    std::size_t begin = at - gap;
    while (begin > 0 && isdigit(static_cast<unsigned char>(description[begin - 1])) != 0) --begin;
    std::size_t end = at + 1 + gap;
    while (end < description.size() && isdigit(static_cast<unsigned char>(description[end])) != 0) ++end;
    if (begin < at - gap && end > at + 1 + gap)
      return description.substr(begin, at - gap - begin) + "x" + description.substr(at + 1 + gap, end - at - 1 - gap);
  }
  return std::nullopt;
}

TEST(ImageHeader, RealPictures) {
  const std::filesystem::path corpus = std::filesystem::path(GALLEY_REFERENCE_DIR) / "corpus";
  if (std::string(GALLEY_REFERENCE_DIR).empty() || !std::filesystem::exists(corpus))
    GTEST_SKIP() << "no folder of real blogs";
  if (outputOf("file --version 2>/dev/null").empty()) GTEST_SKIP() << "the program `file` is not here";

  // One call for all: `path: description` a line.
  std::istringstream lines(
      outputOf("find '" + corpus.string() +
               "' -type f \\( -iname '*.png' -o -iname '*.jpg' -o -iname '*.jpeg' -o -iname '*.gif' "
               "-o -iname '*.webp' -o -iname '*.bmp' -o -iname '*.avif' -o -iname '*.svg' -o -iname '*.ico' \\) "
               "-size +0 -print0 | xargs -0 file -N -F '|'"));
  int compared = 0;
  int known = 0;
  for (std::string line; std::getline(lines, line);) {
    const std::size_t bar = line.rfind("| ");
    ASSERT_NE(bar, std::string::npos) << line;
    const std::string path = line.substr(0, bar);
    const std::string description = line.substr(bar + 2);
    std::ifstream stream(path, std::ios::binary);
    const std::string bytes((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
    const ImageHeader header = read(bytes);
    EXPECT_NE(header.state, State::corrupt) << path;
    if (header.state != State::ok) continue;
    ++known;
    using enum ImageFormat;
    if (*header.format == svg || *header.format == avif || *header.format == ico) continue;  // `file` gives no size
    const auto expected = sizeByFile(*header.format, description);
    if (!expected) continue;
    const bool turned = header.orientation >= 5;
    const auto width = turned ? header.height : header.width;
    const auto height = turned ? header.width : header.height;
    EXPECT_EQ(std::to_string(width.value_or(0)) + "x" + std::to_string(height.value_or(0)), *expected)
        << path << ": " << description;
    ++compared;
  }
  EXPECT_GT(known, 4500);
  EXPECT_GT(compared, 3500);
}

}  // namespace
}  // namespace galley
