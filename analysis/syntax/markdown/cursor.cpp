// See the header.
#include "analysis/syntax/markdown/cursor.h"

#include <algorithm>

namespace galley {
namespace {
bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
}  // namespace

Cursor::Cursor(std::string_view text, const Lines& lines, std::size_t codeIndent)
    : text_(text), codeIndent_(codeIndent), lines_(lines) {
  readIndent();
}

void Cursor::catchUp() {
  while (line_ + 1 < lines_.count() && lines_.startOf(line_ + 1) <= at) ++line_;
}

void Cursor::toLine(std::size_t line) {
  line_ = line;
  at = lines_.startOf(line);
  column_ = 0;
  readIndent();
}

void Cursor::readIndent() {
  const std::size_t from = column_;
  for (; at < text_.size() && isBlank(text_[at]); ++at)
    column_ = text_[at] == '\t' ? (column_ + 4) / 4 * 4 : column_ + 1;
  indent = column_ - from;
}

bool Cursor::isLineEndAt(std::size_t place) const { return place >= text_.size() || isLineEnd(text_[place]); }

bool Cursor::isBlankLine(std::size_t line) const {
  std::size_t first = lines_.startOf(line);
  while (first < text_.size() && isBlank(text_[first])) ++first;
  return isLineEndAt(first);
}

bool Cursor::strip(std::size_t line) {
  if (stripped_.line == line && stripped_.matched <= containers_.size()) {  // strips further, if there are more
    line_ = line;
    at = stripped_.at;
    indent = stripped_.indent;
    column_ = stripped_.column;
  } else {
    toLine(line);
    stripped_.matched = 0;
  }
  for (; stripped_.matched < containers_.size(); ++stripped_.matched) {
    const Container& container = containers_[stripped_.matched];
    if (container.quote) {
      if (indent >= codeIndent_ || at >= text_.size() || text_[at] != '>') break;
      ++at;
      ++column_;
      readIndent();
      if (indent > 0) --indent;
    } else if (indent >= container.indent) {
      indent -= container.indent;
    } else {
      break;
    }
  }
  stripped_.line = line;
  stripped_.at = at;
  stripped_.indent = indent;
  stripped_.column = column_;
  return stripped_.matched == containers_.size();
}

bool Cursor::toNextInside() {
  std::size_t last = line_;  // the last line that is no other container's
  const auto giveUp = [&] {
    line_ = last;
    at = endOf(last);
    return false;
  };
  const auto noteBlank = [this, &last](std::size_t line, std::size_t depth) {
    if (blank_.to != line) blank_ = {line, line, 0, line};
    ++blank_.to;
    if (depth >= blank_.depth) blank_.inner = line;
    blank_.depth = std::max(blank_.depth, depth);
    if (depth == containers_.size()) last = line;
  };
  for (std::size_t next = line_ + 1; next < lines_.count();) {
    if (blank_.from <= next && next < blank_.to && blank_.depth <= containers_.size()) {
      if (blank_.depth == containers_.size()) last = blank_.inner;
      next = blank_.to;
      continue;
    }
    if (isBlankLine(next)) {
      if (quotes_ > 0) return giveUp();  // no quote goes on behind a line without its mark
      noteBlank(next++, 0);
      continue;
    }
    const bool inside = strip(next);
    if (!isLineEndAt(at)) return inside || giveUp();
    noteBlank(next++, stripped_.matched);  // quote marks alone: blank, an item goes on behind it
  }
  return giveUp();
}

bool Cursor::toFollowingInside() {
  const std::size_t before = line_;
  if (hasNext() && strip(before + 1)) return true;
  line_ = before;
  at = endOf(before);
  return false;
}

void Cursor::enterQuote() {
  ++at;
  ++column_;
  readIndent();
  if (indent > 0) --indent;
  containers_.push_back({.quote = true});
  ++quotes_;
  stripped_.line = SIZE_MAX;
  blank_ = {};
}

void Cursor::enterItem(std::size_t size) {
  Container container{.quote = false, .indent = indent + size};
  at += size;
  column_ += size;
  readIndent();
  if (at >= text_.size() || isLineEnd(text_[at])) {
    container.indent += 1;
  } else if (indent <= codeIndent_) {
    container.indent += indent;
    indent = 0;
  } else {
    container.indent += 1;
    --indent;
  }
  containers_.push_back(container);
  stripped_.line = SIZE_MAX;
  blank_ = {};
}

void Cursor::leaveContainer() {
  if (containers_.empty()) return;
  if (containers_.back().quote) --quotes_;
  containers_.pop_back();
}

}  // namespace galley
