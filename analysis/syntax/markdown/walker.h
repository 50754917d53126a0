// The state of a walk, shared by its two halves: walk.cpp (blocks) and walk_inline.cpp (what stands in text). Nobody
// else needs it; walk.h is what the walk gives.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/cursor.h"
#include "analysis/syntax/markdown/walk.h"

namespace galley {

class Walker {
 public:
  Walker(const std::string& mask, const Events& events, const Dialect& dialect);
  Tree run();

 private:
  static constexpr std::uint32_t noNode = UINT32_MAX;

  // Nodes. An id is an index into tree_.nodes; a reference to a node lives until the next open().
  std::uint32_t open(Node::Kind kind, std::size_t begin);
  void close(std::uint32_t id);
  void drop(std::uint32_t id);
  void fail(Node& node);
  Node& top() { return tree_.nodes[open_.back()]; }

  // Blocks.
  bool seek();
  [[nodiscard]] bool beginsWithNothing(std::size_t index) const;
  bool seekParagraph();
  void expectBlock(Node& node);
  void enterBlock(const Event& event);
  void leaveBlock(const Event& event);
  void enterItem(Node& node, const Event& event);
  void enterHeading(Node& node, const Event& event);
  void leaveHeading(Node& node);
  void enterFence(Node& node, const Event& event);
  void verbatimText(const Event& event);
  void leaveVerbatim(Node& node);
  void enterCell();
  void leaveCell(Node& node);
  void leaveContainer();
  void fillContent(Node& node) const;
  void takeLine(Node& node, bool expected);
  void toLineEnd(Node& node);

  // Text.
  void beginTightParagraph();
  void endTightParagraph();
  [[nodiscard]] std::size_t markSize(Node::Kind kind) const;
  void enterInline(const Event& event);
  void leaveInline(const Event& event);
  void leaveLink(Node& node);
  void leaveCodeSpan(Node& node);
  void inlineText(const Event& event);
  void htmlText(const Event& event);
  void moveTo(std::size_t begin);
  void breakLine();
  void skipBreak();
  void addText(TextPiece::Kind kind, Span span, std::string_view shown = {});
  std::size_t nextText();
  [[nodiscard]] bool isGap(std::size_t from, std::size_t to, bool pastBreak) const;

  [[nodiscard]] bool at(char c) const { return cursor_.at < text_.size() && text_[cursor_.at] == c; }

  std::string_view text_;
  const std::vector<Event>& events_;
  std::size_t codeIndent_;  // columns from which on a line begins no block but code
  std::size_t index_ = 0;   // of the event at hand
  Cursor cursor_;
  std::size_t nextText_ = 0;  // of the event that is the first text which was looked for
  Tree tree_;
  std::vector<std::uint32_t> open_;
  std::size_t end_ = 0;  // behind the last byte that belongs to a construct

  bool verbatim_ = false;         // in code or HTML, whose lines are taken as they are
  std::size_t verbatimLine_ = 0;  // the line whose text comes next
  std::size_t verbatimEnd_ = 0;   // behind the last text
  struct {
    char mark = 0;
    std::size_t size = 0;
  } fence_;

  bool rowBegins_ = false;
  bool tight_ = false;           // a paragraph is open that md4c does not report: the text of a tight item
  bool pastBreak_ = false;       // the cursor is at a line's start, its prefixes not stripped
  std::uint32_t html_ = noNode;  // the raw HTML that the last text belonged to
  std::size_t images_ = 0;       // open images
  Span ticks_;                   // those that closed the last code span
  std::size_t marked_ = 0;       // the begin of the last link whose target holds a mark of emphasis, and 1
};

}  // namespace galley
