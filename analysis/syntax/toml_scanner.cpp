// See the header.
#include "analysis/syntax/toml_scanner.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "analysis/syntax/toml.h"
#include "analysis/syntax/toml_value.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley {
namespace {

constexpr std::size_t mostProblems = 100;

class TomlScanner {
 public:
  TomlScanner(std::string_view source, Span content)
      : source_{source, content.end}, pos_(content.begin), content_(content) {}

  TomlScan scan() {
    while (pos_ < source_.limit) {
      const std::size_t first = source_.skipBlanks(pos_);
      const char c = source_.at(first);
      pos_ = first;
      if (!isYamlBreak(c) && c != '#') {
        if (c == '[') {
          header();
        } else {
          statement();
        }
      }
      pos_ = source_.nextLine(pos_);
    }
    if (std::ranges::none_of(scan_.problems, &FrontMatterProblem::fatal)) askTomlPlusPlus();
    std::ranges::stable_sort(scan_.problems, {}, [](const FrontMatterProblem& problem) { return problem.span.begin; });
    return std::move(scan_);
  }

 private:
  void report(FrontMatterProblem problem) {
    if (scan_.problems.size() < mostProblems) scan_.problems.push_back(std::move(problem));
  }
  void report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair = {}, std::string title = {}) {
    report({mistake, span, std::move(detail), std::move(repair), std::move(title)});
  }

  [[nodiscard]] Span restOfLine(std::size_t begin) const {
    return {begin, source_.trimEnd(begin, source_.lineEnd(begin))};
  }

  [[nodiscard]] bool lineEndsAt(std::size_t offset) const {
    const char c = source_.at(source_.skipBlanks(offset));
    return isYamlBreak(c) || c == '#';
  }

  /// `[table]` or `[[table]]`: the entries below belong to it.
  void header() {
    const std::size_t begin = pos_;
    const bool many = source_.at(begin + 1) == '[';
    const std::string close = many ? "]]" : "]";
    pos_ = source_.skipBlanks(begin + close.size());
    std::vector<TomlKey> key = scanTomlKey(source_, pos_);
    if (key.empty()) {
      report(Mistake::notAnEntry, restOfLine(begin), "");
      return;
    }
    const std::size_t behind = source_.skipBlanks(pos_);
    if (source_.text.substr(behind, close.size()) != close || behind + close.size() > source_.limit) {
      report(Mistake::unclosedBracket, {begin, begin + 1}, "[",
             {{{pos_, behind + (source_.at(behind) == ']' ? 1 : 0)}, close}}, "Close the bracket");
    } else if (!lineEndsAt(behind + close.size())) {
      report(Mistake::notAnEntry, restOfLine(source_.skipBlanks(behind + close.size())), key.back().text);
    }
    const bool twice = !many && std::ranges::any_of(tables_, [&key](const auto& other) { return sameKey(other, key); });
    if (twice) report(Mistake::duplicateKey, {key.front().span.begin, key.back().span.end}, key.back().text);
    if (!many) tables_.push_back(key);
    table_ = std::move(key);
    newItem_ = many;
    Entry empty;
    empty.value.kind = Value::Kind::map;
    empty.value.span = {source_.lineEnd(pos_), source_.lineEnd(pos_)};
    into(true);
  }

  static bool sameKey(const std::vector<TomlKey>& a, const std::vector<TomlKey>& b) {
    return std::ranges::equal(a, b, {}, &TomlKey::text, &TomlKey::text);
  }

  /// The entries of the table at hand; they are made where they are not there yet.
  std::vector<Entry>& into(bool header) {
    std::vector<Entry>* entries = &scan_.entries;
    for (std::size_t i = 0; i < table_.size(); ++i) {
      const bool last = i + 1 == table_.size();
      auto found = std::ranges::find(*entries, table_[i].text, &Entry::key);
      const bool list = last && newItem_;
      if (found == entries->end()) {
        Entry entry;
        entry.key = table_[i].text;
        entry.keySpan = entry.span = table_[i].span;
        entry.value.kind = list ? Value::Kind::list : Value::Kind::map;
        entry.value.span = {table_[i].span.end, table_[i].span.end};
        entries->push_back(std::move(entry));
        found = entries->end() - 1;
      }
      Value* value = &found->value;
      if (value->kind == Value::Kind::list) {
        if ((list && header) || value->items.empty()) {
          Value item;
          item.kind = Value::Kind::map;
          item.span = {table_[i].span.end, table_[i].span.end};
          value->items.push_back(std::move(item));
        }
        value = &value->items.back();
      }
      entries = &value->entries;
    }
    return *entries;
  }

  /// `key = value`.
  void statement() {
    const std::size_t begin = pos_;
    std::vector<TomlKey> key = scanTomlKey(source_, pos_);
    std::size_t equals = source_.skipBlanks(pos_);
    if (key.empty() || source_.at(equals) != '=') {
      if (!brokenKey(begin, key, equals)) {
        pos_ = begin;
        return;
      }
    }
    pos_ = source_.skipBlanks(equals + 1);
    Entry entry;
    if (lineEndsAt(pos_)) {
      entry.value.span = {pos_, pos_};
      report(Mistake::other, {equals, equals + 1}, "no value");
    } else {
      readValue(entry, colon_);
    }
    colon_ = false;
    const TomlKey last = key.back();
    if (!addTomlEntry(into(false), key, std::move(entry))) report(Mistake::duplicateKey, last.span, last.text);
  }

  /// `key: value` and keys in other letters, which need quotes. False where no key is meant.
  bool brokenKey(std::size_t begin, std::vector<TomlKey>& key, std::size_t& equals) {
    const Span line = restOfLine(begin);
    const std::string_view text = source_.slice(line.begin, line.end);
    if (!key.empty() && source_.at(equals) == ':') {
      colon_ = true;
      return true;  // reported with its value
    }
    const std::size_t sign = text.find('=');
    if (key.empty() && sign != std::string_view::npos && sign > 0) {
      equals = begin + sign;
      const std::size_t end = source_.trimEnd(begin, equals);
      const std::string name(source_.slice(begin, end));
      report(Mistake::other, {begin, end}, "a key with other letters than a to z needs quotes",
             {{{begin, end}, quoted(name)}}, "Quote the key");
      key = {{name, {begin, end}}};
      return end > begin;
    }
    report(Mistake::notAnEntry, line, scan_.entries.empty() ? "" : scan_.entries.back().key);
    return false;
  }

  void readValue(Entry& entry, bool colon) {
    const std::size_t begin = pos_;
    // A bracket that nothing closes ends before the next line that is a statement.
    TomlSource source = source_;
    TomlValueScan scan = scanTomlValue(source, begin);
    if (!scan.problems.empty() && source_.text[begin] == '[') {
      source.limit = nextStatement(begin);
      scan = scanTomlValue(source, begin);
    }
    pos_ = scan.end;
    entry.value = std::move(scan.value);
    entry.readable = scan.readable || entry.value.kind != Value::Kind::null;
    if (colon) {
      colonForEquals(begin, scan.problems);
    } else if (!lineEndsAt(pos_) && scan.problems.empty()) {
      textBehind(entry, begin);
    }
    for (FrontMatterProblem& problem : scan.problems) report(std::move(problem));
    while (pos_ > begin && isYamlBreak(source_.at(pos_ - 1))) --pos_;  // the line end is the loop's
  }

  /// YAML between TOML's fences.
  void colonForEquals(std::size_t begin, std::vector<FrontMatterProblem>& problems) {
    std::size_t at = begin;
    while (source_.text[at] != ':' || at >= begin) --at;
    FrontMatterProblem problem{.span = {at, at + 1},
                               .detail = "a colon, where TOML has an equals sign",
                               .repair = {{{at, at + 1}, " ="}},
                               .repairTitle = "Write an equals sign"};
    for (FrontMatterProblem& other : problems) std::ranges::move(other.repair, std::back_inserter(problem.repair));
    problems.clear();
    problems.push_back(std::move(problem));
  }

  void textBehind(Entry& entry, std::size_t begin) {
    const std::size_t behind = source_.skipBlanks(pos_);
    const Span rest{behind, source_.trimEnd(behind, source_.lineEnd(behind))};
    const Span whole{begin, rest.end};
    const char quote = source_.text[begin];
    if (source_.at(behind) == ',') {
      report(Mistake::textAfterQuote, rest, ",", {{{begin, begin}, "["}, {{rest.end, rest.end}, "]"}},
             "Put the values into brackets");
    } else if (quote == '"' || quote == '\'') {
      std::string_view text = source_.slice(whole.begin, whole.end);
      if (text.back() == quote && text.size() > 1) text = text.substr(1, text.size() - 2);
      const bool oneLine = text.find_first_of("\r\n") == std::string_view::npos;
      std::vector<Edit> repair;
      if (oneLine) repair.push_back({whole, quoted(text)});
      report(Mistake::textAfterQuote, rest, std::string(1, quote), std::move(repair),
             oneLine ? "Quote the whole value" : "");
    } else {
      report(Mistake::notAnEntry, rest, "");
    }
    entry.value = {};
    entry.value.span = whole;
    entry.readable = false;
    pos_ = rest.end;
  }

  /// The first line below `begin` that looks like a statement or a header.
  [[nodiscard]] std::size_t nextStatement(std::size_t begin) const {
    for (std::size_t line = source_.nextLine(begin); line < source_.limit; line = source_.nextLine(line)) {
      std::size_t p = source_.skipBlanks(line);
      if (!scanTomlKey(source_, p).empty() && source_.at(source_.skipBlanks(p)) == '=') return line;
    }
    return source_.limit;
  }

  void askTomlPlusPlus() {
    const auto refusal = refusedByToml(source_.slice(content_.begin, content_.end));
    if (!refusal) return;
    const std::size_t at = std::min(content_.begin + refusal->offset, content_.end);
    report(Mistake::other, {at, source_.lineEnd(at)}, refusal->words);
  }

  TomlSource source_;
  std::size_t pos_;
  Span content_;
  TomlScan scan_;
  std::vector<std::vector<TomlKey>> tables_;  // the headers that were there
  std::vector<TomlKey> table_;                // the table that statements go into
  bool newItem_ = false;                      // it is an item of a list
  bool colon_ = false;                        // the statement has a colon for its equals sign
};

}  // namespace

TomlScan scanToml(std::string_view source, Span content) {
  content.end = std::min(content.end, source.size());
  return TomlScanner(source, content).scan();
}

}  // namespace galley
