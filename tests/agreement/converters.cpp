// See the header.
#include "tests/agreement/converters.h"

#include <cstdio>
#include <cstdlib>

namespace galley::agreement {
namespace {

constexpr Folding encoded{.percents = true};
constexpr Folding curly{.percents = true, .typography = true};

// Python is Debian's: another one does not find the packages.
const Converter rows[] = {
    {.generator = "jekyll",
     .name = "kramdown",
     .probe = "ruby -e 'require \"kramdown-parser-gfm\"'",
     .command = "ruby \"$here/../oracles/kramdown/read.rb\"",
     .floor = 100},
    {.generator = "hugo",
     .name = "goldmark",
     .probe = "hugo version && /usr/bin/python3 --version",
     .command = "/usr/bin/python3 \"$here/hugo.py\"",
     .folding = curly},
    {.generator = "pelican",
     .name = "Python-Markdown",
     .probe = "/usr/bin/python3 -c 'import markdown'",
     .command = "/usr/bin/python3 \"$here/python_markdown.py\""},
    {.generator = "astro",
     .name = "remark",
     .probe =
         "cd \"$here\" && node -e 'import(\"remark-gfm\")' && ls node_modules/remark-gfm && /usr/bin/python3 --version",
     .command = "node \"$here/npm.mjs\" remark",
     .folding = encoded},
    {.generator = "eleventy",
     .name = "markdown-it",
     .probe = "cd \"$here\" && ls node_modules/markdown-it && node --version && /usr/bin/python3 --version",
     .command = "node \"$here/npm.mjs\" markdown-it",
     .folding = encoded},
    {.generator = "hexo",
     .name = "marked",
     .probe = "cd \"$here\" && ls node_modules/marked && node --version && /usr/bin/python3 --version",
     .command = "node \"$here/npm.mjs\" marked",
     .folding = encoded},
    {.generator = "zola",
     .name = "pulldown-cmark",
     .probe = "pulldown-cmark --help && /usr/bin/python3 --version",
     .command = "/usr/bin/python3 \"$here/pulldown_cmark.py\"",
     .folding = encoded},
};

std::string inHere(const std::string& command) {
  return std::string("here=\"") + GALLEY_SOURCE_DIR + "/tests/agreement\"; " + command;
}

}  // namespace

std::span<const Converter> converters() { return rows; }

const Converter* converterOf(std::string_view folder) {
  for (const Converter& converter : rows)
    if (folder.substr(0, folder.find('-')) == converter.generator) return &converter;
  return nullptr;
}

bool isInstalled(const Converter& converter) {
  return std::system(inHere("(" + std::string(converter.probe) + ") >/dev/null 2>&1").c_str()) == 0;
}

std::optional<std::vector<nlohmann::json>> convert(const Converter& converter, const std::string& folder) {
  std::string command = "export here; cd \"" + folder + "\" && ls | xargs " + converter.command;
  if (converter.generator != "jekyll") command += " | /usr/bin/python3 \"$here/page.py\"";
  std::vector<nlohmann::json> lines;
  FILE* pipe = popen(inHere(command).c_str(), "r");
  if (pipe == nullptr) return std::nullopt;
  std::string line;
  for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) {
    if (c != '\n') {
      line += static_cast<char>(c);
      continue;
    }
    lines.push_back(nlohmann::json::parse(line));
    line.clear();
  }
  if (pclose(pipe) != 0) return std::nullopt;
  return lines;
}

}  // namespace galley::agreement
