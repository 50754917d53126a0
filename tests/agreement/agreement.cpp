// galley beside the converters of the site generators, on every Markdown file of real sites: which headings, links and
// images does the converter make, and which does galley find? One line a site, then what they differ in.
//   galley_agreement [--differences] FOLDER [SITE…]     FOLDER holds a folder a site, named `generator-…` or
//   `generator`
//   galley_agreement --record     writes down what each converter makes of the examples of the specifications
// Ends with 1 where a site agrees in less than it must, 77 where none could be measured, 2 where it is called wrongly.
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "analysis/generators/all.h"
#include "analysis/site/post.h"
#include "analysis/syntax/markdown/mask.h"
#include "server/disk.h"
#include "tests/agreement/converters.h"
#include "tests/agreement/examples.h"

namespace galley::agreement {
namespace {

namespace fs = std::filesystem;

enum class Outcome { agrees, differs, notMeasured };

struct Class {
  std::size_t count = 0;
  std::string example;
};

std::string bytesOf(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// A post of a site, and how its generator's sheet says that it is read.
struct Source {
  std::string path;
  std::string name;  // of the file that both sides read
  const Dialect* dialect = nullptr;
};

/// Writes what both sides read: the posts without front matter, their template tags overwritten.
std::vector<Source> writeMasked(const fs::path& site, const fs::path& folder) {
  const auto files = server::filesBelow(fs::absolute(site).string());
  const Generator& generator = *detect(*files).generator;
  const Config config = generator.configOf(*files);
  std::vector<Source> sources;
  fs::create_directories(folder);
  for (const FileInfo& file : files->list()) {
    const std::string extension(file.path.extension());
    const auto bytes = files->read(file.path);
    if (std::find(generator.extensions.begin(), generator.extensions.end(), extension) == generator.extensions.end() ||
        !bytes)
      continue;
    const auto post = parsePost(file.path, Text(*bytes), generator, config, Depth::frontMatterOnly);
    const TemplateSyntax& templates =
        generator.templatesOf != nullptr ? *generator.templatesOf(*post, config) : *generator.templates;
    char number[24];
    std::snprintf(number, sizeof number, "%06zu", sources.size());
    sources.push_back({file.path.str(), number + extension,
                       generator.dialectOf != nullptr ? generator.dialectOf(*post, config) : generator.dialect});
    std::ofstream(folder / sources.back().name, std::ios::binary)
        << maskBody(post->text.bytes(), post->body, templates);
  }
  return sources;
}

Outcome measure(const fs::path& site, bool all) {
  const std::string name = site.filename();
  const Converter* converter = converterOf(name);
  if (converter == nullptr) return Outcome::notMeasured;
  std::printf("%-18s %-15s ", name.c_str(), std::string(converter->name).c_str());
  if (!isInstalled(*converter)) {
    std::printf("not measured: it is not installed\n");
    return Outcome::notMeasured;
  }
  const fs::path scratch = fs::temp_directory_path() / ("galley-agreement-" + std::to_string(getpid()));
  const std::vector<Source> sources = writeMasked(site, scratch);
  const auto rows = convert(*converter, scratch);
  if (!rows || rows->size() != sources.size()) {
    std::printf("the converter failed\n");
    fs::remove_all(scratch);
    return Outcome::differs;
  }
  std::map<std::string, std::size_t> found;
  std::map<std::string, std::size_t> equal;
  std::map<std::string, Class> classes;
  std::vector<std::string> differences;
  std::size_t unordered = 0;
  std::size_t unproven = 0;
  std::string unprovenIn;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const std::string text = bytesOf(scratch / sources[i].name);
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, *sources[i].dialect, noTemplates);
    unproven += markdown.unproven;
    if (markdown.unproven > 0) unprovenIn = sources[i].path;
    const Comparison comparison =
        compare(constructsOf((*rows)[i], converter->folding), constructsOf(markdown, converter->folding), text);
    for (const auto& [kind, count] : comparison.all) found[kind] += count;
    for (const auto& [kind, count] : comparison.equal) equal[kind] += count;
    if (comparison.differences.empty() && !comparison.ordered) ++unordered;
    for (const Difference& difference : comparison.differences) {
      Class& same = classes[difference.kind];
      const std::string place = sources[i].path + ": " + difference.example;
      if (same.count++ == 0) same.example = place;
      if (all) differences.push_back(difference.kind + ": " + place);
    }
  }
  fs::remove_all(scratch);
  std::size_t total = 0;
  std::size_t agreeing = 0;
  std::printf("%5zu posts", sources.size());
  for (const char* kind : {"headings", "links", "images"}) {
    std::printf("  %s %zu of %zu", kind, equal[kind], found[kind]);
    total += found[kind];
    agreeing += equal[kind];
  }
  const double percent = total == 0 ? 100 : 100 * static_cast<double>(agreeing) / static_cast<double>(total);
  const bool enough = percent >= converter->floor;
  std::printf("  %.2f %%%s\n", percent, enough ? "" : "  TOO LITTLE");
  for (const auto& [kind, same] : classes)
    std::printf("    %zu × %s\n        %s\n", same.count, kind.c_str(), same.example.c_str());
  if (unordered > 0)
    std::printf("    %zu posts agree, but in another order (notes stand at the end of a page)\n", unordered);
  if (unproven > 0)
    std::printf("    %zu constructs of galley are unproven\n        %s\n", unproven, unprovenIn.c_str());
  for (const std::string& difference : differences) std::printf("    %s\n", difference.c_str());
  std::fflush(stdout);
  return enough ? Outcome::agrees : Outcome::differs;
}

/// Writes down what each converter makes of the examples; false where one that is installed fails.
bool record() {
  bool written = true;
  for (const Converter& converter : converters()) {
    const std::string name(converter.name);
    if (!isInstalled(converter)) {
      std::printf("%s is not installed\n", name.c_str());
    } else if (!recordExamples(converter)) {
      std::printf("%s failed\n", name.c_str());
      written = false;
    }
  }
  return written;
}

}  // namespace
}  // namespace galley::agreement

int main(int count, char** arguments) {
  namespace fs = std::filesystem;
  using galley::agreement::Outcome;
  std::vector<std::string> names(arguments + 1, arguments + count);
  if (names == std::vector<std::string>{"--record"}) return galley::agreement::record() ? 0 : 1;
  const auto flag = std::find(names.begin(), names.end(), "--differences");
  const bool all = flag != names.end();
  if (all) names.erase(flag);
  if (names.empty() || !fs::is_directory(names[0])) {
    std::fprintf(stderr, "usage: galley_agreement [--differences] FOLDER [SITE...] | --record\n");
    return 2;
  }
  const auto isWanted = [&](const std::string& site) {
    return names.size() == 1 || std::any_of(names.begin() + 1, names.end(), [&](const std::string& name) {
             return site == name || site.substr(0, site.find('-')) == name;
           });
  };
  std::vector<fs::path> sites;
  for (const auto& entry : fs::directory_iterator(names[0]))
    if (entry.is_directory() && isWanted(entry.path().filename())) sites.push_back(entry.path());
  std::sort(sites.begin(), sites.end());
  bool measured = false;
  bool agrees = true;
  for (const fs::path& site : sites) {
    const Outcome outcome = galley::agreement::measure(site, all);
    measured = measured || outcome != Outcome::notMeasured;
    agrees = agrees && outcome != Outcome::differs;
  }
  return !agrees ? 1 : measured ? 0 : 77;
}
