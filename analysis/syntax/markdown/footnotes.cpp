// See the header.
#include "analysis/syntax/markdown/footnotes.h"

#include <algorithm>
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

/// True if only blanks and marks of quotes stand before a place on its line.
bool isAtLineStart(std::string_view text, std::size_t at) {
  while (at > 0 && (text[at - 1] == ' ' || text[at - 1] == '\t' || text[at - 1] == '>')) --at;
  return at == 0 || text[at - 1] == '\n' || text[at - 1] == '\r';
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

/// Notes that stand line below line are one paragraph for md4c. Each gets its part of it, and of what stands in there;
/// what reaches from one into the next is not there. `parts`: of each such paragraph its nodes, itself first.
void partNotes(Tree& tree, const std::map<std::uint32_t, std::vector<std::uint32_t>>& parts) {
  if (parts.empty()) return;
  std::map<std::uint32_t, const std::vector<std::uint32_t>*> partsOf;
  for (const auto& [first, all] : parts)
    for (const std::uint32_t id : all) partsOf[id] = &all;
  for (Node& node : tree.nodes) {
    if (node.parent == Node::noParent) continue;
    if (tree.nodes[node.parent].kind == Node::Kind::none) node.parent = tree.nodes[node.parent].parent;
    const auto found = partsOf.find(node.parent);
    if (found == partsOf.end()) continue;
    for (const std::uint32_t id : *found->second)
      if (tree.nodes[id].span.begin <= node.span.begin) node.parent = id;
    if (!tree.nodes[node.parent].span.contains(node.span)) node.kind = Node::Kind::none;
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

std::string withoutNotes(const std::string& mask) {
  std::string result = mask;
  for (std::size_t at = mask.find("[^"); at != std::string::npos; at = mask.find("[^", at + 2)) {
    const Span label = labelAt(mask, at);
    if (isDefinition(mask, label) && isAtLineStart(mask, at)) result[label.end + 1] = 'x';
  }
  return result;
}

void findFootnotes(const std::string& mask, Tree& tree) {
  const std::string_view text = mask;
  if (text.find("[^") == std::string_view::npos) return;
  std::map<std::string, bool> used;                 // of each label: is it referred to
  std::vector<std::pair<Span, std::string>> notes;  // where each note's text stands, and its label
  const auto labelOf = [&](Span label) { return lower(text.substr(label.begin, label.size())); };
  std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
  const std::size_t written = tree.nodes.size();
  for (std::uint32_t i = 0; i < written; ++i) {
    const Node node = tree.nodes[i];
    const Span label = labelAt(text, node.span.begin);
    if ((node.kind != Node::Kind::definition && node.kind != Node::Kind::paragraph) || !isDefinition(text, label))
      continue;
    tree.nodes[i].kind = Node::Kind::footnoteDefinition;
    tree.nodes[i].label = label;
    tree.nodes[i].content = {std::min<std::size_t>(label.end + 2, node.span.end), node.span.end};
    used.emplace(labelOf(label), false);
    notes.emplace_back(node.span, labelOf(label));
    // Notes on the lines behind it, without a blank line between them.
    for (std::size_t line = text.find_first_of("\r\n", node.span.begin); line < node.span.end;
         line = text.find_first_of("\r\n", line + 1)) {
      const std::size_t begin = std::min(text.find_first_not_of(" \t>\n", line + 1), text.size());
      const Span next = labelAt(text, begin);
      if (!isDefinition(text, next) || tree.nodes.back().span.begin == begin) continue;  // `\r\n` comes twice
      Node note = node;
      note.kind = Node::Kind::footnoteDefinition;
      note.span.begin = begin;
      note.label = next;
      note.content = {std::min<std::size_t>(next.end + 2, node.span.end), node.span.end};
      note.firstText = note.lastText = 0;
      used.emplace(labelOf(next), false);
      notes.back().first.end = begin;
      notes.emplace_back(note.span, labelOf(next));
      std::vector<std::uint32_t>& part = parts.try_emplace(i, std::vector{i}).first->second;
      Node& above = tree.nodes[part.back()];
      above.span.end = text.find_last_not_of(" \t>\r\n", begin - 1) + 1;
      above.content.end = std::max(above.content.begin, above.span.end);
      part.push_back(static_cast<std::uint32_t>(tree.nodes.size()));
      tree.nodes.push_back(note);
    }
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
    const auto found = used.find(labelOf(label));
    if (found == used.end()) return false;
    found->second = true;
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
  partNotes(tree, parts);
  if (tree.nodes.size() > written) putInOrder(tree);
  for (Node& node : tree.nodes) {
    const auto note =
        std::partition_point(notes.begin(), notes.end(), [&](const auto& n) { return n.first.end <= node.span.begin; });
    node.hidden = node.hidden || (note != notes.end() && note->first.contains(node.span) && !used[note->second]);
  }
}

}  // namespace galley
