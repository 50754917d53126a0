// See the header.
#include "analysis/syntax/template_arguments.h"

#include <algorithm>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isNameChar(char c) { return isLetter(c) || (c >= '0' && c <= '9') || c == '-'; }
bool isQuote(char c) { return c == '"' || c == '\'' || c == '`'; }

/// Reads the content of one tag from left to right.
struct Reader {
  std::string_view text;
  std::size_t at;
  std::size_t end;

  void skipBlanks() {
    while (at < end && isBlank(text[at])) ++at;
  }
  [[nodiscard]] bool is(char c) const { return at < end && text[at] == c; }

  /// `name =` where that stands here; `==` is a comparison.
  Span name() {
    std::size_t behind = at;
    while (behind < end && (behind == at ? isLetter(text[behind]) : isNameChar(text[behind]))) ++behind;
    std::size_t sign = behind;
    while (sign < end && isBlank(text[sign])) ++sign;
    if (behind == at || sign >= end || text[sign] != '=' || (sign + 1 < end && text[sign + 1] == '=')) return {at, at};
    const Span name{at, behind};
    at = sign + 1;
    skipBlanks();
    return name;
  }

  /// A string without its quotes, or what runs to a blank or to one of `stops` outside of brackets.
  void value(std::string_view stops, TemplateArgument& argument) {
    if (at < end && isQuote(text[at])) {
      const std::size_t behind = behindString(text, at, end);
      if (behind != std::string_view::npos) {
        argument.quote = text[at];
        argument.value = {at + 1, behind - 1};
        at = behind;
        return;
      }
    }
    const std::size_t begin = at;
    int depth = 0;
    for (; at < end; ++at) {
      if (depth <= 0 && (stops.find(text[at]) != std::string_view::npos || isBlank(text[at]))) break;
      if (text[at] == '[' || text[at] == '(') ++depth;
      if (text[at] == ']' || text[at] == ')') --depth;
    }
    argument.value = {begin, at};
  }
};

void readWords(Reader& reader, TemplateTag& tag) {
  while (true) {
    reader.skipBlanks();
    if (reader.is(',')) {
      ++reader.at;
      continue;
    }
    if (reader.at >= reader.end) return;
    TemplateArgument argument;
    argument.name = reader.name();
    reader.value(",", argument);
    tag.arguments.push_back(argument);
  }
}

bool readCall(Reader& reader, TemplateTag& tag) {
  if (!reader.is('(') || reader.text[reader.end - 1] != ')') return false;
  ++reader.at;
  --reader.end;
  while (true) {
    reader.skipBlanks();
    if (reader.at >= reader.end) return true;
    TemplateArgument argument;
    argument.name = reader.name();
    if (argument.name.empty()) return false;
    reader.value(",)", argument);
    tag.arguments.push_back(argument);
    reader.skipBlanks();
    if (reader.at >= reader.end) return true;
    if (!reader.is(',')) return false;
    ++reader.at;
  }
}

}  // namespace

std::size_t behindString(std::string_view source, std::size_t at, std::size_t limit) {
  const char quote = source[at];
  for (std::size_t i = at + 1; i < std::min(limit, source.size()); ++i) {
    if (source[i] == '\\' && quote != '`') {
      ++i;
    } else if (source[i] == quote) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

bool readArguments(std::string_view source, TagForm::Arguments form, TemplateTag& tag) {
  Reader reader{source, tag.content.begin, tag.content.end};
  if (form == TagForm::Arguments::call) {
    while (reader.at < reader.end && isNameChar(source[reader.at])) ++reader.at;
  } else {
    while (reader.at < reader.end && !isBlank(source[reader.at])) ++reader.at;
  }
  tag.nameSpan = {tag.content.begin, reader.at};
  tag.name = source.substr(tag.nameSpan.begin, tag.nameSpan.size());
  if (form == TagForm::Arguments::none) return true;
  if (form == TagForm::Arguments::words) {
    readWords(reader, tag);
    return true;
  }
  if (tag.name == "end" && reader.at == reader.end) return true;
  return !tag.name.empty() && isLetter(tag.name[0]) && readCall(reader, tag);
}

}  // namespace galley
