// The features over every post of real blogs: outlines nest, hovers say something of every picture, completion keeps
// its promises wherever the cursor stands, and every place survives the way to an editor and back.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>

#include "analysis/features/features.h"
#include "analysis/generators/all.h"
#include "analysis/site/site.h"
#include "server/disk.h"

namespace galley {
namespace {

const std::filesystem::path corpus = std::filesystem::path(GALLEY_REFERENCE_DIR) / "corpus";

/// Offsets that an editor's positions cannot lose, whatever it counts.
void checkPlace(const Text& text, Span span, const std::string& what) {
  ASSERT_LE(span.begin, span.end) << what;
  ASSERT_LE(span.end, text.size()) << what;
  for (const Encoding encoding : {Encoding::utf8, Encoding::utf16, Encoding::utf32})
    for (const std::size_t offset : {span.begin, span.end})
      ASSERT_EQ(text.offsetAt(text.positionAt(offset, encoding), encoding), offset) << what;
}

void checkOutline(const Text& text, const std::vector<Symbol>& symbols, Span within, const std::string& what) {
  std::size_t last = within.begin;
  for (const Symbol& symbol : symbols) {
    ASSERT_TRUE(within.contains(symbol.span)) << what << ": " << symbol.name;
    ASSERT_TRUE(symbol.span.contains(symbol.selection)) << what << ": " << symbol.name;
    ASSERT_LE(last, symbol.span.begin) << what << ": " << symbol.name;
    ASSERT_NE(symbol.name.find_first_not_of(" \t\r\n"), std::string::npos) << what;
    checkPlace(text, symbol.span, what);
    checkPlace(text, symbol.selection, what);
    last = symbol.span.end;
    checkOutline(text, symbol.children, symbol.span, what);
  }
}

std::size_t countOf(const std::vector<Symbol>& symbols) {
  std::size_t count = symbols.size();
  for (const Symbol& symbol : symbols) count += countOf(symbol.children);
  return count;
}

void checkCompletion(const View& view, const Post& post, std::size_t offset, const std::string& what) {
  for (const CompletionItem& item : completion(view, post, offset).items) {
    ASSERT_FALSE(item.label.empty()) << what;
    ASSERT_TRUE(item.edit.span.touches(offset)) << what << ": " << item.label;
    ASSERT_EQ(post.text.lineOf(item.edit.span.begin), post.text.lineOf(item.edit.span.end)) << what;
    ASSERT_TRUE(item.filterText.starts_with(post.text.slice(item.edit.span))) << what << ": " << item.label;
    checkPlace(post.text, item.edit.span, what);
  }
}

class RealBlogs : public testing::TestWithParam<std::string> {};

TEST_P(RealBlogs, EveryFeatureKeepsItsPromises) {
  if (std::string(GALLEY_REFERENCE_DIR).empty() || !std::filesystem::exists(corpus)) GTEST_SKIP() << "no real blogs";
  const auto files = server::filesBelow((corpus / GetParam()).string());
  const Generator& generator = *detect(*files).generator;
  const Site site = readSite(generator, *files);
  const View view{.site = site, .files = *files, .client = {}, .now = 0, .stop = {}};
  std::size_t posts = 0;
  for (const Path& path : postPaths(generator, site.config(), site.files())) {
    auto bytes = files->read(path);
    if (!bytes) continue;
    ++posts;
    const auto post = parsePost(path, Text(*std::move(bytes)), generator, site.config());
    const std::string what = GetParam() + "/" + path.str();
    const std::vector<Symbol> symbols = documentSymbols(view, *post);
    checkOutline(post->text, symbols, {0, post->text.size()}, what);
    EXPECT_EQ(countOf(symbols), post->markdown.headings.size()) << what;

    for (const Link& link : post->markdown.links) {
      if (!link.image) continue;
      const auto found = hover(view, *post, link.span.begin);
      ASSERT_TRUE(found) << what;
      ASSERT_FALSE(found->plain.empty()) << what;
      checkPlace(post->text, found->span, what);
    }
    // A cursor in each value of the front matter, at its beginning, middle and end.
    for (const Entry& entry : post->frontMatter.entries) {
      const Span value = entry.value.span;
      for (const std::size_t offset : {value.begin, value.begin + value.size() / 2, value.end}) {
        const Position cursor =
            post->text.positionAt(offset, Encoding::utf16);  // no editor stands inside of a character
        checkCompletion(view, *post, post->text.offsetAt(cursor, Encoding::utf16), what);
      }
    }
    if (HasFatalFailure()) return;
  }
  EXPECT_GT(posts, 0U);
}

std::vector<std::string> blogNames() {
  std::vector<std::string> names;
  if (std::string(GALLEY_REFERENCE_DIR).empty() || !std::filesystem::exists(corpus)) return {"none"};
  for (const auto& folder : std::filesystem::directory_iterator(corpus))
    if (folder.is_directory()) names.push_back(folder.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Corpus, RealBlogs, testing::ValuesIn(blogNames()), [](const auto& instance) {
  std::string name = instance.param;
  std::replace_if(
      name.begin(), name.end(), [](char letter) { return std::isalnum(static_cast<unsigned char>(letter)) == 0; }, '_');
  return name;
});

}  // namespace
}  // namespace galley
