// What the fuzzers do with their inputs, and what must hold whatever these are: a target a file, NAME_target.cpp. A
// fuzzer calls its target with what libFuzzer makes up, a plain test with the inputs that are kept in corpus/NAME.
#pragma once

#include <string_view>

namespace galley::test {

/// Each ends the program where something does not hold.
using Target = void (*)(std::string_view input);

/// The first byte says which front matter is taken and where the cursor stands; the rest is the file.
void tryFrontMatter(std::string_view input);

/// The first byte says which dialect is taken, the second which templates (those of one converter have its dialect);
/// the rest is the body.
void tryMarkdown(std::string_view input);

/// The first byte says what positions count; then edits, a byte for each of their places, and the text behind a NUL.
void tryEdits(std::string_view input);

/// Lines are what a client says: `open`, `change`, a request … of an example blog; what begins with `{` is a body as it
/// is, and what begins with another character bytes without a frame.
void tryConversation(std::string_view input);

/// JSON, YAML and TOML, as files and as single values.
void tryValues(std::string_view input);

/// The first two bytes say how long the file is; the rest is its head.
void tryImageHeader(std::string_view input);

void tryHtmlTags(std::string_view input);

struct NamedTarget {
  std::string_view name;  // of its file, its corpus and its fuzzer
  Target run;
};
inline constexpr NamedTarget allTargets[] = {
    {"conversation", tryConversation},
    {"edits", tryEdits},
    {"front_matter", tryFrontMatter},
    {"html_tags", tryHtmlTags},
    {"image_header", tryImageHeader},
    {"markdown", tryMarkdown},
    {"values", tryValues},
};

}  // namespace galley::test
