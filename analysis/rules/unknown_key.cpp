// A key that is most likely a misspelling of one that the generator or the theme knows. An author's own keys are no
// mistake, so all of this must come together: the key is unknown, a known one is very near, that one is missing in the
// post, the value would suit it, and the site's other posts do not use the key as it is.
#include <algorithm>
#include <string>
#include <vector>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"
#include "analysis/text/unicode.h"

namespace galley {

/// `tag` and `tags` are two keys as often as one misspelt.
static bool differsByPlural(std::string_view a, std::string_view b) {
  return a.size() + 1 == b.size() ? b.ends_with('s') && b.starts_with(a)
                                  : b.size() + 1 == a.size() && a.ends_with('s') && a.starts_with(b);
}

/// Slips of the finger keep the first letter, or swap it with the second.
static bool beginsAlike(std::string_view a, std::string_view b) {
  if (a.empty() || b.empty()) return false;
  return a[0] == b[0] || (a.size() > 1 && b.size() > 1 && a[0] == b[1] && a[1] == b[0]);
}

/// True if a field of this type could hold the value.
static bool suits(const Field& field, const Value& value, YamlSchema schema) {
  const FieldType type = field.type;
  if (type == FieldType::any || value.kind == Value::Kind::null) return true;
  if (value.kind == Value::Kind::list) return has(type, FieldType::list);
  if (value.kind == Value::Kind::map) return has(type, FieldType::map);
  switch (typeOf(value, schema)) {
    case ScalarType::boolean:
      return has(type, FieldType::boolean);
    case ScalarType::date:
      return has(type, FieldType::date);
    case ScalarType::integer:
    case ScalarType::real:
      return has(type, FieldType::integer) || has(type, FieldType::text);
    default:
      return has(type, FieldType::text) || has(type, FieldType::url) || has(type, FieldType::path) ||
             has(type, FieldType::list);
  }
}

static bool usesKey(const Facts& facts, std::string_view key) {
  return std::ranges::find(facts.keys, key) != facts.keys.end();
}

/// True if the site's other posts use the key, too, and not just once where all the others spell it as `meant`.
static bool isAuthorsOwn(const View& view, const Post& post, std::string_view key, std::string_view meant) {
  std::size_t uses = 0;
  std::size_t usesOfMeant = 0;
  for (const Facts* facts : view.site.index().all()) {
    stopHere(view);
    if (facts->path == post.path) continue;
    uses += usesKey(*facts, key) ? 1 : 0;
    usesOfMeant += usesKey(*facts, meant) ? 1 : 0;
  }
  return uses * 20 > usesOfMeant;
}

static const Field* findMisspelt(const View& view, const std::vector<Entry>& siblings, const Entry& entry,
                                 const std::string& prefix) {
  std::vector<std::string> names;
  for (const Field* field : view.site.fields()) {
    if (!field->key.starts_with(prefix)) continue;
    const std::string_view name = field->key.substr(prefix.size());
    if (name.empty() || name.find('.') != std::string_view::npos) continue;
    const bool there = std::ranges::any_of(siblings, [&](const Entry& other) { return other.key == name; });
    const bool alike =
        folded(entry.key) == folded(name) || (beginsAlike(entry.key, name) && !differsByPlural(entry.key, name));
    if (!there && alike && suits(*field, entry.value, view.site.generator().yaml)) names.emplace_back(name);
  }
  const std::string* meant = findMeant(entry.key, names);
  return meant == nullptr ? nullptr : view.site.findField(prefix + *meant);
}

static void checkEntries(const View& view, const Post& post, const std::vector<Entry>& entries,
                         const std::string& prefix, const Report& report) {
  for (const Entry& entry : entries) {
    const std::string path = prefix + entry.key;
    const bool isKnown = view.site.findField(path) != nullptr;
    if (entry.value.kind == Value::Kind::map && isKnown && prefix.size() < 200)
      checkEntries(view, post, entry.value.entries, path + ".", report);
    if (isKnown || !entry.readable) continue;
    const Field* field = findMisspelt(view, entries, entry, prefix);
    if (field == nullptr) continue;
    const std::string meant(field->key.substr(prefix.size()));
    if (prefix.empty() && isAuthorsOwn(view, post, entry.key, meant)) continue;
    const bool caseOnly = folded(entry.key) == folded(meant);
    report({.span = entry.keySpan,
            .message = caseOnly
                           ? "The key " + code(entry.key) +
                                 " has no effect: keys are case-sensitive, and the known one is " + code(meant) + "."
                           : "The key " + code(entry.key) + " is not known and has no effect.",
            .help = caseOnly ? "" : "Did you mean " + code(meant) + "?",
            .fix = Fix{.title = "Rename it to " + code(meant), .safe = false, .edits = {{entry.keySpan, meant}}}});
  }
}

static void check(const View& view, const Post& post, const Report& report) {
  checkEntries(view, post, post.frontMatter.entries, "", report);
}

extern constinit const Rule unknownKey{
    .id = "unknown-key",
    .severity = Severity::warning,
    .scope = Scope::site,
    .says = "A key of the front matter is misspelt.",
    .why =
        "No generator complains of a key that it does not know: it is there for your own templates. So a slip of the "
        "finger in `title` or `tags` costs the title or the tags, in silence. Your own keys are not reported: the "
        "name must be very near a known one that is missing in the post, and your other posts must not use it.",
    .example = R"(
@@ _posts/2024-03-03-snow.md
---
tilte: Snow
^^^^^ unknown-key: Did you mean `title`?
layout: post
mood: quiet
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Snow
layout: post
mood: quiet
---
Text.
)",
    .check = check,
};

}  // namespace galley
