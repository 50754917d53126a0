// Tags, categories and the title of a post, as Jekyll's Document reads them.
#include <algorithm>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/generators/jekyll/ruby_value.h"

namespace galley::jekyll {
namespace {

/// A value with a place: defaults of the configuration have none in the post.
struct Found {
  const Value* value = nullptr;
  bool own = false;
};

Found find(const Post& post, const Config& config, std::string_view key) {
  return {.value = findValue(post, config, key), .own = post.frontMatter.find(key) != nullptr};
}

class Terms {
 public:
  Terms(std::string_view taxonomy, std::vector<Term>& terms) : taxonomy_(taxonomy), terms_(terms) {}

  void add(std::string name, Span span) {
    if (!name.empty()) terms_.push_back({.taxonomy = std::string(taxonomy_), .name = std::move(name), .span = span});
  }

  /// Lists are flattened, at any depth that an author writes.
  void addFlat(const Found& found, const Value& value) {
    for (const Value& item : value.items) addFlat(found, item);
    if (value.kind == Value::Kind::scalar && typeOf(value, YamlSchema::psych) != ScalarType::null)
      add(rubyTextOf(value), found.own ? value.span : Span{});
  }

  /// The words of a text, split at blanks; each with its own place where the text stands as it is written.
  void addWords(const Post& post, const Found& found) {
    const std::string& text = found.value->text;
    const std::string_view written = found.own ? post.text.slice(found.value->span) : std::string_view{};
    const std::size_t shift = written.find(text);
    constexpr std::string_view blanks = " \t\r\n\f\v";
    for (std::size_t at = text.find_first_not_of(blanks); at != std::string::npos;) {
      const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
      Span span = found.own ? found.value->span : Span{};
      if (found.own && shift != std::string_view::npos) {
        const std::size_t base = found.value->span.begin + shift;
        span = {.begin = base + at, .end = base + end};
      }
      add(text.substr(at, end - at), span);
      at = text.find_first_not_of(blanks, end);
    }
  }

  /// A plural key: a text is split, a list is taken as it is, anything else is nothing.
  void addPlural(const Post& post, const Found& found) {
    if (found.value == nullptr) return;
    if (found.value->kind == Value::Kind::list) addFlat(found, *found.value);
    if (found.value->kind != Value::Kind::scalar) return;
    const ScalarType type = typeOf(*found.value, YamlSchema::psych);
    if (type == ScalarType::text) addWords(post, found);
  }

  /// Keywords are no terms of Jekyll's own: themes write them into the page's head as they stand, a list or `a, b`.
  void addBetweenCommas(const Found& found) {
    if (found.value == nullptr) return;
    if (found.value->kind != Value::Kind::scalar) return addFlat(found, *found.value);
    const std::string& text = found.value->text;
    constexpr std::string_view blanks = " \t\n";
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(',', at), text.size());
      const std::size_t first = text.find_first_not_of(blanks, at);
      if (first < end) {
        const std::size_t last = text.find_last_not_of(blanks, end - 1);
        add(text.substr(first, last + 1 - first), found.own ? found.value->span : Span{});
      }
      at = end + 1;
    }
  }

  /// A singular key: a text is one term. False where it says nothing.
  bool addSingular(const Found& found) {
    if (found.value == nullptr || isFalsy(*found.value)) return false;
    addFlat(found, *found.value);
    return true;
  }

 private:
  std::string_view taxonomy_;
  std::vector<Term>& terms_;
};

bool hasTerms(PostKind kind) { return kind == PostKind::post || kind == PostKind::draft || kind == PostKind::document; }

std::string capitalized(std::string word) {
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool upper = word[i] >= 'A' && word[i] <= 'Z';
    const bool small = word[i] >= 'a' && word[i] <= 'z';
    if (i == 0 && small) word[i] = static_cast<char>(word[i] - 'a' + 'A');
    if (i > 0 && upper) word[i] = static_cast<char>(word[i] - 'A' + 'a');
  }
  return word;
}

/// `my-first-post` as `My First Post`.
std::string titleOfSlug(std::string_view slug) {
  while (slug.ends_with('-')) slug.remove_suffix(1);
  std::string title;
  for (std::size_t begin = 0; begin <= slug.size();) {
    const std::size_t end = std::min(slug.find('-', begin), slug.size());
    if (begin > 0) title += ' ';
    title += capitalized(std::string(slug.substr(begin, end - begin)));
    begin = end + 1;
  }
  return title;
}

}  // namespace

std::vector<Term> termsOf(const Post& post, const Config& config) {
  std::vector<Term> terms;
  if (post.kind == PostKind::data) return terms;
  Terms("keywords", terms).addBetweenCommas(find(post, config, "keywords"));
  if (!hasTerms(post.kind)) return terms;
  Terms tags("tags", terms);
  if (!tags.addSingular(find(post, config, "tag"))) tags.addPlural(post, find(post, config, "tags"));

  std::vector<Term> found;
  Terms categories("categories", found);
  for (const std::string_view folder : folderCategoriesOf(post.path, config)) categories.add(std::string(folder), {});
  categories.addPlural(post, find(post, config, "categories"));
  categories.addSingular(find(post, config, "category"));
  // The same category twice is one.
  for (std::size_t i = 0; i < found.size(); ++i) {
    const auto isSame = [&](const Term& term) { return term.name == found[i].name; };
    if (std::none_of(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(i), isSame)) terms.push_back(found[i]);
  }
  return terms;
}

std::string titleOf(const Post& post, const Config& config) {
  if (const Value* title = findValue(post, config, "title"); title != nullptr && !isFalsy(*title))
    return title->kind == Value::Kind::scalar ? rubyTextOf(*title) : std::string(post.text.slice(title->span));
  if (!hasTerms(post.kind)) return {};
  return titleOfSlug(nameOf(post.path).slug);
}

}  // namespace galley::jekyll
