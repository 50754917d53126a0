// Real blogs: which generator they are, which theme they have, and how many posts the real generator counts.
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "analysis/generators/all.h"
#include "analysis/site/resolve.h"
#include "analysis/site/site.h"

namespace galley::test {
namespace {

/// A folder on disk, for tests alone: what the server's own reader does with settings and limits.
class FolderFiles final : public Files {
 public:
  explicit FolderFiles(std::filesystem::path root) : root_(std::move(root)) {}

  [[nodiscard]] std::vector<FileInfo> list() const override {
    std::vector<FileInfo> all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root_))
      if (entry.is_regular_file())
        all.push_back({.path = Path(std::filesystem::relative(entry.path(), root_).string()),
                       .size = entry.file_size(),
                       .modified = 0});
    std::ranges::sort(all, {}, &FileInfo::path);
    return all;
  }
  [[nodiscard]] std::optional<std::string> read(const Path& path) const override {
    std::ifstream in(root_ / path.str(), std::ios::binary);
    if (!in || std::filesystem::is_directory(root_ / path.str())) return std::nullopt;
    std::ostringstream text;
    text << in.rdbuf();
    return text.str();
  }
  [[nodiscard]] std::optional<std::string> head(const Path& path, std::size_t bytes) const override {
    auto all = read(path);
    if (all && all->size() > bytes) all->resize(bytes);
    return all;
  }
  [[nodiscard]] bool exists(const Path& path) const override { return std::filesystem::exists(root_ / path.str()); }

 private:
  std::filesystem::path root_;
};

const std::filesystem::path corpus = std::filesystem::path(GALLEY_REFERENCE_DIR) / "corpus";

bool hasCorpus() { return !std::string(GALLEY_REFERENCE_DIR).empty() && std::filesystem::exists(corpus); }

nlohmann::json readManifest() {
  std::ifstream in(corpus / "manifest.json");
  return nlohmann::json::parse(in);
}

TEST(RealSites, AreWhatTheyAre) {
  if (!hasCorpus()) GTEST_SKIP() << "no reference folder with real blogs";
  std::size_t count = 0;
  for (const auto& site : readManifest()) {
    const auto folder = site.at("folder").get<std::string>();
    const Detected detected = detect(FolderFiles(corpus / folder));
    const bool jekyll = site.at("generator") == "jekyll";
    EXPECT_EQ(detected.generator->name, jekyll ? "jekyll" : "plain") << folder;
    if (jekyll) {
      EXPECT_EQ(detected.strength, Detected::Strength::strong) << folder;
    }
    ++count;
  }
  EXPECT_EQ(count, 24U);
}

TEST(RealSites, HaveThePostsThatTheGeneratorCounts) {
  if (!hasCorpus()) GTEST_SKIP() << "no reference folder with real blogs";
  std::size_t sites = 0;
  for (const auto& row : readManifest()) {
    if (row.at("generator") != "jekyll") continue;
    const auto folder = row.at("folder").get<std::string>();
    const FolderFiles files(corpus / folder);
    const Site site = readSite(*detect(files).generator, files);
    std::size_t posts = 0;
    for (const Facts* facts : site.index().all()) {
      if (facts->kind != PostKind::post) continue;
      const auto text = files.read(facts->path).value_or("");
      const auto post = parsePost(facts->path, Text(text), site.generator(), site.config());
      const Entry* published = post->frontMatter.find("published");
      if (published == nullptr || booleanOf(published->value, YamlSchema::psych) != false) ++posts;
    }
    EXPECT_EQ(posts, row.at("counts").at("posts").get<std::size_t>()) << folder;
    ++sites;
  }
  EXPECT_EQ(sites, 6U);
}

TEST(RealSites, HaveTheirThemes) {
  if (!hasCorpus()) GTEST_SKIP() << "no reference folder with real blogs";
  const std::map<std::string, std::string> themes = {{"jekyll-jerife", "beautiful-jekyll"},
                                                     {"jekyll-ansohxxn", "minimal-mistakes"},
                                                     {"jekyll-yanghs6", "chirpy"},
                                                     {"jekyll-ruby-lang", ""},
                                                     {"jekyll-artsy", ""},
                                                     {"jekyll-docs", ""}};
  for (const auto& [folder, name] : themes) {
    const FolderFiles files(corpus / folder);
    const Site site(*detect(files).generator, files);
    EXPECT_EQ(site.theme() == nullptr ? "" : std::string(site.theme()->name), name) << folder;
  }
}

/// The tags of a site as many distinct names as the manifest counts.
TEST(RealSites, HaveTheTermsThatTheirAuthorsWrote) {
  if (!hasCorpus()) GTEST_SKIP() << "no reference folder with real blogs";
  for (const auto& row : readManifest()) {
    if (row.at("generator") != "jekyll") continue;
    const auto folder = row.at("folder").get<std::string>();
    const FolderFiles files(corpus / folder);
    const Site site = readSite(*detect(files).generator, files);
    EXPECT_EQ(site.index().terms("tags").size(), row.at("counts").at("distinctTags").get<std::size_t>()) << folder;
    // Names of folders are not in the manifest's count.
    EXPECT_GE(site.index().terms("categories").size(), row.at("counts").at("distinctCategories").get<std::size_t>())
        << folder;
  }
}

/// Places that people looked at: a picture that is missing, or one that only looks so.
TEST(RealSites, MissAndHaveThePicturesThatPeopleSay) {
  if (!hasCorpus()) GTEST_SKIP() << "no reference folder with real blogs";
  std::ifstream in(corpus / "labelled.json");
  const auto labels = nlohmann::json::parse(in);
  std::size_t compared = 0;
  for (const auto& row : readManifest()) {
    if (row.at("generator") != "jekyll") continue;
    const auto folder = row.at("folder").get<std::string>();
    std::optional<Site> site;
    for (const auto& label : labels) {
      if (label.at("site") != folder || label.at("rule") != "missing-image") continue;
      const FolderFiles files(corpus / folder);
      if (!site) site = readSite(*detect(files).generator, files);
      const Path path(label.at("file").get<std::string>());
      const auto post = parsePost(path, Text(files.read(path).value_or("")), site->generator(), site->config());
      bool missing = false;
      for (const Link& link : post->markdown.links) {
        const std::size_t line = post->text.lineOf(link.span.begin) + 1;
        if (!link.image || line != label.at("line").get<std::size_t>()) continue;
        const Resolved resolved = findImage(*site, *post, link.destination);
        missing = missing || (resolved.target.kind == Target::Kind::local && !resolved.exists && resolved.certain);
      }
      EXPECT_EQ(missing, label.at("mistake").get<bool>()) << folder << " " << path.str() << ":" << label.at("line");
      ++compared;
    }
  }
  EXPECT_GT(compared, 0U);
}

}  // namespace
}  // namespace galley::test
