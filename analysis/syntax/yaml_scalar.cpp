// See the header.
#include "analysis/syntax/yaml_scalar.h"

#include <algorithm>

#include "analysis/syntax/yaml.h"
#include "analysis/syntax/yaml_schema.h"

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
  const bool surrogate =
      digits >= 4 && source.text.substr(backslash + digits - 2, 1).find_first_of("dD") == 0 &&
      std::string_view("89abcdefABCDEF").find(source.text[backslash + digits - 1]) != std::string_view::npos &&
      source.slice(backslash + 2, backslash + digits - 2).find_first_not_of('0') == std::string_view::npos;
  return surrogate ? 0 : 2 + digits;  // half a character is none
}

/// The same lines with `\n` at their ends, without the indentation of what holds them: so an explicit indentation
/// (`|2`) keeps its meaning when a block scalar stands alone.
std::string plainLines(std::string_view written, int indent) {
  std::string result;
  for (std::size_t i = 0; i < written.size();) {
    const std::size_t end = std::min(written.find_first_of("\r\n", i), written.size());
    result.append(written.substr(i, end - i));
    if (end == written.size()) break;
    result += '\n';
    i = end + (written.substr(end, 2) == "\r\n" ? 2 : 1);
    for (int column = 0; column < indent && i < written.size() && written[i] == ' '; ++column) ++i;
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

Edit closedQuote(const YamlSource& source, Span written) {
  const std::string_view text = source.slice(written.begin, written.end);
  const YamlSource alone{source.text, written.end};
  const QuotedScan scan = scanQuoted(alone, written.begin);
  const bool keepsEscapes =
      text.front() != '"' || (scan.badEscapes.empty() && !scan.severalLines && text.back() != '\\');
  if (keepsEscapes) return {{written.end, written.end}, std::string(1, text.front())};
  return {written, quoted(text.substr(1))};
}

BlockScalarScan scanBlockScalar(const YamlSource& source, std::size_t begin, int parentIndent) {
  BlockScalarScan scan;
  std::size_t p = begin + 1;
  int explicitIndent = 0;
  for (bool chomping = false;; ++p) {  // one sign and one digit, in any order
    const char c = source.at(p);
    if ((c == '+' || c == '-') && !chomping) {
      chomping = true;
    } else if (c >= '1' && c <= '9' && explicitIndent == 0) {
      explicitIndent = c - '0';
    } else {
      break;
    }
  }
  const std::size_t rest = source.skipBlanks(p);
  if (!isYamlBreak(source.at(rest)) && source.at(rest) != '#') scan.header = false;
  scan.textEnd = source.trimEnd(begin, scan.header ? p : source.lineEnd(p));
  scan.next = source.nextLine(p);

  int indent = explicitIndent > 0 ? std::max(parentIndent, 0) + explicitIndent : 0;
  int deepestBlankLine = 0;
  while (scan.next < source.limit) {
    const std::size_t first = source.skipSpaces(scan.next);
    const int column = static_cast<int>(first - scan.next);
    const bool blankLine = isYamlBreak(source.at(first));
    if (source.at(first) == '\t' && (indent == 0 || column < indent)) {
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
      return decodeYamlScalar(plainLines(written, 0));
    case ScalarStyle::singleQuoted:
    case ScalarStyle::doubleQuoted: {
      if (written.size() < 2) return std::nullopt;
      const std::string_view inner = written.substr(1, written.size() - 2);
      if (inner.find_first_of(style == ScalarStyle::singleQuoted ? "'\r\n" : "\\\r\n") == std::string_view::npos)
        return std::string(inner);
      return decodeYamlScalar(plainLines(written, 0));
    }
    case ScalarStyle::literal:
    case ScalarStyle::folded:
      return decodeYamlScalar(plainLines(written, std::max(parentIndent, 0)) + '\n');
  }
  return std::nullopt;
}

}  // namespace galley
