// See the header.
#include "analysis/syntax/toml_value.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/toml.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley {
namespace {

constexpr int deepest = 100;
constexpr std::string_view openQuotes = "“”„";

bool isBareKeyByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

/// The end of a string on one line, behind its closing quote; nothing where the line ends before it.
std::optional<std::size_t> stringEnd(const TomlSource& source, std::size_t begin) {
  const char quote = source.text[begin];
  for (std::size_t i = begin + 1; !isYamlBreak(source.at(i)); ++i) {
    if (source.text[i] == quote) return i + 1;
    if (source.text[i] == '\\' && quote == '"') ++i;
  }
  return std::nullopt;
}

class TomlValueScanner {
 public:
  explicit TomlValueScanner(const TomlSource& source) : source_(source) {}

  TomlValueScan scan(std::size_t begin) {
    pos_ = begin;
    result_.value = value(0);
    result_.end = pos_;
    return std::move(result_);
  }

 private:
  void report(Mistake mistake, Span span, std::string detail, std::vector<Edit> repair = {}, std::string title = {}) {
    result_.problems.push_back({mistake, span, std::move(detail), std::move(repair), std::move(title)});
  }

  void skipSpace() {
    while (pos_ < source_.limit) {
      const char c = source_.text[pos_];
      if (c == '#') {
        pos_ = source_.lineEnd(pos_);
      } else if (isYamlSpace(c)) {
        ++pos_;
      } else {
        return;
      }
    }
  }

  Value value(int depth) {
    const char c = source_.at(pos_);
    if (c == '[') return array(depth);
    if (c == '{') return table(depth);
    if (c == '"' || c == '\'') return text();
    return bare(depth);
  }

  bool tooDeep(int depth, Span at) {
    if (depth < deepest) return false;
    report(Mistake::other, at, "more than 100 brackets inside of each other");
    pos_ = source_.limit;
    return true;
  }

  void notClosed(Value& value, char close) {
    const std::size_t end = source_.trimEnd(value.span.begin + 1, textEnd_);
    report(Mistake::unclosedBracket, {value.span.begin, value.span.begin + 1},
           std::string(1, source_.text[value.span.begin]), {{{end, end}, std::string(1, close)}}, "Close the bracket");
    value.span.end = end;
  }

  Value array(int depth) {
    Value value;
    value.kind = Value::Kind::list;
    value.flow = true;
    value.span = {pos_, pos_ + 1};
    if (tooDeep(depth, value.span)) return value;
    textEnd_ = ++pos_;
    bool comma = true;
    while (true) {
      skipSpace();
      const char c = source_.at(pos_);
      if (pos_ >= source_.limit || c == '}' || c == '=') {
        notClosed(value, ']');
        return value;
      }
      if (c == ']') {
        value.span.end = textEnd_ = ++pos_;
        return value;
      }
      if (c == ',') {
        if (comma) report(Mistake::badListItem, {pos_, pos_ + 1}, ",", {{{pos_, pos_ + 1}, ""}}, "Delete the comma");
        comma = true;
        textEnd_ = ++pos_;
        continue;
      }
      if (!comma)
        report(Mistake::badListItem, {pos_, pos_ + 1}, std::string(1, c), {{{textEnd_, textEnd_}, ","}},
               "Put a comma between the items");
      comma = false;
      value.items.push_back(this->value(depth + 1));
      textEnd_ = pos_;
    }
  }

  Value table(int depth) {
    Value value;
    value.kind = Value::Kind::map;
    value.flow = true;
    value.span = {pos_, pos_ + 1};
    if (tooDeep(depth, value.span)) return value;
    textEnd_ = ++pos_;
    bool comma = true;
    while (true) {
      pos_ = source_.skipBlanks(pos_);
      const char c = source_.at(pos_);
      if (c == '}') {
        value.span.end = textEnd_ = ++pos_;
        return value;
      }
      if (c == ',' && !comma) {
        comma = true;
        textEnd_ = ++pos_;
        continue;
      }
      const std::vector<TomlKey> key = scanTomlKey(source_, pos_);
      pos_ = source_.skipBlanks(pos_);
      if (key.empty() || source_.at(pos_) != '=') {  // the line ends, or what is there is no entry
        notClosed(value, '}');
        pos_ = std::max(pos_, textEnd_);
        return value;
      }
      pos_ = source_.skipBlanks(pos_ + 1);
      Entry entry;
      entry.value = this->value(depth + 1);
      textEnd_ = pos_;
      if (!addTomlEntry(value.entries, key, std::move(entry)))
        report(Mistake::duplicateKey, key.back().span, key.back().text);
      comma = false;
    }
  }

  Value text() {
    Value value;
    const std::size_t begin = pos_;
    const char quote = source_.text[begin];
    value.style = quote == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
    const std::string three(3, quote);
    if (source_.text.substr(begin, 3) == three && begin + 3 <= source_.limit) return longText(value, three);
    const auto end = stringEnd(source_, begin);
    if (!end) {
      // On the line, before what closes the list that holds it.
      std::size_t stop = source_.lineEnd(begin);
      if (const std::size_t bracket = source_.text.find_first_of(",]}", begin); bracket < stop) stop = bracket;
      value.span = {begin, source_.trimEnd(begin, stop)};
      pos_ = value.span.end;
      result_.readable = false;
      report(Mistake::unclosedQuote, {begin, begin + 1}, std::string(1, quote), {{{pos_, pos_}, std::string(1, quote)}},
             "Close the quote");
      return value;
    }
    value.span = {begin, *end};
    pos_ = *end;
    decode(value);
    return value;
  }

  Value longText(Value& value, const std::string& three) {
    const std::size_t begin = pos_;
    std::size_t end = begin + 3;
    while (end < source_.limit && source_.text.substr(end, 3) != three)
      end += source_.text[end] == '\\' && three[0] == '"' ? 2 : 1;
    if (end + 3 > source_.limit) {
      pos_ = source_.limit;
      value.span = {begin, source_.trimEnd(begin, pos_)};
      result_.readable = false;
      report(Mistake::unclosedQuote, {begin, begin + 3}, three, {{{value.span.end, value.span.end}, three}},
             "Close the quote");
      return value;
    }
    end += 3;
    while (end < source_.limit && source_.text[end] == three[0]) ++end;  // `""""` ends with a quote of its own
    value.span = {begin, end};
    pos_ = end;
    decode(value);
    return value;
  }

  void decode(Value& value) {
    const std::string_view written = source_.slice(value.span.begin, value.span.end);
    if (auto text = decodeTomlString(written)) {
      value.kind = Value::Kind::scalar;
      value.text = std::move(*text);
      return;
    }
    result_.readable = false;
    std::vector<Edit> repair;
    Span at = value.span;
    for (std::size_t i = 1; i + 1 < written.size(); ++i) {
      if (written[i] != '\\') continue;
      if (decodeTomlString("\"" + std::string(written.substr(i, escapeLength(written[i + 1]))) + "\"")) {
        i += escapeLength(written[i + 1]) - 1;
        continue;
      }
      const std::size_t offset = value.span.begin + i;
      if (repair.empty()) at = {offset, offset + 2};
      repair.push_back({{offset, offset}, "\\"});
    }
    if (repair.empty()) {
      report(Mistake::other, at, "this text has a character that must not stand in it");
    } else {
      report(Mistake::badEscape, at, std::string(source_.slice(at.begin, at.end)), std::move(repair),
             "Double the backslash");
    }
  }

  static std::size_t escapeLength(char c) { return c == 'u' ? 6 : c == 'U' ? 10 : 2; }

  /// Numbers, dates, true and false; all else that stands without quotes is a mistake.
  Value bare(int depth) {
    const std::size_t begin = pos_;
    std::size_t end = begin;
    const std::string_view stops = depth > 0 ? ",]}#" : "#";
    while (!isYamlBreak(source_.at(end)) && stops.find(source_.text[end]) == std::string_view::npos) ++end;
    end = source_.trimEnd(begin, end);
    pos_ = std::max(end, begin + (begin < source_.limit && end == begin ? 1U : 0U));
    Value value;
    value.span = {begin, end};
    const std::string written(source_.slice(begin, end));
    if (written.empty()) {
      report(Mistake::other, {begin, std::min(begin + 1, source_.limit)}, "no value");
      return value;
    }
    if (!refusedByToml("x = " + written + "\n")) {
      value.kind = Value::Kind::scalar;
      value.text = written;
      return value;
    }
    result_.readable = false;
    std::string lower = written;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower == "true" || lower == "false") {
      report(Mistake::other, value.span, "true and false are written with small letters", {{value.span, lower}},
             "Write it with small letters");
    } else if (lower == "yes" || lower == "no" || lower == "on" || lower == "off") {
      report(Mistake::other, value.span, "TOML knows true and false only",
             {{value.span, lower == "yes" || lower == "on" ? "true" : "false"}}, "Write true or false");
    } else {
      report(Mistake::other, value.span, "a text needs quotes in TOML",
             {{value.span, quoted(withoutCurlyQuotes(written))}}, "Quote the value");
    }
    return value;
  }

  static std::string_view withoutCurlyQuotes(std::string_view text) {
    if (text.size() >= 6 && openQuotes.find(text.substr(0, 3)) != std::string_view::npos && text.ends_with("”"))
      return text.substr(3, text.size() - 6);
    return text;
  }

  const TomlSource& source_;
  std::size_t pos_ = 0;
  std::size_t textEnd_ = 0;  // behind the last item, comma or bracket
  TomlValueScan result_;
};

}  // namespace

std::vector<TomlKey> scanTomlKey(const TomlSource& source, std::size_t& pos) {
  std::vector<TomlKey> parts;
  while (true) {
    const std::size_t begin = pos;
    const char c = source.at(pos);
    TomlKey part;
    if (c == '"' || c == '\'') {
      const auto end = stringEnd(source, pos);
      if (!end) return parts;
      pos = *end;
      const std::string_view written = source.slice(begin, pos);
      part.text = decodeTomlString(written).value_or(std::string(written));
    } else {
      while (isBareKeyByte(source.at(pos))) ++pos;
      if (pos == begin) return parts;
      part.text = source.slice(begin, pos);
    }
    part.span = {begin, pos};
    parts.push_back(std::move(part));
    const std::size_t dot = source.skipBlanks(pos);
    if (source.at(dot) != '.') return parts;
    pos = source.skipBlanks(dot + 1);
  }
}

bool addTomlEntry(std::vector<Entry>& entries, const std::vector<TomlKey>& key, Entry last) {
  std::vector<Entry>* into = &entries;
  for (std::size_t i = 0; i + 1 < key.size(); ++i) {
    auto found = std::ranges::find(*into, key[i].text, &Entry::key);
    if (found == into->end()) {
      Entry parent;
      parent.key = key[i].text;
      parent.keySpan = key[i].span;
      parent.value.kind = Value::Kind::map;
      parent.value.span = {key[i + 1].span.begin, last.value.span.end};
      into->push_back(std::move(parent));
      found = into->end() - 1;
    }
    found->value.span.end = std::max(found->value.span.end, last.value.span.end);
    found->span = {found->keySpan.begin, found->value.span.end};
    into = &found->value.entries;
  }
  const bool isNew = std::ranges::find(*into, key.back().text, &Entry::key) == into->end();
  last.key = key.back().text;
  last.keySpan = key.back().span;
  last.span = {last.keySpan.begin, std::max(last.keySpan.end, last.value.span.end)};
  into->push_back(std::move(last));
  return isNew;
}

TomlValueScan scanTomlValue(const TomlSource& source, std::size_t begin) {
  return TomlValueScanner(source).scan(begin);
}

}  // namespace galley
