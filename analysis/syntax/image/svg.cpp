// SVG: the root element's width, height and viewBox (SVG 2, 7.2 and 8.2) as a browser sizes a picture by them.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "analysis/syntax/html.h"
#include "analysis/syntax/image/format.h"
#include "analysis/text/unicode.h"

namespace galley::image {
namespace {

constexpr std::string_view blanks = " \t\r\n\f";

std::size_t skipBlanks(std::string_view text, std::size_t at) {
  const std::size_t next = text.find_first_not_of(blanks, at);
  return next == std::string_view::npos ? text.size() : next;
}

// Where the root element begins, or the end of the head where only what may stand before it is there. Nothing: no XML.
std::optional<std::size_t> findRoot(std::string_view text) {
  std::size_t at = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
  for (int steps = 0; steps < mostSegments; ++steps) {
    at = skipBlanks(text, at);
    const std::string_view rest = text.substr(at);
    std::string_view close;
    if (rest.empty()) return at;
    if (rest.starts_with("<?")) {
      close = "?>";
    } else if (rest.starts_with("<!--")) {
      close = "-->";
    } else if (rest.starts_with("<!DOCTYPE") || rest.starts_with("<!doctype")) {
      const std::size_t bracket = rest.find('[');
      close = bracket < rest.find('>') ? "]" : ">";
      if (close == "]") {  // an internal subset: behind it comes the `>`
        const std::size_t end = rest.find(close, bracket);
        if (end == std::string_view::npos) return text.size();
        at += end;
        close = ">";
      }
    } else {
      return rest.starts_with("<") ? std::optional(at) : std::nullopt;
    }
    const std::size_t end = text.find(close, at);
    if (end == std::string_view::npos) return text.size();
    at = end + close.size();
  }
  return std::nullopt;
}

bool isSvgRoot(std::string_view text, std::size_t at) {
  const std::string_view name = text.substr(at + 1, text.find_first_of(" \t\r\n\f/>", at) - at - 1);
  return name == "svg" || name.ends_with(":svg");
}

std::optional<double> numberAt(std::string_view text, std::size_t& at) {
  if (at < text.size() && text[at] == '+') ++at;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
  if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
  at = static_cast<std::size_t>(end - text.data());
  return value;
}

// A length in pixels (CSS Values 4, 6.2); nothing for a share of the page (`100%`) and what is no length.
std::optional<double> pixelsOf(std::string_view source, const HtmlAttribute* attribute) {
  if (attribute == nullptr) return std::nullopt;
  const std::string text = attribute->value(source);
  std::size_t at = skipBlanks(text, 0);
  const auto number = numberAt(text, at);
  if (!number || *number <= 0) return std::nullopt;
  std::string_view unit = std::string_view(text).substr(at);
  unit = unit.substr(0, unit.find_last_not_of(blanks) + 1);
  constexpr double inch = 96;
  if (unit.empty() || unit == "px") return number;
  if (unit == "in") return *number * inch;
  if (unit == "cm") return *number * inch / 2.54;
  if (unit == "mm") return *number * inch / 25.4;
  if (unit == "Q") return *number * inch / 101.6;
  if (unit == "pt") return *number * inch / 72;
  if (unit == "pc") return *number * inch / 6;
  if (unit == "em" || unit == "rem") return *number * 16;
  return std::nullopt;
}

struct Size {
  double width = 0;
  double height = 0;
};
std::optional<Size> viewBoxOf(std::string_view source, const HtmlAttribute* attribute) {
  if (attribute == nullptr) return std::nullopt;
  const std::string text = attribute->value(source);
  double numbers[4] = {};
  std::size_t at = 0;
  for (double& number : numbers) {
    while (at < text.size() && (blanks.find(text[at]) != blanks.npos || text[at] == ',')) ++at;
    const auto value = numberAt(text, at);
    if (!value) return std::nullopt;
    number = *value;
  }
  if (numbers[2] <= 0 || numbers[3] <= 0) return std::nullopt;
  return Size{numbers[2], numbers[3]};
}

// A start tag of which only the beginning is in the head (drawing programs keep whole documents in an attribute),
// without the attribute that was cut.
HtmlTags parseCutTag(std::string_view text, std::size_t root) {
  for (const std::string_view close : {">", "\">", "'>"}) {
    const std::string closed = std::string(text) + std::string(close);
    HtmlTags cut;
    if (!cut.add(closed, root, closed.size())) continue;
    const auto attributes = cut.attributesOf(cut[0]);
    HtmlTags tags;
    tags.add(cut[0], attributes.first(attributes.size() - std::min<std::size_t>(attributes.size(), 1)));
    if (tags.find(tags[0], text, "width") != nullptr || tags.find(tags[0], text, "viewbox") != nullptr) return tags;
  }
  return {};
}

std::optional<std::uint32_t> rounded(std::optional<double> pixels) {
  if (!pixels || *pixels > 1e9) return std::nullopt;
  return static_cast<std::uint32_t>(std::lround(std::fmax(*pixels, 1)));
}

}  // namespace

bool looksLikeSvg(const Head& head) {
  const auto root = findRoot(head.bytes);
  if (!root) return false;
  if (*root < head.bytes.size()) return isSvgRoot(head.bytes, *root);
  return head.bytes.find("svg") != std::string_view::npos;  // a long comment or a DOCTYPE that names it
}

ImageHeader readSvg(const Head& head) {
  const std::size_t root = findRoot(head.bytes).value_or(head.bytes.size());
  HtmlTags tags;
  if (!tags.add(head.bytes, root, head.bytes.size()) && !head.whole()) tags = parseCutTag(head.bytes, root);
  if (tags.empty()) return notThere(ImageFormat::svg, head, head.bytes.size() + 1);
  const HtmlTag& tag = tags[0];
  ImageHeader header{.state = ImageHeader::State::ok, .format = ImageFormat::svg};
  std::optional<double> width = pixelsOf(head.bytes, tags.find(tag, head.bytes, "width"));
  std::optional<double> height = pixelsOf(head.bytes, tags.find(tag, head.bytes, "height"));
  if (const auto viewBox = viewBoxOf(head.bytes, tags.find(tag, head.bytes, "viewbox"))) {
    if (!width && !height) width = viewBox->width;
    if (!width) width = *height * viewBox->width / viewBox->height;
    if (!height) height = *width * viewBox->height / viewBox->width;
  }
  if (width && height) {
    header.width = rounded(width);
    header.height = rounded(height);
  }
  const std::string endTag = "</" + std::string(head.bytes.substr(tag.nameSpan.begin, tag.nameSpan.size()));
  header.cutShort = head.whole() && !tag.selfClosing && head.bytes.find(endTag, tag.span.end) == std::string_view::npos;
  return header;
}

}  // namespace galley::image
