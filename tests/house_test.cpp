// The rules of the house, held by reading the sources: which room knows which, one door for each library, what no file
// may say. A rule that fails names the file.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <vector>

#include "analysis/generators/all.h"
#include "analysis/rules/all.h"

namespace galley::test {
namespace {

namespace fs = std::filesystem;

struct Source {
  std::string path;                   // from the root of the project
  std::string text;                   // as it is
  std::string words;                  // without comments and raw strings, which are examples for people
  std::string code;                   // without comments and the contents of strings
  std::vector<std::string> includes;  // as written, with their quotes or brackets
};

/// Moves behind the string literal that begins at `at`.
std::size_t behindString(const std::string& text, std::size_t at) {
  if (at > 0 && text[at - 1] == 'R') {
    const std::size_t open = text.find('(', at);
    const std::string close = ')' + text.substr(at + 1, open - at - 1) + '"';
    return std::min(text.find(close, open), text.size() - close.size()) + close.size();
  }
  const char quote = text[at++];
  while (at < text.size() && text[at] != quote) at += text[at] == '\\' ? 2U : 1U;
  return at + 1;
}

Source parsed(std::string path, std::string text) {
  Source source{.path = std::move(path), .text = std::move(text), .words = {}, .code = {}, .includes = {}};
  const std::string& all = source.text;
  for (std::size_t at = 0; at < all.size();) {
    const bool isDigitSeparator = at > 0 && std::isxdigit(static_cast<unsigned char>(all[at - 1])) != 0;
    if (all.compare(at, 2, "//") == 0) {
      at = std::min(all.find('\n', at), all.size());
    } else if (all[at] == '"' || (all[at] == '\'' && !isDigitSeparator)) {
      const std::size_t end = behindString(all, at);
      if (at == 0 || all[at - 1] != 'R') source.words += all.substr(at, end - at);
      source.code += "\"\"";
      at = end;
    } else {
      source.words += all[at];
      source.code += all[at++];
    }
  }
  constexpr std::string_view include = "\n#include ";
  for (std::size_t at = all.find(include); at != std::string::npos; at = all.find(include, at + 1)) {
    const std::size_t begin = at + include.size();
    source.includes.push_back(all.substr(begin, all.find_first_of(" \n", begin) - begin));
  }
  return source;
}

const std::vector<Source>& sources() {
  static const std::vector<Source> all = [] {
    std::vector<Source> found;
    for (const char* room : {"protocol", "analysis", "server"}) {
      for (const auto& entry : fs::recursive_directory_iterator(fs::path(GALLEY_SOURCE_DIR) / room)) {
        if (entry.path().extension() != ".h" && entry.path().extension() != ".cpp") continue;
        std::ifstream file(entry.path(), std::ios::binary);
        found.push_back(parsed(entry.path().lexically_relative(GALLEY_SOURCE_DIR).string(),
                               std::string{std::istreambuf_iterator<char>(file), {}}));
      }
    }
    return found;
  }();
  return all;
}

bool startsWithAny(std::string_view text, const std::vector<std::string>& beginnings) {
  return std::ranges::any_of(beginnings, [&](const std::string& beginning) { return text.starts_with(beginning); });
}

std::string lowered(std::string text) {
  std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

TEST(House, RoomsPointOneWay) {
  // What a folder may include of ours: the longest prefix of a file's path decides.
  const std::map<std::string, std::vector<std::string>> mayInclude{
      {"protocol/", {"protocol/"}},
      {"analysis/text/", {"analysis/text/"}},
      {"analysis/syntax/", {"analysis/text/", "analysis/syntax/"}},
      {"analysis/site/", {"analysis/text/", "analysis/syntax/", "analysis/site/"}},
      {"analysis/links/", {"analysis/text/", "analysis/syntax/", "analysis/site/", "analysis/links/"}},
      {"analysis/rules/", {"analysis/text/", "analysis/syntax/", "analysis/site/", "analysis/rules/"}},
      {"analysis/features/",
       {"analysis/text/", "analysis/syntax/", "analysis/site/", "analysis/links/", "analysis/rules/",
        "analysis/features/"}},
      {"analysis/generators/",
       {"analysis/text/", "analysis/syntax/", "analysis/site/", "analysis/links/", "analysis/rules/",
        "analysis/generators/"}},
      {"server/", {"protocol/", "analysis/", "server/"}},
  };
  for (const Source& source : sources()) {
    const auto row = std::ranges::find_if(mayInclude, [&](const auto& r) { return source.path.starts_with(r.first); });
    ASSERT_NE(row, mayInclude.end()) << source.path << " is in no room";
    for (const std::string& include : source.includes)
      EXPECT_TRUE(include.starts_with('<') || startsWithAny(include.substr(1), row->second))
          << source.path << " includes " << include;
  }
}

TEST(House, GeneratorsAreKnownThroughOneHeader) {
  for (const Source& source : sources()) {
    if (source.path.starts_with("analysis/generators/")) continue;
    for (const std::string& include : source.includes)
      EXPECT_TRUE(!include.starts_with("\"analysis/generators/") || include == "\"analysis/generators/all.h\"")
          << source.path << " includes " << include;
  }
}

TEST(House, EachLibraryHasOneDoor) {
  const std::map<std::string, std::vector<std::string>> doors{
      {"<nlohmann/", {"protocol/json.", "analysis/syntax/json."}},
      {"<yaml-cpp/", {"analysis/syntax/yaml."}},
      {"<toml++/", {"analysis/syntax/toml."}},
      {"<md4c", {"analysis/syntax/markdown/events."}},
      {"<utf8proc", {"analysis/text/unicode."}},
      {"<boost/", {"server/asio.h"}},
      {"<spdlog/", {"server/log."}},
      {"<CLI/", {"server/main.cpp", "server/commands/"}},
      {"<regex>", {}},
      {"<mutex>", {"server/scheduler.", "server/stdio."}},
      {"<thread>", {"server/scheduler.", "server/stdio.", "server/commands/lsp.cpp"}},
      {"<iostream>", {"server/commands/"}},
      {"<fstream>", {"server/commands/", "server/disk."}},
      {"<filesystem>", {"server/commands/", "server/disk.", "server/main.cpp"}},
  };
  for (const Source& source : sources())
    for (const std::string& include : source.includes)
      for (const auto& [library, door] : doors)
        EXPECT_TRUE(!include.starts_with(library) || startsWithAny(source.path, door))
            << source.path << " includes " << include;
}

TEST(House, NoFileSaysWhatIsRefused) {
  const std::map<std::string, std::vector<std::string>> refused{
      {"std::mutex", {"server/scheduler.", "server/stdio."}},
      {"std::thread", {"server/scheduler.", "server/stdio.", "server/commands/lsp.cpp"}},
      {"std::jthread", {}},
      {"std::async", {}},
      {"std::regex", {}},
      {" new ", {}},
      {"=new ", {}},
      {"malloc(", {}},
      {"getenv", {"server/main.cpp"}},
      {"system_clock", {"server/main.cpp", "server/workspace."}},
      {"std::cout", {}},
      {"std::system(", {}},
      {"popen", {}},
      {"execv", {}},
      {"connect(", {}},
  };
  for (const Source& source : sources())
    for (const auto& [word, allowed] : refused)
      EXPECT_TRUE(startsWithAny(source.path, allowed) || source.code.find(word) == std::string::npos)
          << source.path << " says " << word;
}

TEST(House, StaticsDoNotChange) {
  for (const Source& source : sources()) {
    for (std::size_t at = source.code.find("  static "); at != std::string::npos;
         at = source.code.find("  static ", at + 1)) {
      const std::string line = source.code.substr(at, source.code.find('\n', at) - at);
      const bool isFunction = line.find('(') < line.find_first_of("={;");
      EXPECT_TRUE(isFunction || line.find("const") != std::string::npos) << source.path << ": " << line;
    }
  }
}

TEST(House, NoGeneratorOrThemeIsNamedOutsideOfItsRoom) {
  const std::vector<std::string> names{"jekyll", "hugo",    "astro",  "eleventy", "hexo",
                                       "zola",   "pelican", "chirpy", "minima",   "minimal-mistakes"};
  for (const Source& source : sources()) {
    if (source.path.starts_with("analysis/generators/")) continue;
    const std::string words = lowered(source.words);
    for (const std::string& name : names) {
      for (std::size_t at = words.find(name); at != std::string::npos; at = words.find(name, at + 1)) {
        // `hexOf` and `minimal` are other words.
        const bool goesOn = std::islower(static_cast<unsigned char>(source.words[at + name.size()])) != 0;
        EXPECT_TRUE(goesOn) << source.path << " names " << name;
      }
    }
  }
}

TEST(House, EveryFileOpensWithItsPromise) {
  for (const Source& source : sources()) {
    const std::string first = source.text.substr(0, source.text.find('\n'));
    EXPECT_TRUE(first.starts_with("// ")) << source.path;
    const bool hasHeader = source.path.ends_with(".cpp") &&
                           fs::exists(fs::path(GALLEY_SOURCE_DIR) / fs::path(source.path).replace_extension(".h"));
    EXPECT_TRUE(first.size() >= 30 || (hasHeader && first.starts_with("// See the header")))
        << source.path << ": " << first;
    EXPECT_TRUE(!source.path.ends_with(".h") || source.text.find("\n#pragma once\n") != std::string::npos)
        << source.path;
  }
}

TEST(House, NamesSayWhatAThingIs) {
  for (const Source& source : sources()) {
    const std::string code = lowered(source.code + source.path);
    for (const char* name : {"utils", "manager", "helper", "handlerbase", "stuff"})
      EXPECT_EQ(code.find(name), std::string::npos) << source.path << " has a name with " << name;
    EXPECT_EQ(source.path, lowered(source.path));
  }
}

TEST(House, FeaturesDoNotIncludeEachOther) {
  const std::string folder = "analysis/features/";
  for (const Source& source : sources()) {
    if (!source.path.starts_with(folder)) continue;
    const std::string own = source.path.substr(0, source.path.rfind('.'));
    for (const std::string& include : source.includes) {
      if (!include.starts_with('"' + folder) || include == '"' + folder + "features.h\"") continue;
      // A feature that has its own folder, or pieces with its name in theirs, is made of several files.
      const std::string other = include.substr(1, include.rfind('.') - 1);
      const bool sameFolder = fs::path(own).parent_path() == fs::path(other).parent_path() &&
                              own.find('/', folder.size()) != std::string::npos;
      const bool isDoorOfFolder = other.starts_with(own + '/');
      const bool isPiece = other.ends_with('_' + fs::path(own).filename().string());
      EXPECT_TRUE(own == other || sameFolder || isDoorOfFolder || isPiece) << source.path << " includes " << include;
    }
  }
}

TEST(House, TablesAreSorted) {
  EXPECT_TRUE(std::ranges::is_sorted(allRules(), {}, &Rule::id));
  for (const Generator* generator : allGenerators()) {
    EXPECT_TRUE(std::ranges::is_sorted(generator->fields, {}, &Field::key)) << generator->name;
    for (const Theme* theme : generator->themes)
      EXPECT_TRUE(std::ranges::is_sorted(theme->fields, {}, &Field::key)) << theme->name;
  }
}

TEST(House, NoFileKnowsTheMachineThatItWasWrittenOn) {
  const std::vector<std::string> places{std::string("/wo") + "rk/", std::string("/ro") + "ot/"};
  for (const auto& entry : fs::recursive_directory_iterator(GALLEY_SOURCE_DIR)) {
    const std::string path = entry.path().lexically_relative(GALLEY_SOURCE_DIR).string();
    if (!entry.is_regular_file() ||
        startsWithAny(path, {"build", ".git", "editors/vscode/node_modules", "tests/oracles"}))
      continue;
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    for (const std::string& place : places)
      EXPECT_EQ(text.find(place), std::string::npos) << path << " names " << place;
  }
}

}  // namespace
}  // namespace galley::test
