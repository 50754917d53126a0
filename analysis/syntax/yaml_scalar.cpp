#include "analysis/syntax/yaml_scalar.h"

#include <algorithm>

#include "analysis/syntax/yaml.h"

namespace galley {
namespace {

bool isHexDigit(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }

/// How many bytes the escape at a backslash takes, or 0 if YAML does not know it (YAML 1.2, 5.7).
std::size_t escapeLength(const YamlSource& source, std::size_t backslash) {
  const char c = source.at(backslash + 1);
  if (std::string_view("0abt\tnvfre \"/\\N_LP\n\r").find(c) != std::string_view::npos) return 2;
  const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits == 0) return 0;
  for (std::size_t i = 0; i < digits; ++i) {
    if (!isHexDigit(source.at(backslash + 2 + i))) return 0;
  }
  return 2 + digits;
}

/// A block scalar as a document of its own: the indentation of what holds it is taken away, so that an explicit
/// indentation (`|2`) keeps its meaning.
std::string withoutIndent(std::string_view written, int indent) {
  std::string result;
  std::size_t begin = written.find('\n');
  if (begin == std::string_view::npos) return std::string(written) + "\n";
  result.append(written.substr(0, ++begin));
  while (begin < written.size()) {
    const std::size_t end = std::min(written.find('\n', begin), written.size() - 1) + 1;
    std::size_t text = begin;
    for (int i = 0; i < indent && text < end && written[text] == ' '; ++i) ++text;
    result.append(written.substr(text, end - text));
    begin = end;
  }
  return result;
}

}  // namespace

PlainLine scanPlainLine(const YamlSource& source, std::size_t begin) {
  PlainLine line;
  std::size_t i = begin;
  for (; !isYamlBreak(source.at(i)); ++i) {
    const char c = source.text[i];
    if (c == '#' && i > begin && isYamlBlank(source.text[i - 1])) {
      line.comment = true;
      break;
    }
    if (c == ':' && !line.colon && isYamlSpace(source.at(i + 1))) line.colon = i;
  }
  line.textEnd = source.trimEnd(begin, i);
  return line;
}

QuotedScan scanQuoted(const YamlSource& source, std::size_t begin) {
  QuotedScan scan;
  const char quote = source.text[begin];
  for (std::size_t i = begin + 1; i < source.limit; ++i) {
    const char c = source.text[i];
    if (isYamlBreak(c)) {
      scan.severalLines = true;
    } else if (c == '\\' && quote == '"') {
      const std::size_t length = escapeLength(source, i);
      if (length == 0 && i + 1 < source.limit) scan.badEscapes.push_back({i, i + 2});
      if (isYamlBreak(source.at(i + 1))) scan.severalLines = true;
      i += std::max<std::size_t>(length, 2) - 1;
    } else if (c == quote) {
      if (quote == '\'' && i + 1 < source.limit && source.text[i + 1] == '\'') {
        ++i;
      } else {
        scan.end = i + 1;
        return scan;
      }
    }
  }
  return scan;
}

BlockScalarScan scanBlockScalar(const YamlSource& source, std::size_t begin, int parentIndent) {
  BlockScalarScan scan;
  std::size_t p = begin + 1;
  int explicitIndent = 0;
  while (source.at(p) == '+' || source.at(p) == '-' || (source.at(p) >= '1' && source.at(p) <= '9')) {
    if (source.at(p) >= '1' && source.at(p) <= '9') explicitIndent = source.at(p) - '0';
    ++p;
  }
  const std::size_t rest = source.skipBlanks(p);
  if (!isYamlBreak(source.at(rest)) && !(source.at(rest) == '#' && rest > p)) scan.header = false;
  scan.textEnd = source.trimEnd(begin, scan.header ? p : source.lineEnd(p));
  scan.next = source.nextLine(p);

  int indent = explicitIndent > 0 ? std::max(parentIndent, 0) + explicitIndent : 0;
  int deepestBlankLine = 0;
  while (scan.next < source.limit) {
    const std::size_t first = source.skipSpaces(scan.next);
    const int column = static_cast<int>(first - scan.next);
    const bool blankLine = isYamlBreak(source.at(first));
    if (source.at(first) == '\t' && (indent == 0 ? column < std::max(parentIndent + 1, 1) : column < indent)) {
      scan.tab = Span{first, source.skipBlanks(first)};
      return scan;
    }
    if (blankLine) {
      if (indent == 0) deepestBlankLine = std::max(deepestBlankLine, column);
    } else {
      if (indent == 0) indent = std::max({deepestBlankLine, column > parentIndent ? column : 0, parentIndent + 1, 1});
      if (column < indent) return scan;
      scan.textEnd = source.lineEnd(first);
    }
    scan.next = source.nextLine(first);
  }
  return scan;
}

std::optional<std::string> decodeScalar(const YamlSource& source, Span span, ScalarStyle style, int parentIndent) {
  const std::string_view written = source.slice(span.begin, span.end);
  switch (style) {
    case ScalarStyle::plain:
      if (written.find_first_of("\r\n") == std::string_view::npos) return std::string(written);
      return decodeYamlScalar(written);
    case ScalarStyle::singleQuoted:
    case ScalarStyle::doubleQuoted: {
      if (written.size() < 2) return std::nullopt;
      const std::string_view inner = written.substr(1, written.size() - 2);
      if (inner.find_first_of(style == ScalarStyle::singleQuoted ? "'\r\n" : "\\\r\n") == std::string_view::npos)
        return std::string(inner);
      return decodeYamlScalar(written);
    }
    case ScalarStyle::literal:
    case ScalarStyle::folded:
      return decodeYamlScalar(withoutIndent(written, std::max(parentIndent, 0)));
  }
  return std::nullopt;
}

}  // namespace galley
