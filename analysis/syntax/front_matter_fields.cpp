// See the header.
#include "analysis/syntax/front_matter_fields.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::string_view fullWidthColon = "：";

bool isSpace(char c) { return c == ' ' || c == '\t'; }

bool isKeyByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// `---` or `...`, alone or before a blank.
bool isFence(std::string_view line, bool dots) {
  const bool marks = line.starts_with("---") || (dots && line.starts_with("..."));
  return marks && (line.size() == 3 || isSpace(line[3]));
}

struct Line {
  Span span;
  std::string_view text;
  std::size_t blanks = 0;  // before its first other byte
};

class FieldReader {
 public:
  explicit FieldReader(const Text& text) : text_(text) {}

  std::optional<FrontMatter> read() {
    std::size_t number = 0;
    const std::size_t begin = text_.bytes().starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    Line line = lineAt(0);
    if (isFence(line.text, false)) {
      matter_.openFence = {begin, begin + 3};
      ++number;
    }
    const std::size_t contentLine = number;
    bool ended = false;
    for (; number < text_.lineCount() && !ended; ++number) {
      line = lineAt(number);
      const bool last = number + 1 == text_.lineCount() && line.text.empty();
      if (last) break;
      if (line.blanks == line.text.size()) {  // an empty line ends it and belongs to it
        ended = true;
      } else if (isFence(line.text, true)) {
        matter_.closeFence = {line.span.begin, line.span.begin + 3};
        ended = true;
      } else if (!field(line) && !more(line)) {
        break;
      }
    }
    if (matter_.entries.empty()) return std::nullopt;
    matter_.format = FrontMatterFormat::fields;
    matter_.closed = true;
    const std::size_t contentBegin = contentLine == 0 ? begin : text_.line(contentLine).begin;
    const std::size_t behind = number < text_.lineCount() ? text_.line(number).begin : text_.size();
    const std::size_t contentEnd = ended ? text_.line(number - 1).begin : behind;
    matter_.content = {contentBegin, std::max(contentBegin, contentEnd)};
    matter_.block = {begin, behind};
    if (matter_.closeFence.empty()) matter_.closeFence = {matter_.content.end, matter_.content.end};
    if (matter_.openFence.empty()) matter_.openFence = {begin, begin};
    return std::move(matter_);
  }

 private:
  [[nodiscard]] Line lineAt(std::size_t number) const {
    Line line;
    line.span = text_.line(number);
    if (number == 0 && text_.bytes().starts_with(byteOrderMark)) line.span.begin += byteOrderMark.size();
    line.text = text_.slice(line.span);
    while (line.blanks < line.text.size() && isSpace(line.text[line.blanks])) ++line.blanks;
    return line;
  }

  bool field(const Line& line) {
    if (line.blanks > 3) return false;
    std::size_t end = line.blanks;
    while (end < line.text.size() && isKeyByte(line.text[end])) ++end;
    if (end == line.blanks) return false;
    const std::size_t keyBegin = line.span.begin + line.blanks;
    if (line.text.substr(end).starts_with(fullWidthColon)) {
      const std::size_t colon = line.span.begin + end;
      matter_.problems.push_back({.mistake = Mistake::fullWidthColon,
                                  .span = {colon, colon + fullWidthColon.size()},
                                  .detail = std::string(line.text.substr(line.blanks, end - line.blanks)),
                                  .repair = {{{colon, colon + fullWidthColon.size()}, ":"}},
                                  .repairTitle = "Write an ordinary colon"});
      add(line, keyBegin, colon, colon + fullWidthColon.size());
      return true;
    }
    if (end == line.text.size() || line.text[end] != ':') return false;
    add(line, keyBegin, line.span.begin + end, line.span.begin + end + 1);
    return true;
  }

  void add(const Line& line, std::size_t keyBegin, std::size_t keyEnd, std::size_t valueBegin) {
    const std::string_view bytes = text_.bytes();
    Entry entry;
    entry.keySpan = {keyBegin, keyEnd};
    entry.key = bytes.substr(keyBegin, keyEnd - keyBegin);
    const std::size_t stand = std::min(valueBegin + 1, line.span.end);
    while (valueBegin < line.span.end && isSpace(bytes[valueBegin])) ++valueBegin;
    std::size_t valueEnd = line.span.end;
    while (valueEnd > valueBegin && isSpace(bytes[valueEnd - 1])) --valueEnd;
    if (valueBegin == valueEnd) {
      entry.value.span = {stand, stand};
    } else {
      entry.value.kind = Value::Kind::scalar;
      entry.value.span = {valueBegin, valueEnd};
      entry.value.text = bytes.substr(valueBegin, valueEnd - valueBegin);
    }
    entry.span = {keyBegin, entry.value.span.end};
    matter_.entries.push_back(std::move(entry));
  }

  /// A line that goes on with the value above.
  bool more(const Line& line) {
    if (line.blanks < 4 || matter_.entries.empty()) return false;
    Entry& entry = matter_.entries.back();
    const std::size_t begin = line.span.begin + line.blanks;
    std::size_t end = line.span.end;
    while (end > begin && isSpace(text_.bytes()[end - 1])) --end;
    if (entry.value.kind == Value::Kind::null) entry.value.span.begin = begin;
    if (entry.value.kind == Value::Kind::scalar) entry.value.text += '\n';
    entry.value.kind = Value::Kind::scalar;
    entry.value.text += text_.slice({begin, end});
    entry.value.span.end = entry.span.end = end;
    return true;
  }

  const Text& text_;
  FrontMatter matter_;
};

}  // namespace

std::optional<FrontMatter> parseFrontMatterFields(const Text& text) { return FieldReader(text).read(); }

}  // namespace galley
