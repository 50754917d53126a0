// See the header.
#include "analysis/syntax/yaml_lines.h"

#include <algorithm>
#include <utility>

namespace galley {

YamlLines::YamlLines(std::string_view text, Span content)
    : source{text, content.end}, pos(content.begin), lineBegin(content.begin) {}

void YamlLines::report(FrontMatterProblem problem) {
  if (ignored) problem.fatal = false;
  if (problems.size() < mostProblems) problems.push_back(std::move(problem));
}

void YamlLines::report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair, std::string title,
                       bool fatal) {
  report({mistake, span, std::move(detail), std::move(repair), std::move(title), fatal});
}

bool YamlLines::toContent() {
  while (true) {
    if (pos != lineBegin) return pos < source.limit;  // already there
    std::size_t first = source.skipSpaces(lineBegin);
    indentTabs_ = source.at(first) == '\t';
    first = source.skipBlanks(first);
    if (first >= source.limit && !indentTabs_) {
      pos = lineBegin = source.limit;
      return false;
    }
    const char c = source.at(first);
    if (!isYamlBreak(c) && c != '#') {
      pos = first;
      return true;
    }
    if (indentTabs_) reportTab({lineBegin, first}, 0);
    pos = lineBegin = source.nextLine(first);
    if (pos >= source.limit) return false;
  }
}

Span YamlLines::lineText() const {
  const std::size_t first = source.skipBlanks(lineBegin);
  return {first, source.trimEnd(first, source.lineEnd(first))};
}

std::size_t YamlLines::lineBeginOf(std::size_t offset) const {
  while (offset > 0 && !isYamlBreak(source.text[offset - 1])) --offset;
  return offset;
}

bool YamlLines::endsAt(std::size_t offset) const {
  const char c = source.at(source.skipBlanks(offset));
  return isYamlBreak(c) || c == '#';
}

int YamlLines::column() const {
  const int bytes = static_cast<int>(pos - lineBegin);
  if (settledLine_ == lineBegin) return bytes + settledShift_;
  if (!indentTabs_) return bytes;
  const std::string_view indent = source.slice(lineBegin, pos);
  return bytes + static_cast<int>(std::ranges::count(indent, '\t'));
}

void YamlLines::settleTab(int column) {
  if (!indentTabs_) return;
  indentTabs_ = false;
  settledLine_ = lineBegin;
  settledShift_ = column - static_cast<int>(pos - lineBegin);
  reportTab({lineBegin, pos}, column);
}

int YamlLines::columnOfNeighbours(int parent) const {
  for (std::size_t line = source.nextLine(pos); line < source.limit; line = source.nextLine(line)) {
    const std::size_t first = source.skipSpaces(line);
    if (isYamlBreak(source.at(first)) || source.at(first) == '#' || source.at(first) == '	') continue;
    const int column = static_cast<int>(first - line);
    if (column > parent) return column;
    break;
  }
  return std::max(parent, 0) + 2;
}

void YamlLines::reportTab(Span indent, int column) {
  std::size_t tab = indent.begin;
  while (source.text[tab] != '\t') ++tab;
  std::size_t end = tab;
  while (end < indent.end && source.text[end] == '\t') ++end;
  report(Mistake::tabIndent, {tab, end}, "", {{indent, std::string(static_cast<std::size_t>(column), ' ')}},
         column == 0 ? "Delete the tab" : "Replace the tab by blanks");
}

std::vector<Edit> YamlLines::reindented(std::size_t begin, std::size_t end, std::size_t from, std::size_t to) const {
  std::vector<Edit> edits;
  for (std::size_t line = begin; line < end; line = source.nextLine(line)) {
    if (isYamlBreak(source.at(source.skipBlanks(line)))) continue;
    if (to >= from) {
      edits.push_back({{line, line}, std::string(to - from, ' ')});
    } else {
      edits.push_back({{line, std::min(line + from - to, source.skipSpaces(line))}, ""});
    }
  }
  return edits;
}

}  // namespace galley
