// Each span, read once more without what stands around it, gives the construct again: all examples of CommonMark, and
// those of GFM for tables, strikethrough, task lists and bare URLs.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/support/promises.h"
#include "tests/support/spec_examples.h"

namespace galley::test {
namespace {

using Kind = Node::Kind;

Markdown parsed(std::string_view text, const Dialect& dialect) {
  return parseMarkdown(text, {0, text.size()}, dialect, noTemplates);
}

/// A place in a line, and its column.
struct Place {
  std::size_t at = 0;
  std::size_t column = 0;
  std::size_t rest = 0;  // columns of a tab that are used up only in part

  /// Over blanks, up to so many columns. Gives how many there were.
  std::size_t skipBlanks(std::string_view source, std::size_t columns) {
    std::size_t skipped = std::min(rest, columns);
    rest -= skipped;
    while (skipped < columns && at < source.size() && (source[at] == ' ' || source[at] == '\t')) {
      const std::size_t next = source[at] == '\t' ? column / 4 * 4 + 4 : column + 1;
      const std::size_t taken = std::min(next - column, columns - skipped);
      rest = next - column - taken;
      skipped += taken;
      column = next;
      ++at;
    }
    return skipped;
  }
};

/// The containers of a text, and how they come off its lines.
class Containers {
 public:
  Containers(std::string_view source, const std::vector<Node>& nodes, const Node& of) : source_(source) {
    for (std::uint32_t up = of.parent; up != Node::noParent; up = nodes[up].parent)
      if (nodes[up].kind == Kind::quote || nodes[up].kind == Kind::item) list_.insert(list_.begin(), &nodes[up]);
  }

  /// The line at `lineStart` without the marks of the first `count` containers. False where one is missing.
  bool strip(std::size_t lineStart, std::size_t count, Place& place) const {
    place = {lineStart, 0, 0};
    for (std::size_t i = 0; i < count; ++i) {
      const Node& container = *list_[i];
      const bool begins = container.span.begin >= place.at && container.span.begin < lineEnd(lineStart);
      if (container.kind == Kind::quote) {
        place.skipBlanks(source_, 3);
        if (place.at >= source_.size() || source_[place.at] != '>') return false;
        place = {place.at + 1, place.column + 1, 0};
        place.skipBlanks(source_, 1);
      } else if (begins) {
        place.skipBlanks(source_, container.span.begin - place.at);
        const std::size_t marker = container.span.begin;
        std::size_t behind = marker;
        while (behind < source_.size() && source_[behind] >= '0' && source_[behind] <= '9') ++behind;
        place = {behind + 1, place.column + behind + 1 - marker, 0};
        place.skipBlanks(source_, blanksBehind(place));
      } else if (place.skipBlanks(source_, widthOf(i)) < widthOf(i)) {
        return false;
      }
    }
    return true;
  }

  [[nodiscard]] std::size_t size() const { return list_.size(); }
  [[nodiscard]] std::size_t lineEnd(std::size_t at) const { return std::min(source_.find('\n', at), source_.size()); }
  [[nodiscard]] std::size_t lineStart(std::size_t at) const {
    return at == 0 ? 0 : source_.substr(0, at).find_last_of('\n') + 1;
  }

 private:
  /// The columns of blanks that belong to a list marker before `place`.
  [[nodiscard]] std::size_t blanksBehind(Place place) const {
    const std::size_t blanks = place.skipBlanks(source_, source_.size());
    return place.at >= lineEnd(place.at) || blanks > 4 ? 1 : blanks;
  }

  /// By how many columns the lines of an item are indented in its container.
  [[nodiscard]] std::size_t widthOf(std::size_t index) const {
    const std::size_t start = lineStart(list_[index]->span.begin);
    Place outer;
    strip(start, index, outer);
    const std::size_t before = outer.column - outer.rest;
    outer.skipBlanks(source_, list_[index]->span.begin - outer.at);
    std::size_t behind = list_[index]->span.begin;
    while (behind < source_.size() && source_[behind] >= '0' && source_[behind] <= '9') ++behind;
    const Place marker{behind + 1, outer.column + behind + 1 - list_[index]->span.begin, 0};
    return marker.column + blanksBehind(marker) - before;
  }

  std::string_view source_;
  std::vector<const Node*> list_;  // the outermost first
};

/// A node's bytes without what the containers around it put before its lines.
struct Alone {
  std::string text;
  std::size_t indent = 0;  // columns of blanks before the node that are no container's
  bool lazy = false;       // a line goes on without the marks of its containers: alone it may mean something else
};
Alone alone(std::string_view source, const std::vector<Node>& nodes, const Node& node) {
  const Containers containers(source, nodes, node);
  Alone result;
  Place first;
  containers.strip(containers.lineStart(node.span.begin), containers.size(), first);
  result.indent = first.skipBlanks(source, source.size());
  if (first.at != node.span.begin) result.indent = 0;
  for (std::size_t at = node.span.begin; at < node.span.end;) {
    const std::size_t end = std::min<std::size_t>(containers.lineEnd(at) + 1, node.span.end);
    result.text += source.substr(at, end - at);
    at = end;
    if (at >= node.span.end) break;
    Place place;
    if (!containers.strip(at, containers.size(), place)) result.lazy = result.lazy || place.at < containers.lineEnd(at);
    result.text.append(place.rest, ' ');
    at = std::min<std::size_t>(place.at, node.span.end);
  }
  return result;
}

bool isPartOfTable(Kind kind) {
  return kind == Kind::tableHead || kind == Kind::tableBody || kind == Kind::row || kind == Kind::cell ||
         kind == Kind::delimiterRow;
}

/// How many nodes of each kind stand in one, itself too.
std::map<Kind, int> kindsIn(const std::vector<Node>& nodes, std::size_t index) {
  std::map<Kind, int> kinds;
  std::vector<bool> inside(nodes.size());
  inside[index] = true;
  for (std::size_t i = index; i < nodes.size(); ++i) {
    if (i > index) inside[i] = nodes[i].parent != Node::noParent && inside[nodes[i].parent];
    if (inside[i] && nodes[i].kind != Kind::none) ++kinds[nodes[i].kind];
  }
  return kinds;
}

class Reread {
 public:
  void read(const SpecExample& example, const Dialect& dialect) {
    const std::string& source = example.markdown;
    const Markdown markdown = parsed(source, dialect);
    EXPECT_EQ(brokenPromise(source, {0, source.size()}, markdown), "") << example.number << "\n" << source;
    EXPECT_EQ(deniedAlone(source, markdown, dialect, noTemplates), "") << example.number << "\n" << source;
    EXPECT_EQ(emphasisDeniedAlone(source, markdown, dialect, noTemplates), "") << example.number << "\n" << source;
    std::string definitions = "\n\n";
    for (const Node& node : markdown.nodes)
      if (node.kind == Kind::definition) definitions += alone(source, markdown.nodes, node).text + "\n";
    for (std::size_t i = 1; i < markdown.nodes.size(); ++i) {
      const Node& node = markdown.nodes[i];
      // The rows of a table are read again with it.
      if (node.kind == Kind::none || isPartOfTable(node.kind)) continue;
      const auto [slice, indent, lazy] = alone(source, markdown.nodes, node);
      if (lazy) {
        ++lazy_;
        continue;
      }
      ++nodes_[node.kind];
      // In text a blank stands before it; the indent of a block does not belong to its span.
      const std::string before = node.isInline() ? "x " : std::string(indent, ' ');
      const bool refers = node.kind != Kind::definition && node.kind != Kind::fencedCode && node.kind != Kind::html;
      const std::string text = before + slice + (refers ? definitions : "\n");
      const Markdown again = parsed(text, dialect);
      const Span expected{before.size(), before.size() + slice.size()};
      const auto found = std::find_if(again.nodes.begin(), again.nodes.end(), [&](const Node& other) {
        return other.kind == node.kind && other.span == expected;
      });
      ASSERT_NE(found, again.nodes.end()) << example.number << ": kind " << int(node.kind) << " is not found again in\n"
                                          << text << "\nof\n"
                                          << source;
      EXPECT_EQ(kindsIn(again.nodes, static_cast<std::size_t>(found - again.nodes.begin())), kindsIn(markdown.nodes, i))
          << example.number << "\n"
          << text << "\nof\n"
          << source;
    }
  }

  [[nodiscard]] int lazy() const { return lazy_; }
  [[nodiscard]] int countOf(Kind kind) const { return nodes_.contains(kind) ? nodes_.at(kind) : 0; }
  [[nodiscard]] int count() const {
    int all = 0;
    for (const auto& [kind, number] : nodes_) all += number;
    return all;
  }

 private:
  std::map<Kind, int> nodes_;  // that were read again
  int lazy_ = 0;               // that were not
};

TEST(Reread, EveryConstructOfCommonMarkIsFoundAgain) {
  Reread reread;
  const auto examples = commonMarkExamples();
  EXPECT_EQ(examples.size(), 652U);
  for (const SpecExample& example : examples) reread.read(example, commonMark);
  for (const Kind kind :
       {Kind::quote, Kind::bulletList, Kind::orderedList, Kind::item, Kind::thematicBreak, Kind::heading,
        Kind::fencedCode, Kind::indentedCode, Kind::html, Kind::paragraph, Kind::definition, Kind::emphasis,
        Kind::strong, Kind::link, Kind::image, Kind::codeSpan, Kind::inlineHtml})
    EXPECT_GE(reread.countOf(kind), 10) << int(kind);
  EXPECT_GE(reread.count(), 1660);
  EXPECT_LE(reread.lazy(), 19);
}

TEST(Reread, EveryConstructOfGfmIsFoundAgain) {
  Reread reread;
  const auto examples = gfmExamples();
  EXPECT_EQ(examples.size(), 27U);
  for (const SpecExample& example : examples) reread.read(example, marked);
  EXPECT_GE(reread.countOf(Kind::table), 6);
  EXPECT_GE(reread.countOf(Kind::strikethrough), 2);
  EXPECT_GE(reread.countOf(Kind::link), 20);
  EXPECT_GE(reread.countOf(Kind::item), 6);
}

}  // namespace
}  // namespace galley::test
