// The tree of a text that Python-Markdown's grammar was read from: its elements in order, and in their texts what the
// patterns have found; see python_markdown_parser.h.
#include <algorithm>

#include "analysis/syntax/markdown/kramdown_lines.h"
#include "analysis/syntax/markdown/python_markdown_parser.h"

namespace galley {

using namespace python_markdown_lines;

namespace {

bool isHeadingLike(Node::Kind kind) { return kind == Node::Kind::heading || kind == Node::Kind::cell; }

/// The attribute list that ends a text: behind blanks in a heading or cell, else on a line of its own.
Attributes attributesAtEnd(std::string_view text, bool onOneLine, std::size_t& begin) {
  std::size_t end = text.size();
  while (end > 0 && text[end - 1] == ' ') --end;
  if (end == 0 || text[end - 1] != '}') return {};
  const std::size_t last = text.substr(0, end).rfind('\n');
  const std::size_t line = last == none ? 0 : last + 1;
  for (std::size_t at = text.find('{', line); at < end; at = text.find('{', at + 1)) {
    const Attributes found = attributes(text.substr(0, end), at);
    if (found.end != end) continue;
    begin = at;
    while (begin > line && text[begin - 1] == ' ') --begin;
    if (onOneLine ? begin < at && begin > 0 : begin == line && line > 0) return found;
    if (!onOneLine) return {};
  }
  return {};
}

}  // namespace

std::uint32_t PythonMarkdownParser::open(Node::Kind kind, Span span) {
  const auto id = static_cast<std::uint32_t>(tree_.nodes.size());
  Node& node = tree_.nodes.emplace_back();
  node.kind = kind;
  node.parent = open_.empty() ? Node::noParent : open_.back();
  node.span = node.content = span;
  node.destination = node.title = node.label = {span.end, span.end};
  node.firstText = node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  open_.push_back(id);
  return id;
}

/// What is read without some of its characters may not have its marks as they are meant to be.
bool PythonMarkdownParser::holdsDropped(Span span) const {
  const auto dropped = std::lower_bound(dropped_.begin(), dropped_.end(), span.begin);
  return dropped != dropped_.end() && *dropped < span.end;
}

/// A node reaches over what stands in it.
void PythonMarkdownParser::close(std::uint32_t id) {
  open_.pop_back();
  Node& node = tree_.nodes[id];
  node.lastText = static_cast<std::uint32_t>(tree_.texts.size());
  if (node.span.begin == nowhere) {
    node.span = {0, 0};
    if (!open_.empty()) node.kind = Node::Kind::none;  // blanks alone: what is made of them has no place
  }
  if (node.content.begin == nowhere) node.content = node.span;
  if (node.kind == Node::Kind::definition && holdsDropped(node.span)) node.proven = false;
  if (!node.proven) ++tree_.unproven;
  if (open_.empty() || node.span.empty()) return;
  PackedSpan& whole = tree_.nodes[open_.back()].span;
  whole.begin = std::min<std::size_t>(whole.begin, node.span.begin);
  whole.end = std::max<std::size_t>(whole.end, node.span.end);
}

void PythonMarkdownParser::emit(Id id) {
  Element& element = elements_[id];
  const bool isTextOnly = element.kind == Node::Kind::paragraph && element.children.empty();
  if (isTextOnly) {  // what was taken out of the text is a block of its own
    const std::string_view text = element.text.text;
    const std::size_t first = text.find_first_not_of(" \n");
    const Piece* piece = first == none ? nullptr : pieceAt(element.text, first);
    if (piece != nullptr && text.find_first_not_of(" \n", first + 1) == none) {
      emitPiece(*piece, false);
      return;
    }
  }
  const std::uint32_t node = open(element.kind, element.span);
  tree_.nodes[node].level = element.level;
  tree_.nodes[node].setext = element.setext;
  tree_.nodes[node].hidden = element.hidden;
  const auto set = [](PackedSpan& to, Span from) {
    if (!from.empty()) to = from;
  };
  set(tree_.nodes[node].label, element.label);
  set(tree_.nodes[node].destination, element.destination);
  set(tree_.nodes[node].title, element.title);
  emitText(id, std::move(element.text), true);
  for (const Id child : element.children) {
    emit(child);
    if (!elements_[child].tail.text.empty())
      emitText(id, std::move(elements_[child].tail), child == element.children.back());
  }
  close(node);
}

/// Definitions: each becomes a child of the innermost block that it is written in.
void PythonMarkdownParser::emitAsides() {
  const auto begins = [&](std::uint32_t node) { return tree_.nodes[node].span.begin; };
  std::vector<std::vector<std::uint32_t>> children(tree_.nodes.size());
  for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) children[tree_.nodes[i].parent].push_back(i);
  for (auto& nodes : children)
    std::stable_sort(nodes.begin(), nodes.end(), [&](auto a, auto b) { return begins(a) < begins(b); });
  std::stable_sort(asides_.begin(), asides_.end(), [&](Id a, Id b) { return elements_[a].span < elements_[b].span; });
  for (const Id aside : asides_) {
    const Span span = elements_[aside].span;
    std::uint32_t parent = 0;
    const auto behind = [&] {
      auto& nodes = children[parent];
      return std::partition_point(nodes.begin(), nodes.end(), [&](auto node) { return begins(node) <= span.begin; });
    };
    for (auto next = behind(); next != children[parent].begin(); next = behind()) {
      const std::uint32_t node = *std::prev(next);
      if (!tree_.nodes[node].span.contains(span)) break;
      parent = node;
    }
    const auto first = static_cast<std::uint32_t>(tree_.nodes.size());
    open_.assign(1, parent);
    emit(aside);
    // The blanks behind a note may be a line break in it: what it is written in reaches over it, too.
    const std::size_t end = tree_.nodes[first].span.end;
    for (std::uint32_t up = parent; up != Node::noParent; up = tree_.nodes[up].parent)
      tree_.nodes[up].span.end = std::max<std::size_t>(tree_.nodes[up].span.end, end);
    children.resize(tree_.nodes.size());
    for (std::uint32_t i = first + 1; i < tree_.nodes.size(); ++i) children[tree_.nodes[i].parent].push_back(i);
    children[parent].insert(behind(), first);
  }
  open_.clear();
}

/// The text of the element whose node is open. Where it `closes` it, an attribute list may end it.
void PythonMarkdownParser::emitText(Id id, PlacedText text, bool closes) {
  const std::uint32_t node = open_.back();
  const Node::Kind kind = elements_[id].kind;
  if (kind == Node::Kind::heading) {
    const Span span = tree_.nodes[node].span;
    tree_.nodes[node].content = text.text.empty() ? Span{span.end, span.end} : place(text, 0, text.text.size());
  }
  if (text.text.empty()) return;
  text = inlines(std::move(text), 0);
  std::size_t end = text.text.size();
  std::size_t list = end;
  const Attributes found = closes ? attributesAtEnd(text.text, isHeadingLike(kind), list) : Attributes{};
  if (found.end > 0) {
    end = list;
    const Span inside = kramdown_lines::attributeId(text.text, found.inside.begin, found.inside.end);
    if (kind == Node::Kind::heading) {
      while (end > 0 && text.text[end - 1] == '#') --end;
      while (end > 0 && text.text[end - 1] == ' ') --end;
      tree_.nodes[node].content = place(text, 0, end);
    }
    if (!inside.empty()) tree_.nodes[node].label = place(text, inside.begin, inside.end);
  }
  emitPieces(text, 0, end, false);
  if (found.end > 0) {
    const std::size_t brace = text.text.find('{', list);
    const std::uint32_t attributeList = open(Node::Kind::attributeList, place(text, brace, found.end));
    tree_.nodes[attributeList].content = place(text, found.inside.begin, found.inside.end);
    close(attributeList);
  }
}

void PythonMarkdownParser::show(TextPiece::Kind kind, Span span, bool alt, std::string_view shown) {
  if (!span.empty()) tree_.texts.push_back({kind, alt, span, FewBytes(shown)});
}

void PythonMarkdownParser::emitPieces(const PlacedText& text, std::size_t begin, std::size_t end, bool alt) {
  for (std::size_t at = begin; at < end;) {
    if (const Piece* piece = pieceAt(text, at)) {
      emitPiece(*piece, alt);
      ++at;
      // Attributes directly behind it are about it.
      const bool isSpan = piece->kind >= Node::Kind::emphasis && piece->kind != Node::Kind::inlineHtml;
      const Attributes found =
          isSpan && at < end ? attributes(std::string_view(text.text).substr(0, end), at) : Attributes{};
      if (found.end > 0) {
        close(open(Node::Kind::attributeList, place(text, at, found.end)));
        at = found.end;
      }
      continue;
    }
    if (text.text[at] == '\n') {
      show(TextPiece::Kind::lineBreak, place(text, at, at + 1), alt);
      ++at;
      continue;
    }
    std::size_t run = at + 1;
    while (run < end && text.text[run] != '\n' && text.text[run] != pieceMark &&
           text.places[run] == text.places[run - 1] + 1)
      ++run;
    show(TextPiece::Kind::plain, place(text, at, run), alt);
    at = run;
  }
}

void PythonMarkdownParser::emitPiece(const Piece& piece, bool alt) {
  switch (piece.kind) {
    case Node::Kind::none:
      if (piece.shownAs == TextPiece::Kind::reference) {
        show(piece.shownAs, piece.span, alt);
      } else {
        emitPieces(piece.inner, 0, piece.inner.text.size(), alt);
      }
      return;
    case Node::Kind::html:
      emitHtml(piece);
      return;
    default:
      break;
  }
  const std::uint32_t id = open(piece.kind, piece.span);
  const auto set = [](PackedSpan& to, Span from) {
    if (!from.empty()) to = from;
  };
  tree_.nodes[id].reference = piece.reference;
  tree_.nodes[id].content = piece.content;
  set(tree_.nodes[id].destination, piece.destination);
  set(tree_.nodes[id].title, piece.title);
  set(tree_.nodes[id].label, piece.label);
  tree_.nodes[id].proven = piece.proven && !holdsDropped(piece.span);
  if (piece.kind == Node::Kind::hardBreak) show(TextPiece::Kind::lineBreak, piece.span, alt);
  if (piece.kind == Node::Kind::codeSpan) {
    for (std::size_t at = 0; at < piece.inner.text.size();) {
      std::size_t run = at + 1;
      while (run < piece.inner.text.size() && piece.inner.places[run] == piece.inner.places[run - 1] + 1) ++run;
      show(TextPiece::Kind::code, place(piece.inner, at, run), alt);
      at = run;
    }
  } else {
    emitPieces(piece.inner, 0, piece.inner.text.size(), alt || piece.kind == Node::Kind::image);
  }
  close(id);
}

/// Raw HTML, but for the fences that stand in it; and HTML whose content is Markdown.
void PythonMarkdownParser::emitHtml(const Piece& piece) {
  if (!piece.elements.empty()) {
    close(open(Node::Kind::inlineHtml, {piece.span.begin, piece.content.begin}));
    for (const Id element : piece.elements) {
      for (const Id child : elements_[element].children) emit(child);
    }
    if (piece.content.end < piece.span.end) close(open(Node::Kind::inlineHtml, {piece.content.end, piece.span.end}));
    return;
  }
  const PlacedText& inner = piece.inner;
  for (std::size_t at = 0; at < inner.text.size();) {
    std::size_t next = std::min(inner.text.find(pieceMark, at), inner.text.size());
    if (next > at) close(open(Node::Kind::html, place(inner, at, next)));
    if (const Piece* fence = pieceAt(inner, next)) emitPiece(*fence, false), ++next;
    at = next;
  }
}

}  // namespace galley
