// What kramdown reads by another grammar inside of its blocks: HTML elements and tables; see kramdown.h.
#include <algorithm>

#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/kramdown_parser.h"

namespace galley {

using namespace kramdown_lines;

namespace {

/// Behind the blanks and the line end at `at`, or `at` where more stands on the line.
std::size_t skipTrailingBlanks(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
  return end < text.size() && text[end] == '\n' ? end + 1 : at;
}

/// The end tag of an element from `at` on, or nothing.
std::optional<std::pair<std::size_t, std::size_t>> findEndTag(std::string_view text, std::size_t at,
                                                              std::string_view name) {
  for (at = text.find("</", at); at != std::string_view::npos; at = text.find("</", at + 2)) {
    const auto tag = kramdownEndTag(text, at);
    if (tag && tag->name == name) return std::pair{at, tag->end};
  }
  return std::nullopt;
}

/// The pipes of a row that part cells: not escaped, not in a code span.
std::vector<std::size_t> pipesIn(std::string_view text, std::size_t begin, std::size_t end) {
  std::vector<std::size_t> pipes;
  const std::string_view row = text.substr(0, end);
  for (std::size_t at = begin; at < end; ++at) {
    if (row[at] == '|' && (at == begin || row[at - 1] != '\\')) {
      pipes.push_back(at);
    } else if (row[at] == '`') {
      std::size_t ticks = at;
      while (ticks < end && row[ticks] == '`') ++ticks;
      const std::size_t close = row.find(row.substr(at, ticks - at), ticks);
      const bool loose = ticks - at == 1 && ticks < end && isSpace(row[ticks]) && (at == begin || isSpace(row[at - 1]));
      at = (close == std::string_view::npos || loose ? ticks : close + ticks - at) - 1;
    } else if (row.substr(at).starts_with("<code")) {
      const std::size_t close = row.find("</code>", at);
      if (close != std::string_view::npos) at = close + 6;
    }
  }
  return pipes;
}

bool hasPipe(std::string_view text, std::size_t begin, std::size_t end) {
  const std::string_view row = text.substr(0, end);
  for (std::size_t at = row.find('|', begin); at < end; at = row.find('|', at + 1))
    if (at == begin || text[at - 1] != '\\') return true;
  return false;
}

/// A line of `+|: -` (or `=`) with at least one of the last.
bool isSeparator(std::string_view text, std::size_t begin, std::size_t end, char mark) {
  bool found = false;
  for (std::size_t at = begin; at < end; ++at) {
    if (text[at] == mark) {
      found = true;
    } else if (std::string_view("+|: \t").find(text[at]) == std::string_view::npos) {
      return false;
    }
  }
  return found;
}

}  // namespace

bool KramdownParser::html(Source& source, std::string_view untilEndTag, bool& ended) {
  const std::string_view text = source.text();
  if (text.compare(source.at, 4, "<!--") == 0) {
    const std::size_t close = ahead_.find(text, "-->", source.at + 4);
    if (close != none) {
      endParagraph(source);
      block(source, add(Node::Kind::comment, source.flat, source.at, close + 3));
      source.at = skipTrailingBlanks(text, close + 3);
      return true;
    }
  }
  const std::size_t first = skipIndent(text, source.at);
  if (const auto tag = kramdownStartTag(text, first); tag && !isSpanElement(tag->name)) {
    endParagraph(source);
    const std::uint32_t id = open(Node::Kind::html, source.flat, first);
    source.at = htmlElement(source, first, *tag, false);
    close(id, source.flat, source.at);
    tree_.nodes[id].content = tree_.nodes[id].span;
    block(source, id);
    return true;
  }
  if (untilEndTag.empty()) return false;
  const auto tag = kramdownEndTag(text, first);
  if (!tag || tag->name != untilEndTag) return false;
  endParagraph(source);
  add(Node::Kind::inlineHtml, source.flat, first, tag->end);
  source.at = tag->end;
  ended = true;
  return true;
}

/// Reads the element whose start tag is at `at`. Gives the offset behind it.
std::size_t KramdownParser::htmlElement(Source& source, std::size_t at, const KramdownTag& tag, bool raw) {
  const std::string_view text = source.text();
  add(Node::Kind::inlineHtml, source.flat, at, tag.end);
  if (tag.name == "script" || tag.name == "style") return rawText(source.flat, tag.end, tag.name);
  if (tag.closed || isVoidElement(tag.name)) return tag.end;
  ContentModel model = ContentModel::raw;
  const std::string_view wanted = markdownAttribute(text, tag);
  if (wanted == "1") model = contentModelOf(tag.name);
  if (wanted == "block") model = ContentModel::block;
  if (wanted == "span") model = ContentModel::span;
  std::size_t end = tag.end;
  if (model == ContentModel::block && depth_ < deepest) {
    ++depth_;
    Source inner{source.flat, skipTrailingBlanks(text, end)};
    blocks(inner, tag.name);
    end = std::min(inner.at, text.size());
    --depth_;
  } else if (model == ContentModel::span) {
    const auto close = !ahead_.isSpent() ? findEndTag(text, end, tag.name) : std::nullopt;
    ahead_.spend((close ? close->first : text.size()) - end);
    const std::size_t contentEnd = close ? close->first : text.size();
    wait(source.flat, end, contentEnd, open_.back());
    if (close) add(Node::Kind::inlineHtml, source.flat, close->first, close->second);
    end = close ? close->second : text.size();
  } else {
    end = rawHtml(source, end, tag.name);
  }
  return raw ? end : skipTrailingBlanks(text, end);
}

/// Behind the end tag of a script or style.
std::size_t KramdownParser::rawText(const Flat& flat, std::size_t at, const std::string& name) {
  const auto close = findEndTag(flat.text, at, name);
  if (!close) return flat.text.size();
  add(Node::Kind::inlineHtml, flat, close->first, close->second);
  return close->second;
}

/// Tags up to the end tag of the element `name`. An element inside that is not closed swallows all that follows.
std::size_t KramdownParser::rawHtml(Source& source, std::size_t at, const std::string& name) {
  const std::string_view text = source.text();
  std::vector<std::string> names{name};
  bool comments = true;
  for (at = text.find('<', at); at != none; at = text.find('<', at)) {
    if (comments && text.compare(at, 4, "<!--") == 0) {
      const std::size_t close = text.find("-->", at + 4);
      comments = close != none;
      if (comments) add(Node::Kind::comment, source.flat, at, close + 3);
      at = comments ? close + 3 : at + 1;
    } else if (const auto tag = kramdownStartTag(text, at)) {
      if (depth_ < deepest && !markdownAttribute(text, *tag).empty()) {
        ++depth_;
        at = htmlElement(source, at, *tag, true);
        --depth_;
        continue;
      }
      add(Node::Kind::inlineHtml, source.flat, at, tag->end);
      at = tag->end;
      if (tag->name == "script" || tag->name == "style") {
        at = rawText(source.flat, at, tag->name);
      } else if (!tag->closed && !isVoidElement(tag->name)) {
        names.push_back(tag->name);
      }
    } else if (const auto end = kramdownEndTag(text, at); end && end->name == names.back()) {
      add(Node::Kind::inlineHtml, source.flat, at, end->end);
      names.pop_back();
      if (names.empty()) return end->end;
      at = end->end;
    } else {
      ++at;
    }
  }
  return text.size();
}

bool KramdownParser::table(Source& source) {
  const std::string_view text = source.text();
  if (!source.boundary() || isSpace(text[skipIndent(text, source.at)])) return false;
  std::size_t end = source.at;
  std::size_t rows = 0;
  std::size_t body = 0;
  bool separated = false;
  for (; end < text.size() && hasPipe(text, end, lineEnd(text, end)); end = lineEnd(text, end) + 1) {
    const std::size_t close = lineEnd(text, end);
    if (isSeparator(text, end, close, '-')) {
      if (rows > 0 && !separated) separated = true, body = 0;
    } else if (isSeparator(text, end, close, '=')) {
      continue;
    } else {
      if (pipesIn(text, end, close).empty()) return false;
      ++rows, ++body;
    }
  }
  if (end == source.at || body == 0) return false;
  if (end < text.size() && !isBlankLine(text, end) && !isAttributeLine(text, end) &&
      !(text[end] == '^' && isBlankLine(text, end + 1)))
    return false;
  endParagraph(source);
  const std::uint32_t id = open(Node::Kind::table, source.flat, skipIndent(text, source.at));
  const bool leadingPipe = text[text.find_first_not_of(" \t", source.at)] == '|';
  for (std::size_t line = source.at; line < end; line = lineEnd(text, line) + 1) {
    const std::size_t close = lineEnd(text, line);
    if (isSeparator(text, line, close, '-') || isSeparator(text, line, close, '=')) {
      add(Node::Kind::delimiterRow, source.flat, skipIndent(text, line), close);
      continue;
    }
    const std::uint32_t row = open(Node::Kind::row, source.flat, skipIndent(text, line));
    auto edges = pipesIn(text, line, close);
    edges.push_back(close);
    std::size_t begin = line;
    for (std::size_t i = 0; i < edges.size(); ++i) {
      std::size_t first = begin;
      std::size_t last = edges[i];
      begin = edges[i] + 1;
      while (first < last && isSpace(text[first])) ++first;
      while (last > first && isSpace(text[last - 1])) --last;
      if (first == last && ((i == 0 && leadingPipe) || i + 1 == edges.size())) continue;
      const std::uint32_t cell = open(Node::Kind::cell, source.flat, first);
      tree_.nodes[cell].content = tree_.nodes[cell].span = source.flat.place(first, last);
      wait(source.flat, first, last, cell);
      open_.pop_back();
    }
    this->close(row, source.flat, close);
  }
  close(id, source.flat, end);
  block(source, id);
  source.at = end;
  return true;
}

}  // namespace galley
