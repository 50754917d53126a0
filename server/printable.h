// What a file, a file name or a configuration says, made fit for a terminal, a log or a build server's output. Every
// such byte passes here, and colours are added afterwards. Pure; any thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace galley::server {

/// The same text on one line, with what a terminal might obey made visible: control characters (C0, DEL, C1), what
/// turns the direction of writing, line and paragraph separators and bytes that are no UTF-8 become `\x1b`, `\u202e`.
/// Nothing in the result starts a command of a build server either: the bracket of `##[group]` and `##vso[…]`, which
/// count anywhere in a line, becomes `\x5b`.
std::string printable(std::string_view bytes);

/// True for a character that `printable` makes visible wherever it stands.
bool isHidden(char32_t character);

/// Appends the same of the one character at `at` of `bytes` to `line`, which holds what is printed before it. Returns
/// the bytes that the character takes, 0 at the end.
std::size_t appendPrintable(std::string& line, std::string_view bytes, std::size_t at);

/// A path at the beginning of a line: printable, with `./` before it where its first characters could be taken for a
/// command (`::error`) or an option.
std::string printablePath(std::string_view path);

}  // namespace galley::server
