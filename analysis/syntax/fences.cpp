// See the header.
#include "analysis/syntax/fences.h"

#include <algorithm>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

struct Fence {
  std::size_t begin = 0;
  std::size_t size = 0;  // 0: the line has none
};

std::size_t lineEnd(std::string_view text, std::size_t at) {
  return std::min(text.find_first_of("\r\n", at), text.size());
}

/// Behind the list marker at `at`, or `at`.
std::size_t behindListMarker(std::string_view text, std::size_t at, std::size_t end) {
  std::size_t marker = at;
  while (marker < end && text[marker] >= '0' && text[marker] <= '9') ++marker;
  const bool digits = marker > at;
  if (marker >= end || std::string_view(digits ? ".)" : "-*+").find(text[marker]) == std::string_view::npos) return at;
  return marker + 1 < end && isBlank(text[marker + 1]) ? marker + 1 : at;
}

/// The fence that opens on the line [begin, end).
Fence opening(std::string_view text, std::size_t begin, std::size_t end) {
  std::size_t at = begin;
  while (at < end && (isBlank(text[at]) || text[at] == '>')) ++at;
  at = behindListMarker(text, at, end);
  while (at < end && isBlank(text[at])) ++at;
  if (at >= end || (text[at] != '`' && text[at] != '~')) return {};
  std::size_t behind = at;
  while (behind < end && text[behind] == text[at]) ++behind;
  if (behind - at < 3) return {};
  if (text[at] == '`' && text.substr(behind, end - behind).find('`') != std::string_view::npos) return {};
  return {at, behind - at};
}

bool closes(std::string_view text, std::size_t begin, std::size_t end, char mark, std::size_t size) {
  std::size_t at = begin;
  while (at < end && (isBlank(text[at]) || text[at] == '>')) ++at;
  const std::size_t first = at;
  while (at < end && text[at] == mark) ++at;
  if (at - first < size) return false;
  while (at < end && isBlank(text[at])) ++at;
  return at == end;
}

}  // namespace

std::vector<Span> findFences(std::string_view source, Span body, bool unclosedRuns) {
  std::vector<Span> fences;
  const std::string_view text = source.substr(0, std::min(body.end, source.size()));
  std::size_t hopeless[2] = {SIZE_MAX, SIZE_MAX};  // no fence of so many backticks or tildes is closed any more
  for (std::size_t line = body.begin; line < text.size();) {
    const std::size_t end = lineEnd(text, line);
    const Fence fence = opening(text, line, end);
    line = end + 1;
    if (fence.size == 0) continue;
    const char mark = text[fence.begin];
    std::size_t& never = hopeless[mark == '`' ? 0 : 1];
    std::size_t close = fence.size >= never ? text.size() : line;
    while (close < text.size() && !closes(text, close, lineEnd(text, close), mark, fence.size))
      close = lineEnd(text, close) + 1;
    if (close < text.size()) {
      fences.push_back({fence.begin, lineEnd(text, close)});
      line = lineEnd(text, close) + 1;
    } else if (unclosedRuns) {
      fences.push_back({fence.begin, text.size()});
      break;
    } else {
      never = std::min(never, fence.size);
    }
  }
  return fences;
}

}  // namespace galley
