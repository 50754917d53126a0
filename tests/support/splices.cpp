// See the header.
#include "tests/support/splices.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <tuple>
#include <vector>

#include "tests/analysis/syntax/front_matter_examples.h"

namespace galley::test {
namespace {

// rapidcheck reads it when the first property runs. What somebody has set stays.
[[maybe_unused]] const int seeded = setenv("RC_PARAMS", "seed=20240229 max_success=500", 0);

std::string contentOf(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every `step`th file below a folder whose name ends so, in the order of names.
std::vector<std::string> filesBelow(const std::filesystem::path& folder, std::string_view extension, std::size_t step) {
  std::vector<std::filesystem::path> paths;
  if (!std::filesystem::exists(folder)) return {};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().extension() == extension) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < paths.size(); i += step) texts.push_back(contentOf(paths[i]));
  return texts;
}

void addLines(std::vector<std::string>& lines, std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, end));
    text.remove_prefix(end);
  }
}

std::vector<std::string> readTextLines() {
  std::vector<std::string> lines;
  const auto oracle = nlohmann::json::parse(contentOf(GALLEY_SOURCE_DIR "/tests/oracles/commonmark.json"));
  for (const auto& row : oracle["examples"]) addLines(lines, row["markdown"].get<std::string>());
  for (const char* folder : {"/tests/blogs", "/tests/oracles/kramdown/posts"})
    for (const std::string& text : filesBelow(GALLEY_SOURCE_DIR + std::string(folder), ".md", 1)) addLines(lines, text);
  if (const std::string reference = GALLEY_REFERENCE_DIR; !reference.empty())
    for (const std::string& text : filesBelow(reference + "/corpus", ".md", 20)) addLines(lines, text);
  return lines;
}

std::vector<std::string> readFrontMatterLines() {
  std::vector<std::string> lines;
  for (const auto* list : {&mistakes, &fine, &halfTyped})
    for (const FrontMatterExample& example : *list) addLines(lines, example.content);
  for (const char* line :
       {"title = \"A\"\n", "date = 2024-01-01T10:00:00Z\n", "tags = ['a', \"b\"]\n", "[params]\n", "[[authors]]\n",
        "a.b = {c = 1, d = [2]}\n", "text = '''\n", "text = \"\"\"\n", "\"title\": \"A\",\n", "\"tags\": [\"a\", 1],\n",
        "\"m\": {\"n\": null, \"한\": true}\n", "}\n", "{\n", "Title: A field\n", "    goes on\n", "Tags: a, b\n"})
    lines.emplace_back(line);
  return lines;
}

rc::Gen<std::size_t> below(std::size_t end) {
  return rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::size_t>(0, end));
}

/// Lines, parts of lines, and marks between them.
rc::Gen<std::vector<std::string>> piecesOf(const std::vector<std::string>& lines, std::vector<std::string> marks) {
  const auto whole = rc::gen::map(below(lines.size()), [&lines](std::size_t line) { return lines[line]; });
  const auto part = rc::gen::map(rc::gen::tuple(below(lines.size()), below(80), below(80)), [&lines](const auto& cut) {
    const std::string& line = lines[std::get<0>(cut)];
    return line.substr(std::min(std::get<1>(cut), line.size()), std::get<2>(cut));
  });
  return rc::gen::container<std::vector<std::string>>(
      rc::gen::weightedOneOf<std::string>({{4, whole}, {2, part}, {3, rc::gen::elementOf(std::move(marks))}}));
}

std::string joined(const std::vector<std::string>& pieces, const std::string& lineEnd) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  if (lineEnd == "\n") return text;
  std::string result;
  for (const char c : text) {
    if (c == '\n')
      result += lineEnd;
    else
      result += c;
  }
  return result;
}

rc::Gen<std::string> lineEnds() { return rc::gen::weightedElement<std::string>({{6, "\n"}, {3, "\r\n"}, {1, "\r"}}); }

}  // namespace

rc::Gen<std::string> splicedText() {
  static const std::vector<std::string> lines = readTextLines();
  std::vector<std::string> marks{"*",          "**",
                                 "_",          "__",
                                 "***",        "`",
                                 "``",         "~~",
                                 "[",          "]",
                                 "](",         ")",
                                 "][",         "![",
                                 "[a]",        "[a](b)",
                                 "[a]: b",     "<",
                                 ">",          "<b>",
                                 "</b>",       "<!--",
                                 "-->",        "<a href",
                                 "=\"",        "{% x %}",
                                 "{{ x }}",    "{% raw %}",
                                 "{{",         "%}",
                                 "\\",         "&amp;",
                                 "|",          "---\n",
                                 "===\n",      "```\n",
                                 "~~~\n",      "$$",
                                 "{:",         "{#a}",
                                 "[^a]",       "[^a]: ",
                                 "http:",      "//a.b",
                                 "www.",       "한",
                                 "🚀",         "\xCC\x81",
                                 "\xFF",       "\xED\xA0\x80",
                                 "> ",         "- ",
                                 "* ",         "1. ",
                                 "# ",         "## ",
                                 "    ",       "\t",
                                 "\n",         "\n\n",
                                 "\r",         "\r\n",
                                 "  \n",       "- [ ] ",
                                 "|---|\n",    "{::x}",
                                 "*[a]: ",     ": ",
                                 "\f",         "<h1>",
                                 "</h1>",      "<div>\n",
                                 "</div>",     "**한",
                                 "(한)**",     "\\\n",
                                 "<pre>",      "</pre>",
                                 "&#0;",       "\xEF\xBB\xBF",
                                 "\n> ",       "\n  ",
                                 "\n- ",       "\n    ",
                                 "!",          "\"",
                                 "'",          "(",
                                 "<a:b>",      "<a@b.c>",
                                 "{{< a >}}",  "{{< /a >}}",
                                 "{{% b %}}",  "{{% /b %}}",
                                 "{{</*",      "*/>}}",
                                 "{{< a \"",   ">}}",
                                 "{{ a() }}",  "{% a() %}",
                                 "{% end %}",  "{% c %}",
                                 "{% endc %}", "{#",
                                 "#}",         "{% endraw %}",
                                 "<A>",        "</A>",
                                 "<A b={",     "{/*",
                                 "*/}",        "{x}",
                                 "import a\n", "<A\n",
                                 "/>",         ":b:",
                                 "$",          "$x$",
                                 "\n: a"};
  marks.emplace_back(1, '\0');
  static const rc::Gen<std::vector<std::string>> pieces = piecesOf(lines, std::move(marks));
  return rc::gen::map(rc::gen::tuple(pieces, lineEnds()),
                      [](const auto& made) { return joined(std::get<0>(made), std::get<1>(made)); });
}

rc::Gen<std::string> splicedFrontMatter() {
  static const std::vector<std::string> lines = readFrontMatterLines();
  static const rc::Gen<std::vector<std::string>> pieces =
      piecesOf(lines, {"\n", " ",   "  ",    "\t",  ":",     ": ", "- ",   "-",   "[",    "]",       "{",  "}",
                       "\"", "'",   "#",     " #",  "&a",    "*a", "!t",   "|\n", ">-\n", ",",       ", ", "\\",
                       "=",  "---", "---\n", "...", "+++\n", "한", "\xFF", "\b",  "?",    "<<: *a\n"});
  const auto fence = rc::gen::weightedElement<std::string>(
      {{6, "---\n"}, {2, "+++\n"}, {1, "{\n"}, {1, ""}, {1, "--- \n"}, {1, "\n---\n"}, {1, "\xEF\xBB\xBF---\n"}});
  const auto close = rc::gen::weightedElement<std::string>(
      {{6, "---\n# Body\n"}, {2, "+++\nBody\n"}, {1, "}\nBody\n"}, {1, ""}, {1, "...\n"}, {1, "---"}, {1, "\n\nText"}});
  return rc::gen::map(rc::gen::tuple(fence, pieces, close, lineEnds()), [](const auto& made) {
    return joined({std::get<0>(made), joined(std::get<1>(made), "\n"), std::get<2>(made)}, std::get<3>(made));
  });
}

}  // namespace galley::test
