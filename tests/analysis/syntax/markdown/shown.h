// What a text holds, one line a construct, so that a test reads as text in, constructs out. Spans are shown as the
// bytes that they cover, a line end in them as `⏎`, whatever its form.
#pragma once

#include <string>
#include <string_view>

#include "analysis/syntax/markdown/markdown.h"

namespace galley::test {

inline std::string oneLine(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
    if (text[i] == '\n' || text[i] == '\r') {
      result += "⏎";
    } else {
      result += text[i];
    }
  }
  return result;
}

inline std::string slice(std::string_view source, Span span) {
  return span.end <= source.size() && span.begin <= span.end ? oneLine(source.substr(span.begin, span.size()))
                                                             : "OUTSIDE";
}

/// `h2 ‹span›: text (written text) #id`, `link ‹span›: text → destination "title"`, `[label] ‹span› → destination`,
/// `code ‹span›: content (info)`, in this order.
inline std::string shown(std::string_view source, const Markdown& markdown) {
  std::string result;
  for (const Heading& heading : markdown.headings) {
    result += "h" + std::to_string(heading.level) + " ‹" + slice(source, heading.span) + "›: " + oneLine(heading.text);
    const std::string written = slice(source, heading.textSpan);
    if (written != oneLine(heading.text)) result += " (" + written + ")";
    if (heading.idSpan) result += " #" + slice(source, *heading.idSpan);
    result += '\n';
  }
  for (const Link& link : markdown.links) {
    result += (link.image ? "image ‹" : "link ‹") + slice(source, link.span) + "›: ";
    result += link.text ? oneLine(*link.text) : "no text";
    result += " → " + slice(source, link.destinationSpan);
    if (link.destination != source.substr(link.destinationSpan.begin, link.destinationSpan.size()))
      result += " = " + oneLine(link.destination);
    if (link.titleSpan) result += " \"" + slice(source, *link.titleSpan) + "\"";
    result += '\n';
  }
  for (const Definition& definition : markdown.definitions) {
    result += "[" + slice(source, definition.labelSpan) + "] ‹" + slice(source, definition.span) + "› → " +
              slice(source, definition.destinationSpan);
    if (definition.titleSpan) result += " \"" + slice(source, *definition.titleSpan) + "\"";
    result += '\n';
  }
  for (const Code& code : markdown.codes) {
    result += "code ‹" + slice(source, code.span) + "›: " + slice(source, code.content);
    if (!code.info.empty()) result += " (" + slice(source, code.info) + ")";
    result += '\n';
  }
  if (markdown.unproven > 0) result += "unproven: " + std::to_string(markdown.unproven) + "\n";
  if (markdown.truncated) result += "truncated\n";
  return result;
}

inline std::string withLineEnds(std::string_view text, std::string_view lineEnd) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += lineEnd;
    } else {
      result += c;
    }
  }
  return result;
}

}  // namespace galley::test
