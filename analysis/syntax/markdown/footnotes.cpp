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

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

}  // namespace

void findFootnotes(const std::string& mask, Tree& tree) {
  const std::string_view text = mask;
  if (text.find("[^") == std::string_view::npos) return;
  std::map<std::string, bool> used;                 // of each label: is it referred to
  std::vector<std::pair<Span, std::string>> notes;  // where each note's text stands, and its label
  const auto labelOf = [&](Span label) { return lower(text.substr(label.begin, label.size())); };
  const std::size_t count = tree.nodes.size();
  for (std::size_t i = 0; i < count; ++i) {
    const Node node = tree.nodes[i];
    const Span label = labelAt(text, node.span.begin);
    if ((node.kind != Node::Kind::definition && node.kind != Node::Kind::paragraph) || !isDefinition(text, label))
      continue;
    tree.nodes[i].kind = Node::Kind::footnoteDefinition;
    tree.nodes[i].label = label;
    tree.nodes[i].content = {std::min(label.end + 2, node.span.end), node.span.end};
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
      note.content = {std::min(next.end + 2, node.span.end), node.span.end};
      note.firstText = note.lastText = 0;
      used.emplace(labelOf(next), false);
      notes.back().first.end = begin;
      notes.emplace_back(note.span, labelOf(next));
      tree.nodes.push_back(note);
    }
  }
  const auto refer = [&](Span label) {
    const auto found = used.find(labelOf(label));
    if (found == used.end()) return false;
    found->second = true;
    tree.silent.push_back({label.begin - 2, label.end + 1});
    return true;
  };
  for (std::size_t i = 0; i < count; ++i) {
    Node& node = tree.nodes[i];
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
      if (label.empty() || isDefinition(text, label) || !refer(label)) continue;
      Node node;
      node.kind = Node::Kind::footnoteReference;
      node.parent = 0;
      node.span = {at, label.end + 1};
      node.content = node.label = label;
      node.destination = node.title = {at, at};
      tree.nodes.push_back(node);
    }
  }
  std::sort(tree.silent.begin(), tree.silent.end());
  for (Node& node : tree.nodes) {
    const auto note =
        std::partition_point(notes.begin(), notes.end(), [&](const auto& n) { return n.first.end <= node.span.begin; });
    node.hidden = node.hidden || (note != notes.end() && note->first.contains(node.span) && !used[note->second]);
  }
}

}  // namespace galley
