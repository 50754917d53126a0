// See the header. The line table is made once, when the text is.
#include "analysis/text/text.h"

#include <algorithm>

#include "analysis/text/line_ends.h"
#include "analysis/text/unicode.h"

namespace galley {

struct Text::Data {
  std::string bytes;
  std::vector<std::size_t> lineStarts;
};

namespace {

std::vector<std::size_t> lineStartsOf(const std::string& bytes) {
  std::vector<std::size_t> starts{0};
  LineEnds ends(bytes);
  for (std::size_t end = ends.next(0); end < bytes.size(); end = ends.next(starts.back()))
    starts.push_back(ends.behind(end));
  return starts;
}

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

Text::Text(std::string bytes) {
  auto data = std::make_shared<Data>();
  data->lineStarts = lineStartsOf(bytes);
  data->bytes = std::move(bytes);
  data_ = std::move(data);
}

const std::string& Text::bytes() const { return data_->bytes; }

std::string_view Text::slice(Span span) const {
  const std::string_view all = bytes();
  const std::size_t begin = std::min(span.begin, all.size());
  return all.substr(begin, std::max(begin, std::min(span.end, all.size())) - begin);
}

std::size_t Text::lineCount() const { return data_->lineStarts.size(); }

std::size_t Text::lineOf(std::size_t offset) const {
  const auto& starts = data_->lineStarts;
  return static_cast<std::size_t>(std::upper_bound(starts.begin(), starts.end(), offset) - starts.begin()) - 1;
}

Span Text::lineWithEnd(std::size_t number) const {
  const auto& starts = data_->lineStarts;
  if (number >= starts.size()) return {size(), size()};
  return {starts[number], number + 1 < starts.size() ? starts[number + 1] : size()};
}

Span Text::line(std::size_t number) const {
  Span span = lineWithEnd(number);
  if (span.end > span.begin && bytes()[span.end - 1] == '\n') --span.end;
  if (span.end > span.begin && bytes()[span.end - 1] == '\r') --span.end;
  return span;
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
