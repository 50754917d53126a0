// Front matter in words that fit in one line of an expectation.
#pragma once

#include <string>
#include <vector>

#include "analysis/syntax/front_matter.h"

namespace galley::test {

inline const char* nameOf(Mistake mistake) {
  switch (mistake) {
    case Mistake::notOpened:
      return "notOpened";
    case Mistake::notClosed:
      return "notClosed";
    case Mistake::tabIndent:
      return "tabIndent";
    case Mistake::colonInValue:
      return "colonInValue";
    case Mistake::noSpaceAfterColon:
      return "noSpaceAfterColon";
    case Mistake::unclosedQuote:
      return "unclosedQuote";
    case Mistake::textAfterQuote:
      return "textAfterQuote";
    case Mistake::reservedStart:
      return "reservedStart";
    case Mistake::unclosedBracket:
      return "unclosedBracket";
    case Mistake::badIndent:
      return "badIndent";
    case Mistake::badListItem:
      return "badListItem";
    case Mistake::notAnEntry:
      return "notAnEntry";
    case Mistake::fullWidthColon:
      return "fullWidthColon";
    case Mistake::undefinedAlias:
      return "undefinedAlias";
    case Mistake::invalidUtf8:
      return "invalidUtf8";
    case Mistake::controlCharacter:
      return "controlCharacter";
    case Mistake::badEscape:
      return "badEscape";
    case Mistake::hashStart:
      return "hashStart";
    case Mistake::hashCut:
      return "hashCut";
    case Mistake::duplicateKey:
      return "duplicateKey";
    case Mistake::other:
      return "other";
  }
  return "";
}

/// `mistake <bytes>` of each, joined by `; `, with a `~` before what is not fatal.
inline std::string problemsInWords(const Text& text, const std::vector<FrontMatterProblem>& problems) {
  std::string words;
  for (const FrontMatterProblem& problem : problems) {
    if (!words.empty()) words += "; ";
    words += problem.fatal ? "" : "~";
    words += std::string(nameOf(problem.mistake)) + " <" + std::string(text.slice(problem.span)) + ">";
  }
  return words;
}

inline std::string inWords(const Value& value) {
  std::string words;
  const auto comma = [&words] { words += words.size() > 1 ? ", " : ""; };
  switch (value.kind) {
    case Value::Kind::null:
      return value.span.empty() ? "" : "?";
    case Value::Kind::scalar:
      return value.text;
    case Value::Kind::list:
      words = "[";
      for (const Value& item : value.items) {
        comma();
        words += item.kind == Value::Kind::null && item.span.empty() ? "null" : inWords(item);
      }
      return words + "]";
    case Value::Kind::map:
      words = "{";
      for (const Entry& entry : value.entries) {
        comma();
        words += entry.key + ": " + inWords(entry.value);
      }
      return words + "}";
  }
  return words;
}

/// `key=value` of each, joined by `; `. A `?` is what could not be decoded.
inline std::string entriesInWords(const std::vector<Entry>& entries) {
  std::string words;
  for (const Entry& entry : entries) {
    if (!words.empty()) words += "; ";
    words += entry.key + "=" + (entry.readable ? inWords(entry.value) : "?");
  }
  return words;
}

}  // namespace galley::test
