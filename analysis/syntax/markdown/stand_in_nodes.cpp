// See the header.
#include "analysis/syntax/markdown/stand_in_nodes.h"

#include <algorithm>
#include <utility>

namespace galley {
namespace {

using Kind = Node::Kind;

constexpr std::uint32_t none = UINT32_MAX;

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isList(Kind kind) { return kind == Kind::bulletList || kind == Kind::orderedList; }

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

/// The blocks of a tree as they are without the lists that were made for stand-ins alone or among others.
class Blocks {
 public:
  Blocks(const std::vector<StandIn>& standIns, const Tree& tree)
      : standIns_(standIns),
        nodes_(tree.nodes),
        standIn_(nodes_.size(), none),
        isDissolved_(nodes_.size()),
        before_(nodes_.size(), none) {
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) findStandIn(i);
    std::vector<std::uint32_t> last(nodes_.size(), none);  // of each block: its last child
    for (std::uint32_t i = 1; i < nodes_.size(); ++i) {
      if (nodes_[i].isInline() || nodes_[i].kind == Kind::none || isDissolved_[i]) continue;
      std::uint32_t& previous = last[parentOf(i)];
      before_[i] = previous;
      previous = i;
    }
  }

  /// Of an item: the index of what it stands in for, or `none`.
  [[nodiscard]] std::uint32_t standInOf(std::uint32_t node) const { return standIn_[node]; }
  [[nodiscard]] bool isDissolved(std::uint32_t node) const { return isDissolved_[node]; }
  /// The block before it in the same container, or `none`.
  [[nodiscard]] std::uint32_t before(std::uint32_t node) const { return before_[node]; }
  [[nodiscard]] std::uint32_t parentOf(std::uint32_t node) const {
    const std::uint32_t parent = nodes_[node].parent;
    return isDissolved_[parent] ? std::uint32_t{nodes_[parent].parent} : parent;
  }
  [[nodiscard]] bool standsFor(std::uint32_t node, StandIn::Kind kind) const {
    return node != none && standIn_[node] != none && standIns_[standIn_[node]].kind == kind;
  }
  /// True for an item of definitions behind a term or another definition. No blank stands before its colon.
  [[nodiscard]] bool isDefinition(std::uint32_t node) const {
    const std::uint32_t term = before_[node];
    return standsFor(node, StandIn::Kind::definition) && nodes_[node].level == 0 && term != none &&
           (nodes_[term].kind == Kind::paragraph || standsFor(term, StandIn::Kind::definition));
  }

 private:
  void findStandIn(std::uint32_t i) {
    const Node& node = nodes_[i];
    if (node.kind != Kind::item || !isList(nodes_[node.parent].kind)) return;
    const auto found =
        std::lower_bound(standIns_.begin(), standIns_.end(), std::size_t{node.span.begin},
                         [](const StandIn& standIn, std::size_t place) { return standIn.begin() < place; });
    if (found == standIns_.end() || found->begin() != node.span.begin) return;
    standIn_[i] = static_cast<std::uint32_t>(found - standIns_.begin());
    isDissolved_[node.parent] = true;
  }

  const std::vector<StandIn>& standIns_;
  const std::vector<Node>& nodes_;
  std::vector<std::uint32_t> standIn_;
  std::vector<bool> isDissolved_;
  std::vector<std::uint32_t> before_;
};

/// A note with the blanks before it that are no container's: its lines are indented from the container on, however far
/// its label is. They must stand behind `free`.
StandIn fromContainer(StandIn note, std::size_t blanks, std::string_view mask, std::size_t free) {
  const std::size_t indent = note.indent + blanks;
  if (free + indent <= note.mark.begin &&
      mask.substr(note.mark.begin - indent, indent).find_first_not_of(' ') == std::string_view::npos)
    note.indent = indent;
  return note;
}

/// Makes the tree anew, node by node: lists of definitions and what is left of the author's lists come between.
class Rebuild {
 public:
  Rebuild(const std::vector<StandIn>& standIns, std::string_view mask, Tree& tree)
      : standIns_(standIns), mask_(mask), tree_(tree), blocks_(standIns, tree) {}

  void run() {
    findLists();
    const std::vector<Node> nodes = std::move(tree_.nodes);
    tree_.nodes.clear();
    tree_.nodes.reserve(nodes.size() + 2 * lists_.size());
    now_.assign(nodes.size(), none);
    isInTerms_.resize(nodes.size());
    tree_.nodes.push_back(nodes[0]);
    now_[0] = 0;
    for (std::uint32_t i = 1; i < nodes.size(); ++i) add(nodes, i);
    addTerms(SIZE_MAX);
  }

 private:
  /// A list of definitions: its first term, its last item and, when it is made, its node.
  struct List {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    std::uint32_t node = none;
  };

  void findLists() {
    listOf_.assign(tree_.nodes.size(), none);
    for (std::uint32_t i = 1; i < tree_.nodes.size(); ++i) {
      if (!blocks_.isDefinition(i)) continue;
      const std::uint32_t term = blocks_.before(i);
      if (listOf_[term] == none) {
        const std::uint32_t before = blocks_.before(term);
        const bool goesOn = before != none && listOf_[before] != none;
        listOf_[term] = goesOn ? listOf_[before] : static_cast<std::uint32_t>(lists_.size());
        if (!goesOn) lists_.push_back({term, i});
      }
      listOf_[i] = listOf_[term];
      lists_[listOf_[i]].last = i;
    }
  }

  std::uint32_t push(Node node, std::uint32_t parent) {
    node.parent = parent;
    tree_.nodes.push_back(node);
    return static_cast<std::uint32_t>(tree_.nodes.size() - 1);
  }

  void add(const std::vector<Node>& nodes, std::uint32_t i) {
    Node node = nodes[i];
    addTerms(node.isInline() ? std::size_t{node.span.begin} : SIZE_MAX);
    std::uint32_t parent = now_[node.parent];
    if (blocks_.isDissolved(i)) {
      now_[i] = parent;
      return;
    }
    if (listOf_[i] != none) {
      parent = listNode(nodes, lists_[listOf_[i]], parent);
      if (node.kind == Kind::paragraph) {
        findTerms(node, parent);
        isInTerms_[i] = true;
        now_[i] = parent;
        return;
      }
      turn(node, Kind::definitionItem, standIns_[blocks_.standInOf(i)]);
    } else if (blocks_.standsFor(i, StandIn::Kind::note)) {
      const StandIn& note = standIns_[blocks_.standInOf(i)];
      turn(node, Kind::footnoteDefinition, note);
      node.label = note.label();
    } else if (blocks_.isDissolved(node.parent)) {
      parent = restOfList(nodes, i, parent);
    } else if (isInTerms_[node.parent]) {
      if (!tree_.nodes[term_].span.contains(node.span)) {  // it would run from one term into the next
        isInTerms_[i] = true;
        now_[i] = parent;
        return;
      }
      parent = term_;
    }
    now_[i] = push(node, parent);
  }

  static void turn(Node& node, Kind kind, const StandIn& standIn) {
    node.kind = kind;
    node.level = 0;
    node.span.begin = standIn.mark.begin;
    node.span.end = std::max<std::size_t>(node.span.end, standIn.mark.end);
    node.content = {std::min<std::size_t>(standIn.blanks.end, node.span.end), node.span.end};
  }

  std::uint32_t listNode(const std::vector<Node>& nodes, List& list, std::uint32_t parent) {
    if (list.node != none) return list.node;
    Node node = nodes[list.first];
    const Node& last = nodes[list.last];
    node.kind = Kind::definitionList;
    node.span.end = last.span.end;
    node.content = node.span;
    node.lastText = last.lastText;
    return list.node = push(node, parent);
  }

  /// The list around an item of the author's that md4c has put into one list with a stand-in.
  std::uint32_t restOfList(const std::vector<Node>& nodes, std::uint32_t item, std::uint32_t parent) {
    const std::uint32_t before = blocks_.before(item);
    const bool goesOn = before != none && nodes[before].kind == Kind::item && blocks_.standInOf(before) == none &&
                        nodes[before].parent == nodes[item].parent;
    if (goesOn) {
      Node& list = tree_.nodes[tree_.nodes[now_[before]].parent];
      list.span.end = list.content.end = nodes[item].span.end;
      list.lastText = nodes[item].lastText;
      return tree_.nodes[now_[before]].parent;
    }
    Node list = nodes[item];
    list.kind = nodes[nodes[item].parent].kind;
    list.level = 0;
    list.content = list.span;
    list.label = {list.span.begin, list.span.begin};
    return push(list, parent);
  }

  void findTerms(const Node& paragraph, std::uint32_t list) {
    std::uint32_t text = paragraph.firstText;
    for (const Span& line : linesOf(mask_, paragraph.span)) {
      Node& term = coming_.emplace_back(paragraph);
      term.kind = Kind::definitionTerm;
      term.parent = list;
      term.span = term.content = line;
      term.destination = term.title = term.label = {line.begin, line.begin};
      term.firstText = text;
      while (text < paragraph.lastText && tree_.texts[text].span.begin <= line.end) ++text;
      term.lastText = text;
    }
  }

  /// The terms that begin up to a place: each before what stands in it, and behind what stands in the one before it.
  void addTerms(std::size_t place) {
    for (; added_ < coming_.size() && coming_[added_].span.begin <= place; ++added_)
      term_ = push(coming_[added_], coming_[added_].parent);
  }

  const std::vector<StandIn>& standIns_;
  std::string_view mask_;
  Tree& tree_;
  Blocks blocks_;
  std::vector<std::uint32_t> listOf_;  // of terms and definitions
  std::vector<List> lists_;
  std::vector<std::uint32_t> now_;  // where the children of a node are now
  std::vector<bool> isInTerms_;     // paragraphs that have become terms, and what ran from one into the next
  std::vector<Node> coming_;        // terms
  std::size_t added_ = 0;           // so many of them are in the tree
  std::uint32_t term_ = 0;          // the last one
};

}  // namespace

std::vector<StandIn> confirmed(const std::vector<StandIn>& standIns, std::string_view mask, const Tree& tree) {
  const Blocks blocks(standIns, tree);
  std::vector<std::uint32_t> items(standIns.size(), none);
  for (std::uint32_t i = 1; i < tree.nodes.size(); ++i)
    if (blocks.standInOf(i) != none) items[blocks.standInOf(i)] = i;
  std::vector<StandIn> right;  // all but wrong items
  std::vector<StandIn> made;   // only those of which items were made, what else is written as a note as text
  for (std::size_t k = 0; k < standIns.size(); ++k) {
    StandIn standIn = standIns[k];
    if (items[k] == none) {
      right.push_back(standIn);
      if (standIn.kind == StandIn::Kind::definition) continue;
      standIn.kind = StandIn::Kind::text;
      standIn.indent = 0;
      made.push_back(standIn);
    } else if (standIn.kind == StandIn::Kind::note || blocks.isDefinition(items[k])) {
      const std::size_t free = right.empty() ? 0 : right.back().blanks.end;
      if (standIn.kind == StandIn::Kind::note) standIn = fromContainer(standIn, tree.nodes[items[k]].level, mask, free);
      made.push_back(standIn);
      right.push_back(standIn);
    }
  }
  // A wrong item changes what the lines behind it are: what they stand for is seen at the next reading.
  return right == standIns ? made : right;
}

void takeTheirPlaces(const std::vector<StandIn>& standIns, std::string_view mask, Tree& tree) {
  Rebuild(standIns, mask, tree).run();
}

}  // namespace galley
