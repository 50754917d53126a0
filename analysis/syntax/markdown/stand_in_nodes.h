// What a walk found where items stand in for notes and definitions: which of them are what they stand for, and the tree
// with notes, terms and definitions in it. Pure; any thread.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/syntax/markdown/stand_ins.h"
#include "analysis/syntax/markdown/tree.h"

namespace galley {

/// Those of which an item was made that may be a note, or a definition behind a term; each note with the blanks before
/// it that are no container's; what else is written as a note as text. All as they were: the tree is right. Else the
/// text must be read again with these, since other lines may begin a block now.
std::vector<StandIn> confirmed(const std::vector<StandIn>& standIns, std::string_view mask, const Tree& tree);

/// Items become notes and definitions, the paragraphs before definitions terms, one a line; the lists that there were
/// only for them are gone. The places of the tree are those of the mask.
void takeTheirPlaces(const std::vector<StandIn>& standIns, std::string_view mask, Tree& tree);

}  // namespace galley
