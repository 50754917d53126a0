// The ordered list, and who recognises a folder. Those that are known by their markers alone are asked first, so that
// their sites are not taken for another's.
#include "analysis/generators/all.h"

#include "analysis/generators/unread.h"

namespace galley {

extern const Generator jekyllSheet;

namespace {

constexpr const Generator* generators[] = {&jekyllSheet, &plain};

using Strength = Detected::Strength;

Strength strengthOf(const Generator& generator, const Files& files) {
  Strength strength = Strength::none;
  for (const Marker& marker : generator.markers) {
    const Path path(marker.path);
    if (!files.exists(path) || (!marker.contains.empty() && !hasText(files, marker.path, marker.contains))) continue;
    if (marker.strong) return Strength::strong;
    strength = Strength::weak;
  }
  return strength;
}

}  // namespace

std::span<const Generator* const> allGenerators() { return generators; }

Detected detect(const Files& files) {
  if (const Generator* unread = unreadGeneratorOf(files)) return {.generator = unread, .strength = Strength::strong};
  for (const Generator* generator : generators) {
    const Strength strength = strengthOf(*generator, files);
    if (strength != Strength::none) return {.generator = generator, .strength = strength};
  }
  return {.generator = &plain, .strength = Strength::none};
}

}  // namespace galley
