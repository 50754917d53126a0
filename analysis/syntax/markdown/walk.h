// The third of the four steps: the events lead a walk along the mask, and every construct gets its exact place.
// Each expectation that the text does not meet (a marker that is not there, a text that begins elsewhere) leaves its
// node unproven and is counted: an inexact place is known, not silent. Linear in the text. Pure; any thread.
#pragma once

#include <string>

#include "analysis/syntax/markdown/dialect.h"
#include "analysis/syntax/markdown/events.h"
#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// The events must be those that the dialect gives.
Tree walk(const std::string& mask, const Events& events, const Dialect& dialect = commonMark);

}  // namespace galley
