// See the header.
#include "analysis/syntax/yaml_inline.h"

#include <algorithm>
#include <utility>

#include "analysis/syntax/yaml_key.h"
#include "analysis/syntax/yaml_schema.h"

namespace galley {

YamlInlineValues::YamlInlineValues(YamlLines& lines)
    : lines_(lines), lookahead_(16 * (lines.source.limit - lines.pos) + 4096) {}

bool YamlInlineValues::isReadable(const Value& value) const {
  if (value.kind != Value::Kind::null || value.span.empty()) return true;
  const bool alias = lines_.source.text[value.span.begin] == '*';
  return alias && anchors_.values.contains(lines_.source.slice(value.span.begin + 1, value.span.end));
}

InlineValue YamlInlineValues::read(int parent, bool ownLine) {
  InlineValue result;
  const std::size_t begin = lines_.pos;
  while (lines_.source.at(lines_.pos) == '&' || lines_.source.at(lines_.pos) == '!') {
    const std::size_t property = lines_.pos;
    if (lines_.source.text[property] == '&') {
      const std::string_view name = anchorNameAt(lines_.source, property + 1);
      const std::size_t end = property + 1 + name.size();
      if (name.empty() || !result.anchor.empty() || !isYamlSpace(lines_.source.at(end))) return {reserved(property)};
      result.anchor = name;
      lines_.pos = end;
    } else {
      const auto end = tagEndAt(lines_.source, property, false);
      if (!end) return {reserved(property)};
      lines_.pos = *end;
    }
    const std::size_t end = lines_.pos;
    lines_.pos = lines_.source.skipBlanks(end);
    if (lines_.endsAt(end)) {
      lines_.pos = lines_.source.lineEnd(end);
      result.value.span = {end, end};
      result.below = true;
      return result;
    }
  }
  const bool aliasWithProperties = lines_.pos != begin && lines_.source.at(lines_.pos) == '*';
  if (aliasWithProperties || isDash(lines_.source, lines_.pos) || isComplexKey(lines_.source, lines_.pos)) {
    result.value = reserved(aliasWithProperties ? begin : lines_.pos);
  } else {
    result.value = bareValue(parent, ownLine);
  }
  if (!result.anchor.empty()) anchors_.add(result.anchor, result.value);
  return result;
}

/// A value that has to be quoted; null, with its raw text as its span.
Value YamlInlineValues::unreadable(Mistake mistake, Span at, std::string detail, Span raw) {
  std::vector<Edit> repair;
  if (lines_.source.slice(raw.begin, raw.end).find_first_of("\r\n") == std::string_view::npos)
    repair.push_back({raw, quoted(lines_.source.slice(raw.begin, raw.end))});
  const bool repaired = !repair.empty();
  lines_.report(mistake, at, std::move(detail), std::move(repair), repaired ? "Quote the value" : "");
  Value value;
  value.span = raw;
  return value;
}

Value YamlInlineValues::reserved(std::size_t begin) {
  Value value = unreadable(Mistake::reservedStart, {begin, begin + 1}, std::string(1, lines_.source.text[begin]),
                           Span{begin, scanPlainLine(lines_.source, begin).textEnd});
  lines_.nextLine();
  return value;
}

Value YamlInlineValues::bareValue(int parent, bool ownLine) {
  switch (lines_.source.at(lines_.pos)) {
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
      return reserved(lines_.pos);
    default:
      return plainText(parent, ownLine);
  }
}

Value YamlInlineValues::alias() {
  const std::size_t begin = lines_.pos;
  const std::string_view name = anchorNameAt(lines_.source, begin + 1);
  const std::size_t end = begin + 1 + name.size();
  if (name.empty() || !lines_.endsAt(end)) return reserved(begin);
  Value value;
  if (anchors_.values.contains(name)) {
    value = anchors_.copy(name, {begin, end});
  } else {
    value = unreadable(Mistake::undefinedAlias, {begin, end}, std::string(name), {begin, end});
  }
  lines_.nextLine();
  return value;
}

Value YamlInlineValues::blockScalar(int parent) {
  const std::size_t begin = lines_.pos;
  const BlockScalarScan scan = scanBlockScalar(lines_.source, begin, parent);
  if (!scan.header) return reserved(begin);
  Value value;
  value.kind = Value::Kind::scalar;
  value.style = lines_.source.text[begin] == '|' ? ScalarStyle::literal : ScalarStyle::folded;
  value.span = {begin, scan.textEnd};
  if (scan.tab) return tabsInBlockScalar(value, scan, parent);
  const std::size_t decodeEnd = scan.next;
  if (auto text = decodeScalar(lines_.source, {begin, decodeEnd}, value.style, parent)) value.text = std::move(*text);
  lines_.toLine(scan.next);
  return value;
}

/// The lines below belong to the text as its author sees it; their tabs are one mistake.
Value YamlInlineValues::tabsInBlockScalar(Value value, const BlockScalarScan& scan, int parent) {
  const std::string indent(static_cast<std::size_t>(std::max(parent, 0)) + 2, ' ');
  std::vector<Edit> repair;
  lines_.toLine(scan.next);
  while (lines_.pos < lines_.source.limit && isYamlSpace(lines_.source.at(lines_.pos))) {
    const std::size_t text = lines_.source.skipBlanks(lines_.pos);
    if (lines_.source.slice(lines_.pos, text).find('\t') != std::string_view::npos)
      repair.push_back({{lines_.pos, text}, indent});
    value.span.end = std::max(value.span.end, lines_.source.trimEnd(lines_.pos, lines_.source.lineEnd(lines_.pos)));
    lines_.nextLine();
  }
  lines_.report(Mistake::tabIndent, *scan.tab, "", std::move(repair), "Replace the tabs by blanks");
  value.kind = Value::Kind::null;
  return value;
}

/// The beginning of the first line below `begin` that is a key in column `indent` or left of it; the end if none is.
std::size_t YamlInlineValues::nextEntryLine(std::size_t begin, int indent) const {
  for (std::size_t line = lines_.source.nextLine(begin); line < lines_.source.limit;
       line = lines_.source.nextLine(line)) {
    const std::size_t first = lines_.source.skipSpaces(line);
    if (static_cast<int>(first - line) <= std::max(indent, 0) && yamlKeyAt(lines_.source, first)) return line;
  }
  return lines_.source.limit;
}

/// Looking far ahead for the end of brackets and quotes is allowed as long as the whole stays linear.
bool YamlInlineValues::mayLookAhead(std::size_t from) {
  const std::size_t distance = lines_.source.limit - from;
  if (distance > lookahead_) return false;
  lookahead_ -= distance;
  return true;
}

Value YamlInlineValues::flow(int parent) {
  const std::size_t begin = lines_.pos;
  FlowScan scan;
  bool whole = false;
  if (mayLookAhead(begin)) {
    scan = scanFlow(lines_.source, begin, parent, anchors_);
    whole = scan.closed && scan.problems.empty() && lines_.endsAt(scan.end);
  }
  if (!whole) {
    // Not well-formed: it ends before the next key, whatever its brackets say.
    const YamlSource upToNextEntry{lines_.source.text,
                                   mayLookAhead(begin) ? nextEntryLine(begin, parent) : lines_.source.lineEnd(begin)};
    scan = scanFlow(upToNextEntry, begin, parent, anchors_);
  }
  Value value = std::move(scan.value);
  const std::size_t next = lines_.source.skipBlanks(scan.end);
  if (scan.closed && lines_.source.at(next) == ':' && isYamlSpace(lines_.source.at(next + 1))) {
    lines_.certain = false;  // a list or map as a key
  } else if (scan.closed && !lines_.endsAt(scan.end)) {
    lines_.pos = scan.end;
    const Span raw{begin, scanPlainLine(lines_.source, scan.end).textEnd};
    value = unreadable(Mistake::reservedStart, {begin, begin + 1}, std::string(1, lines_.source.text[begin]), raw);
  } else if (!scan.problems.empty()) {
    for (FrontMatterProblem& problem : scan.problems) lines_.report(std::move(problem));
  }
  if (value.kind == Value::Kind::map) reportDuplicates(lines_, value);
  lines_.pos = scan.end;
  if (lines_.pos > begin && isYamlBreak(lines_.source.text[lines_.pos - 1])) {
    lines_.lineBegin = lines_.pos;
  } else {
    lines_.nextLine();
  }
  return value;
}

Value YamlInlineValues::quotedText(int parent) {
  const std::size_t begin = lines_.pos;
  const char quote = lines_.source.text[begin];
  Value value;
  value.style = quote == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
  const YamlSource line{lines_.source.text, lines_.source.lineEnd(begin)};
  QuotedScan scan = scanQuoted(line, begin);
  if (!scan.end && mayLookAhead(begin)) {
    scan = scanQuoted(lines_.source, begin);
    // Closed far below by the quote of another value: it is this one that lacks its end.
    if (scan.end && !lines_.endsAt(*scan.end) && nextEntryLine(begin, parent) < *scan.end) scan.end.reset();
  }
  if (!scan.end) {
    const Span raw = lines_.restOfLine(begin);
    lines_.report(Mistake::unclosedQuote, {begin, begin + 1}, std::string(1, quote), {closedQuote(lines_.source, raw)},
                  "Close the quote");
    value.span = raw;
    lines_.nextLine();
    return value;
  }
  if (!lines_.endsAt(*scan.end)) return textAfterQuote(begin, *scan.end);
  value.span = {begin, *scan.end};
  reportBadEscapes(scan);
  auto text = scan.badEscapes.empty() ? decodeScalar(lines_.source, value.span, value.style, parent) : std::nullopt;
  if (text) {
    value.kind = Value::Kind::scalar;
    value.text = std::move(*text);
  } else {
  }
  lines_.pos = *scan.end;
  lines_.nextLine();
  return value;
}

void YamlInlineValues::reportBadEscapes(const QuotedScan& scan) {
  for (const Span escape : scan.badEscapes) {
    lines_.report(Mistake::badEscape, escape, std::string(lines_.source.slice(escape.begin, escape.end)),
                  {{{escape.begin, escape.begin}, "\\"}}, "Double the backslash");
  }
}

Value YamlInlineValues::textAfterQuote(std::size_t begin, std::size_t end) {
  const char quote = lines_.source.text[begin];
  const std::size_t textBegin = lines_.source.skipBlanks(end);
  const Span raw{begin, scanPlainLine(lines_.source, textBegin).textEnd};
  Value value;
  value.span = raw;
  std::vector<Edit> repair;
  std::string_view text = lines_.source.slice(raw.begin, raw.end);
  if (text.find_first_of("\r\n") == std::string_view::npos) {
    // Quotes all around are the author's; the others belong to the text.
    if (text.back() == quote) text = text.substr(1, text.size() - 2);
    repair.push_back({raw, quoted(text)});
  }
  const bool repaired = !repair.empty();
  lines_.report(Mistake::textAfterQuote, {textBegin, raw.end}, std::string(1, quote), std::move(repair),
                repaired ? "Quote the whole value" : "");
  lines_.pos = end;
  lines_.nextLine();
  return value;
}

Value YamlInlineValues::plainText(int parent, bool ownLine) {
  const std::size_t begin = lines_.pos;
  PlainLine line = scanPlainLine(lines_.source, begin);
  if (line.colon) {
    Value value = unreadable(Mistake::colonInValue, {*line.colon, *line.colon + 1}, ":", {begin, line.textEnd});
    lines_.nextLine();
    return value;
  }
  Value value;
  value.span = {begin, line.textEnd};
  std::vector<std::size_t> hyphens;
  if (ownLine && isItemWithoutBlank(begin)) hyphens.push_back(begin);
  std::optional<std::size_t> colon;
  lines_.nextLine();
  while (!line.comment && !colon) {
    // Empty lines and what is deeper than the parent go on with the text.
    std::size_t next = lines_.lineBegin;
    std::size_t first = next;
    bool tab = false;
    while (next < lines_.source.limit) {
      first = lines_.source.skipSpaces(next);
      tab = lines_.source.at(first) == '\t' && static_cast<int>(first - next) <= parent;
      if (tab || !isYamlBreak(lines_.source.at(lines_.source.skipBlanks(first)))) break;
      next = lines_.source.nextLine(first);
    }
    lines_.toLine(next);
    if (next >= lines_.source.limit || tab || static_cast<int>(first - next) <= parent) break;
    first = lines_.source.skipBlanks(first);
    if (lines_.source.at(first) == '#') break;
    line = scanPlainLine(lines_.source, first);
    if (line.colon) {
      if (parent < 0) lines_.report(Mistake::notAnEntry, value.span, "");
      if (!hasBlank(first, *line.colon) || ownLine) break;  // a key with a wrong indentation
      colon = line.colon;
    }
    if (ownLine && isItemWithoutBlank(first)) hyphens.push_back(first);
    value.span.end = line.textEnd;
    lines_.nextLine();
  }
  if (colon) {
    Value broken = unreadable(Mistake::colonInValue, {*colon, *colon + 1}, ":", value.span);
    return broken;
  }
  for (const std::size_t hyphen : hyphens) {
    lines_.report(Mistake::badListItem, {hyphen, hyphen + 1}, "-", {{{hyphen + 1, hyphen + 1}, " "}},
                  "Put a blank behind the hyphen", false);
  }
  if (auto text = decodeScalar(lines_.source, value.span, ScalarStyle::plain, parent)) {
    value.kind = Value::Kind::scalar;
    value.text = std::move(*text);
  }
  return value;
}

bool YamlInlineValues::hasBlank(std::size_t begin, std::size_t end) const {
  return lines_.source.slice(begin, end).find_first_of(" \t") != std::string_view::npos;
}

/// `-item` on a line of its own: text for YAML, an item for its author. A negative number is none.
bool YamlInlineValues::isItemWithoutBlank(std::size_t p) const {
  const char next = lines_.source.at(p + 1);
  const bool letter =
      (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z') || static_cast<signed char>(next) < 0;
  return lines_.source.at(p) == '-' && (letter || next == '"' || next == '\'');
}

}  // namespace galley
