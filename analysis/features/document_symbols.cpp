// The outline of a post: its headings as nested sections, whatever way they are written.
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/features/features.h"

namespace galley {
namespace {

// For every heading the number of the next one of the same or a higher rank: where its section ends.
std::vector<std::size_t> sectionEnds(const std::vector<Heading>& headings) {
  std::vector<std::size_t> ends(headings.size(), headings.size());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    while (!open.empty() && headings[open.back()].level >= headings[i].level) {
      ends[open.back()] = i;
      open.pop_back();
    }
    open.push_back(i);
  }
  return ends;
}

// What an outline shows, on one line and never empty: editors refuse a symbol without a name.
std::string nameOf(const Heading& heading, const Text& text) {
  const auto onOneLine = [](std::string_view words) {
    std::string line;
    for (const char byte : words) {
      const bool blank = byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
      if (!blank) {
        line += byte;
      } else if (!line.empty() && line.back() != ' ') {
        line += ' ';
      }
    }
    if (!line.empty() && line.back() == ' ') line.pop_back();
    return line;
  };
  std::string name = onOneLine(heading.text);
  if (name.empty()) name = onOneLine(text.slice(heading.textSpan));  // a picture, say
  return name.empty() ? "(empty heading)" : name;
}

class Outline {
 public:
  explicit Outline(const Post& post) : post_(post), ends_(sectionEnds(post.markdown.headings)) {}

  // The sections that begin with the headings `first` up to `last`. As deep as there are levels: six.
  [[nodiscard]] std::vector<Symbol> sections(std::size_t first, std::size_t last) const {
    std::vector<Symbol> all;
    for (std::size_t i = first; i < last; i = ends_[i]) {
      const Heading& heading = post_.markdown.headings[i];
      Symbol symbol;
      symbol.name = nameOf(heading, post_.text);
      symbol.level = heading.level;
      symbol.children = sections(i + 1, ends_[i]);
      symbol.span = {heading.span.begin, sectionEnd(i)};
      if (!symbol.children.empty()) symbol.span.end = std::max(symbol.span.end, symbol.children.back().span.end);
      symbol.selection = symbol.span.contains(heading.textSpan) ? heading.textSpan : heading.span;
      all.push_back(std::move(symbol));
    }
    return all;
  }

 private:
  // A section ends before the line of the next heading, so that a tag or marker around that heading is not in it, and
  // without the blank lines there.
  [[nodiscard]] std::size_t sectionEnd(std::size_t i) const {
    const Span own = post_.markdown.headings[i].span;
    std::size_t end = post_.text.size();
    if (ends_[i] < post_.markdown.headings.size()) {
      const std::size_t next = post_.markdown.headings[ends_[i]].span.begin;
      const std::size_t line = post_.text.line(post_.text.lineOf(next)).begin;
      end = line >= own.end ? line : next;
    }
    const std::string_view section = post_.text.slice({own.begin, std::max(own.begin, end)});
    const std::size_t last = section.find_last_not_of(" \t\r\n");
    const std::size_t trimmed = last == std::string_view::npos ? own.begin : own.begin + last + 1;
    return std::max(trimmed, own.end);
  }

  const Post& post_;
  std::vector<std::size_t> ends_;
};

}  // namespace

std::vector<Symbol> documentSymbols(const View& view, const Post& post) {
  stopHere(view);
  return Outline(post).sections(0, post.markdown.headings.size());
}

}  // namespace galley
