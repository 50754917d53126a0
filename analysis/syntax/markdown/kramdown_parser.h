// The state of a reading by kramdown's grammar, shared by its halves: kramdown_blocks.cpp, kramdown_lists.cpp and
// kramdown_inline.cpp. Nobody else needs it; kramdown.h is what it gives.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "analysis/syntax/markdown/flat.h"
#include "analysis/syntax/markdown/kramdown_html.h"
#include "analysis/syntax/markdown/tree.h"
#include "analysis/syntax/markdown/work_budget.h"

namespace galley {

class KramdownParser {
 public:
  explicit KramdownParser(const std::string& mask);
  Tree run();

 private:
  static constexpr std::size_t none = std::string_view::npos;
  static constexpr std::size_t deepest = 200;      // containers: each is a call in a call
  static constexpr std::size_t deepestSpan = 100;  // spans in spans: each is a call in a call

  // What stands before a block, as far as it matters for what may come next.
  enum class Last : std::uint8_t { nothing, blank, paragraph, other };

  /// A text of its own, at a place in it. The blocks of one container share one.
  struct Source {
    const Flat& flat;
    std::size_t at = 0;
    Last last = Last::nothing;
    std::uint32_t lastNode = Node::noParent;           // the last block, which an attribute list may be about
    std::uint32_t nextAttributes = Node::noParent;     // an attribute list that waits for its block
    std::size_t paragraphBegin = 0, paragraphEnd = 0;  // of the paragraph that goes on while no block ends it

    [[nodiscard]] std::string_view text() const { return flat.text; }
    [[nodiscard]] bool boundary() const {
      return last == Last::nothing || last == Last::blank || nextAttributes != Node::noParent;
    }
  };

  /// A stretch of text that waits until all definitions are known.
  struct Pending {
    const Flat* flat;
    std::uint32_t begin, end;
    std::uint32_t parent;
  };

  std::uint32_t open(Node::Kind kind, const Flat& flat, std::size_t begin);
  void close(std::uint32_t id, const Flat& flat, std::size_t end);
  std::uint32_t add(Node::Kind kind, const Flat& flat, std::size_t begin, std::size_t end);
  void block(Source& source, std::uint32_t id);
  void wait(const Flat& flat, std::size_t begin, std::size_t end, std::uint32_t parent);

  // Blocks. Each gives false and moves nothing where the text at hand is none of its kind.
  bool blocks(Source& source, std::string_view untilEndTag);
  Flat& innerText();
  void container(const Flat& flat);
  bool indentedCode(Source& source);
  bool fencedCode(Source& source);
  bool quote(Source& source);
  bool atxHeading(Source& source);
  bool setextHeading(Source& source);
  bool thematicBreak(Source& source);
  bool list(Source& source);
  bool definitionList(Source& source);
  bool html(Source& source, std::string_view untilEndTag, bool& ended);
  bool mathBlock(Source& source);
  bool table(Source& source);
  bool footnoteDefinition(Source& source);
  bool linkDefinition(Source& source);
  bool abbreviation(Source& source);
  bool extension(Source& source);
  void paragraph(Source& source);
  void endParagraph(Source& source);
  void heading(Source& source, std::size_t begin, std::size_t end, int level, std::size_t contentBegin,
               std::size_t contentEnd, bool setext);
  std::size_t rawHtml(Source& source, std::size_t at, const std::string& name);
  std::size_t rawText(const Flat& flat, std::size_t at, const std::string& name);
  std::size_t htmlElement(Source& source, std::size_t at, const KramdownTag& tag, bool raw);
  void readAttributes(const Flat& flat, std::size_t begin, std::size_t end, std::uint32_t target);
  std::size_t item(Source& source, std::size_t marker, char kind, bool& blankBehind, std::size_t& indent);

  // Looking ahead in a text.
  [[nodiscard]] std::size_t codeEnd(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool isLazyEnd(std::string_view text, std::size_t at) const;
  [[nodiscard]] bool isParagraphEnd(std::string_view text, std::size_t at) const;

  // Text.
  struct Context {
    bool emphasis = false, strong = false, link = false, image = false;
    bool directlyInEmphasis = false;  // nothing else stands between
  };
  enum class Until : std::uint8_t { end, delimiter, bracket, endTag };
  struct Stop {
    Until until = Until::end;
    std::string_view mark{};  // the delimiter or the name of the end tag
  };
  void inlineText(const Pending& pending);
  /// True if `mark` stands in the stretch at hand, at or behind `from`. Cheap: a byte is looked at once.
  bool stands(std::string_view mark, std::size_t from);
  /// The next `mark` in the stretch at hand, or npos; cheap where there is none.
  std::size_t findNext(std::string_view mark, std::size_t from);
  /// True if a delimiter that could close stands at or behind `from`.
  bool closes(std::string_view delimiter, std::size_t from);
  void spendWork(std::size_t steps);
  bool spans(std::size_t& at, std::size_t end, Context context, const Stop& stop);
  bool isStop(std::size_t at, std::size_t end, const Stop& stop, std::size_t begin, int& brackets) const;
  [[nodiscard]] bool isInOpener(std::size_t at) const;
  [[nodiscard]] bool isClosing(std::string_view delimiter, std::size_t at, std::size_t end) const;
  void span(std::size_t& at, std::size_t end, Context context);
  void emphasis(std::size_t& at, std::size_t end, Context context);
  void codeSpan(std::size_t& at, std::size_t end);
  bool autolink(std::size_t& at, std::size_t end);
  void htmlSpan(std::size_t& at, std::size_t end, Context context);
  void rawSpan(std::size_t& at, std::size_t end, std::string_view name);
  void link(std::size_t& at, std::size_t end, Context context);
  bool linkTarget(std::size_t& at, std::size_t end, Node& node, std::size_t contentBegin, std::size_t contentEnd);
  void strikethrough(std::size_t& at, std::size_t end, Context context);
  void extensionSpan(std::size_t& at, std::size_t end);
  void showText(std::size_t begin, std::size_t end);
  void show(TextPiece::Kind kind, std::size_t begin, std::size_t end, std::string_view shown = {});
  void showAlt(std::size_t begin, std::size_t end);
  std::uint32_t openSpan(Node::Kind kind, std::size_t begin);
  void closeSpan(std::uint32_t id, std::size_t end, std::size_t contentBegin, std::size_t contentEnd);

  /// The nodes and texts so far, to go back to where a guess fails.
  struct Mark {
    std::size_t nodes, texts, open;
    bool afterSpan;
  };
  [[nodiscard]] Mark mark() const { return {tree_.nodes.size(), tree_.texts.size(), open_.size(), afterSpan_}; }
  void rollBack(const Mark& to);
  /// What the text around a span decided while it was read.
  struct Decided {
    // So many marks and brackets began nothing, most because they stand in what they would begin.
    std::size_t inEmphasis = 0, inStrong = 0, inLink = 0, directlyInEmphasis = 0;
    std::size_t closing = 0;  // marks that can begin nothing
    std::size_t reached = 0;  // how far spans went that were tried, those given up again, too
  };
  /// What was decided so far, and what is tried from here on starts anew.
  Decided decideAnew();
  void prove(std::uint32_t id, const Decided& before, std::size_t end, Context context);

  const std::string& mask_;
  Flat whole_;
  std::deque<Flat> inner_;  // the texts of the containers that are open, one for each depth
  Flat kept_;               // of their texts what waits, one stretch behind the other
  Tree tree_;
  std::vector<std::uint32_t> open_;
  std::size_t depth_ = 0;
  std::vector<Pending> pending_;
  std::unordered_set<std::string> definitions_;               // what they are found by
  std::unordered_map<std::string, std::uint32_t> footnotes_;  // their nodes, hidden until something refers to them

  // Of the stretch of text at hand.
  const Flat* flat_ = nullptr;
  std::string_view text_;
  bool afterSpan_ = false;  // a span stands directly before: an attribute list would be about it
  bool alt_ = false;
  std::size_t spanDepth_ = 0;
  Decided decided_;
  bool anyUnproven_ = false;
  std::size_t begin_ = 0;
  /// Of a mark that was looked for: the last one that was found, if any was, and from where on there is none.
  struct Seen {
    std::string mark;
    std::size_t last, noneFrom;
    bool any;
  };
  std::vector<Seen> seen_;
  std::vector<std::pair<std::string, std::size_t>> lastClosing_;  // of delimiters: where the last one stands
  std::size_t work_ = 0;                                          // steps that are left before all is taken as text
  WorkBudget ahead_;                                              // bytes that blocks may still look ahead
  WorkBudget copies_;                                             // bytes that containers may still copy
};

}  // namespace galley
