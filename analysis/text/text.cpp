// See the header. The line table is made once, when the text is.
#include "analysis/text/text.h"

#include <algorithm>

#include "analysis/text/lines.h"
#include "analysis/text/unicode.h"

namespace galley {

struct Text::Data {
  explicit Data(std::string text) : bytes(std::move(text)), lines(bytes) {}
  Data(const Data&) = delete;  // the lines are those of these bytes
  Data& operator=(const Data&) = delete;

  std::string bytes;
  Lines lines;
};

namespace {

std::uint32_t unitsOf(CodePoint point, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8:
      return static_cast<std::uint32_t>(point.length);
    case Encoding::utf16:
      return point.value > 0xFFFF ? 2 : 1;
    case Encoding::utf32:
      return 1;
  }
  return 1;
}

}  // namespace

Text::Text(std::string bytes) : data_(std::make_shared<Data>(std::move(bytes))) {}

const std::string& Text::bytes() const { return data_->bytes; }

std::string_view Text::slice(Span span) const {
  const std::string_view all = bytes();
  const std::size_t begin = std::min(span.begin, all.size());
  return all.substr(begin, std::max(begin, std::min(span.end, all.size())) - begin);
}

std::size_t Text::lineCount() const { return data_->lines.count(); }

std::size_t Text::lineOf(std::size_t offset) const { return data_->lines.lineOf(offset); }

Span Text::lineWithEnd(std::size_t number) const {
  if (number >= lineCount()) return {size(), size()};
  return {data_->lines.startOf(number), number + 1 < lineCount() ? data_->lines.startOf(number + 1) : size()};
}

Span Text::line(std::size_t number) const {
  if (number >= lineCount()) return {size(), size()};
  return {data_->lines.startOf(number), data_->lines.endOf(number)};
}

Position Text::positionAt(std::size_t offset, Encoding encoding) const {
  offset = std::min(offset, size());
  const std::size_t number = lineOf(offset);
  const Span here = line(number);
  const std::size_t end = std::min(offset, here.end);
  Position position{static_cast<std::uint32_t>(number), 0};
  for (std::size_t at = here.begin; at < end;) {
    const CodePoint point = codePointAt(std::string_view(bytes()).substr(0, here.end), at);
    if (at + point.length > end) break;
    position.character += unitsOf(point, encoding);
    at += point.length;
  }
  return position;
}

std::size_t Text::offsetAt(Position position, Encoding encoding) const {
  const Span here = line(position.line);
  std::size_t at = here.begin;
  for (std::uint32_t units = 0; at < here.end;) {
    const CodePoint point = codePointAt(std::string_view(bytes()).substr(0, here.end), at);
    units += unitsOf(point, encoding);
    if (units > position.character) break;
    at += point.length;
  }
  return at;
}

}  // namespace galley
