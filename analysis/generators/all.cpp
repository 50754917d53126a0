// The ordered list, and who recognises a folder. The markers of generators without a sheet are here, so that their
// sites are plain and not taken for another's.
#include "analysis/generators/all.h"

#include <algorithm>

namespace galley {

extern const Generator jekyllSheet;

namespace {

constexpr const Generator* generators[] = {&jekyllSheet, &plain};

using Strength = Detected::Strength;

bool hasText(const Files& files, std::string_view path, std::string_view text) {
  const auto bytes = files.read(Path(path));
  return bytes && bytes->find(text) != std::string::npos;
}

bool has(const Files& files, std::initializer_list<std::string_view> paths) {
  return std::any_of(paths.begin(), paths.end(), [&](std::string_view path) { return files.exists(Path(path)); });
}

/// A generator that galley has no sheet for yet.
bool isAnother(const Files& files) {
  // Hugo and Zola
  if (has(files, {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"})) return true;
  if (has(files, {"config.toml", "config.yaml", "config.yml", "config.json"}) &&
      has(files, {"content", "archetypes", "layouts", "templates"}))
    return true;
  // Astro, Eleventy
  if (has(files, {"astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.cjs", "astro.config.mts",
                  "eleventy.config.js", "eleventy.config.mjs", "eleventy.config.cjs", "eleventy.config.ts",
                  ".eleventy.js", "pelicanconf.py", "publishconf.py"}))
    return true;
  if (hasText(files, "package.json", "\"astro\"") || hasText(files, "package.json", "\"@11ty/eleventy\"")) return true;
  // Hexo shares _config.yml with Jekyll.
  return has(files, {"_config.yml"}) &&
         (has(files, {"scaffolds", "source/_posts"}) || hasText(files, "package.json", "\"hexo\""));
}

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
  if (isAnother(files)) return {.generator = &unread, .strength = Strength::strong};
  for (const Generator* generator : generators) {
    const Strength strength = strengthOf(*generator, files);
    if (strength != Strength::none) return {.generator = generator, .strength = strength};
  }
  return {.generator = &plain, .strength = Strength::none};
}

}  // namespace galley
