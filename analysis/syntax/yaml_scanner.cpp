#include "analysis/syntax/yaml_scanner.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <utility>

#include "analysis/syntax/yaml_flow.h"
#include "analysis/syntax/yaml_scalar.h"
#include "analysis/syntax/yaml_schema.h"
#include "analysis/syntax/yaml_source.h"

namespace galley {
namespace {

constexpr std::size_t mostProblems = 100;
constexpr int deepest = 100;
constexpr std::string_view fullWidthColon = "：";

class Scanner {
 public:
  Scanner(std::string_view source, Span content, YamlRoot root)
      : source_{source, content.end}, pos_(content.begin), lineBegin_(content.begin), root_(root) {
    lookahead_ = 16 * content.size() + 4096;
  }

  YamlScan scan() {
    if (root_ == YamlRoot::any) skipDocumentStart();
    if (toContent()) {
      const std::size_t first = lineBegin_;
      if ((root_ == YamlRoot::map && source_.at(pos_) != '{') || isTextBeforeKeys()) {
        settleTab(0);
        scan_.root = map(column(), 0);
      } else {
        settleTab(0);
        scan_.root = block(-1, 0);
      }
      if (toContent()) behindRoot(first);
      if (root_ == YamlRoot::map && scan_.root.kind != Value::Kind::map && scan_.problems.empty())
        report(Mistake::notAnEntry, scan_.root.span, "");
    }
    std::ranges::stable_sort(scan_.problems, {}, [](const FrontMatterProblem& problem) { return problem.span.begin; });
    return std::move(scan_);
  }

 private:
  // --- lines -------------------------------------------------------------------------------------------------------

  void nextLine() { pos_ = lineBegin_ = source_.nextLine(pos_); }

  [[nodiscard]] Span lineText() const {
    const std::size_t first = source_.skipBlanks(lineBegin_);
    return {first, source_.trimEnd(first, source_.lineEnd(first))};
  }

  /// The column of `pos_`. Of a line that tabs indent: the one that was settled, or a guess, two columns a tab.
  [[nodiscard]] int column() const {
    const int bytes = static_cast<int>(pos_ - lineBegin_);
    if (settledLine_ == lineBegin_) return bytes + settledShift_;
    if (!indentTabs_) return bytes;
    const std::string_view indent = source_.slice(lineBegin_, pos_);
    return bytes + static_cast<int>(std::ranges::count(indent, '\t'));
  }

  /// From the beginning of a line to the next text that is no comment. Stays at the end of the content if there is
  /// none.
  bool toContent() {
    while (true) {
      if (pos_ != lineBegin_) return pos_ < source_.limit;  // already there
      std::size_t first = source_.skipSpaces(lineBegin_);
      indentTabs_ = source_.at(first) == '\t';
      first = source_.skipBlanks(first);
      if (first >= source_.limit && !indentTabs_) {
        pos_ = lineBegin_ = source_.limit;
        return false;
      }
      const char c = source_.at(first);
      if (!isYamlBreak(c) && c != '#') {
        pos_ = first;
        if (pos_ == lineBegin_) return true;
        return true;
      }
      if (indentTabs_) reportTab({lineBegin_, first}, 0);
      pos_ = lineBegin_ = source_.nextLine(first);
      if (pos_ >= source_.limit) return false;
    }
  }

  /// Says that tabs indent the line of `pos_`, if they do; `column` is where its text should begin.
  void settleTab(int column) {
    if (!indentTabs_) return;
    indentTabs_ = false;
    settledLine_ = lineBegin_;
    settledShift_ = column - static_cast<int>(pos_ - lineBegin_);
    reportTab({lineBegin_, pos_}, column);
  }

  /// The column of the next line that blanks indent deeper than `parent`: where a line that tabs indent belongs.
  [[nodiscard]] int columnOfNeighbours(int parent) const {
    for (std::size_t line = source_.nextLine(pos_); line < source_.limit; line = source_.nextLine(line)) {
      const std::size_t first = source_.skipSpaces(line);
      if (isYamlBreak(source_.at(first)) || source_.at(first) == '#' || source_.at(first) == '	') continue;
      const int column = static_cast<int>(first - line);
      if (column > parent) return column;
      break;
    }
    return std::max(parent, 0) + 2;
  }

  void reportTab(Span indent, int column) {
    std::size_t tab = indent.begin;
    while (source_.text[tab] != '\t') ++tab;
    std::size_t end = tab;
    while (end < indent.end && source_.text[end] == '\t') ++end;
    report(Mistake::tabIndent, {tab, end}, "", {{indent, std::string(static_cast<std::size_t>(column), ' ')}},
           column == 0 ? "Delete the tab" : "Replace the tab by blanks");
  }

  void skipDocumentStart() {
    while (pos_ < source_.limit && source_.at(pos_) == '%') {
      scan_.certain = false;
      nextLine();
    }
    std::size_t p = pos_;
    while (p < source_.limit) {  // comments may stand before it
      const char c = source_.at(source_.skipBlanks(p));
      if (!isYamlBreak(c) && c != '#') break;
      p = source_.nextLine(p);
    }
    if (isFence(p, "---")) pos_ = lineBegin_ = source_.nextLine(p);
    // The first document is the file; another one is not read.
    for (p = pos_; p < source_.limit; p = source_.nextLine(p)) {
      if (isFence(p, "---") || isFence(p, "...")) {
        source_.limit = p;
        return;
      }
    }
  }

  [[nodiscard]] bool isFence(std::size_t line, std::string_view fence) const {
    return source_.text.substr(line, fence.size()) == fence && line + fence.size() <= source_.limit &&
           isYamlSpace(source_.at(line + fence.size()));
  }

  /// A plain text and, below it, a key: a map whose first line is a mistake.
  [[nodiscard]] bool isTextBeforeKeys() const {
    if (isDash(pos_) || std::string_view("\"'[{|>").find(source_.at(pos_)) != std::string_view::npos) return false;
    const std::size_t next = source_.nextLine(pos_);
    return source_.at(next) != ' ' && keyAt(next);
  }

  /// Text to the left of what the first line began: readers leave it out without a word.
  void behindRoot(std::size_t first) {
    const std::size_t indent = source_.skipSpaces(first) - first;
    const bool list = scan_.root.kind == Value::Kind::list && !scan_.root.flow;
    if (scan_.root.kind == Value::Kind::map && !scan_.root.flow && indent > 0 && column() == 0 && keyAt(pos_)) {
      const Span blanks{first, first + indent};
      report({Mistake::badIndent, blanks, scan_.root.entries.empty() ? "" : scan_.root.entries.front().key,
              reindented(first, lineBegin_, indent, 0), "Remove the blanks before the keys", false});
      ignored_ = true;
      Value rest = map(0, 0);
      std::ranges::move(rest.entries, std::back_inserter(scan_.root.entries));
      scan_.root.span.end = rest.span.end;
    } else {
      settleTab(0);
      report(Mistake::notAnEntry, lineText(), "", {}, "", list && indent == 0);
    }
    pos_ = lineBegin_ = source_.limit;
  }

  // --- problems ----------------------------------------------------------------------------------------------------

  void report(FrontMatterProblem problem) {
    if (ignored_) problem.fatal = false;
    if (scan_.problems.size() < mostProblems) scan_.problems.push_back(std::move(problem));
  }
  void report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair = {}, std::string title = {},
              bool fatal = true) {
    report({mistake, span, std::move(detail), std::move(repair), std::move(title), fatal});
  }

  /// A value that has to be quoted; null, with its raw text as its span.
  Value unreadable(Mistake mistake, Span at, std::string detail, Span raw) {
    std::vector<Edit> repair;
    if (source_.slice(raw.begin, raw.end).find_first_of("\r\n") == std::string_view::npos)
      repair.push_back({raw, quoted(source_.slice(raw.begin, raw.end))});
    const bool repaired = !repair.empty();
    report(mistake, at, std::move(detail), std::move(repair), repaired ? "Quote the value" : "");
    Value value;
    value.span = raw;
    broken_ = true;
    return value;
  }

  /// The text from `begin` to the end of its line or a comment.
  [[nodiscard]] Span rawValue(std::size_t begin) const { return {begin, scanPlainLine(source_, begin).textEnd}; }

  // --- block structure ---------------------------------------------------------------------------------------------

  struct Key {
    Span span;  // with quotes
    std::string text;
    std::size_t colon;  // the offset of the `:`
  };

  [[nodiscard]] bool isDash(std::size_t p) const {
    return source_.at(p) == '-' && p < source_.limit && isYamlSpace(source_.at(p + 1));
  }

  /// The key that begins at `p`, if its line is `key: …`.
  [[nodiscard]] std::optional<Key> keyAt(std::size_t p) const {
    const char c = source_.at(p);
    if (p >= source_.limit || isDash(p)) return std::nullopt;
    if (c == '"' || c == '\'') {
      const YamlSource line{source_.text, source_.lineEnd(p)};
      const QuotedScan scan = scanQuoted(line, p);
      if (!scan.end) return std::nullopt;
      const std::size_t colon = source_.skipBlanks(*scan.end);
      if (source_.at(colon) != ':' || !isYamlSpace(source_.at(colon + 1))) return std::nullopt;
      const Span span{p, *scan.end};
      const auto style = c == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
      auto text = decodeScalar(source_, span, style, 0);
      return Key{span, text ? std::move(*text) : std::string(source_.slice(p, *scan.end)), colon};
    }
    if (std::string_view(",[]{}#|>%@`").find(c) != std::string_view::npos) return std::nullopt;
    if ((c == '?' || c == ':') && isYamlSpace(source_.at(p + 1))) return std::nullopt;
    if (c == '&' || c == '!' || c == '*') {  // an anchor or tag of the key, or an alias as key
      std::size_t behind = p;
      while (!isYamlSpace(source_.at(behind))) ++behind;
      const std::size_t next = source_.skipBlanks(behind);
      if (c == '*') {
        if (source_.at(next) != ':' || next == behind) return std::nullopt;
        return Key{{p, behind}, std::string(source_.slice(p, behind)), next};
      }
      if (isYamlBreak(source_.at(next)) || next == behind) return std::nullopt;
      return keyAt(next);
    }
    const PlainLine line = scanPlainLine(source_, p);
    if (!line.colon) return std::nullopt;
    const std::size_t end = source_.trimEnd(p, *line.colon);
    return Key{{p, end}, std::string(source_.slice(p, end)), *line.colon};
  }

  /// What begins at `pos_`: a list, a map or a scalar. `parent` is the column of what holds it.
  Value block(int parent, int depth) {
    if (depth > deepest) return tooDeep(parent);
    if (isDash(pos_)) return list(column(), depth);
    if (keyAt(pos_) || isComplexKey(pos_)) return map(column(), depth);
    return inlineValue(parent, depth, true);
  }

  [[nodiscard]] bool isComplexKey(std::size_t p) const {
    return p < source_.limit && source_.at(p) == '?' && isYamlSpace(source_.at(p + 1));
  }

  Value tooDeep(int parent) {
    report(Mistake::other, lineText(), "more than 100 levels of indentation");
    Value value;
    value.span = {pos_, pos_};
    do nextLine();
    while (toContent() && column() > parent);
    return value;
  }

  Value list(int indent, int depth) {
    Value value;
    value.kind = Value::Kind::list;
    value.span = {pos_, pos_};
    bool first = true;
    while (first || (toContent() && isItemOf(indent))) {
      first = false;
      settleTab(indent);
      const std::size_t dash = pos_;
      if (!isDash(pos_)) {  // `-item`
        report(Mistake::badListItem, {dash, dash + 1}, "-", {{{dash + 1, dash + 1}, " "}},
               "Put a blank behind the hyphen");
      }
      value.items.push_back(item(indent, depth));
      value.span.end = std::max(dash + 1, value.items.back().span.end);
    }
    return value;
  }

  /// True if the line at `pos_` goes on with a list whose hyphens stand in column `indent`.
  [[nodiscard]] bool isItemOf(int indent) const {
    if (indentTabs_) return isDash(pos_) && column() >= indent;
    if (column() != indent) return false;
    if (isDash(pos_)) return true;
    return source_.at(pos_) == '-' && !keyAt(pos_) && source_.at(pos_ + 1) != '-';
  }

  Value item(int indent, int depth) {
    const std::size_t behind = pos_ + 1;
    pos_ = source_.skipSpaces(behind);
    if (source_.at(pos_) == '\t') {
      const std::size_t text = source_.skipBlanks(pos_);
      report(Mistake::tabIndent, {pos_, text}, "", {{{behind, text}, " "}}, "Replace the tab by a blank");
      pos_ = text;
    }
    const char c = source_.at(pos_);
    if (isYamlBreak(c) || c == '#') {
      pos_ = source_.lineEnd(pos_);
      return below(indent, false, {behind, behind}, depth);
    }
    return block(indent, depth + 1);
  }

  [[nodiscard]] bool isBlockScalar(std::size_t p) const {
    return p < source_.limit && (source_.text[p] == '|' || source_.text[p] == '>') &&
           scanBlockScalar(source_, p, -1).header;
  }

  /// The value on the lines below a key or hyphen in column `indent`, or null standing at `stand`.
  Value below(int indent, bool belowKey, Span stand, int depth) {
    nextLine();
    if (toContent()) {
      const int at = column();
      if (at > indent || (belowKey && at == indent && (isDash(pos_) || isBlockScalar(pos_)))) {
        settleTab(columnOfNeighbours(indent));
        return block(indent, depth + 1);
      }
    }
    Value value;
    value.span = stand;
    return value;
  }

  Value map(int indent, int depth) {
    Value value;
    value.kind = Value::Kind::map;
    value.span = {pos_, pos_};
    bool first = true;
    while (first || toContent()) {
      if (!first) {
        if (indentTabs_) {
          settleTab(indent);
        } else if (column() < indent) {
          break;
        } else if (column() > indent) {
          stray(value, indent, depth);
          continue;
        }
        // A list item of the list that holds this map.
        if (isDash(pos_) && indent > 0 && depth > 0 && column() < indent) break;
      }
      first = false;
      line(value, indent, depth);
      if (!value.entries.empty()) value.span.end = std::max(value.span.end, value.entries.back().span.end);
    }
    reportDuplicates(value);
    return value;
  }

  /// A line of a map in its column.
  void line(Value& map, int indent, int depth) {
    if (const auto key = keyAt(pos_)) {
      map.entries.push_back(entry(*key, indent, depth));
      return;
    }
    if (isComplexKey(pos_) || (source_.at(pos_) == ':' && !scan_.certain)) {
      complexKey(indent);
      return;
    }
    if (isDash(pos_)) {
      report(Mistake::badListItem, lineText(), map.entries.empty() ? "" : map.entries.back().key);
      (void)list(indent, depth + 1);
      return;
    }
    const bool keyWithoutValue = !map.entries.empty() && map.entries.back().value.kind == Value::Kind::null &&
                                 map.entries.back().value.span.empty();
    if (source_.at(pos_) == '-' && source_.at(pos_ + 1) != '-' && keyWithoutValue) {  // `-item` below `key:`
      Entry& last = map.entries.back();
      last.value = list(indent, depth + 1);
      last.span.end = last.value.span.end;
      return;
    }
    if (const auto key = brokenKeyAt(pos_)) {
      map.entries.push_back(entry(*key, indent, depth));
      return;
    }
    notAnEntry(map);
  }

  /// A key whose colon has no blank behind it, or is a full-width one; reports it. The colon of the result is the last
  /// byte of what stands for it.
  std::optional<Key> brokenKeyAt(std::size_t p) {
    if (std::string_view("!&*|>@%?-").find(source_.at(p)) != std::string_view::npos) return std::nullopt;
    std::size_t i = p;
    while (i < source_.limit && !isYamlSpace(source_.text[i]) && source_.text[i] != ':' &&
           !source_.text.substr(i).starts_with(fullWidthColon) &&
           std::string_view("[]{},#\"'`").find(source_.text[i]) == std::string_view::npos)
      ++i;
    if (i == p) return std::nullopt;
    const Key key{{p, i}, std::string(source_.slice(p, i)), i};
    if (source_.text.substr(i).starts_with(fullWidthColon)) {
      std::size_t behind = source_.skipBlanks(i + fullWidthColon.size());
      while (source_.text.substr(behind).starts_with("\u3000")) behind += 3;
      const Span colon{i, i + fullWidthColon.size()};
      const bool empty = isYamlBreak(source_.at(behind));
      report(Mistake::fullWidthColon, colon, key.text, {{{i, behind}, empty ? ":" : ": "}},
             "Write an ordinary colon and a blank");
      return Key{key.span, key.text, colon.end - 1};
    }
    if (source_.at(i) != ':' || source_.at(i + 1) == '/') return std::nullopt;
    report(Mistake::noSpaceAfterColon, {i, i + 1}, key.text, {{{i + 1, i + 1}, " "}}, "Put a blank behind the colon");
    return key;
  }

  void notAnEntry(const Value& map) {
    const Span text = lineText();
    report(Mistake::notAnEntry, {pos_, text.end}, map.entries.empty() ? "" : map.entries.back().key);
    nextLine();
  }

  /// A line that is deeper than the map which it stands in.
  void stray(Value& map, int indent, int depth) {
    const int at = column();
    const Span blanks{lineBegin_, pos_};
    const Entry* last = map.entries.empty() ? nullptr : &map.entries.back();
    if (isDash(pos_) && last && last->value.kind == Value::Kind::list && !last->value.flow) {
      // Items of the list above in a wrong column.
      const std::size_t first = last->value.span.begin;
      const std::size_t listColumn = first - lineBeginOf(first);
      const std::size_t problem = scan_.problems.size();
      report(Mistake::badIndent, blanks, "-");
      Value more = list(at, depth + 1);
      if (problem < scan_.problems.size()) {
        scan_.problems[problem].repair =
            reindented(blanks.begin, more.span.end, static_cast<std::size_t>(at), listColumn);
        scan_.problems[problem].repairTitle = "Align the items with the list";
      }
      Entry& owner = map.entries.back();
      std::ranges::move(more.items, std::back_inserter(owner.value.items));
      owner.value.span.end = owner.span.end = more.span.end;
      return;
    }
    if (const auto key = keyAt(pos_)) {
      report(Mistake::badIndent, blanks, key->text, {{blanks, std::string(static_cast<std::size_t>(indent), ' ')}},
             indent == 0 ? "Remove the blanks before the key" : "Align the key with its neighbours");
      map.entries.push_back(entry(*key, at, depth));
      map.span.end = map.entries.back().span.end;
      return;
    }
    if (isDash(pos_)) {
      report(Mistake::badListItem, lineText(), last ? last->key : "");
      (void)list(at, depth + 1);
      return;
    }
    notAnEntry(map);
  }

  /// Moves all lines from `begin` to `end` from one column to another.
  [[nodiscard]] std::vector<Edit> reindented(std::size_t begin, std::size_t end, std::size_t from,
                                             std::size_t to) const {
    std::vector<Edit> edits;
    for (std::size_t line = begin; line < end; line = source_.nextLine(line)) {
      if (isYamlBreak(source_.at(source_.skipBlanks(line)))) continue;
      if (to >= from) {
        edits.push_back({{line, line}, std::string(to - from, ' ')});
      } else {
        edits.push_back({{line, std::min(line + from - to, source_.skipSpaces(line))}, ""});
      }
    }
    return edits;
  }

  /// `? key` and its `: value`: rare, and not read.
  void complexKey(int indent) {
    scan_.certain = false;
    do nextLine();
    while (toContent() && column() > indent);
  }

  Entry entry(const Key& key, int indent, int depth) {
    Entry entry;
    entry.key = key.text;
    entry.keySpan = key.span;
    if (source_.at(key.span.begin) == '"') reportBadEscapes(scanQuoted(source_, key.span.begin));
    const bool outerBroken = std::exchange(broken_, false);
    const std::size_t behind = key.colon + 1;
    pos_ = source_.skipBlanks(behind);
    const char c = source_.at(pos_);
    if (isYamlBreak(c) || c == '#') {
      const std::size_t stand = std::min(behind + 1, pos_);
      const std::size_t hash = pos_;
      pos_ = source_.lineEnd(pos_);
      const std::size_t end = source_.trimEnd(hash, pos_);
      entry.value = below(indent, true, {stand, stand}, depth);
      if (entry.value.kind == Value::Kind::null && entry.value.span.empty() && c == '#')
        lostToHash({hash, end}, key.text);
    } else if (isDash(pos_) || isComplexKey(pos_)) {
      entry.value = unreadable(Mistake::reservedStart, {pos_, pos_ + 1}, std::string(1, c), rawValue(pos_));
      nextLine();
    } else {
      entry.value = inlineValue(indent, depth, false);
    }
    entry.readable = !broken_ || entry.value.kind != Value::Kind::null;
    broken_ = outerBroken || (broken_ && !entry.readable);
    entry.span = {key.span.begin, std::max(key.colon + 1, entry.value.span.end)};
    return entry;
  }

  /// `title: #1 post`: the author meant text, YAML reads a comment.
  void lostToHash(Span comment, const std::string& key) {
    const char next = source_.at(comment.begin + 1);
    if (comment.size() < 2 || isYamlBlank(next) || next == '#' || next == '-' || next == '=') return;
    report(Mistake::hashStart, comment, key, {{comment, quoted(source_.slice(comment.begin, comment.end))}},
           "Quote the value", false);
  }

  void reportDuplicates(const Value& map) {
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < map.entries.size(); ++i) {
      const Entry& second = map.entries[i];
      if (second.key == "<<" || seen.insert(second.key).second) continue;
      const auto first = std::ranges::find(map.entries, second.key, &Entry::key);
      report(Mistake::duplicateKey, second.keySpan, second.key, {}, "", false);
      if (map.flow || scan_.problems.size() >= mostProblems) continue;
      // The last one wins: take away what has no effect, or, where both say the same, the repetition.
      const bool same =
          source_.slice(first->span.begin, first->span.end) == source_.slice(second.span.begin, second.span.end);
      const Entry& needless = same ? second : *first;
      const std::size_t line = lineBeginOf(needless.span.begin);
      if (source_.skipBlanks(line) != needless.span.begin) continue;  // `- key: x` in a list
      scan_.problems.back().repair = {{{line, source_.nextLine(needless.span.end)}, ""}};
      scan_.problems.back().repairTitle =
          same ? "Delete the repeated key" : "Delete the first one, which has no effect";
    }
  }

  [[nodiscard]] std::size_t lineBeginOf(std::size_t offset) const {
    while (offset > 0 && !isYamlBreak(source_.text[offset - 1])) --offset;
    return offset;
  }

  // --- values on the line of their key -----------------------------------------------------------------------------

  /// A value that begins at `pos_` in the middle of a line. Afterwards `pos_` is at the beginning of a line.
  Value inlineValue(int parent, int depth, bool ownLine) {
    const std::size_t properties = pos_;
    std::string anchor;
    while (source_.at(pos_) == '&' || source_.at(pos_) == '!') {
      const std::size_t begin = pos_;
      if (source_.text[pos_] == '&') {
        const std::string_view name = anchorNameAt(source_, pos_ + 1);
        if (name.empty() || !anchor.empty() || !isYamlSpace(source_.at(begin + 1 + name.size())))
          return reserved(begin);
        anchor = name;
        pos_ += 1 + name.size();
      } else {
        const auto end = tagEndAt(source_, pos_, false);
        if (!end) return reserved(begin);
        pos_ = *end;
      }
      pos_ = source_.skipBlanks(pos_);
      if (isYamlBreak(source_.at(pos_)) || source_.at(pos_) == '#') {
        Value value = emptyBehind(begin, parent, depth, !ownLine);
        if (!anchor.empty()) anchors_.add(std::move(anchor), value);
        return value;
      }
    }
    const bool hasProperties = pos_ != properties;
    if (isDash(pos_) || isComplexKey(pos_)) return reserved(pos_);
    if (hasProperties && source_.at(pos_) == '*') return reserved(properties);
    Value value = bareValue(parent, depth, ownLine);
    if (!anchor.empty()) anchors_.add(std::move(anchor), value);
    return value;
  }

  /// Nothing but an anchor or a tag on the line: the value stands below, or there is none.
  Value emptyBehind(std::size_t begin, int parent, int depth, bool belowKey) {
    const std::size_t stand = source_.trimEnd(begin, pos_);
    pos_ = source_.lineEnd(pos_);
    return below(parent, belowKey, {stand, stand}, depth);
  }

  Value reserved(std::size_t begin) {
    Value value =
        unreadable(Mistake::reservedStart, {begin, begin + 1}, std::string(1, source_.text[begin]), rawValue(begin));
    nextLine();
    return value;
  }

  Value bareValue(int parent, int depth, bool ownLine) {
    switch (source_.at(pos_)) {
      case '"':
      case '\'':
        return quotedText(parent);
      case '[':
      case '{':
        return flow(parent);
      case '|':
      case '>':
        return blockScalar(parent);
      case '*':
        return alias();
      case '@':
      case '`':
      case '%':
      case ',':
      case ']':
      case '}':
        return reserved(pos_);
      default:
        return plainText(parent, depth, ownLine);
    }
  }

  /// True if nothing but a comment stands between `pos_` and the end of the line.
  [[nodiscard]] bool lineEndsAt(std::size_t p) const {
    const char c = source_.at(source_.skipBlanks(p));
    return isYamlBreak(c) || c == '#';
  }

  Value alias() {
    const std::size_t begin = pos_;
    const std::string_view name = anchorNameAt(source_, begin + 1);
    const std::size_t end = begin + 1 + name.size();
    if (name.empty() || !lineEndsAt(end)) return reserved(begin);
    Value value;
    if (anchors_.values.contains(name)) {
      value = anchors_.copy(name, {begin, end});
    } else {
      value = unreadable(Mistake::undefinedAlias, {begin, end}, std::string(name), {begin, end});
    }
    nextLine();
    return value;
  }

  Value blockScalar(int parent) {
    const std::size_t begin = pos_;
    const BlockScalarScan scan = scanBlockScalar(source_, begin, parent);
    if (!scan.header) return reserved(begin);
    Value value;
    value.kind = Value::Kind::scalar;
    value.style = source_.text[begin] == '|' ? ScalarStyle::literal : ScalarStyle::folded;
    value.span = {begin, scan.textEnd};
    if (scan.tab) return tabsInBlockScalar(value, scan, parent);
    const std::size_t decodeEnd = scan.next;
    if (auto text = decodeScalar(source_, {begin, decodeEnd}, value.style, parent)) value.text = std::move(*text);
    pos_ = lineBegin_ = scan.next;
    return value;
  }

  /// The lines below belong to the text as its author sees it; their tabs are one mistake.
  Value tabsInBlockScalar(Value value, const BlockScalarScan& scan, int parent) {
    const std::string indent(static_cast<std::size_t>(std::max(parent, 0)) + 2, ' ');
    std::vector<Edit> repair;
    pos_ = lineBegin_ = scan.next;
    while (pos_ < source_.limit && isYamlSpace(source_.at(pos_))) {
      const std::size_t text = source_.skipBlanks(pos_);
      if (source_.slice(pos_, text).find('\t') != std::string_view::npos) repair.push_back({{pos_, text}, indent});
      value.span.end = std::max(value.span.end, source_.trimEnd(pos_, source_.lineEnd(pos_)));
      nextLine();
    }
    report(Mistake::tabIndent, *scan.tab, "", std::move(repair), "Replace the tabs by blanks");
    value.kind = Value::Kind::null;
    broken_ = true;
    return value;
  }

  /// The beginning of the first line below `begin` that is a key in column `indent` or left of it; the end if none is.
  [[nodiscard]] std::size_t nextEntryLine(std::size_t begin, int indent) const {
    for (std::size_t line = source_.nextLine(begin); line < source_.limit; line = source_.nextLine(line)) {
      const std::size_t first = source_.skipSpaces(line);
      if (static_cast<int>(first - line) <= std::max(indent, 0) && keyAt(first)) return line;
    }
    return source_.limit;
  }

  /// Looking far ahead for the end of brackets and quotes is allowed as long as the whole stays linear.
  bool mayLookAhead(std::size_t from) {
    const std::size_t distance = source_.limit - from;
    if (distance > lookahead_) return false;
    lookahead_ -= distance;
    return true;
  }

  Value flow(int parent) {
    const std::size_t begin = pos_;
    FlowScan scan;
    bool whole = false;
    if (mayLookAhead(begin)) {
      scan = scanFlow(source_, begin, parent, anchors_);
      whole = scan.closed && scan.problems.empty() && lineEndsAt(scan.end);
    }
    if (!whole) {
      // Not well-formed: it ends before the next key, whatever its brackets say.
      const YamlSource upToNextEntry{source_.text,
                                     mayLookAhead(begin) ? nextEntryLine(begin, parent) : source_.lineEnd(begin)};
      scan = scanFlow(upToNextEntry, begin, parent, anchors_);
    }
    Value value = std::move(scan.value);
    const std::size_t next = source_.skipBlanks(scan.end);
    if (scan.closed && source_.at(next) == ':' && isYamlSpace(source_.at(next + 1))) {
      scan_.certain = false;  // a list or map as a key
    } else if (scan.closed && !lineEndsAt(scan.end)) {
      pos_ = scan.end;
      const Span raw{begin, scanPlainLine(source_, scan.end).textEnd};
      value = unreadable(Mistake::reservedStart, {begin, begin + 1}, std::string(1, source_.text[begin]), raw);
    } else if (!scan.problems.empty()) {
      if (!value.flow) broken_ = true;
      for (FrontMatterProblem& problem : scan.problems) report(std::move(problem));
    }
    if (value.kind == Value::Kind::map) reportDuplicates(value);
    pos_ = scan.end;
    if (pos_ > begin && isYamlBreak(source_.text[pos_ - 1])) {
      lineBegin_ = pos_;
    } else {
      nextLine();
    }
    return value;
  }

  Value quotedText(int parent) {
    const std::size_t begin = pos_;
    const char quote = source_.text[begin];
    Value value;
    value.style = quote == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
    const YamlSource line{source_.text, source_.lineEnd(begin)};
    QuotedScan scan = scanQuoted(line, begin);
    if (!scan.end && mayLookAhead(begin)) {
      scan = scanQuoted(source_, begin);
      // Closed far below by the quote of another value: it is this one that lacks its end.
      if (scan.end && !lineEndsAt(*scan.end) && nextEntryLine(begin, parent) < *scan.end) scan.end.reset();
    }
    if (!scan.end) {
      const Span raw = lineOf(begin);
      report(Mistake::unclosedQuote, {begin, begin + 1}, std::string(1, quote), {closedQuote(source_, raw)},
             "Close the quote");
      value.span = raw;
      broken_ = true;
      nextLine();
      return value;
    }
    if (!lineEndsAt(*scan.end)) return textAfterQuote(begin, *scan.end);
    value.span = {begin, *scan.end};
    reportBadEscapes(scan);
    auto text = scan.badEscapes.empty() ? decodeScalar(source_, value.span, value.style, parent) : std::nullopt;
    if (text) {
      value.kind = Value::Kind::scalar;
      value.text = std::move(*text);
    } else {
      broken_ = true;
    }
    pos_ = *scan.end;
    nextLine();
    return value;
  }

  void reportBadEscapes(const QuotedScan& scan) {
    for (const Span escape : scan.badEscapes) {
      report(Mistake::badEscape, escape, std::string(source_.slice(escape.begin, escape.end)),
             {{{escape.begin, escape.begin}, "\\"}}, "Double the backslash");
    }
  }

  [[nodiscard]] Span lineOf(std::size_t begin) const { return {begin, source_.trimEnd(begin, source_.lineEnd(begin))}; }

  Value textAfterQuote(std::size_t begin, std::size_t end) {
    const char quote = source_.text[begin];
    const std::size_t textBegin = source_.skipBlanks(end);
    const Span raw{begin, scanPlainLine(source_, textBegin).textEnd};
    Value value;
    value.span = raw;
    std::vector<Edit> repair;
    std::string_view text = source_.slice(raw.begin, raw.end);
    if (text.find_first_of("\r\n") == std::string_view::npos) {
      // Quotes all around are the author's; the others belong to the text.
      if (text.back() == quote) text = text.substr(1, text.size() - 2);
      repair.push_back({raw, quoted(text)});
    }
    const bool repaired = !repair.empty();
    report(Mistake::textAfterQuote, {textBegin, raw.end}, std::string(1, quote), std::move(repair),
           repaired ? "Quote the whole value" : "");
    broken_ = true;
    pos_ = end;
    nextLine();
    return value;
  }

  Value plainText(int parent, int, bool ownLine) {
    const std::size_t begin = pos_;
    PlainLine line = scanPlainLine(source_, begin);
    if (line.colon) {
      Value value = unreadable(Mistake::colonInValue, {*line.colon, *line.colon + 1}, ":", {begin, line.textEnd});
      nextLine();
      return value;
    }
    Value value;
    value.span = {begin, line.textEnd};
    std::vector<std::size_t> hyphens;
    if (ownLine && isItemWithoutBlank(begin)) hyphens.push_back(begin);
    std::optional<std::size_t> colon;
    nextLine();
    while (!line.comment && !colon) {
      // Empty lines and what is deeper than the parent go on with the text.
      std::size_t next = lineBegin_;
      std::size_t first = next;
      bool tab = false;
      while (next < source_.limit) {
        first = source_.skipSpaces(next);
        tab = source_.at(first) == '\t' && static_cast<int>(first - next) <= parent;
        if (tab || !isYamlBreak(source_.at(source_.skipBlanks(first)))) break;
        next = source_.nextLine(first);
      }
      pos_ = lineBegin_ = next;
      if (next >= source_.limit || tab || static_cast<int>(first - next) <= parent) break;
      first = source_.skipBlanks(first);
      if (source_.at(first) == '#') break;
      line = scanPlainLine(source_, first);
      if (line.colon) {
        if (parent < 0) report(Mistake::notAnEntry, value.span, "");
        if (!hasBlank(first, *line.colon) || ownLine) break;  // a key with a wrong indentation
        colon = line.colon;
      }
      if (ownLine && isItemWithoutBlank(first)) hyphens.push_back(first);
      value.span.end = line.textEnd;
      nextLine();
    }
    if (colon) {
      Value broken = unreadable(Mistake::colonInValue, {*colon, *colon + 1}, ":", value.span);
      return broken;
    }
    for (const std::size_t hyphen : hyphens) {
      report(Mistake::badListItem, {hyphen, hyphen + 1}, "-", {{{hyphen + 1, hyphen + 1}, " "}},
             "Put a blank behind the hyphen", false);
    }
    if (auto text = decodeScalar(source_, value.span, ScalarStyle::plain, parent)) {
      value.kind = Value::Kind::scalar;
      value.text = std::move(*text);
    }
    return value;
  }

  [[nodiscard]] bool hasBlank(std::size_t begin, std::size_t end) const {
    return source_.slice(begin, end).find_first_of(" \t") != std::string_view::npos;
  }

  /// `-item` on a line of its own: text for YAML, an item for its author. A negative number is none.
  [[nodiscard]] bool isItemWithoutBlank(std::size_t p) const {
    const char next = source_.at(p + 1);
    const bool letter =
        (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || static_cast<signed char>(next) < 0;
    return source_.at(p) == '-' && (letter || next == '"' || next == '\'');
  }

  YamlSource source_;
  std::size_t pos_;
  std::size_t lineBegin_;
  YamlRoot root_;
  YamlScan scan_;
  YamlAnchors anchors_;
  std::size_t lookahead_ = 0;
  std::size_t settledLine_ = std::string_view::npos;  // a line that tabs indent, and what its columns lack
  int settledShift_ = 0;
  bool indentTabs_ = false;  // tabs stand in the indentation of the line at `pos_`, and that was not reported yet
  bool ignored_ = false;     // readers do not look at what is being scanned
  bool broken_ = false;      // a value inside of the entry at hand could not be decoded
};

}  // namespace

YamlScan scanYaml(std::string_view source, Span content, YamlRoot root) {
  content.end = std::min(content.end, source.size());
  return Scanner(source, content, root).scan();
}

}  // namespace galley
