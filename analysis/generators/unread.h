// The generators that galley recognises and has no sheet for yet: how each is recognised, which Markdown and which
// template tags its posts hold. Nothing is said against their front matter.
#pragma once

#include "analysis/site/files.h"
#include "analysis/site/generator.h"

namespace galley {

extern const Generator unreadHugo;
extern const Generator unreadZola;
extern const Generator unreadAstro;
extern const Generator unreadEleventy;
extern const Generator unreadHexo;
extern const Generator unreadPelican;

/// The one whose files the folder at the root of `files` holds, or null.
const Generator* unreadGeneratorOf(const Files& files);

}  // namespace galley
