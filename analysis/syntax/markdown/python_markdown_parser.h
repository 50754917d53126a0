// The state of a reading by Python-Markdown's grammar, shared by its parts: python_markdown_source.cpp (fences and HTML
// are taken out first), python_markdown_blocks.cpp, python_markdown_lists.cpp, python_markdown_inline.cpp and
// python_markdown_tree.cpp. Nobody else needs it; python_markdown.h is what it gives.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/python_markdown_lines.h"
#include "analysis/syntax/markdown/python_markdown_text.h"
#include "analysis/syntax/markdown/tree.h"
#include "analysis/syntax/markdown/work_budget.h"

namespace galley {

class PythonMarkdownParser {
 public:
  explicit PythonMarkdownParser(const std::string& mask);
  Tree run();

 private:
  using Id = std::uint32_t;
  static constexpr Id nothing = UINT32_MAX;
  static constexpr std::size_t none = std::string_view::npos;
  static constexpr std::size_t nowhere = UINT32_MAX;  // the beginning of what is nowhere yet
  static constexpr std::size_t deepest = 48;          // blocks in blocks
  static constexpr std::size_t deepestQuote = 24;     // each copies its text
  static constexpr char pieceMark = '\x02';

  /// A part of a text, from one line's beginning on.
  struct Block {
    const PlacedText* flat = nullptr;
    std::size_t begin = 0, end = 0;

    [[nodiscard]] std::string_view text() const { return std::string_view(flat->text).substr(0, end); }
    [[nodiscard]] bool empty() const { return begin >= end; }
    [[nodiscard]] bool isBlank() const { return text().find_first_not_of(" \n\t", begin) == none; }
    /// Without the line ends at its end or beginning.
    [[nodiscard]] Block trimmed() const;
  };
  using Blocks = std::deque<Block>;

  /// An element of the page as it grows: what a block may still add is its last child's.
  struct Element {
    Node::Kind kind = Node::Kind::none;
    std::uint8_t level = 0;
    bool setext = false;
    bool hidden = false;    // another one has taken its place
    Span span{nowhere, 0};  // in the mask; its children may reach further
    Span label, destination, title;
    PlacedText text;  // before the first child
    PlacedText tail;  // behind it, in its parent
    std::vector<Id> children;
  };

  /// What stands in a text in place of its characters, once a pattern has found it: there is one `pieceMark` in the
  /// text, whose place is the piece's number.
  struct Piece {
    Node::Kind kind = Node::Kind::none;  // none: only text
    TextPiece::Kind shownAs = TextPiece::Kind::plain;
    Node::Reference reference = Node::Reference::none;
    Span span, content, destination, title, label;
    bool proven = true;
    PlacedText inner;          // its text; of HTML what it holds
    std::vector<Id> elements;  // of HTML whose content is Markdown
  };

  // The text before it is parted into blocks.
  PlacedText normalized();
  PlacedText withoutFences(const PlacedText& text);
  PlacedText withoutHtml(const PlacedText& text);
  std::size_t markdownInHtml(const PlacedText& text, std::size_t at, std::size_t tagEnd, const std::string& name,
                             PlacedText& out);

  // Pieces.
  Id add(Piece piece);
  void put(PlacedText& to, Id piece) const;
  static void putLineEnd(PlacedText& to, std::size_t place);
  [[nodiscard]] const Piece* pieceAt(const PlacedText& flat, std::size_t at) const;
  /// Where [begin, end) of a text stands in the mask.
  [[nodiscard]] Span place(const PlacedText& flat, std::size_t begin, std::size_t end) const;

  // Elements.
  Id create(Node::Kind kind, Id parent, const PlacedText& flat, std::size_t begin, std::size_t end);
  /// A definition: it is written somewhere, but stands nowhere on the page.
  Id createAside(Node::Kind kind, const PlacedText& flat, std::size_t begin, std::size_t end);
  void cover(Id element, const PlacedText& flat, std::size_t begin, std::size_t end);
  [[nodiscard]] Id last(Id parent) const;
  [[nodiscard]] bool is(Id element, std::initializer_list<Node::Kind> kinds) const;
  void makeLoose(Id item);

  // Blocks. Each gives false and moves nothing where the first block is none of its kind.
  void parse(Id parent, Blocks blocks);
  void parseText(Id parent, const PlacedText& flat);
  bool emptyBlock(Blocks& blocks);
  bool htmlWithMarkdown(Id parent, Blocks& blocks);
  bool indented(Id parent, Blocks& blocks, bool definitions);
  bool indentedCode(Id parent, Blocks& blocks);
  bool table(Id parent, Blocks& blocks);
  bool hashHeading(Id parent, Blocks& blocks);
  bool setextHeading(Id parent, Blocks& blocks);
  bool rule(Id parent, Blocks& blocks);
  bool list(Id parent, Blocks& blocks, python_markdown_lines::Marker marker);
  bool definitionList(Id parent, Blocks& blocks);
  bool quote(Id parent, Blocks& blocks);
  bool footnote(Blocks& blocks);
  static void putBack(Blocks& blocks, Block rest);
  bool abbreviation(Blocks& blocks);
  bool reference(Blocks& blocks);
  void paragraph(Id parent, Blocks& blocks);
  void heading(Id parent, Block block, std::size_t begin, std::size_t end, std::size_t textBegin, std::size_t textEnd,
               int level, bool setext);
  void addRow(Id parent, Block block, std::size_t line, bool border, std::size_t columns);
  /// Behind the lines from `at` on that are indented or blank.
  static std::size_t indentedEnd(Block block, std::size_t at);
  /// A block with up to `levels` levels of indentation less on each line.
  Block outdented(Block block, std::size_t levels);

  enum class Pattern : std::uint8_t { hash, rule, definition, quote, footnote, abbreviation, reference };
  /// The first line of a block that matches, or none. What was looked through once is not looked through again.
  std::size_t search(Pattern pattern, Block block, bool (*matches)(std::string_view text, std::size_t line));

  // Text: pattern by pattern, each over the whole of it.
  enum Step : std::size_t {
    codeSpans,
    escapes,
    notes,
    fullReferences,
    links,
    images,
    imageReferences,
    shortcuts,
    imageShortcuts,
    addresses,
    breaks,
    html,
    entities,
    loneMarks,
    asterisks,
    underscores,
    steps
  };
  PlacedText inlines(PlacedText text, std::size_t step);
  PlacedText apply(const PlacedText& text, std::size_t step);
  struct Match {
    std::size_t begin = 0, end = 0;
    Id piece = nothing;
  };
  std::optional<Match> match(const PlacedText& text, std::size_t& at, std::size_t step);
  std::optional<Match> matchCode(const PlacedText& text, std::size_t& at);
  std::optional<Match> matchLink(const PlacedText& text, std::size_t& at, std::size_t step);
  std::optional<Match> matchAngle(const PlacedText& text, std::size_t& at, std::size_t step);
  std::optional<Match> matchEmphasis(const PlacedText& text, std::size_t at, char mark, std::size_t after);
  PlacedText emphasisIn(const PlacedText& text, std::size_t begin, std::size_t end, char mark, std::size_t after);
  bool linkTarget(const PlacedText& text, std::size_t& at, Piece& piece);
  [[nodiscard]] PlacedText part(const PlacedText& text, std::size_t begin, std::size_t end) const;

  // The tree.
  void emit(Id element);
  void emitAsides();
  void emitText(Id element, PlacedText text, bool closes);
  void emitPieces(const PlacedText& text, std::size_t begin, std::size_t end, bool alt);
  [[nodiscard]] bool holdsDropped(Span span) const;
  void emitPiece(const Piece& piece, bool alt);
  void emitHtml(const Piece& piece);
  void show(TextPiece::Kind kind, Span span, bool alt, std::string_view shown = {});
  std::uint32_t open(Node::Kind kind, Span span);
  void close(std::uint32_t node);

  const std::string& mask_;
  std::vector<std::size_t> dropped_;  // where characters stand that the converter does not see, in order
  std::deque<PlacedText> flats_;
  std::deque<Element> elements_;
  std::vector<Id> asides_;
  std::deque<Piece> pieces_;
  enum class State : std::uint8_t { none, list, looseList, detabbed };
  std::vector<State> states_{State::none};
  std::size_t depth_ = 0;
  std::size_t quotes_ = 0;
  WorkBudget work_;  // before the rest is taken as text
  struct Seen {
    const PlacedText* flat = nullptr;
    std::size_t from = 0, to = 0;  // no line of it matches
  };
  std::array<Seen, 7> seen_{};
  std::set<std::string> definitions_;  // what they are found by
  std::map<std::string, Id> notes_;    // by label
  struct NoteText {
    std::string label;
    Id element;
    const PlacedText* text;
  };
  std::vector<NoteText> noteTexts_;

  // Of the text at hand: where what closes stands, so that no character is looked at twice.
  std::map<std::size_t, std::vector<std::size_t>> ticks_;  // by size
  std::vector<std::size_t> brackets_;                      // of each `[`: its `]`

  Tree tree_;
  std::vector<std::uint32_t> open_;
};

}  // namespace galley
