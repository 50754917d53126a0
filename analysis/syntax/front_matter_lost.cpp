// See the header.
#include "analysis/syntax/front_matter_lost.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t mostLines = 200;

/// The bytes of a line without the blanks around them.
Span trimmedLine(const Text& text, std::size_t line) {
  Span span = text.line(line);
  const std::string_view bytes = text.bytes();
  if (line == 0 && text.slice(span).starts_with(byteOrderMark)) span.begin += byteOrderMark.size();
  while (!span.empty() && (bytes[span.begin] == ' ' || bytes[span.begin] == '\t')) ++span.begin;
  while (!span.empty() && (bytes[span.end - 1] == ' ' || bytes[span.end - 1] == '\t')) --span.end;
  return span;
}

/// Two dashes or more, or what an editor makes of them.
bool isLikeFence(std::string_view line) {
  if (line == "—" || line == "–" || line == "——" || line == "–-" || line == "—-") return true;
  return line.size() >= 2 && line.find_first_not_of('-') == std::string_view::npos;
}

/// `key: value`, the key one word.
bool isEntry(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return false;
  return line.substr(0, colon).find_first_of(" \t`<>*()[]{}!|#\"'") == std::string_view::npos;
}

bool goesOn(std::string_view line) {
  return line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#' || line.starts_with("- ");
}

/// The fence behind the entries that begin at a line; npos where they do not end in one.
std::size_t closingLine(const Text& text, std::size_t first, std::size_t& entries) {
  for (std::size_t line = first; line < std::min(text.lineCount(), first + mostLines); ++line) {
    if (isLikeFence(text.slice(trimmedLine(text, line)))) return line;
    const std::string_view bytes = text.slice(text.line(line));
    if (isEntry(bytes))
      ++entries;
    else if (!goesOn(bytes))
      break;
  }
  return std::string::npos;
}

}  // namespace

std::optional<FrontMatterProblem> findLostFrontMatter(const Text& text) {
  std::size_t line = 0;
  const auto isSkipped = [](std::string_view bytes) {
    return bytes.empty() || (bytes.starts_with("<!--") && bytes.ends_with("-->"));
  };
  while (line < std::min(text.lineCount(), mostLines) && isSkipped(text.slice(trimmedLine(text, line)))) ++line;
  if (line >= text.lineCount()) return std::nullopt;
  const Span first = trimmedLine(text, line);
  const bool hasFence = isLikeFence(text.slice(first));
  std::size_t entries = 0;
  const std::size_t closing = closingLine(text, line + (hasFence ? 1 : 0), entries);
  if (closing == std::string::npos || entries < (hasFence ? 1U : 2U)) return std::nullopt;
  if (hasFence && closing == line + 1) return std::nullopt;

  const std::string fence = "---";
  const Span close = trimmedLine(text, closing);
  FrontMatterProblem problem{.mistake = Mistake::notOpened, .span = first};
  const std::size_t begin = text.bytes().starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
  if (hasFence) {
    problem.detail = std::string(text.slice(first));
    problem.repair = {{{begin, first.end}, fence}};
    problem.repairTitle = begin == first.begin ? "Write " + fence : "Put " + fence + " into the first line";
  } else {
    if (line != 0) return std::nullopt;  // text and a line below it
    const std::string_view lineEnd = text.slice({text.line(0).end, text.lineWithEnd(0).end});
    problem.repair = {{{begin, begin}, fence + std::string(lineEnd)}};
    problem.repairTitle = "Insert " + fence + " before it";
  }
  if (text.slice(close) != fence) problem.repair.push_back({close, fence});
  return problem;
}

}  // namespace galley
