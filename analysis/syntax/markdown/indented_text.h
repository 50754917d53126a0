// Lines behind four blanks where they are text (Dialect::Indented::text). md4c knows only code there, or what they
// would be without the blanks; so it is asked where such code is, and then given text in its place. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// What a mask holds. A known gap: a table whose first row is such a line is one.
Tree walkWithIndentedText(const std::string& mask, const Dialect& dialect);

}  // namespace galley
