// Real blogs, where the reference folder is there: whatever their authors wrote, galley answers; it says nothing of
// what only looks like a mistake, and finds the mistakes that people found by hand.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "analysis/features/features.h"
#include "analysis/generators/all.h"
#include "analysis/rules/all.h"
#include "server/disk.h"
#include "tests/support/picture.h"

namespace galley::test {

namespace {

const std::string corpus = std::string(GALLEY_REFERENCE_DIR).empty() ? "" : GALLEY_REFERENCE_DIR "/corpus/";

struct Place {
  std::string site, file;
  std::size_t line = 0;  // 1-based
  std::string rule;
  friend auto operator<=>(const Place&, const Place&) = default;
};

std::ostream& operator<<(std::ostream& to, const Place& place) {
  return to << place.site << "/" << place.file << ":" << place.line << ": " << place.rule;
}

/// Every finding of one site.
std::set<Place> findingsOf(const std::string& name) {
  const auto files = server::filesBelow(corpus + name);
  const Generator& generator = *detect(*files).generator;
  const Site site = readSite(generator, *files);
  const View view{.site = site, .files = *files, .client = {}, .now = pictureNow, .stop = {}};
  std::set<Place> places;
  for (const Path& path : postPaths(generator, site.config(), site.files())) {
    const auto post = parsePost(path, Text(files->read(path).value_or("")), generator, site.config());
    for (const Finding& finding : findings(view, *post))
      places.insert({name, path.str(), post->text.lineOf(finding.span.begin) + 1, std::string(finding.rule->id)});
  }
  return places;
}

/// What people found in all sites by hand, as far as galley has the rule, and what galley found.
struct Blogs {
  std::set<Place> mistakes, traps, found;
};

Blogs readBlogs() {
  Blogs blogs;
  std::ifstream labels(corpus + "labelled.json");
  std::ifstream manifest(corpus + "manifest.json");
  if (corpus.empty() || !labels || !manifest) return blogs;
  for (const auto& label : nlohmann::json::parse(labels)) {
    const Place place{label["site"], label["file"], label["line"], label["rule"]};
    if (findRule(place.rule) != nullptr) (label["mistake"].get<bool>() ? blogs.mistakes : blogs.traps).insert(place);
  }
  for (const auto& site : nlohmann::json::parse(manifest)) blogs.found.merge(findingsOf(site["folder"]));
  return blogs;
}

bool isJekyll(const Place& place) { return place.site.starts_with("jekyll-"); }

class BlogsOfTheCorpus : public ::testing::Test {
 protected:
  void SetUp() override {
    if (blogs().traps.empty()) GTEST_SKIP() << "needs the reference folder (GALLEY_REFERENCE)";
  }
  static const Blogs& blogs() {
    static const Blogs all = readBlogs();
    return all;
  }
};

TEST_F(BlogsOfTheCorpus, TrapsAreNotFlagged) {
  for (const Place& trap : blogs().traps) EXPECT_FALSE(blogs().found.contains(trap)) << trap;
}

TEST_F(BlogsOfTheCorpus, MistakesOfJekyllSitesAreFound) {
  std::map<std::string, std::pair<int, int>> recall;  // found, labelled
  for (const Place& mistake : blogs().mistakes) {
    if (!isJekyll(mistake)) continue;
    const bool isFound = blogs().found.contains(mistake);
    recall[mistake.rule].first += isFound ? 1 : 0;
    recall[mistake.rule].second += 1;
    EXPECT_TRUE(isFound) << "missed: " << mistake;
  }
  ASSERT_FALSE(recall.empty());
  for (const auto& [rule, counts] : recall)
    std::cout << rule << ": " << counts.first << " of " << counts.second << "\n";
}

TEST_F(BlogsOfTheCorpus, NothingIsSaidOfSitesWithoutASheet) {
  for (const Place& place : blogs().found) EXPECT_TRUE(isJekyll(place)) << place;
}

}  // namespace

}  // namespace galley::test
