// See the header.
#include "analysis/syntax/front_matter_lines.h"

#include <algorithm>
#include <string_view>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

}  // namespace

FrontMatterLine FrontMatterLines::read(std::size_t number) const {
  FrontMatterLine line;
  line.number = number;
  line.span = text_.line(number);
  line.span.begin = std::max(line.span.begin, std::min(content_.begin, line.span.end));
  const std::size_t end = line.span.end;
  line.first = line.span.begin;
  while (line.first < end && isBlank(text_.bytes()[line.first])) ++line.first;
  line.content = line.first;
  while (line.content < end && text_.bytes()[line.content] == '-' &&
         (line.content + 1 == end || isBlank(text_.bytes()[line.content + 1]))) {
    line.hyphens.push_back(line.content++);
    while (line.content < end && isBlank(text_.bytes()[line.content])) ++line.content;
  }
  readKey(line);
  return line;
}

void FrontMatterLines::readKey(FrontMatterLine& line) const {
  const std::size_t end = line.span.end;
  std::size_t p = line.content;
  if (p < end && (text_.bytes()[p] == '"' || text_.bytes()[p] == '\'')) {
    const std::size_t close = text_.bytes().find(text_.bytes()[p], p + 1);
    if (close == std::string::npos || close >= end) return;
    std::size_t colon = close + 1;
    while (colon < end && isBlank(text_.bytes()[colon])) ++colon;
    if (colon >= end || text_.bytes()[colon] != ':') return;
    line.key = {p, close + 1};
    line.colon = colon;
    return;
  }
  std::optional<std::size_t> tight;  // `key:value`, if no better colon follows
  for (; p < end; ++p) {
    const char c = text_.bytes()[p];
    if (c == '#' && (p == line.content || isBlank(text_.bytes()[p - 1]))) break;
    if (p == line.content && std::string_view("[{\"'").find(c) != std::string_view::npos) break;
    if (c != ':') continue;
    if (p + 1 == end || isBlank(text_.bytes()[p + 1])) {
      line.colon = p;
      break;
    }
    const bool word = text_.slice({line.content, p}).find_first_of(" \t") == std::string_view::npos;
    if (!tight && word && text_.bytes()[p + 1] != '/' && line.hyphens.empty()) tight = p;
  }
  if (tight && (!line.colon || *tight < *line.colon)) line.colon = tight;
  if (!line.colon) return;
  std::size_t keyEnd = *line.colon;
  while (keyEnd > line.content && isBlank(text_.bytes()[keyEnd - 1])) --keyEnd;
  line.key = {line.content, keyEnd};
  if (line.key.empty()) line.colon.reset();
}

std::string FrontMatterLines::keyText(const FrontMatterLine& line) const {
  std::string_view key = text_.slice(line.key);
  if (key.size() >= 2 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front())
    key = key.substr(1, key.size() - 2);
  return std::string(key);
}

std::optional<std::string> FrontMatterLines::ownerOf(std::size_t number, std::size_t column, bool item) const {
  std::string path;
  bool direct = true;
  while (number > firstLine() && (column > 0 || item)) {
    const FrontMatterLine line = read(--number);
    if (line.empty() || text_.bytes()[line.first] == '#') continue;
    if (!line.hyphens.empty()) {
      if (line.colon && line.keyColumn() < column) return std::nullopt;
      if (line.indent() < column && direct && !item) return std::nullopt;
      continue;
    }
    const std::size_t at = line.indent();
    if (!line.colon || at > column || (at == column && !item)) continue;
    path.insert(0, path.empty() ? keyText(line) : keyText(line) + '.');
    column = at;
    item = false;
    direct = false;
  }
  return path;
}

}  // namespace galley
