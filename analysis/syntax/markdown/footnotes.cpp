// See the header.
#include "analysis/syntax/markdown/footnotes.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/syntax/markdown/stand_ins.h"

namespace galley {
namespace {

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return result;
}

/// The node that each text stands in, the innermost: texts and nodes come in the same order. Bare addresses do not
/// count: a text may go on behind one.
std::vector<std::uint32_t> nodesOfTexts(const Tree& tree) {
  std::vector<std::uint32_t> result(tree.texts.size());
  std::vector<std::uint32_t> open;
  std::uint32_t next = 0;
  for (std::uint32_t text = 0; text < result.size(); ++text) {
    for (; next < tree.nodes.size() && tree.nodes[next].firstText <= text; ++next)
      if (tree.nodes[next].kind != Node::Kind::none && tree.nodes[next].reference != Node::Reference::bareUrl)
        open.push_back(next);
    while (open.size() > 1 && tree.nodes[open.back()].lastText <= text) open.pop_back();
    result[text] = open.empty() ? 0 : open.back();
  }
  return result;
}

/// Where the bare addresses of a text are, in order: they take what looks like a reference in them.
std::vector<Span> bareUrlsOf(const Tree& tree) {
  std::vector<Span> addresses;
  for (const Node& node : tree.nodes)
    if (node.kind == Node::Kind::link && node.reference == Node::Reference::bareUrl) addresses.push_back(node.span);
  std::sort(addresses.begin(), addresses.end());
  return addresses;
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

void findFootnotes(const std::string& mask, Tree& tree) {
  const std::string_view text = mask;
  if (text.find("[^") == std::string_view::npos) return;
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
  const std::vector<Span> addresses = bareUrlsOf(tree);
  const auto isInAddress = [&](std::size_t at) {
    const auto next = std::upper_bound(addresses.begin(), addresses.end(), at,
                                       [](std::size_t place, const Span& address) { return place < address.begin; });
    return next != addresses.begin() && at < std::prev(next)->end;
  };
  const auto refer = [&](Span label) {
    const auto found = notes.find(labelOf(label));
    if (found == notes.end()) return false;
    tree.nodes[found->second].hidden = false;
    tree.silent.push_back({label.begin - 2, label.end + 1});
    return true;
  };
  for (Node& node : tree.nodes) {
    const Span label = noteLabelAt(text, node.span.begin);
    if (node.kind != Node::Kind::link || node.reference != Node::Reference::shortcut || label.empty()) continue;
    node.kind = Node::Kind::footnoteReference;
    node.label = label;
    refer(label);
  }
  for (std::size_t i = 0; i < tree.texts.size(); ++i) {
    const TextPiece& piece = tree.texts[i];
    if (piece.kind != TextPiece::Kind::plain) continue;
    for (std::size_t at = text.find('[', piece.span.begin); at < piece.span.end; at = text.find('[', at + 1)) {
      const Span label = noteLabelAt(text, at);
      const Span reference{at, label.end + 1};
      if (label.empty() || isInAddress(at) || !isWhole(i, reference) || !refer(label)) continue;
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
