// The parts of one template tag: its name and what it is given. Pure; any thread.
#pragma once

#include <string_view>

#include "analysis/syntax/templates.h"

namespace galley {

/// Fills in the name, its span and the arguments of a tag whose content is known. False where the content is none that
/// the form may have.
bool readArguments(std::string_view source, TagForm::Arguments form, TemplateTag& tag);

/// Behind the string that begins with the mark at `at`, or npos where it does not end before `limit`. A backslash
/// escapes, but in backticks.
std::size_t behindString(std::string_view source, std::size_t at, std::size_t limit);

}  // namespace galley
