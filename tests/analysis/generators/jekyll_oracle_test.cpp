// What Jekyll itself answered to small sites: tags, categories, titles, dates, addresses, images, and which posts come
// out bare. Cases that cannot agree are named, each with its reason.
#include <gtest/gtest.h>

#include <set>

#include "analysis/site/resolve.h"
#include "tests/support/oracle.h"

namespace galley::test {
namespace {

using nlohmann::json;

/// The page of a result that the case's post made, or null.
const json* findPage(const OracleCase& oracle) {
  const json& pages = oracle.result.at("pages");
  return pages.empty() ? nullptr : &pages.front();
}

/// The texts of a list of terms as Liquid prints them; what is no scalar is left out.
std::vector<std::string> namesOf(const json& list) {
  std::vector<std::string> names;
  for (const json& item : list) {
    if (item.is_string()) names.push_back(item.get<std::string>());
    if (item.is_number() || item.is_boolean()) names.push_back(item.dump());
  }
  return names;
}

std::vector<std::string> namesOf(const Facts& facts, std::string_view taxonomy) {
  std::vector<std::string> names;
  for (const Term& term : facts.terms)
    if (term.taxonomy == taxonomy) names.push_back(term.name);
  return names;
}

TEST(JekyllOracle, Terms) {
  // Jekyll adds to a category that is no text its text beside it, and an empty one for a null: no author means these.
  const std::set<std::string> oddities = {"t076", "t078", "t080", "t085", "t089", "t095", "t053", "t106", "t036"};
  std::size_t compared = 0;
  for (const OracleCase& oracle : readOracle("jekyll", "taxonomies")) {
    const json* page = findPage(oracle);
    ASSERT_NE(page, nullptr) << oracle.id;
    if (!page->at("laidOut").get<bool>() || oddities.contains(oracle.id)) continue;
    const OracleSite made(oracle);
    const Facts* facts = made.site.index().find(Path(oracle.path));
    ASSERT_NE(facts, nullptr);
    EXPECT_EQ(namesOf(*facts, "tags"), namesOf(page->at("data").at("tags"))) << oracle.id;
    EXPECT_EQ(namesOf(*facts, "categories"), namesOf(page->at("data").at("categories"))) << oracle.id;
    ++compared;
  }
  EXPECT_GT(compared, 80U);
}

/// True if galley says that the post comes out in a layout with its data.
bool isLaidOut(const OracleSite& made) {
  const Generator& generator = made.site.generator();
  if (generator.fateOf(*made.post, made.site.config()) != Fate::read) return false;
  const Facts* facts = made.site.index().find(made.post->path);
  const std::vector<std::string> names = generator.layoutsOf(made.site).names;
  return std::find(names.begin(), names.end(), facts->layout) != names.end();
}

TEST(JekyllOracle, BareOrLost) {
  for (const char* kind : {"bad-front-matter", "taxonomies"})
    for (const OracleCase& oracle : readOracle("jekyll", kind)) {
      const OracleSite made(oracle);
      const Fate fate = made.site.generator().fateOf(*made.post, made.site.config());
      const json* page = findPage(oracle);
      if (page == nullptr) {
        EXPECT_EQ(fate, Fate::fatal) << oracle.id;
        continue;
      }
      EXPECT_NE(fate, Fate::fatal) << oracle.id;
      EXPECT_EQ(isLaidOut(made), page->at("laidOut").get<bool>()) << oracle.id;
    }
}

TEST(JekyllOracle, TitlesAndDates) {
  std::size_t compared = 0;
  for (const char* kind : {"bad-front-matter", "urls"})
    for (const OracleCase& oracle : readOracle("jekyll", kind)) {
      const json* page = findPage(oracle);
      if (page == nullptr || !page->contains("data") || page->at("data").is_null()) continue;
      if (oracle.group == "collision") continue;  // one of two posts is lost, which one is no fact of either
      const json& data = page->at("data");
      const OracleSite made(oracle);
      // Posts in plain text and in extensions that are no Markdown: galley does not look at them.
      if (!made.site.generator().kindOf(Path(oracle.path), made.site.config())) continue;
      const Facts* facts = made.site.index().find(Path(oracle.path));
      ASSERT_NE(facts, nullptr) << oracle.id;
      const json& title = data.at("title");
      if (title.is_string()) {
        EXPECT_EQ(facts->title, title.get<std::string>()) << oracle.id;
      }
      if (title.is_number()) {
        EXPECT_EQ(facts->title, title.dump()) << oracle.id;
      }
      const json& date = data.at("date");
      if (!date.is_string() || date.get<std::string>().size() != 25 || facts->kind == PostKind::page) continue;
      // `2020-01-05 00:00:00 +0000` as `2020-01-05T00:00:00+00:00`.
      auto wanted = date.get<std::string>();
      wanted[10] = 'T';
      wanted.erase(19, 1);
      wanted.insert(22, ":");
      ASSERT_TRUE(facts->date) << oracle.id;
      EXPECT_EQ(isoOf(*facts->date), wanted) << oracle.id;
      ++compared;
    }
  EXPECT_GT(compared, 100U);
}

TEST(JekyllOracle, Addresses) {
  std::size_t compared = 0;
  for (const OracleCase& oracle : readOracle("jekyll", "urls")) {
    const json* page = findPage(oracle);
    if (page == nullptr || oracle.group == "collision") continue;
    const auto output = page->at("output").get<std::string>();
    const OracleSite made(oracle);
    if (made.site.generator().kindOf(Path(oracle.path), made.site.config()).value_or(PostKind::data) == PostKind::data)
      continue;
    const std::optional<PageUrl> url = made.site.generator().urlOf(*made.post, made.site.config());
    ASSERT_TRUE(url) << oracle.id;
    if (output.starts_with("TODAY")) {
      EXPECT_FALSE(url->certain) << oracle.id;
      continue;
    }
    // The file is `x/index.html` for `x/`, and `x.html` for `x`.
    std::string file = url->path.substr(1);
    if (file.empty() || file.ends_with('/')) file += "index.html";
    if (!file.ends_with(".html")) file += ".html";
    EXPECT_EQ(file, output) << oracle.id;
    ++compared;
  }
  EXPECT_GT(compared, 100U);
}

TEST(JekyllOracle, Images) {
  const std::set<std::string> different = {
      "l074",  // jekyll-relative-links does not see destinations in angle brackets
  };
  std::size_t compared = 0;
  for (const OracleCase& oracle : readOracle("jekyll", "links")) {
    const json* page = findPage(oracle);
    if (page == nullptr) continue;
    const OracleSite made(oracle);
    std::vector<const Link*> images;
    for (const Link& link : made.post->markdown.links)
      if (link.image) images.push_back(&link);
    std::vector<json> wanted;
    for (const json& link : page->at("links"))
      if (link.at("tag") == "img") wanted.push_back(link);
    EXPECT_EQ(images.size(), wanted.size()) << oracle.id;
    for (std::size_t i = 0; i < std::min(images.size(), wanted.size()); ++i) {
      if (wanted[i].at("exists").is_null() || different.contains(oracle.id)) continue;
      const Resolved resolved = findImage(made.site, *made.post, images[i]->destination);
      EXPECT_EQ(resolved.exists, wanted[i].at("exists").get<bool>()) << oracle.id << " " << images[i]->destination;
      ++compared;
    }
  }
  EXPECT_GT(compared, 35U);
}

}  // namespace
}  // namespace galley::test
