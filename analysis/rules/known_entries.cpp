// See the header.
#include "analysis/rules/known_entries.h"

#include <algorithm>

namespace galley {

namespace {

void collect(const Site& site, const std::vector<Entry>& entries, const std::string& prefix, int depth,
             std::vector<KnownEntry>& known) {
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const Entry& entry = entries[i];
    const bool again = std::any_of(entries.begin() + static_cast<std::ptrdiff_t>(i) + 1, entries.end(),
                                   [&](const Entry& later) { return later.key == entry.key; });
    if (!entry.readable || again) continue;
    const std::string path = prefix + entry.key;
    if (const Field* field = site.findField(path)) known.push_back({path, field, &entry});
    if (entry.value.kind == Value::Kind::map && depth < 4)
      collect(site, entry.value.entries, path + ".", depth + 1, known);
  }
}

}  // namespace

std::vector<KnownEntry> knownEntries(const Site& site, const Post& post) {
  std::vector<KnownEntry> known;
  collect(site, post.frontMatter.entries, "", 0, known);
  return known;
}

}  // namespace galley
