// What Python-Markdown takes out of a text before it looks for blocks: tabs, fences, and HTML elements with all that
// stands in them. A piece stays in their place; see python_markdown_parser.h.
#include <algorithm>

#include "analysis/syntax/markdown/python_markdown_parser.h"

namespace galley {

using namespace python_markdown_lines;

namespace {

constexpr auto blockElements = std::to_array<std::string_view>(
    {"address",  "article", "aside",    "blockquote", "body",    "canvas",   "colgroup", "dd",     "details", "div",
     "dl",       "dt",      "fieldset", "figcaption", "figure",  "footer",   "form",     "group",  "h1",      "h2",
     "h3",       "h4",      "h5",       "h6",         "header",  "hgroup",   "hr",       "iframe", "legend",  "li",
     "main",     "map",     "math",     "menu",       "nav",     "noscript", "object",   "ol",     "option",  "output",
     "p",        "pre",     "progress", "script",     "section", "style",    "summary",  "table",  "tbody",   "td",
     "textarea", "tfoot",   "th",       "thead",      "tr",      "ul",       "video"});

bool isBlockElement(std::string_view name) {
  return std::find(blockElements.begin(), blockElements.end(), name) != blockElements.end();
}

bool isAlpha(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Tag {
  std::string name;
  std::size_t end = 0;
  bool closed = false;    // `/>`
  bool markdown = false;  // its content is Markdown
};

/// The start tag at the `<` at `at`. A backtick is no part of one: `<a` in a code span is no tag.
std::optional<Tag> startTag(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 1;
  if (i >= text.size() || !isAlpha(text[i])) return std::nullopt;
  while (i < text.size() && !isSpace(text[i]) && text[i] != '/' && text[i] != '>' && text[i] != '`')
    tag.name += lower(text[i++]);
  while (i < text.size()) {
    if (text[i] == '>') {
      tag.end = i + 1;
      return tag;
    }
    if (text.substr(i, 2) == "/>") {
      tag.end = i + 2;
      tag.closed = true;
      return tag;
    }
    if (isSpace(text[i]) || text[i] == '/') {
      ++i;
      continue;
    }
    if (text[i] == '`' || text[i] == '<') return std::nullopt;
    const std::size_t name = i;
    while (i < text.size() && !isSpace(text[i]) && text[i] != '/' && text[i] != '=' && text[i] != '>') ++i;
    const std::string_view attribute = text.substr(name, i - name);
    std::size_t value = i;
    while (value < text.size() && isSpace(text[value])) ++value;
    if (value >= text.size() || text[value] != '=') {
      tag.markdown = tag.markdown || attribute == "markdown";
      if (i == name) ++i;
      continue;
    }
    while (value < text.size() && (isSpace(text[value]) || text[value] == '=')) ++value;
    if (value < text.size() && (text[value] == '"' || text[value] == '\'')) {
      const std::size_t close = text.find(text[value], value + 1);
      if (close == std::string_view::npos) return std::nullopt;
      if (attribute == "markdown")
        tag.markdown =
            text.substr(value + 1, close - value - 1) == "1" || text.substr(value + 1, close - value - 1) == "block";
      i = close + 1;
    } else {
      i = value;
      while (i < text.size() && !isSpace(text[i]) && text[i] != '>' && text[i] != '`') ++i;
      if (attribute == "markdown") tag.markdown = text.substr(value, i - value) == "1";
    }
  }
  return std::nullopt;
}

std::optional<Tag> endTag(std::string_view text, std::size_t at) {
  Tag tag;
  std::size_t i = at + 2;
  if (i >= text.size() || !isAlpha(text[i])) return std::nullopt;
  while (i < text.size() && !isSpace(text[i]) && text[i] != '/' && text[i] != '>') tag.name += lower(text[i++]);
  const std::size_t close = text.find('>', i);
  if (close == std::string_view::npos) return std::nullopt;
  tag.end = close + 1;
  return tag;
}

/// What stands behind `<!` of a declaration that is HTML.
bool isDeclaration(std::string_view text) {
  constexpr std::string_view name = "doctype";
  return text.starts_with("[CDATA[") ||
         (text.size() > name.size() &&
          std::equal(name.begin(), name.end(), text.begin(), [](char a, char b) { return a == lower(b); }));
}

bool isAtLineStart(std::string_view text, std::size_t at) {
  const std::size_t end = text.substr(0, at).rfind('\n');
  const std::size_t begin = end == std::string_view::npos ? 0 : end + 1;
  return at - begin <= 3 && blanksAt(text, begin) >= at - begin;
}

/// True if a line ends at `at` and a blank one follows.
bool blankLineFollows(std::string_view text, std::size_t at) {
  return isBlankLine(text, at) && lineEnd(text, at) < text.size() && isBlankLine(text, nextLine(text, at)) &&
         lineEnd(text, nextLine(text, at)) < text.size();
}

/// What a fence's first line may say: `{attributes}`, or a language and perhaps lines to mark.
Span infoOf(std::string_view line) {
  Span info{blanksAt(line, 0), line.size()};
  while (info.end > info.begin && line[info.end - 1] == ' ') --info.end;
  const std::string_view text = line.substr(info.begin, info.size());
  if (!text.empty() && text[0] == '{') return text.find('}') == text.size() - 1 ? info : Span{1, 0};
  std::size_t word = !text.empty() && text[0] == '.' ? 1 : 0;
  while (word < text.size() &&
         (std::string_view("#.+-_").find(text[word]) != std::string_view::npos || isAlpha(text[word]) ||
          (text[word] >= '0' && text[word] <= '9') || static_cast<unsigned char>(text[word]) >= 0x80))
    ++word;
  const std::string_view rest = text.substr(std::min(word + blanksAt(text, word), text.size()));
  if (!rest.empty() && (!rest.starts_with("hl_lines=\"") && !rest.starts_with("hl_lines='"))) return {1, 0};
  if (!rest.empty() && (rest.size() < 11 || rest.back() != rest[9])) return {1, 0};
  return info;
}

}  // namespace

/// Line ends are `\n`, the last one too, tabs are blanks, blank lines are empty, and the control characters that stand
/// for pieces are not there.
PlacedText PythonMarkdownParser::normalized() {
  PlacedText result;
  result.text.reserve(mask_.size() + 1);
  result.places.reserve(mask_.size() + 1);
  std::size_t column = 0;
  std::size_t line = 0;  // where the line begins in the result
  bool blank = true;
  for (std::size_t i = 0; i < mask_.size() || line < result.text.size(); ++i) {
    const char c = i < mask_.size() ? mask_[i] : '\n';
    const auto at = static_cast<std::uint32_t>(i);
    if (c == '\n' || c == '\r') {
      if (blank && line > 0) {
        result.text.resize(line);
        result.places.resize(line);
      }
      result.append('\n', at);
      if (c == '\r' && i + 1 < mask_.size() && mask_[i + 1] == '\n') ++i;
      column = 0;
      line = result.text.size();
      blank = true;
    } else if (c == '\t') {
      for (std::size_t width = tab - column % tab; width > 0; --width, ++column) result.append(' ', at);
    } else if (c == pieceMark || c == '\x03') {
      dropped_.push_back(i);
    } else {
      result.append(c, at);
      if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
      blank = blank && c == ' ';
    }
  }
  return result;
}

/// A line end that is not in the mask, where `place` is.
void PythonMarkdownParser::putLineEnd(PlacedText& to, std::size_t place) {
  to.append('\n', static_cast<std::uint32_t>(place) | PlacedText::notWritten);
}

PlacedText PythonMarkdownParser::withoutFences(const PlacedText& flat) {
  const std::string_view text = flat.text;
  std::map<std::string, std::vector<std::size_t>, std::less<>> closings;  // lines that are nothing but a fence
  const auto fenceAt = [&](std::size_t line) {
    std::size_t end = line;
    while (end < text.size() && text[end] == text[line] && (text[line] == '`' || text[line] == '~')) ++end;
    return end - line >= 3 ? text.substr(line, end - line) : std::string_view{};
  };
  for (std::size_t line = 0; line < text.size(); line = nextLine(text, line)) {
    const std::string_view fence = fenceAt(line);
    if (!fence.empty() && isBlankLine(text, line + fence.size())) closings[std::string(fence)].push_back(line);
  }
  if (closings.empty()) return flat;
  PlacedText result;
  std::size_t copied = 0;
  for (std::size_t line = 0; line < text.size(); line = nextLine(text, line)) {
    const std::string_view fence = fenceAt(line);
    if (fence.empty()) continue;
    const std::size_t firstEnd = lineEnd(text, line);
    const std::size_t info = line + fence.size();
    const Span word = infoOf(text.substr(info, firstEnd - info));
    const auto same = closings.find(fence);
    if (same == closings.end() || word.end < word.begin) continue;
    const auto close = std::upper_bound(same->second.begin(), same->second.end(), line);
    if (close == same->second.end()) continue;
    Piece piece;
    piece.kind = Node::Kind::fencedCode;
    piece.span = place(flat, line, *close + fence.size());
    piece.content =
        firstEnd + 1 < *close ? place(flat, firstEnd + 1, *close) : Span{flat.places[*close], flat.places[*close]};
    piece.label = place(flat, info + word.begin, info + word.end);
    result.append(flat, copied, line);
    putLineEnd(result, place(flat, line, line).begin);
    put(result, add(std::move(piece)));
    copied = lineEnd(text, *close);
    putLineEnd(result, place(flat, copied, copied).begin);
    line = *close;
  }
  result.append(flat, copied, text.size());
  return result;
}

PlacedText PythonMarkdownParser::withoutHtml(const PlacedText& flat) {
  const std::string_view text = flat.text;
  if (text.find('<') == none) return flat;
  PlacedText out;
  std::size_t copied = 0;          // up to here the text is in `out`
  bool tail = false;               // behind an element, on its last line: another one may begin here
  std::vector<std::string> names;  // of the elements that are open
  std::size_t raw = none;          // where the outermost of them began
  const auto takeHtml = [&](std::size_t begin, std::size_t end) {
    Piece piece;
    piece.kind = Node::Kind::html;
    std::size_t last = end;  // an element that is not closed goes on to the end of the text
    while (last > begin && text[last - 1] == '\n') --last;
    piece.span = place(flat, begin, last);
    piece.inner = part(flat, begin, last);
    put(out, add(std::move(piece)));
    putLineEnd(out, place(flat, end, end).begin);
    putLineEnd(out, place(flat, end, end).begin);
    copied = end;
    tail = !blankLineFollows(text, end);
  };
  const auto copyTo = [&](std::size_t at) {
    out.append(flat, copied, at);
    copied = at;
  };
  const auto startBlock = [&](std::size_t at) {
    copyTo(at);
    const bool apart = out.text.ends_with("\n\n");
    if (!apart && (out.text.ends_with("\n") || tail)) putLineEnd(out, place(flat, at, at).begin);
  };
  std::size_t lineEndSeen = 0;
  for (std::size_t at = text.find('<'); at != none; at = text.find('<', at)) {
    if (tail && text.substr(lineEndSeen, at - lineEndSeen).find('\n') != none) tail = false;
    const bool begins = raw == none && (tail || isAtLineStart(text, at));
    std::size_t end = at + 1;
    if (text.substr(at, 4) == "<!--") {
      const std::size_t close = work_.find(text, "-->", at + 4);
      if (close != none) {
        end = close + 3;
        if (begins) startBlock(at), takeHtml(at, end);
      }
    } else if (text.substr(at, 2) == "<?" || text.substr(at, 2) == "<!") {
      const std::string_view mark = text[at + 1] == '?' ? "?>" : ">";
      const std::size_t close = raw == none ? work_.find(text, mark, at + 2) : none;
      const bool known = text[at + 1] == '?' || isDeclaration(text.substr(at + 2));
      end = at + 2;
      if (close != none && begins) {
        end = close + mark.size();
        if (known) startBlock(at), takeHtml(at, end);
      }
    } else if (text.substr(at, 2) == "</") {
      if (const auto tag = endTag(text, at)) {
        end = tag->end;
        const auto open = std::find(names.rbegin(), names.rend(), tag->name);
        if (raw != none && open != names.rend()) names.erase(std::prev(open.base()), names.end());
        if (raw != none && names.empty()) {
          takeHtml(raw, end);
          raw = none;
        }
      }
    } else if (const auto tag = startTag(text, at)) {
      end = tag->end;
      const bool isBlock = isBlockElement(tag->name);
      const bool isRaw = tag->name == "script" || tag->name == "style";
      if (begins && isBlock && (tag->closed || tag->name == "hr")) {
        startBlock(at), takeHtml(at, end);
      } else if (begins && isBlock && tag->markdown && !isRaw) {
        startBlock(at);
        end = markdownInHtml(flat, at, end, tag->name, out);
        copied = end;
        tail = !blankLineFollows(text, end);
      } else if (begins && isBlock) {
        copyTo(at);
        putLineEnd(out, place(flat, at, at).begin);
        raw = at;
        names.push_back(tag->name);
      } else if (raw != none && !tag->closed) {
        names.push_back(tag->name);
      }
      if (raw != none && isRaw && !tag->closed) {  // no tag but its end
        std::size_t close = work_.find(text, "</", end);
        while (close != none &&
               !(text.size() > close + 1 + tag->name.size() &&
                 std::equal(tag->name.begin(), tag->name.end(), text.begin() + static_cast<std::ptrdiff_t>(close) + 2,
                            [](char a, char b) { return a == lower(b); })))
          close = work_.find(text, "</", close + 2);
        end = close == none ? text.size() : close;
      }
    }
    lineEndSeen = end;
    at = end;
  }
  if (raw != none) takeHtml(raw, text.size());
  copyTo(text.size());
  return out;
}

/// An element whose content is Markdown: its tags are HTML, what stands between them is read as blocks of its own.
/// Gives the offset behind it.
std::size_t PythonMarkdownParser::markdownInHtml(const PlacedText& flat, std::size_t at, std::size_t tagEnd,
                                                 const std::string& name, PlacedText& out) {
  const std::string_view text = flat.text;
  std::size_t depth = 1;
  std::size_t close = text.size();
  std::size_t end = text.size();
  for (std::size_t i = text.find('<', tagEnd); i != none && work_.spend(1); i = text.find('<', i + 1)) {
    const auto ends = text.substr(i, 2) == "</" ? endTag(text, i) : std::nullopt;
    const auto starts = ends ? std::nullopt : startTag(text, i);
    if (starts && starts->name == name && !starts->closed) ++depth;
    if (!ends || ends->name != name || --depth > 0) continue;
    close = i;
    end = ends->end;
    break;
  }
  Piece piece;
  piece.kind = Node::Kind::html;
  piece.span = place(flat, at, end);
  piece.content = {place(flat, at, tagEnd).end, close < end ? place(flat, close, end).begin : piece.span.end};
  const Id element = static_cast<Id>(elements_.size());
  elements_.emplace_back().kind = Node::Kind::html;
  piece.elements.push_back(element);
  flats_.push_back(withoutHtml(part(flat, tagEnd, close)));
  const PlacedText* inner = &flats_.back();
  put(out, add(std::move(piece)));
  putLineEnd(out, place(flat, end, end).begin);
  putLineEnd(out, place(flat, end, end).begin);
  parseText(element, *inner);
  return end;
}

}  // namespace galley
