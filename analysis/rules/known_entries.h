// The entries of a post's front matter that the generator or the theme knows: what rules about values walk over.
#pragma once

#include <string>
#include <vector>

#include "analysis/site/field.h"
#include "analysis/site/post.h"
#include "analysis/site/site.h"

namespace galley {

struct KnownEntry {
  std::string path;  // dotted
  const Field* field = nullptr;
  const Entry* entry = nullptr;
};

/// In the order of the text, entries of maps behind their own; those that could not be decoded are left out, and of a
/// key that stands twice the first.
std::vector<KnownEntry> knownEntries(const Site& site, const Post& post);

}  // namespace galley
