// See the header.
#include "analysis/syntax/yaml_scanner.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "analysis/syntax/yaml_inline.h"
#include "analysis/syntax/yaml_key.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley {
namespace {

constexpr int deepest = 100;

/// Blocks of keys and items, by their columns.
class Scanner {
 public:
  Scanner(std::string_view source, Span content, YamlRoot root)
      : lines_(source, content), values_(lines_), root_(root) {}

  YamlScan scan() {
    if (root_ == YamlRoot::any) skipDocumentStart();
    if (lines_.toContent()) {
      const std::size_t first = lines_.lineBegin;
      lines_.settleTab(0);
      const bool keys = (root_ == YamlRoot::map && lines_.source.at(lines_.pos) != '{') || isTextBeforeKeys();
      value_ = keys ? map(lines_.column(), 0) : block(-1, 0);
      if (lines_.toContent()) behindRoot(first);
      if (root_ == YamlRoot::map && value_.kind != Value::Kind::map && lines_.problems.empty())
        lines_.report(Mistake::notAnEntry, value_.span, "");
    }
    std::ranges::stable_sort(lines_.problems, {}, [](const FrontMatterProblem& problem) { return problem.span.begin; });
    return {std::move(value_), std::move(lines_.problems), lines_.certain};
  }

 private:
  void skipDocumentStart() {
    while (lines_.pos < lines_.source.limit && lines_.source.at(lines_.pos) == '%') {
      lines_.certain = false;
      lines_.nextLine();
    }
    std::size_t p = lines_.pos;
    while (p < lines_.source.limit) {  // comments may stand before it
      const char c = lines_.source.at(lines_.source.skipBlanks(p));
      if (!isYamlBreak(c) && c != '#') break;
      p = lines_.source.nextLine(p);
    }
    if (isFence(p, "---")) lines_.toLine(lines_.source.nextLine(p));
    // The first document is the file; another one is not read.
    for (p = lines_.pos; p < lines_.source.limit; p = lines_.source.nextLine(p)) {
      if (isFence(p, "---") || isFence(p, "...")) {
        lines_.source.limit = p;
        return;
      }
    }
  }

  [[nodiscard]] bool isFence(std::size_t line, std::string_view fence) const {
    return lines_.source.text.substr(line, fence.size()) == fence && line + fence.size() <= lines_.source.limit &&
           isYamlSpace(lines_.source.at(line + fence.size()));
  }

  /// A plain text and, below it, a key: a map whose first line is a mistake.
  [[nodiscard]] bool isTextBeforeKeys() const {
    if (isDash(lines_.source, lines_.pos) ||
        std::string_view("\"'[{|>").find(lines_.source.at(lines_.pos)) != std::string_view::npos)
      return false;
    const std::size_t next = lines_.source.nextLine(lines_.pos);
    return lines_.source.at(next) != ' ' && yamlKeyAt(lines_.source, next);
  }

  /// Text to the left of what the first line began: readers leave it out without a word.
  void behindRoot(std::size_t first) {
    const std::size_t indent = lines_.source.skipSpaces(first) - first;
    const bool list = value_.kind == Value::Kind::list && !value_.flow;
    if (value_.kind == Value::Kind::map && !value_.flow && indent > 0 && lines_.column() == 0 &&
        yamlKeyAt(lines_.source, lines_.pos)) {
      const Span blanks{first, first + indent};
      lines_.report({Mistake::badIndent, blanks, value_.entries.empty() ? "" : value_.entries.front().key,
                     lines_.reindented(first, lines_.lineBegin, indent, 0), "Remove the blanks before the keys",
                     false});
      lines_.ignored = true;
      Value rest = map(0, 0);
      std::ranges::move(rest.entries, std::back_inserter(value_.entries));
      value_.span.end = rest.span.end;
    } else {
      lines_.settleTab(0);
      lines_.report(Mistake::notAnEntry, lines_.lineText(), "", {}, "", list && indent == 0);
    }
    lines_.toLine(lines_.source.limit);
  }

  /// What begins at `lines_.pos`: a list, a map or a scalar. `parent` is the column of what holds it.
  Value block(int parent, int depth) {
    if (depth > deepest) return tooDeep(parent);
    if (isDash(lines_.source, lines_.pos)) return list(lines_.column(), depth);
    if (yamlKeyAt(lines_.source, lines_.pos) || isComplexKey(lines_.source, lines_.pos))
      return map(lines_.column(), depth);
    return inlineValue(parent, depth, true);
  }

  Value inlineValue(int parent, int depth, bool ownLine) {
    InlineValue result = values_.read(parent, ownLine);
    if (!result.below) return std::move(result.value);
    Value value = below(parent, !ownLine, result.value.span, depth);
    if (!result.anchor.empty()) values_.addAnchor(result.anchor, value);
    return value;
  }

  Value tooDeep(int parent) {
    lines_.report(Mistake::other, lines_.lineText(), "more than 100 levels of indentation");
    Value value;
    value.span = {lines_.pos, lines_.pos};
    do lines_.nextLine();
    while (lines_.toContent() && lines_.column() > parent);
    return value;
  }

  Value list(int indent, int depth) {
    Value value;
    value.kind = Value::Kind::list;
    value.span = {lines_.pos, lines_.pos};
    bool first = true;
    while (first || (lines_.toContent() && isItemOf(indent))) {
      first = false;
      lines_.settleTab(indent);
      const std::size_t dash = lines_.pos;
      if (!isDash(lines_.source, lines_.pos)) {  // `-item`
        lines_.report(Mistake::badListItem, {dash, dash + 1}, "-", {{{dash + 1, dash + 1}, " "}},
                      "Put a blank behind the hyphen");
      }
      value.items.push_back(item(indent, depth));
      value.span.end = std::max(dash + 1, value.items.back().span.end);
    }
    return value;
  }

  /// True if the line at `lines_.pos` goes on with a list whose hyphens stand in column `indent`.
  [[nodiscard]] bool isItemOf(int indent) const {
    if (lines_.hasTabs()) return isDash(lines_.source, lines_.pos) && lines_.column() >= indent;
    if (lines_.column() != indent) return false;
    if (isDash(lines_.source, lines_.pos)) return true;
    return lines_.source.at(lines_.pos) == '-' && !yamlKeyAt(lines_.source, lines_.pos) &&
           lines_.source.at(lines_.pos + 1) != '-';
  }

  Value item(int indent, int depth) {
    const std::size_t behind = lines_.pos + 1;
    lines_.pos = lines_.source.skipSpaces(behind);
    if (lines_.source.at(lines_.pos) == '\t') {
      const std::size_t text = lines_.source.skipBlanks(lines_.pos);
      lines_.report(Mistake::tabIndent, {lines_.pos, text}, "", {{{behind, text}, " "}}, "Replace the tab by a blank");
      lines_.pos = text;
    }
    const char c = lines_.source.at(lines_.pos);
    if (isYamlBreak(c) || c == '#') {
      lines_.pos = lines_.source.lineEnd(lines_.pos);
      return below(indent, false, {behind, behind}, depth);
    }
    return block(indent, depth + 1);
  }

  [[nodiscard]] bool isBlockScalar(std::size_t p) const {
    return p < lines_.source.limit && (lines_.source.text[p] == '|' || lines_.source.text[p] == '>') &&
           scanBlockScalar(lines_.source, p, -1).header;
  }

  /// The value on the lines below a key or hyphen in column `indent`, or null standing at `stand`.
  Value below(int indent, bool belowKey, Span stand, int depth) {
    lines_.nextLine();
    if (lines_.toContent()) {
      const int at = lines_.column();
      if (at > indent ||
          (belowKey && at == indent && (isDash(lines_.source, lines_.pos) || isBlockScalar(lines_.pos)))) {
        lines_.settleTab(lines_.columnOfNeighbours(indent));
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
    value.span = {lines_.pos, lines_.pos};
    bool first = true;
    while (first || lines_.toContent()) {
      if (!first) {
        if (lines_.hasTabs()) {
          lines_.settleTab(indent);
        } else if (lines_.column() < indent) {
          break;
        } else if (lines_.column() > indent) {
          stray(value, indent, depth);
          continue;
        }
      }
      first = false;
      line(value, indent, depth);
    }
    if (!value.entries.empty()) value.span.end = std::max(value.span.end, value.entries.back().span.end);
    reportDuplicates(lines_, value);
    return value;
  }

  /// A line of a map in its column.
  void line(Value& map, int indent, int depth) {
    if (const auto key = yamlKeyAt(lines_.source, lines_.pos)) {
      map.entries.push_back(entry(*key, indent, depth));
      return;
    }
    if (isComplexKey(lines_.source, lines_.pos) || (lines_.source.at(lines_.pos) == ':' && !lines_.certain)) {
      complexKey(indent);
      return;
    }
    if (isDash(lines_.source, lines_.pos)) {
      lines_.report(Mistake::badListItem, lines_.lineText(), map.entries.empty() ? "" : map.entries.back().key);
      (void)list(indent, depth + 1);
      return;
    }
    const bool keyWithoutValue = !map.entries.empty() && map.entries.back().value.kind == Value::Kind::null &&
                                 map.entries.back().value.span.empty();
    if (lines_.source.at(lines_.pos) == '-' && lines_.source.at(lines_.pos + 1) != '-' &&
        keyWithoutValue) {  // `-item` below `key:`
      Entry& last = map.entries.back();
      last.value = list(indent, depth + 1);
      last.span.end = last.value.span.end;
      return;
    }
    if (const auto key = brokenYamlKeyAt(lines_, lines_.pos)) {
      map.entries.push_back(entry(*key, indent, depth));
      return;
    }
    notAnEntry(map);
  }

  void notAnEntry(const Value& map) {
    const Span text = lines_.lineText();
    lines_.report(Mistake::notAnEntry, {lines_.pos, text.end}, map.entries.empty() ? "" : map.entries.back().key);
    lines_.nextLine();
  }

  /// A line that is deeper than the map which it stands in.
  void stray(Value& map, int indent, int depth) {
    const int at = lines_.column();
    const Span blanks{lines_.lineBegin, lines_.pos};
    const Entry* last = map.entries.empty() ? nullptr : &map.entries.back();
    if (isDash(lines_.source, lines_.pos) && last && last->value.kind == Value::Kind::list && !last->value.flow) {
      // Items of the list above in a wrong column.
      const std::size_t first = last->value.span.begin;
      const std::size_t listColumn = first - lines_.lineBeginOf(first);
      const std::size_t problem = lines_.problems.size();
      lines_.report(Mistake::badIndent, blanks, "-");
      Value more = list(at, depth + 1);
      if (problem < lines_.problems.size()) {
        lines_.problems[problem].repair =
            lines_.reindented(blanks.begin, more.span.end, static_cast<std::size_t>(at), listColumn);
        lines_.problems[problem].repairTitle = "Align the items with the list";
      }
      Entry& owner = map.entries.back();
      std::ranges::move(more.items, std::back_inserter(owner.value.items));
      owner.value.span.end = owner.span.end = more.span.end;
      return;
    }
    if (const auto key = yamlKeyAt(lines_.source, lines_.pos)) {
      lines_.report(Mistake::badIndent, blanks, key->text,
                    {{blanks, std::string(static_cast<std::size_t>(indent), ' ')}},
                    indent == 0 ? "Remove the blanks before the key" : "Align the key with its neighbours");
      map.entries.push_back(entry(*key, at, depth));
      return;
    }
    if (isDash(lines_.source, lines_.pos)) {
      lines_.report(Mistake::badListItem, lines_.lineText(), last ? last->key : "");
      (void)list(at, depth + 1);
      return;
    }
    notAnEntry(map);
  }

  /// `? key` and its `: value`: rare, and not read.
  void complexKey(int indent) {
    lines_.certain = false;
    do lines_.nextLine();
    while (lines_.toContent() && lines_.column() > indent);
  }

  Entry entry(const YamlKey& key, int indent, int depth) {
    Entry entry;
    entry.key = key.text;
    entry.keySpan = key.span;
    if (lines_.source.at(key.span.begin) == '"') values_.reportBadEscapes(scanQuoted(lines_.source, key.span.begin));
    const std::size_t behind = key.colon + 1;
    lines_.pos = lines_.source.skipBlanks(behind);
    const char c = lines_.source.at(lines_.pos);
    if (isYamlBreak(c) || c == '#') {
      const std::size_t stand = std::min(behind + 1, lines_.pos);
      const std::size_t hash = lines_.pos;
      lines_.pos = lines_.source.lineEnd(lines_.pos);
      const std::size_t end = lines_.source.trimEnd(hash, lines_.pos);
      entry.value = below(indent, true, {stand, stand}, depth);
      if (entry.value.kind == Value::Kind::null && entry.value.span.empty() && c == '#')
        lostToHash({hash, end}, key.text);
    } else if (isDash(lines_.source, lines_.pos) || isComplexKey(lines_.source, lines_.pos)) {
      entry.value = values_.reserved(lines_.pos);
    } else {
      entry.value = inlineValue(indent, depth, false);
      cutByHash(entry.value);
    }
    entry.readable = values_.isReadable(entry.value);
    entry.span = {key.span.begin, std::max(key.colon + 1, entry.value.span.end)};
    return entry;
  }

  /// `title: #1 post`: the author meant text, YAML reads a comment.
  void lostToHash(Span comment, const std::string& key) {
    const char next = lines_.source.at(comment.begin + 1);
    if (comment.size() < 2 || isYamlBlank(next) || next == '#' || next == '-' || next == '=') return;
    lines_.report(Mistake::hashStart, comment, key,
                  {{comment, quoted(lines_.source.slice(comment.begin, comment.end))}}, "Quote the value", false);
  }

  /// `title: Notes #37`: a number behind the # ends the line, as no comment does and many titles do.
  void cutByHash(const Value& value) {
    if (value.kind != Value::Kind::scalar || value.style != ScalarStyle::plain) return;
    const std::size_t hash = lines_.source.skipBlanks(value.span.end);
    if (hash == value.span.end || lines_.source.at(hash) != '#') return;
    std::size_t end = hash + 1;
    while (lines_.source.at(end) >= '0' && lines_.source.at(end) <= '9') ++end;
    const std::string_view kept = lines_.source.slice(value.span.begin, value.span.end);
    const bool endsLine = isYamlBreak(lines_.source.at(lines_.source.skipBlanks(end)));
    if (end == hash + 1 || !endsLine || kept.find('\n') != std::string_view::npos) return;
    lines_.report(Mistake::hashCut, {hash, end}, std::string(kept),
                  {{{value.span.begin, end}, quoted(lines_.source.slice(value.span.begin, end))}}, "Quote the value",
                  false);
  }

  YamlLines lines_;
  YamlInlineValues values_;
  YamlRoot root_;
  Value value_;
};

}  // namespace

YamlScan scanYaml(std::string_view source, Span content, YamlRoot root) {
  content.end = std::min(content.end, source.size());
  return Scanner(source, content, root).scan();
}

}  // namespace galley
