// See the header.
#include "analysis/syntax/front_matter_place.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/front_matter_lines.h"
#include "analysis/syntax/front_matter_tokens.h"

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isSpace(char c) { return isBlank(c) || c == '\n' || c == '\r'; }

class Finder {
 public:
  Finder(const Text& text, const FrontMatter& frontMatter, std::size_t offset)
      : text_(text),
        bytes_(text.bytes()),
        frontMatter_(frontMatter),
        lines_(text, frontMatter.content),
        offset_(offset) {}

  std::optional<FrontMatterPlace> find() {
    if (!isInside()) return std::nullopt;
    const FrontMatterLine line = lines_.read(text_.lineOf(offset_));
    if (isInBlockScalar(line)) return std::nullopt;
    if (auto flow = flowPlace(line)) return flow->item.end < flow->item.begin ? std::nullopt : std::move(flow);
    if (isInComment(line)) return std::nullopt;
    if (!line.hyphens.empty()) return hyphenPlace(line);
    if (line.colon && offset_ > *line.colon) return valuePlace(line);
    return keyPlace(line);
  }

 private:
  [[nodiscard]] bool isInside() const {
    if (offset_ < frontMatter_.content.begin) return false;
    if (offset_ < frontMatter_.content.end) return true;
    // At the end of a block that nothing closes yet the next line is still to be written.
    return !frontMatter_.closed && offset_ == frontMatter_.content.end;
  }

  [[nodiscard]] std::string_view slice(Span span) const { return text_.slice(span); }

  // --- what no completion belongs in -------------------------------------------------------------------------------

  [[nodiscard]] bool isInBlockScalar(const FrontMatterLine& line) const {
    std::size_t column = line.empty() ? offset_ - line.span.begin : line.indent();
    for (std::size_t number = line.number; number > lines_.firstLine();) {
      const FrontMatterLine above = lines_.read(--number);
      if (above.empty()) continue;
      if (above.indent() >= column) {
        column = std::min(column, above.indent());
        continue;
      }
      const std::size_t behind = above.colon ? *above.colon + 1 : above.content;
      std::size_t p = behind;
      while (p < above.span.end && isBlank(bytes_[p])) ++p;
      if (p < above.span.end && (bytes_[p] == '|' || bytes_[p] == '>')) return true;
      column = above.indent();
    }
    return false;
  }

  /// True behind a `#` that begins a comment on the cursor's line; quotes are looked at from the value on.
  [[nodiscard]] bool isInComment(const FrontMatterLine& line) const {
    std::size_t p = line.colon ? *line.colon + 1 : line.content;
    while (p < line.span.end && isBlank(bytes_[p])) ++p;
    if (p < line.span.end && (bytes_[p] == '"' || bytes_[p] == '\'')) p = behindQuote(p, line.span.end);
    for (std::size_t i = line.content; i < std::min(offset_, line.span.end); ++i) {
      if (bytes_[i] == '#' && (i == line.content || isBlank(bytes_[i - 1])) && (i >= p || i < line.key.end))
        return true;
    }
    return false;
  }

  /// Behind the quote that closes the one at `begin`, or `end`.
  [[nodiscard]] std::size_t behindQuote(std::size_t begin, std::size_t end) const {
    const char quote = bytes_[begin];
    for (std::size_t i = begin + 1; i < end; ++i) {
      if (bytes_[i] == '\\' && quote == '"') {
        ++i;
      } else if (bytes_[i] == quote) {
        if (quote == '\'' && i + 1 < end && bytes_[i + 1] == '\'') {
          ++i;
        } else {
          return i + 1;
        }
      }
    }
    return end;
  }

  // --- places ------------------------------------------------------------------------------------------------------

  [[nodiscard]] Span trimmed(Span span) const {
    while (span.begin < span.end && isSpace(bytes_[span.begin])) ++span.begin;
    while (span.end > span.begin && isSpace(bytes_[span.end - 1])) --span.end;
    return span;
  }

  /// What is written in a span, cut to the cursor's line where it touches the cursor, else nothing at the cursor.
  [[nodiscard]] Span atCursor(Span span) const {
    span = trimmed(span);
    if (span.empty() || !span.touches(offset_)) return {offset_, offset_};
    const Span line = text_.line(text_.lineOf(offset_));
    return {std::max(span.begin, line.begin), std::min(span.end, line.end)};
  }

  [[nodiscard]] static char quoteOf(std::string_view item) {
    return !item.empty() && (item.front() == '"' || item.front() == '\'') ? item.front() : '\0';
  }

  static std::string unquoted(std::string_view item) {
    const char quote = quoteOf(item);
    if (quote == 0) return std::string(item);
    item.remove_prefix(1);
    if (item.ends_with(quote)) item.remove_suffix(1);
    std::string text;
    for (std::size_t i = 0; i < item.size(); ++i) {
      const bool escape =
          i + 1 < item.size() && (quote == '"' ? item[i] == '\\' : item[i] == '\'' && item[i + 1] == '\'');
      if (escape) ++i;
      text += item[i];
    }
    return text;
  }

  [[nodiscard]] FrontMatterPlace placeAt(std::string key, FrontMatterPlace::Form form, Span item) const {
    FrontMatterPlace place;
    place.kind = FrontMatterPlace::Kind::value;
    place.key = std::move(key);
    place.form = form;
    place.item = place.word = item;
    place.quote = quoteOf(slice(item));
    return place;
  }

  std::optional<FrontMatterPlace> keyPlace(const FrontMatterLine& line) const {
    if (!line.empty() && offset_ < line.first) return std::nullopt;  // in the indentation of a line
    const std::size_t column = line.empty() ? offset_ - line.span.begin : line.indent();
    auto owner = lines_.ownerOf(line.number, column, false);
    if (!owner) return std::nullopt;
    FrontMatterPlace place;
    place.kind = FrontMatterPlace::Kind::key;
    place.key = std::move(*owner);
    if (line.colon) {
      place.item = atCursor(line.key);
    } else {
      place.item = atCursor({line.first, line.span.end});
      if (slice(place.item).find_first_of(" \t") != std::string_view::npos) return std::nullopt;  // prose
    }
    if (!place.item.touches(offset_)) return std::nullopt;
    place.word = place.item;
    place.quote = quoteOf(slice(place.item));
    return place;
  }

  /// The text of a value on a line: without a comment.
  [[nodiscard]] Span valueOf(std::size_t begin, std::size_t end) const {
    while (begin < end && isBlank(bytes_[begin])) ++begin;
    if (begin < end && (bytes_[begin] == '"' || bytes_[begin] == '\'')) {
      const std::size_t close = behindQuote(begin, end);
      if (close < end || (end > begin + 1 && bytes_[end - 1] == bytes_[begin])) return trimmed({begin, close});
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (bytes_[i] == '#' && (i == begin || isBlank(bytes_[i - 1])) && i >= offset_) return trimmed({begin, i});
    }
    return trimmed({begin, end});
  }

  /// True behind a value that ends with its closing quote: nothing may follow.
  [[nodiscard]] bool isBehindQuotes(Span value) const { return quoteOf(slice(value)) != 0 && offset_ > value.end; }

  std::optional<FrontMatterPlace> valuePlace(const FrontMatterLine& line) const {
    auto owner = lines_.ownerOf(line.number, line.indent(), false);
    if (!owner) return std::nullopt;
    const Span value = valueOf(*line.colon + 1, line.span.end);
    if (!value.empty() && (bytes_[value.begin] == '[' || bytes_[value.begin] == '{')) return std::nullopt;
    if (isBehindQuotes(value)) return std::nullopt;
    FrontMatterPlace place = placeAt(owner->empty() ? lines_.keyText(line) : *owner + '.' + lines_.keyText(line),
                                     FrontMatterPlace::Form::plain, atCursor(value));
    const std::size_t behind = *line.colon + 1;
    place.needsBlank = place.item.begin == behind;
    if (place.quote == 0) {
      Span word{offset_, offset_};
      while (word.begin > place.item.begin && !isBlank(bytes_[word.begin - 1])) --word.begin;
      while (word.end < place.item.end && !isBlank(bytes_[word.end])) ++word.end;
      place.word = word;
      addWords(value, word, place.siblings);
    }
    return place;
  }

  void addWords(Span value, Span without, std::vector<std::string>& words) const {
    for (std::size_t p = value.begin; p < value.end;) {
      std::size_t end = p;
      while (end < value.end && !isBlank(bytes_[end])) ++end;
      if (end > p && Span{p, end} != without) words.emplace_back(slice({p, end}));
      p = end + 1;
    }
  }

  std::optional<FrontMatterPlace> hyphenPlace(const FrontMatterLine& line) const {
    const std::size_t hyphen = line.hyphens.back();
    if (offset_ <= hyphen || line.colon) return std::nullopt;
    auto owner = lines_.ownerOf(line.number, line.indent(), true);
    if (!owner || owner->empty()) return std::nullopt;
    const Span value = valueOf(hyphen + 1, line.span.end);
    if (isBehindQuotes(value)) return std::nullopt;
    FrontMatterPlace place = placeAt(std::move(*owner), FrontMatterPlace::Form::blockItem, atCursor(value));
    place.needsBlank = place.item.begin == hyphen + 1;
    addItems(line, place.siblings);
    return place;
  }

  /// The items of the list that holds the hyphen of `line`, but its own.
  void addItems(const FrontMatterLine& line, std::vector<std::string>& items) const {
    std::size_t number = line.number;
    while (number > lines_.firstLine() && isOfSameList(line, lines_.read(number - 1))) --number;
    for (; number < line.number; ++number) addItem(lines_.read(number), items);
    for (number = line.number + 1; number < text_.lineCount(); ++number) {
      const FrontMatterLine other = lines_.read(number);
      if (other.span.begin >= frontMatter_.content.end || !isOfSameList(line, other)) break;
      addItem(other, items);
    }
  }

  [[nodiscard]] bool isOfSameList(const FrontMatterLine& line, const FrontMatterLine& other) const {
    if (other.empty() || bytes_[other.first] == '#') return true;
    if (other.hyphens.empty()) return other.indent() > line.indent();
    return true;
  }

  void addItem(const FrontMatterLine& line, std::vector<std::string>& items) const {
    if (line.hyphens.empty() || line.colon) return;
    const Span item = valueOf(line.content, line.span.end);
    if (item.empty()) return;
    if (bytes_[item.begin] == '[') {
      for (ItemAt& inner : flowItems(item.begin, item.end)) items.push_back(std::move(inner.text));
    } else {
      items.push_back(unquoted(slice(item)));
    }
  }

  // --- lists in brackets -------------------------------------------------------------------------------------------

  /// A place in the brackets that are open at the cursor; nothing where none are. A place without a key, that is in
  /// something that no completion belongs in, has an item that ends before it begins.
  std::optional<FrontMatterPlace> flowPlace(const FrontMatterLine& line) const {
    const auto start = openBracketLine(line);
    if (!start) return std::nullopt;
    const std::size_t begin = valueBegin(*start);
    const std::size_t end = flowEnd(*start, begin);
    std::vector<Bracket> open;
    Span item{begin, begin};
    bool comment = false;
    for (std::size_t p = begin; p < offset_;) {
      const char c = bytes_[p];
      if (c == '#' && (isSpace(bytes_[p - 1]))) {
        const std::size_t lineEnd = text_.line(text_.lineOf(p)).end;
        comment = offset_ <= lineEnd;
        p = lineEnd;
        continue;
      }
      if ((c == '"' || c == '\'') && trimmed({item.begin, p}).empty()) {
        const std::size_t close = quoteEnd(p, end);
        if (close >= offset_) break;
        p = close;
        continue;
      }
      if (c == '[' || c == '{') {
        open.push_back({c, {}});
        item.begin = p + 1;
      } else if (c == ']' || c == '}') {
        if (!open.empty()) open.pop_back();
        item.begin = p + 1;
        if (open.empty()) return std::nullopt;
      } else if (c == ',') {
        item.begin = p + 1;
        if (!open.empty()) open.back().key.clear();
      } else if (c == ':' && p + 1 < end && (isSpace(bytes_[p + 1])) && !open.empty()) {
        open.back().key = std::string(slice(trimmed({item.begin, p})));
        item.begin = p + 1;
      }
      ++p;
    }
    if (open.empty()) return std::nullopt;
    FrontMatterPlace place = placeAt("", FrontMatterPlace::Form::flowItem, {1, 0});
    if (comment) return place;
    item.end = itemEnd(std::max(item.begin, offset_), trimmed({item.begin, end}).begin, end);
    auto owner = start->hyphens.empty() ? lines_.ownerOf(start->number, start->indent(), false)
                                        : lines_.ownerOf(start->number, start->indent(), true);
    if (!owner) return place;
    std::string key = std::move(*owner);  // of brackets on a line below their key the whole path
    const auto add = [&key](std::string_view part) { key += (key.empty() ? "" : ".") + std::string(part); };
    if (start->colon) add(lines_.keyText(*start));
    if (key.empty()) return place;
    bool isKey = false;
    for (const Bracket& bracket : open) {
      if (bracket.open == '{' && !bracket.key.empty()) add(bracket.key);
      if (bracket.open == '[' && !bracket.key.empty()) return place;  // `[a: |]`
      isKey = bracket.open == '{' && bracket.key.empty();
      if (isKey && &bracket != &open.back()) return place;
    }
    const bool inMap = open.back().open == '{';
    place = placeAt(std::move(key), inMap ? FrontMatterPlace::Form::plain : FrontMatterPlace::Form::flowItem,
                    atCursor(item));
    if (isKey) place.kind = FrontMatterPlace::Kind::key;
    if (!inMap) {
      const Span own = trimmed(item);
      for (ItemAt& other : flowItems(begin, end)) {
        if (own.empty() || other.begin != own.begin) place.siblings.push_back(std::move(other.text));
      }
    }
    return place;
  }

  struct Bracket {
    char open = '[';
    std::string key;  // of `{key: …`
  };
  struct ItemAt {
    std::size_t begin = 0;
    std::string text;
  };

  /// The line whose value opens the brackets that may go on to the cursor: its own or one above.
  [[nodiscard]] std::optional<FrontMatterLine> openBracketLine(const FrontMatterLine& line) const {
    for (std::size_t number = line.number + 1; number > lines_.firstLine();) {
      FrontMatterLine above = lines_.read(--number);
      const std::size_t value = valueBegin(above);
      if (value < above.span.end && value < offset_ && (bytes_[value] == '[' || bytes_[value] == '{')) return above;
      if ((above.colon || !above.hyphens.empty()) && above.number != line.number && above.indent() == 0)
        return std::nullopt;
      if (above.number == line.number && (above.colon || !above.hyphens.empty()) && offset_ > above.first)
        return std::nullopt;
      if (line.number - above.number > 200) return std::nullopt;
    }
    return std::nullopt;
  }

  [[nodiscard]] std::size_t valueBegin(const FrontMatterLine& line) const {
    std::size_t p = line.colon ? *line.colon + 1 : line.content;
    while (p < line.span.end && isBlank(bytes_[p])) ++p;
    return p;
  }

  /// Where the brackets that open at `begin` end at the latest: before the next line that is a key again.
  [[nodiscard]] std::size_t flowEnd(const FrontMatterLine& start, std::size_t begin) const {
    int depth = 0;
    for (std::size_t number = start.number; number < text_.lineCount(); ++number) {
      const FrontMatterLine line = lines_.read(number);
      if (line.span.begin >= frontMatter_.content.end) return frontMatter_.content.end;
      if (number > start.number && line.colon && line.indent() <= start.indent()) return line.span.begin;
      if (number > start.number && !line.hyphens.empty()) return line.span.begin;
      for (std::size_t p = std::max(line.first, begin); p < line.span.end; ++p) {
        if (bytes_[p] == '[' || bytes_[p] == '{') ++depth;
        if ((bytes_[p] == ']' || bytes_[p] == '}') && --depth == 0) return p + 1;
      }
    }
    return frontMatter_.content.end;
  }

  /// Behind the closing quote, or, where there is none on the line, before the next comma or bracket.
  [[nodiscard]] std::size_t quoteEnd(std::size_t quote, std::size_t end) const {
    const std::size_t lineEnd = std::min(end, text_.line(text_.lineOf(quote)).end);
    const std::size_t close = behindQuote(quote, lineEnd);
    if (close < lineEnd || (close > quote + 1 && bytes_[close - 1] == bytes_[quote])) return close;
    std::size_t p = quote + 1;
    while (p < lineEnd && std::string_view(",[]{}").find(bytes_[p]) == std::string_view::npos) ++p;
    return p;
  }

  /// The end of the item that begins at `begin` and holds `from`.
  [[nodiscard]] std::size_t itemEnd(std::size_t from, std::size_t begin, std::size_t end) const {
    std::size_t p = from;
    if (begin < end && begin <= from && (bytes_[begin] == '"' || bytes_[begin] == '\'')) {
      p = quoteEnd(begin, end);
      if (p >= from) return p;
    }
    for (p = from; p < end; ++p) {
      const char c = bytes_[p];
      if (std::string_view(",[]{}\r\n").find(c) != std::string_view::npos) break;
      if (c == '#' && p > 0 && isSpace(bytes_[p - 1])) break;
      if (c == ':' && p + 1 < end && isBlank(bytes_[p + 1])) break;
    }
    return std::min(p, end);
  }

  /// All items of lists between `begin` and `end`, those of inner lists, too.
  [[nodiscard]] std::vector<ItemAt> flowItems(std::size_t begin, std::size_t end) const {
    std::vector<ItemAt> items;
    std::size_t p = begin;
    while (p < end) {
      const char c = bytes_[p];
      if (isSpace(c) || std::string_view(",[]{}").find(c) != std::string_view::npos) {
        ++p;
        continue;
      }
      if (c == '#' && isSpace(bytes_[p - 1])) {
        p = text_.line(text_.lineOf(p)).end;
        continue;
      }
      const std::size_t itemBegin = p;
      p = std::max(p + 1, itemEnd(p, p, end));
      const Span item = trimmed({itemBegin, p});
      if (!item.empty()) items.push_back({item.begin, unquoted(slice(item))});
    }
    return items;
  }

  const Text& text_;
  const std::string& bytes_;
  const FrontMatter& frontMatter_;
  FrontMatterLines lines_;
  std::size_t offset_;
};

}  // namespace

/// A field's line: `Key: value`, several values between commas or semicolons.
static std::optional<FrontMatterPlace> findFieldPlace(const Text& text, const FrontMatter& frontMatter,
                                                      std::size_t offset) {
  const Span line = text.line(text.lineOf(offset));
  if (offset < frontMatter.content.begin || offset > std::min(frontMatter.content.end, line.end) ||
      line.begin >= frontMatter.block.end)
    return std::nullopt;
  const std::string_view bytes = text.bytes();
  const auto entry = std::ranges::find_if(frontMatter.entries, [&](const Entry& each) {
    return each.keySpan.begin <= offset && text.lineOf(each.keySpan.begin) == text.lineOf(offset);
  });
  FrontMatterPlace place;
  if (entry == frontMatter.entries.end() || offset <= entry->keySpan.end) {
    place.kind = FrontMatterPlace::Kind::key;
    place.item = entry == frontMatter.entries.end() ? Span{offset, offset} : entry->keySpan;
    place.word = place.item;
    return place.item.touches(offset) ? std::optional(place) : std::nullopt;
  }
  place.kind = FrontMatterPlace::Kind::value;
  place.key = entry->key;
  const Span value{entry->keySpan.end + 1, line.end};
  const char separator = text.slice(value).find(';') == std::string_view::npos ? ',' : ';';
  for (std::size_t begin = value.begin; begin <= value.end;) {
    const std::size_t end = std::min(bytes.find(separator, begin), value.end);
    Span item{begin, end};
    while (item.begin < item.end && isBlank(bytes[item.begin])) ++item.begin;
    while (item.end > item.begin && isBlank(bytes[item.end - 1])) --item.end;
    if (begin <= offset && offset <= end) {
      place.item = item.touches(offset) && !item.empty() ? item : Span{offset, offset};
    } else if (!item.empty()) {
      place.siblings.emplace_back(text.slice(item));
    }
    begin = end + 1;
  }
  place.word = place.item;
  place.needsBlank = place.item.begin == value.begin;
  return place;
}

std::optional<FrontMatterPlace> findFrontMatterPlace(const Text& text, const FrontMatter& frontMatter,
                                                     std::size_t offset) {
  if (offset > text.line(text.lineOf(offset)).end) return std::nullopt;  // between the two bytes of a line end
  switch (frontMatter.format) {
    case FrontMatterFormat::none:
      return std::nullopt;
    case FrontMatterFormat::yaml:
      return Finder(text, frontMatter, offset).find();
    case FrontMatterFormat::fields:
      return findFieldPlace(text, frontMatter, offset);
    case FrontMatterFormat::toml:
    case FrontMatterFormat::json:
      return findTokenPlace(text, frontMatter, offset);
  }
  return std::nullopt;
}

}  // namespace galley
