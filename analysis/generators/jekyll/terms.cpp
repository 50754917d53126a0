// Tags and categories as Jekyll's Document and Utils.pluralized_array_from_hash read them.
#include <algorithm>

#include "analysis/generators/jekyll/jekyll.h"

namespace galley::jekyll {
namespace {

struct Found {
  std::string name;
  Span span;
};

/// Lists in lists are one list; what is null goes.
void flatten(const Value& value, bool own, std::vector<Found>& to) {
  if (value.kind == Value::Kind::list) {
    for (const Value& item : value.items) flatten(item, own, to);
  } else if (value.kind == Value::Kind::scalar && typeOf(value, YamlSchema::psych) != ScalarType::null) {
    to.push_back({.name = value.text, .span = own ? value.span : Span{}});
  }
}

/// A plain string is several terms, split at blanks; a number, a boolean or a map is none.
void split(const Value& value, bool own, std::vector<Found>& to) {
  if (value.kind == Value::Kind::list) return flatten(value, own, to);
  if (value.kind != Value::Kind::scalar || typeOf(value, YamlSchema::psych) != ScalarType::text) return;
  const bool plain = own && value.style == ScalarStyle::plain && value.span.size() == value.text.size();
  const std::string& text = value.text;
  for (std::size_t at = 0; at < text.size();) {
    at = text.find_first_not_of(" \t\n", at);
    if (at == std::string::npos) break;
    const std::size_t end = std::min(text.find_first_of(" \t\n", at), text.size());
    to.push_back({.name = text.substr(at, end - at),
                  .span = plain ? Span{value.span.begin + at, value.span.begin + end} : (own ? value.span : Span{})});
    at = end;
  }
}

/// Keywords are no terms of Jekyll's own: themes write them into the page's head as they stand, a list or `a, b`.
void splitCommas(const Value& value, bool own, std::vector<Found>& to) {
  if (value.kind != Value::Kind::scalar) return flatten(value, own, to);
  const std::string& text = value.text;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find(',', at), text.size());
    const std::size_t first = text.find_first_not_of(" \t\n", at);
    if (first < end) {
      const std::size_t last = text.find_last_not_of(" \t\n", end - 1);
      to.push_back({.name = text.substr(first, last + 1 - first), .span = own ? value.span : Span{}});
    }
    at = end + 1;
  }
}

/// `singular` if it is there and says something, else `plural`.
std::vector<Found> termsAt(const Post& post, const Config& config, std::string_view singular, std::string_view plural) {
  std::vector<Found> found;
  const auto isOwn = [&](std::string_view key) { return post.frontMatter.find(key) != nullptr; };
  if (const Value* one = findValue(post, config, singular)) flatten(*one, isOwn(singular), found);
  if (!found.empty()) return found;
  if (const Value* many = findValue(post, config, plural)) split(*many, isOwn(plural), found);
  return found;
}

void add(std::vector<Term>& terms, std::string_view taxonomy, const std::string& name, Span span) {
  const bool known = std::any_of(terms.begin(), terms.end(),
                                 [&](const Term& term) { return term.taxonomy == taxonomy && term.name == name; });
  if (!known && !name.empty()) terms.push_back({.taxonomy = std::string(taxonomy), .name = name, .span = span});
}

}  // namespace

std::vector<Term> termsOf(const Post& post, const Config& config) {
  std::vector<Term> terms;
  if (post.kind == PostKind::data || !post.frontMatter.readable()) {
    if (post.kind == PostKind::data) return terms;
  }
  for (const Found& tag : termsAt(post, config, "tag", "tags")) add(terms, "tags", tag.name, tag.span);
  if (const Value* keywords = findValue(post, config, "keywords")) {
    std::vector<Found> found;
    splitCommas(*keywords, post.frontMatter.find("keywords") != nullptr, found);
    for (const Found& keyword : found) add(terms, "keywords", keyword.name, keyword.span);
  }
  if (post.kind != PostKind::post && post.kind != PostKind::draft && post.kind != PostKind::document) {
    for (const Found& one : termsAt(post, config, "category", "categories"))
      add(terms, "categories", one.name, one.span);
    return terms;
  }
  for (const std::string& folder : folderCategoriesOf(post.path)) add(terms, "categories", folder, {});
  // `category` counts beside `categories`.
  if (const Value* one = findValue(post, config, "category")) {
    std::vector<Found> found;
    flatten(*one, post.frontMatter.find("category") != nullptr, found);
    for (const Found& category : found) add(terms, "categories", category.name, category.span);
  }
  if (const Value* many = findValue(post, config, "categories")) {
    std::vector<Found> found;
    split(*many, post.frontMatter.find("categories") != nullptr, found);
    for (const Found& category : found) add(terms, "categories", category.name, category.span);
  }
  return terms;
}

}  // namespace galley::jekyll
