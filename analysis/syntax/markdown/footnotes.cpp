// See the header.
#include "analysis/syntax/markdown/footnotes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <utility>
#include <vector>

namespace galley {
namespace {

constexpr std::size_t longestLabel = 999;

/// The label of `[^label]` at `at`, or an empty span.
Span labelAt(std::string_view text, std::size_t at) {
  if (text.substr(std::min(at, text.size()), 2) != "[^") return {};
  std::size_t end = at + 2;
  while (end < text.size() && end - at < longestLabel && text[end] != ']' && text[end] != '[' &&
         static_cast<unsigned char>(text[end]) > ' ')
    ++end;
  return end > at + 2 && end < text.size() && text[end] == ']' ? Span{at + 2, end} : Span{};
}

bool isDefinition(std::string_view text, Span label) { return !label.empty() && text.substr(label.end, 2) == "]:"; }

bool isBlank(char c) { return c == ' ' || c == '\t'; }

/// Behind the mark of a list's item that begins at `at`; `at` where there is none.
std::size_t behindItemMark(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
  const std::string_view marks = end == at ? "+*-" : ".)";
  const bool isMark =
      end + 1 < text.size() && marks.find(text[end]) != std::string_view::npos && isBlank(text[end + 1]);
  return isMark ? end + 1 : at;
}

/// True if only blanks and marks of quotes and items stand before a place on its line.
bool isAtLineStart(std::string_view text, std::size_t at) {
  std::size_t begin = at == 0 ? 0 : text.find_last_not_of(" \t>+-*.)0123456789", at - 1) + 1;
  if (begin > 0 && text[begin - 1] != '\n' && text[begin - 1] != '\r') return false;
  while (begin < at) {
    const std::size_t behind = isBlank(text[begin]) || text[begin] == '>' ? begin + 1 : behindItemMark(text, begin);
    if (behind == begin) return false;
    begin = behind;
  }
  return true;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// The node that each text stands in, the innermost: texts and nodes come in the same order.
std::vector<std::uint32_t> nodesOfTexts(const Tree& tree) {
  std::vector<std::uint32_t> result(tree.texts.size());
  std::vector<std::uint32_t> open;
  std::uint32_t next = 0;
  for (std::uint32_t text = 0; text < result.size(); ++text) {
    for (; next < tree.nodes.size() && tree.nodes[next].firstText <= text; ++next)
      if (tree.nodes[next].kind != Node::Kind::none) open.push_back(next);
    while (open.size() > 1 && tree.nodes[open.back()].lastText <= text) open.pop_back();
    result[text] = open.empty() ? 0 : open.back();
  }
  return result;
}

/// What may begin an item of a list, for md4c alone: a mark that stands nowhere in the text before a blank, so that no
/// note joins a list of the author's. The first where the text has them all.
char unusedListMark(std::string_view text) {
  constexpr std::string_view marks = "+*-";
  std::array<bool, marks.size()> used{};
  for (std::size_t at = text.find_first_of(marks); at != std::string_view::npos;
       at = text.find_first_of(marks, at + 1)) {
    const bool isMark = at + 1 == text.size() || static_cast<unsigned char>(text[at + 1]) <= ' ';
    if (isMark) used[marks.find(text[at])] = true;
  }
  const auto free = std::find(used.begin(), used.end(), false);
  return free == used.end() ? marks[0] : marks[static_cast<std::size_t>(free - used.begin())];
}

/// The items that stand for notes become notes, their lists nothing.
void turnItemsIntoNotes(std::string_view text, Tree& tree) {
  for (Node& node : tree.nodes) {
    if (node.parent == Node::noParent) continue;
    if (tree.nodes[node.parent].kind == Node::Kind::none) node.parent = tree.nodes[node.parent].parent;
    Node& parent = tree.nodes[node.parent];
    if (parent.kind == Node::Kind::footnoteDefinition && node.span.begin < parent.content.begin) {
      // The paragraph that begins with the rest of the label.
      node.span.begin = std::min(parent.content.begin, node.span.end);
      node.content.begin = std::max(node.content.begin, node.span.begin);
      if (node.span.empty()) node.kind = Node::Kind::none;
    }
    const Span label = node.kind == Node::Kind::item ? labelAt(text, node.span.begin) : Span{};
    if (!isDefinition(text, label)) continue;
    if (parent.span.begin == node.span.begin && parent.kind == Node::Kind::bulletList) parent.kind = Node::Kind::none;
    if (parent.kind == Node::Kind::none) node.parent = parent.parent;
    node.kind = Node::Kind::footnoteDefinition;
    node.label = label;
    node.content = {std::min<std::size_t>(label.end + 2, node.span.end), node.span.end};
    while (!node.content.empty() && isBlank(text[node.content.begin])) ++node.content.begin;
    if (node.firstText == node.lastText) continue;
    Span piece = tree.texts[node.firstText].span;  // it begins with the rest of the label
    piece.begin = std::clamp<std::size_t>(node.content.begin, piece.begin, piece.end);
    tree.texts[node.firstText].span = piece;
  }
}

/// Nodes that were added at the end move to where their text is: parents before children, in the order of the text.
void putInOrder(Tree& tree) {
  std::vector<std::uint32_t> order(tree.nodes.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto key = [&](std::uint32_t id) {
    const Span span = tree.nodes[id].span;
    return std::pair(span.begin, SIZE_MAX - span.end);
  };
  std::stable_sort(order.begin() + 1, order.end(), [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
  std::vector<std::uint32_t> places(order.size());
  std::vector<Node> sorted;
  for (const std::uint32_t id : order) {
    places[id] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(tree.nodes[id]);
  }
  for (Node& node : sorted)
    if (node.parent != Node::noParent) node.parent = places[node.parent];
  tree.nodes = std::move(sorted);
}

}  // namespace

std::string withNotesAsItems(const std::string& mask) {
  std::string result = mask;
  const char mark = unusedListMark(mask);
  for (std::size_t at = mask.find("[^"); at != std::string::npos; at = mask.find("[^", at + 2)) {
    const Span label = labelAt(mask, at);
    if (!isDefinition(mask, label) || !isAtLineStart(mask, at)) continue;
    // The text of the item begins at its fourth column, as what belongs to a note does. The colon stays: a word there
    // might go on behind it (`x@a.b`).
    std::fill(result.begin() + static_cast<std::ptrdiff_t>(at),
              result.begin() + static_cast<std::ptrdiff_t>(label.end + 1), 'x');
    result.replace(at, 4, std::string{mark} + "   ");
  }
  return result;
}

void findFootnotes(const std::string& mask, Tree& tree) {
  const std::string_view text = mask;
  turnItemsIntoNotes(text, tree);
  const auto labelOf = [&](Span label) { return lower(text.substr(label.begin, label.size())); };
  const std::size_t written = tree.nodes.size();
  std::map<std::string, std::uint32_t> notes;  // the first of each label, hidden until something refers to it
  for (std::uint32_t i = 0; i < written; ++i) {
    if (tree.nodes[i].kind != Node::Kind::footnoteDefinition) continue;
    notes.emplace(labelOf(tree.nodes[i].label), i);
    tree.nodes[i].hidden = true;
  }
  const std::vector<std::uint32_t> nodes = nodesOfTexts(tree);
  /// True if a reference that begins in a text is text of one node as a whole, no mark of emphasis or a link in it.
  const auto isWhole = [&](std::size_t first, Span reference) {
    const Node& node = tree.nodes[nodes[first]];
    for (std::size_t i = first; i < tree.texts.size() && tree.texts[i].span.begin < reference.end; ++i)
      if (nodes[i] != nodes[first]) return false;
    return (node.isInline() ? node.content : node.span).contains(reference);
  };
  const auto refer = [&](Span label) {
    const auto found = notes.find(labelOf(label));
    if (found == notes.end()) return false;
    tree.nodes[found->second].hidden = false;
    tree.silent.push_back({label.begin - 2, label.end + 1});
    return true;
  };
  for (Node& node : tree.nodes) {
    const Span label = labelAt(text, node.span.begin);
    if (node.kind != Node::Kind::link || node.reference != Node::Reference::shortcut || label.empty()) continue;
    node.kind = Node::Kind::footnoteReference;
    node.label = label;
    refer(label);
  }
  for (std::size_t i = 0; i < tree.texts.size(); ++i) {
    const TextPiece& piece = tree.texts[i];
    if (piece.kind != TextPiece::Kind::plain) continue;
    for (std::size_t at = text.find('[', piece.span.begin); at < piece.span.end; at = text.find('[', at + 1)) {
      const Span label = labelAt(text, at);
      const Span reference{at, label.end + 1};
      const bool defines = isDefinition(text, label) && isAtLineStart(text, at);
      if (label.empty() || defines || !isWhole(i, reference) || !refer(label)) continue;
      Node node;
      node.kind = Node::Kind::footnoteReference;
      node.parent = nodes[i];
      node.span = reference;
      node.content = node.label = label;
      node.destination = node.title = {at, at};
      tree.nodes.push_back(node);
    }
  }
  std::sort(tree.silent.begin(), tree.silent.end());
  if (tree.nodes.size() > written) putInOrder(tree);
  for (Node& node : tree.nodes)
    node.hidden = node.hidden || (node.parent != Node::noParent && tree.nodes[node.parent].hidden);
}

}  // namespace galley
