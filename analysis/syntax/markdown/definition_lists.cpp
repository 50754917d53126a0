// See the header.
#include "analysis/syntax/markdown/definition_lists.h"

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }

/// A term or an item of one paragraph.
struct Part {
  Node::Kind kind = Node::Kind::definitionTerm;
  Span span;
};

bool isItem(std::string_view text, std::size_t at) {
  return at + 1 < text.size() && text[at] == ':' && isBlank(text[at + 1]);
}

/// The lines of a paragraph, without the blanks and marks of quotes before them.
std::vector<Span> linesOf(std::string_view text, Span paragraph) {
  std::vector<Span> lines;
  for (std::size_t at = paragraph.begin; at < paragraph.end;) {
    std::size_t end = at;
    while (end < paragraph.end && !isLineEnd(text[end])) ++end;
    Span line{at, end};
    while (!lines.empty() && !line.empty() && (isBlank(text[line.begin]) || text[line.begin] == '>')) ++line.begin;
    while (!line.empty() && isBlank(text[line.end - 1])) --line.end;
    if (!line.empty()) lines.push_back(line);
    at = end + 1;
  }
  return lines;
}

/// Terms and items of a paragraph that is a list; nothing of another.
std::vector<Part> partsOf(std::string_view text, Span paragraph) {
  std::vector<Part> parts;
  const std::vector<Span> lines = linesOf(text, paragraph);
  if (lines.size() < 2 || isItem(text, lines[0].begin)) return parts;
  bool found = false;
  for (const Span& line : lines) {
    if (isItem(text, line.begin)) {
      found = true;
      parts.push_back({Node::Kind::definitionItem, line});
    } else if (found) {
      parts.back().span.end = line.end;  // it goes on lazily
    } else {
      parts.push_back({Node::Kind::definitionTerm, line});
    }
  }
  if (!found) parts.clear();
  return parts;
}

Node nodeOf(const Part& part, std::string_view text, std::uint32_t parent) {
  Node node;
  node.kind = part.kind;
  node.parent = parent;
  node.span = node.content = part.span;
  if (part.kind == Node::Kind::definitionItem)
    while (node.content.begin < node.content.end &&
           (node.content.begin == part.span.begin || isBlank(text[node.content.begin])))
      ++node.content.begin;
  node.destination = node.title = node.label = {part.span.begin, part.span.begin};
  return node;
}

}  // namespace

void findDefinitionLists(const std::string& mask, Tree& tree) {
  const std::string_view text = mask;
  if (text.find(": ") == std::string_view::npos && text.find(":\t") == std::string_view::npos) return;
  std::vector<std::vector<Part>> lists(tree.nodes.size());
  bool any = false;
  std::vector<std::uint32_t> lastBlock(tree.nodes.size(), Node::noParent);  // of each node: its last child that is one
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i) {
    Node& node = tree.nodes[i];
    if (node.isInline() || node.kind == Node::Kind::none) continue;
    std::uint32_t& before = lastBlock[node.parent];
    if (node.kind == Node::Kind::paragraph) {
      const bool follows = before != Node::noParent && (tree.nodes[before].kind == Node::Kind::paragraph ||
                                                        tree.nodes[before].kind == Node::Kind::definitionItem);
      if (follows && isItem(text, node.span.begin)) {
        Node& term = tree.nodes[before];
        if (term.kind == Node::Kind::paragraph && lists[before].empty()) term.kind = Node::Kind::definitionTerm;
        node.kind = Node::Kind::definitionItem;
        node.content.begin = node.span.begin + 1;
        while (node.content.begin < node.content.end && isBlank(text[node.content.begin])) ++node.content.begin;
      } else if (auto parts = partsOf(text, node.span); !parts.empty()) {
        lists[i] = std::move(parts);
        any = true;
      }
    }
    before = i;
  }
  if (!any) return;
  // What runs from one part into the next would be torn: such a paragraph stays one.
  for (const Node& node : tree.nodes) {
    if (node.parent == Node::noParent || lists[node.parent].empty() || node.kind == Node::Kind::none) continue;
    auto& parts = lists[node.parent];
    if (std::none_of(parts.begin(), parts.end(), [&](const Part& part) { return part.span.contains(node.span); }))
      parts.clear();
  }
  std::vector<Node> nodes;
  std::vector<std::uint32_t> moved(tree.nodes.size());  // where each node is now
  std::vector<std::uint32_t> firstPart(tree.nodes.size(), Node::noParent);
  nodes.reserve(tree.nodes.size() + 16);
  for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
    Node node = tree.nodes[i];
    if (node.parent != Node::noParent) {
      const std::uint32_t first = firstPart[node.parent];
      std::uint32_t parent = moved[node.parent];
      if (first != Node::noParent) {
        const auto& parts = lists[node.parent];
        for (std::uint32_t k = 0; k < parts.size(); ++k)
          if (parts[k].span.contains(node.span)) parent = first + k;
      }
      node.parent = parent;
    }
    moved[i] = static_cast<std::uint32_t>(nodes.size());
    if (!lists[i].empty()) node.kind = Node::Kind::definitionList;
    nodes.push_back(node);
    if (lists[i].empty()) continue;
    firstPart[i] = static_cast<std::uint32_t>(nodes.size());
    for (const Part& part : lists[i]) nodes.push_back(nodeOf(part, text, moved[i]));
  }
  tree.nodes = std::move(nodes);
}

}  // namespace galley
