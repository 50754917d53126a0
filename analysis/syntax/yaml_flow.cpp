// See the header.
#include "analysis/syntax/yaml_flow.h"

#include <optional>
#include <utility>

#include "analysis/syntax/yaml_scalar.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley {
namespace {

constexpr int deepest = 100;  // brackets in brackets; nobody writes more, and the stack stays small

class Flow {
 public:
  Flow(const YamlSource& source, int indent, YamlAnchors& anchors)
      : source_(source), indent_(indent), anchors_(anchors) {}

  FlowScan scan(std::size_t begin) {
    pos_ = begin;
    result_.value = collection(0);
    result_.end = pos_;
    return std::move(result_);
  }

 private:
  void report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair = {}, std::string title = {}) {
    result_.problems.push_back({mistake, span, std::move(detail), std::move(repair), std::move(title)});
  }

  /// The text of an item from `begin` to the comma or bracket that ends it, on its line. Brackets inside belong to it
  /// where they are closed there.
  [[nodiscard]] Span rawItem(std::size_t begin) const {
    std::size_t firstEnd = source_.limit;
    int open = 0;
    for (std::size_t i = begin; i < source_.limit && !isYamlBreak(source_.text[i]); ++i) {
      const char c = source_.text[i];
      const bool close = c == ']' || c == '}';
      if (close || c == ',') firstEnd = std::min(firstEnd, i);
      if ((c == ',' && open == 0) || (close && open-- == 0)) return {begin, source_.trimEnd(begin, i)};
      if (c == '[' || c == '{') ++open;
    }
    return {begin, source_.trimEnd(begin, std::min(firstEnd, source_.lineEnd(begin)))};
  }

  /// Reports an item that has to be quoted, and goes behind it.
  Value unreadable(Mistake mistake, std::size_t begin, Span at, std::string detail) {
    const Span raw = rawItem(begin);
    report(mistake, at, std::move(detail), {{raw, quoted(source_.slice(raw.begin, raw.end))}}, "Quote the item");
    pos_ = std::max(pos_, raw.end);
    Value value;
    value.span = raw;
    return value;
  }

  void skipSpace() {
    if (pos_ != spaceEnd_) textEnd_ = pos_;
    while (pos_ < source_.limit) {
      const char c = source_.text[pos_];
      if (c == '#') {
        // A # right behind a comma or bracket is meant as text; YAML takes it for a comment all the same.
        if (!lostToComment_ && pos_ + 1 < source_.limit && !isYamlSpace(source_.at(pos_ + 1))) lostToComment_ = pos_;
        pos_ = source_.lineEnd(pos_);
      } else if (isYamlSpace(c)) {
        ++pos_;
      } else {
        break;
      }
    }
    spaceEnd_ = pos_;
  }

  Value collection(int depth) {
    Value value;
    value.flow = true;
    const std::size_t begin = pos_;
    const bool list = source_.text[begin] == '[';
    const char close = list ? ']' : '}';
    value.kind = list ? Value::Kind::list : Value::Kind::map;
    value.span = {begin, begin + 1};
    ++pos_;
    if (depth == deepest) {
      report(Mistake::other, value.span, "more than 100 brackets inside of each other");
      pos_ = source_.limit;
      return value;
    }
    bool itemMayStand = true;
    bool anyItem = false;
    while (true) {
      skipSpace();
      if (pos_ >= source_.limit) {
        notClosed(begin, close, depth);
        break;
      }
      const char c = source_.text[pos_];
      if (c == close) {
        ++pos_;
        result_.closed = depth == 0;
        break;
      }
      if (c == ']' || c == '}') {
        report(Mistake::unclosedBracket, {begin, begin + 1}, std::string(1, source_.text[begin]));
        ++pos_;
        break;
      }
      if (c == ',') {
        if (itemMayStand) emptyItem(anyItem);
        ++pos_;
        itemMayStand = true;
        continue;
      }
      if (!itemMayStand) {
        missingComma();
        continue;
      }
      const std::size_t itemBegin = pos_;
      if (list) {
        value.items.push_back(listItem(depth));
      } else {
        value.entries.push_back(entry(depth));
      }
      lastItem_ = itemBegin;
      itemMayStand = false;
      anyItem = true;
    }
    value.span.end = source_.trimEnd(begin + 1, pos_);
    return value;
  }

  void emptyItem(bool anyItem) {
    // The comma and the blanks around it, so that one comma stays between two items.
    std::size_t end = source_.skipBlanks(pos_ + 1);
    if (source_.at(end) == ']' || source_.at(end) == '}') end = pos_ + 1;
    report(Mistake::badListItem, {pos_, pos_ + 1}, ",", {{{pos_, end}, ""}},
           anyItem ? "Delete the second comma" : "Delete the comma");
  }

  /// An item directly behind another one; goes at least one byte on.
  void missingComma() {
    const std::size_t from = pos_;
    const char c = source_.text[pos_];
    const char before = source_.text[lastItem_];
    if (before == '"' || before == '\'') {
      const Span raw = rawItem(lastItem_);
      std::string_view text = source_.slice(raw.begin, raw.end);
      if (text.back() == before && text.size() > 1) text = text.substr(1, text.size() - 2);
      report(Mistake::textAfterQuote, {pos_, std::max(pos_ + 1, raw.end)}, std::string(1, before),
             {{raw, quoted(text)}}, "Quote the item");
      pos_ = std::max(pos_, raw.end);
    } else if (c == '[' || c == '{') {
      unreadable(Mistake::reservedStart, lastItem_, {pos_, pos_ + 1}, std::string(1, c));
    } else {
      report(Mistake::badListItem, {pos_, pos_ + 1}, std::string(1, c));
      pos_ = rawItem(pos_).end;
    }
    pos_ = std::max(pos_, from + 1);
  }

  /// The limit came before the bracket that closes the one at `begin`.
  void notClosed(std::size_t begin, char close, int depth) {
    if (lostToComment_ &&
        source_.slice(*lostToComment_, source_.lineEnd(*lostToComment_)).find(close) != std::string_view::npos) {
      const std::size_t at = *lostToComment_;
      std::size_t itemBegin = at;
      while (itemBegin > begin + 1 && source_.text[itemBegin - 1] != ',' &&
             !isFlowIndicator(source_.text[itemBegin - 1]))
        --itemBegin;
      itemBegin = source_.skipBlanks(itemBegin);
      unreadable(Mistake::hashStart, itemBegin, {at, at + 1}, "#");
      pos_ = source_.limit;
      return;
    }
    closers_ += close;
    if (depth > 0) return;
    report(Mistake::unclosedBracket, {begin, begin + 1}, std::string(1, source_.text[begin]),
           {{{textEnd_, textEnd_}, (source_.text[textEnd_ - 1] == ':' ? " " : "") + closers_}}, "Close the bracket");
  }

  /// True at a `:` that separates a key from its value.
  [[nodiscard]] bool atColon(bool behindPlain) const {
    if (source_.at(pos_) != ':') return false;
    const char next = source_.at(pos_ + 1);
    return !behindPlain || isYamlSpace(next) || isFlowIndicator(next);
  }

  /// Goes to a `:` behind blanks, if there is one.
  bool toColon(bool behindPlain) {
    const std::size_t p = source_.skipBlanks(pos_);
    const std::size_t before = std::exchange(pos_, p);
    if (atColon(behindPlain)) return true;
    pos_ = before;
    return false;
  }

  [[nodiscard]] bool isItemEnd() const {
    const char c = source_.at(pos_);
    return pos_ >= source_.limit || c == ',' || c == ']' || c == '}';
  }

  static bool isPlain(const Value& value) {
    return value.kind == Value::Kind::scalar && value.style == ScalarStyle::plain;
  }

  Value listItem(int depth) {
    const std::size_t begin = pos_;
    if (source_.at(pos_) == '?') {
      Value pair;
      pair.kind = Value::Kind::map;
      pair.flow = true;
      pair.entries.push_back(entry(depth));
      pair.span = {begin, pair.entries.back().span.end};
      return pair;
    }
    Value item = node(depth);
    if (!toColon(isPlain(item))) return item;
    Value pair;
    pair.kind = Value::Kind::map;
    pair.flow = true;
    pair.entries.push_back(pairWith(item, depth));
    pair.span = {begin, pair.entries.back().span.end};
    return pair;
  }

  Entry entry(int depth) {
    if (source_.at(pos_) == '?') {
      const std::size_t behind = ++pos_;
      skipSpace();
      if (isItemEnd()) {
        Entry nothing;
        nothing.keySpan = nothing.value.span = nothing.span = {behind, behind};
        return nothing;
      }
    }
    const Value key = node(depth);
    if (toColon(isPlain(key))) return pairWith(key, depth);
    Entry result;
    result.keySpan = result.span = key.span;
    result.key = isScalar(key) ? key.text : std::string(source_.slice(key.span.begin, key.span.end));
    result.value.span = {key.span.end, key.span.end};
    return result;
  }

  static bool isScalar(const Value& value) { return value.kind == Value::Kind::scalar; }

  /// A key and, behind the `:` at which we stand, its value.
  Entry pairWith(const Value& key, int depth) {
    Entry result;
    result.keySpan = key.span;
    result.key = isScalar(key) ? key.text : std::string(source_.slice(key.span.begin, key.span.end));
    if (isScalar(key) && !result.key.empty() &&
        source_.slice(key.span.begin, key.span.end).find_first_of("\r\n") != std::string_view::npos)
      report(Mistake::colonInValue, {pos_, pos_ + 1}, ":");  // a key stands on one line
    ++pos_;
    const std::size_t behindColon = pos_;
    skipSpace();
    if (isItemEnd()) {
      result.value.span = {behindColon, behindColon};
    } else {
      const std::size_t begin = pos_;
      result.value = node(depth);
      if (toColon(isPlain(result.value))) {
        result.value = unreadable(Mistake::colonInValue, begin, {pos_, pos_ + 1}, ":");
      }
      result.readable = result.value.kind != Value::Kind::null || result.value.span.empty();
    }
    result.span = {result.keySpan.begin, result.value.span.end};
    return result;
  }

  Value node(int depth) {
    std::string anchor;
    while (source_.at(pos_) == '&' || source_.at(pos_) == '!') {
      const std::size_t begin = pos_;
      if (source_.text[pos_] == '&') {
        const std::string_view name = anchorNameAt(source_, pos_ + 1);
        if (name.empty()) return unreadable(Mistake::reservedStart, begin, {begin, begin + 1}, "&");
        anchor = name;
        pos_ += 1 + name.size();
      } else {
        const auto end = tagEndAt(source_, pos_, true);
        if (!end) return unreadable(Mistake::reservedStart, begin, {begin, begin + 1}, "!");
        pos_ = *end;
      }
      const std::size_t behind = pos_;
      skipSpace();
      if (isItemEnd()) {
        Value empty;
        empty.span = {behind, behind};
        return empty;
      }
    }
    Value value = bareNode(depth);
    if (!anchor.empty()) anchors_.add(std::move(anchor), value);
    return value;
  }

  Value bareNode(int depth) {
    const char c = source_.text[pos_];
    if (c == '[' || c == '{') return collection(depth + 1);
    if (c == '"' || c == '\'') return quotedText();
    if (c == '*') {
      const std::size_t begin = pos_;
      const std::string_view name = anchorNameAt(source_, pos_ + 1);
      if (name.empty()) return unreadable(Mistake::reservedStart, begin, {begin, begin + 1}, "*");
      pos_ += 1 + name.size();
      if (!anchors_.values.contains(name))
        return unreadable(Mistake::undefinedAlias, begin, {begin, pos_}, std::string(name));
      return anchors_.copy(name, {begin, pos_});
    }
    const char next = source_.at(pos_ + 1);
    const bool reserved = c == '@' || c == '`' || c == '%' || c == '|' || c == '>';
    if (reserved || (c == '-' && isYamlSpace(next)) || c == ':')
      return unreadable(Mistake::reservedStart, pos_, {pos_, pos_ + 1}, std::string(1, c));
    return plainText();
  }

  Value quotedText() {
    Value value;
    value.style = source_.text[pos_] == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
    const std::size_t begin = pos_;
    const QuotedScan scan = scanQuoted(source_, begin);
    if (!scan.end) {
      const Span raw = rawItem(begin);
      if (raw.end == source_.trimEnd(begin, source_.limit)) {
        closers_ += source_.text[begin];  // the brackets around it are not closed either: one repair for all
      } else {
        report(Mistake::unclosedQuote, {begin, begin + 1}, std::string(1, source_.text[begin]),
               {closedQuote(source_, raw)}, "Close the quote");
      }
      value.span = raw;
      pos_ = raw.end;
      return value;
    }
    value.span = {begin, *scan.end};
    pos_ = *scan.end;
    for (const Span escape : scan.badEscapes) {
      report(Mistake::badEscape, escape, std::string(source_.slice(escape.begin, escape.end)),
             {{{escape.begin, escape.begin}, "\\"}}, "Double the backslash");
    }
    setText(value);
    return value;
  }

  void setText(Value& value) {
    if (auto text = decodeScalar(source_, value.span, value.style, indent_)) {
      value.kind = Value::Kind::scalar;
      value.text = std::move(*text);
    }
  }

  Value plainText() {
    const std::size_t begin = pos_;
    std::size_t textEnd = begin;
    std::optional<Span> tab;
    std::size_t i = begin;
    bool lineStart = false;
    for (; i < source_.limit; ++i) {
      const char c = source_.text[i];
      if (isYamlBreak(c)) {
        lineStart = true;
        const std::size_t first = source_.skipSpaces(i + 1);
        const std::size_t column = first - (i + 1);
        if (source_.at(first) == '\t' && static_cast<int>(column) < indent_ + 1 && !tab)
          tab = Span{first, source_.skipBlanks(first)};
        continue;
      }
      if (isYamlBlank(c)) continue;
      if (c == '#' && (lineStart || isYamlSpace(source_.text[i - 1]))) break;
      if (isFlowIndicator(c)) break;
      const char next = source_.at(i + 1);
      if (c == ':' && (isYamlSpace(next) || next == '?' || isFlowIndicator(next))) break;
      lineStart = false;
      textEnd = i + 1;
    }
    pos_ = textEnd;
    const char next = source_.at(i + 1);
    if (i < source_.limit && source_.text[i] == ':' && (next == '?' || isFlowIndicator(next)))
      return unreadable(Mistake::colonInValue, begin, {i, i + 1}, ":");
    Value value;
    value.span = {begin, textEnd};
    if (textEnd == begin) {  // nothing that may stand here: never stay at a place
      pos_ = begin + 1;
      value.span = {begin, begin + 1};
      report(Mistake::badListItem, value.span, std::string(source_.slice(begin, begin + 1)));
      return value;
    }
    if (tab && tab->end <= textEnd) {
      report(Mistake::tabIndent, *tab, "", {{*tab, std::string(2 * tab->size(), ' ')}}, "Replace the tab by blanks");
      return value;
    }
    setText(value);
    return value;
  }

  const YamlSource& source_;
  int indent_;
  YamlAnchors& anchors_;
  FlowScan result_;
  std::size_t pos_ = 0;
  std::size_t lastItem_ = 0;
  std::size_t textEnd_ = 0;   // behind the last item, comma or bracket
  std::size_t spaceEnd_ = 0;  // behind the last blanks and comments
  std::string closers_;       // of the quote and the brackets that the limit left open, inner ones first
  std::optional<std::size_t> lostToComment_;
};

}  // namespace

FlowScan scanFlow(const YamlSource& source, std::size_t begin, int indent, YamlAnchors& anchors) {
  return Flow(source, indent, anchors).scan(begin);
}

}  // namespace galley
