// A value that the reader of the front matter takes for another type than the author means: `published: "false"` is
// true, `title: 1.10` is 1.1. Only what is certain: the type of a value is YAML's, what it does is the generator's.
// Not about dates (bad-date) nor values outside of an allowed set (bad-value).
#include <algorithm>
#include <array>
#include <string>

#include "analysis/rules/known_entries.h"
#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"
#include "analysis/text/unicode.h"

namespace galley {

static bool isOneOf(std::string_view text, std::span<const std::string_view> words) {
  return std::ranges::find(words, text) != words.end();
}

/// A word by which an author says no.
static bool saysNo(std::string_view text) {
  static constexpr std::array<std::string_view, 5> words{"false", "no", "off", "n", "0"};
  return isOneOf(folded(text), words);
}
static bool saysYes(std::string_view text) {
  static constexpr std::array<std::string_view, 5> words{"true", "yes", "on", "y", "1"};
  return isOneOf(folded(text), words);
}

static std::string_view nameOf(ScalarType type) {
  switch (type) {
    case ScalarType::boolean:
      return "true or false";
    case ScalarType::integer:
    case ScalarType::real:
      return "a number";
    case ScalarType::date:
      return "a date";
    default:
      return "text";
  }
}

/// A number that is written otherwise when it is shown: `1.10`, `010`, `12:30`, `1_000`, `1e3`.
static bool changesWhenRead(std::string_view number) {
  if (number.find_first_not_of("0123456789.-") != std::string_view::npos) return true;
  const std::string_view digits = number.starts_with('-') ? number.substr(1) : number;
  if (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') return true;
  return digits.find('.') != std::string_view::npos &&
         (digits.ends_with('0') || digits.ends_with('.') || digits.starts_with('.'));
}

/// A plain scalar that is not shown as it is written: YAML made something else of it.
static bool isChanged(const Value& value, ScalarType type) {
  if (type == ScalarType::boolean) return value.text != "true" && value.text != "false";
  return (type == ScalarType::integer || type == ScalarType::real) && changesWhenRead(value.text);
}

static Fix quote(const Value& value) {
  return {.title = "Quote the value", .safe = true, .edits = {{value.span, quoted(value.text)}}};
}

static void checkBoolean(const View& view, const Post& post, const KnownEntry& known, ScalarType type,
                         const Report& report) {
  const Value& value = known.entry->value;
  if (type == ScalarType::boolean || type == ScalarType::null || type == ScalarType::date) return;
  const bool no = saysNo(value.text);
  if (!no && (saysYes(value.text) || !known.field->seen || type != ScalarType::text)) return;
  const std::string_view becomes = consequenceOf(view.site.generator(), Breakage::stringForBoolean, post.kind);
  if (becomes.empty()) return;
  Finding finding{
      .span = value.span,
      .message =
          joined(code(known.path) + " wants true or false, and this is " + std::string(nameOf(type)) + ".", becomes),
      .help = no ? "Write `false` without quotes." : "Write `true` or `false`."};
  if (no) finding.fix = Fix{.title = "Write false without quotes", .safe = true, .edits = {{value.span, "false"}}};
  report(std::move(finding));
}

/// `title: no`, `title: 1.10`: not the text that the author sees.
static void checkText(const std::string& path, const Value& value, ScalarType type, const Report& report) {
  if (!isChanged(value, type) && !(type == ScalarType::boolean && value.text == "false")) return;
  report({.span = value.span,
          .message = code(path) + " wants text, and YAML reads " + code(value.text) + " as " +
                     std::string(nameOf(type)) + ": readers will not see what stands here.",
          .help = "Put it in quotes.",
          .fix = quote(value)});
}

/// Terms: a number or a boolean alone, as in `tags: 2024`, and items of a list that YAML changes.
static void checkTerms(const View& view, const KnownEntry& known, const Report& report) {
  const Generator& generator = view.site.generator();
  const Value& value = known.entry->value;
  for (const Value& item : value.items)
    if (const ScalarType type = typeOf(item, generator.yaml); isChanged(item, type))
      checkText(known.path, item, type, report);
  if (value.kind != Value::Kind::scalar) return;
  const ScalarType type = typeOf(value, generator.yaml);
  if (type != ScalarType::boolean && type != ScalarType::integer && type != ScalarType::real) return;
  // The generator's own field, not that of a theme, says what becomes of it.
  const auto own = std::ranges::find(generator.fields, known.path, &Field::key);
  if (own == generator.fields.end() || own->note.empty() || !has(own->type, FieldType::list)) return;
  report({.span = value.span,
          .message = joined(code(known.path) + " wants text or a list, and YAML reads " + code(value.text) + " as " +
                                std::string(nameOf(type)) + ".",
                            own->note),
          .help = "Put it in quotes.",
          .fix = quote(value)});
}

/// A list or map where neither belongs.
static void checkShape(const KnownEntry& known, const Report& report) {
  const Value& value = known.entry->value;
  const bool isList = value.kind == Value::Kind::list;
  // Template tags in a value are maps to YAML, and somebody's own pre-processor to us.
  if (!known.field->seen || (isList && value.items.size() == 1) ||
      has(known.field->type, isList ? FieldType::list : FieldType::map))
    return;
  report({.span = value.span,
          .message = code(known.path) + (isList ? " is a list here, and one value is wanted."
                                                : " is a map here, and one value is wanted."),
          .help = value.flow ? "Put it in quotes if it is text." : ""});
}

static bool isTaxonomy(const View& view, std::string_view path) {
  return std::ranges::any_of(view.site.generator().taxonomies,
                             [&](const Taxonomy& taxonomy) { return taxonomy.key == path; });
}

static void check(const View& view, const Post& post, const Report& report) {
  const YamlSchema schema = view.site.generator().yaml;
  for (const KnownEntry& known : knownEntries(view.site, post)) {
    const Value& value = known.entry->value;
    const FieldType type = known.field->type;
    if (isTaxonomy(view, known.path)) {
      checkTerms(view, known, report);
    } else if (value.kind == Value::Kind::list || value.kind == Value::Kind::map) {
      // bad-date says what it makes of a list.
      if (type != FieldType::any && !has(type, FieldType::date)) checkShape(known, report);
    } else if (value.kind == Value::Kind::scalar && !isSmartQuoted(value.text)) {
      const ScalarType scalar = typeOf(value, schema);
      if (type == FieldType::boolean) checkBoolean(view, post, known, scalar, report);
      if (type == FieldType::text) checkText(known.path, value, scalar, report);
    }
  }
}

extern constinit const Rule wrongType{
    .id = "wrong-type",
    .severity = Severity::warning,
    .scope = Scope::post,
    .says = "A value has another type than its key wants.",
    .why =
        "Quotes turn `false` into a text, and a text counts as true: the post that should be hidden is published. The "
        "other way round, what is not in quotes may be no text: YAML reads `1.10` as the number 1.1 and `no` as "
        "false, and a title of that kind is lost.",
    .example = R"(
@@ _posts/2024-03-04-hidden.md
---
title: Hidden
layout: post
published: "false"
           ^^^^^^^ wrong-type: `published` wants true or false
---
Text.
@@ _config.yml
title: A blog
@@ _layouts/post.html
)",
    .repaired = R"(---
title: Hidden
layout: post
published: false
---
Text.
)",
    .check = check,
};

}  // namespace galley
