// See the header.
#include "protocol/framing.h"

#include <algorithm>
#include <utility>

namespace galley::lsp {

namespace {

constexpr std::string_view contentLength = "content-length";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isBlank(char c) { return c == ' ' || c == '\t'; }

bool equalsIgnoringCase(std::string_view text, std::string_view lowerCase) {
  return std::ranges::equal(text, lowerCase, {}, lower);
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && (isBlank(text.back()) || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// The number, or nothing for what is none or has more digits than any length has.
std::optional<std::size_t> numberOf(std::string_view digits) {
  if (digits.empty() || digits.size() > 15 || !std::ranges::all_of(digits, isDigit)) return std::nullopt;
  std::size_t number = 0;
  for (const char c : digits) number = number * 10 + static_cast<std::size_t>(c - '0');
  return number;
}

struct Header {
  std::optional<std::size_t> length;
  std::string problem;
};

Header parseHeader(std::string_view lines) {
  Header header;
  while (!lines.empty()) {
    const auto end = std::min(lines.find('\n'), lines.size() - 1);
    const std::string_view line = lines.substr(0, end);
    lines.remove_prefix(end + 1);
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;  // no field; without a length the header fails anyway
    if (!equalsIgnoringCase(trimmed(line.substr(0, colon)), contentLength)) continue;
    const auto length = numberOf(trimmed(line.substr(colon + 1)));
    if (!length) return {.length = {}, .problem = "Content-Length is no number"};
    if (header.length && header.length != length) return {.length = {}, .problem = "two different Content-Lengths"};
    header.length = length;
  }
  if (!header.length)
    header.problem = "a header without Content-Length";
  else if (*header.length > Framing::maxBody)
    header.problem = "a message of more than 64 MB";
  return header;
}

/// The offset behind the empty line that ends a header, or npos.
std::size_t endOfHeader(std::string_view bytes, std::size_t from) {
  for (std::size_t i = bytes.find('\n', from); i != std::string_view::npos; i = bytes.find('\n', i + 1)) {
    const std::size_t line = i >= 1 && bytes[i - 1] == '\r' ? i - 1 : i;  // where its line end begins
    if (line == 0 || bytes[line - 1] == '\n') return i + 1;
  }
  return std::string_view::npos;
}

/// The offset of the first `Content-Length: digits` with a line end; else where such a line may have begun.
struct Resync {
  std::size_t offset = 0;
  bool found = false;
};
Resync findHeader(std::string_view bytes, std::size_t from) {
  for (std::size_t start = from; start < bytes.size(); ++start) {
    if (lower(bytes[start]) != 'c') continue;
    const auto rest = bytes.substr(start);
    const auto name = rest.substr(0, contentLength.size());
    if (!equalsIgnoringCase(name, contentLength.substr(0, name.size()))) continue;
    std::size_t i = name.size();
    if (i < rest.size() && rest[i] == ':')
      ++i;
    else if (i < rest.size())
      continue;
    while (i < rest.size() && isBlank(rest[i])) ++i;
    const std::size_t digits = i;
    while (i < rest.size() && isDigit(rest[i])) ++i;
    const std::size_t count = i - digits;
    if (i < rest.size() && rest[i] == '\r') ++i;
    if (i == rest.size() && i < 64) return {.offset = start};  // it may go on
    if (i < rest.size() && count > 0 && rest[i] == '\n') return {.offset = start, .found = true};
  }
  return {.offset = bytes.size()};
}

}  // namespace

std::optional<Frame> Framing::next() {
  if (state_ == State::lost && !skipToHeader()) return std::nullopt;
  if (state_ == State::header) {
    if (auto problem = readHeader()) return problem;
  }
  if (state_ == State::body) return readBody();
  return std::nullopt;
}

std::optional<Frame> Framing::readHeader() {
  const std::size_t end = endOfHeader(buffer_, scanned_);
  if (end == std::string::npos) {
    // The empty line may have begun already: its `\n` is the only byte that is looked for.
    scanned_ = buffer_.size();
    if (buffer_.size() > maxHeader) return broken("a header of more than 4 KB");
    return std::nullopt;
  }
  if (end > maxHeader) return broken("a header of more than 4 KB");
  const Header header = parseHeader(std::string_view(buffer_).substr(0, end));
  if (!header.problem.empty()) return broken(header.problem);
  buffer_.erase(0, end);
  length_ = *header.length;
  state_ = State::body;
  return std::nullopt;
}

std::optional<Frame> Framing::readBody() {
  if (buffer_.size() < length_) return std::nullopt;
  Frame frame;
  if (buffer_.size() == length_) {
    frame.body = std::exchange(buffer_, {});
  } else {
    frame.body = buffer_.substr(0, length_);
    buffer_.erase(0, length_);
  }
  scanned_ = 0;
  state_ = State::header;
  return frame;
}

std::optional<Frame> Framing::broken(std::string problem) {
  state_ = State::lost;
  scanned_ = 0;
  // The next header may stand inside of this one, but is not this one.
  if (!buffer_.empty()) buffer_.erase(0, 1);
  return Frame{.body = {}, .problem = std::move(problem)};
}

bool Framing::skipToHeader() {
  const Resync next = findHeader(buffer_, 0);
  buffer_.erase(0, next.offset);
  if (!next.found) return false;
  state_ = State::header;
  scanned_ = 0;
  return true;
}

std::string framed(std::string_view body) {
  std::string message = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n";
  return message.append(body);
}

}  // namespace galley::lsp
