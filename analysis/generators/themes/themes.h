// The themes that galley knows, one file each.
#pragma once

#include "analysis/site/generator.h"

namespace galley {

extern const Theme alFolio;
extern const Theme beautifulJekyll;
extern const Theme chirpy;
extern const Theme minima;
extern const Theme minimalMistakes;

}  // namespace galley
