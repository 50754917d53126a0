// galley beside md4c, and md4c beside the specifications: the tree is md4c's HTML, and the examples that md4c reads
// otherwise than they say are those that docs/markdown.md names.
#include <gtest/gtest.h>

#include <cctype>
#include <fstream>
#include <iterator>
#include <set>

#include "analysis/syntax/html.h"
#include "analysis/syntax/markdown/markdown.h"
#include "tests/support/md4c_html.h"
#include "tests/support/spec_examples.h"

namespace galley::test {
namespace {

using Kind = Node::Kind;

/// The elements that a tree stands for, in the order of the text; without paragraphs, which tight lists have not.
std::string elementsOf(const std::vector<Node>& nodes) {
  std::string elements;
  const auto add = [&](std::string_view name) { elements += std::string(name) + " "; };
  for (const Node& node : nodes) {
    switch (node.kind) {
      case Kind::quote:
        add("blockquote");
        break;
      case Kind::bulletList:
        add("ul");
        break;
      case Kind::orderedList:
        add("ol");
        break;
      case Kind::item:
        add("li");
        if (!node.label.empty()) add("input");
        break;
      case Kind::thematicBreak:
        add("hr");
        break;
      case Kind::heading:
        add("h" + std::to_string(node.level));
        break;
      case Kind::fencedCode:
      case Kind::indentedCode:
        add("pre code");
        break;
      case Kind::table:
        add("table");
        break;
      case Kind::tableHead:
        add("thead");
        break;
      case Kind::tableBody:
        add("tbody");
        break;
      case Kind::row:
        add("tr");
        break;
      case Kind::cell:
        add(nodes[nodes[node.parent].parent].kind == Kind::tableHead ? "th" : "td");
        break;
      case Kind::emphasis:
        add("em");
        break;
      case Kind::strong:
        add("strong");
        break;
      case Kind::strikethrough:
        add("del");
        break;
      case Kind::link:
        add("a");
        break;
      case Kind::image:
        add("img");
        break;
      case Kind::codeSpan:
        add("code");
        break;
      default:
        break;
    }
  }
  return elements;
}

/// What stands in an image is its text.
std::vector<Node> withoutImageTexts(const std::vector<Node>& nodes) {
  std::vector<Node> result;
  std::vector<bool> inImage(nodes.size());
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::uint32_t parent = nodes[i].parent;
    inImage[i] = parent != Node::noParent && (inImage[parent] || nodes[parent].kind == Kind::image);
    result.push_back(nodes[i]);
    if (inImage[i]) result.back().kind = Kind::none;
  }
  return result;
}

std::string elementsOf(const std::string& html) {
  std::string elements;
  const HtmlTags tags = parseHtmlTags(html, {0, html.size()});
  for (const HtmlTag& tag : tags)
    if (!tag.end && !tag.isNamed(html, "p") && !tag.isNamed(html, "br"))
      elements += html.substr(tag.nameSpan.begin, tag.nameSpan.size()) + " ";
  return elements;
}

void expectTreeIsHtml(const std::vector<SpecExample>& examples, const Dialect& dialect, bool extended) {
  for (const SpecExample& example : examples) {
    const Markdown markdown = parseMarkdown(example.markdown, {0, example.markdown.size()}, dialect, noTemplates);
    EXPECT_EQ(elementsOf(withoutImageTexts(markdown.nodes)), elementsOf(md4cHtml(example.markdown, extended, false)))
        << example.number << "\n"
        << example.markdown;
  }
}

TEST(Md4c, TheTreeOfEveryExampleIsItsHtml) {
  expectTreeIsHtml(commonMarkExamples(), commonMark, false);
  expectTreeIsHtml(gfmExamples(), marked, true);
}

/// The numbers of the examples that md4c reads otherwise.
std::set<int> differencesIn(const std::vector<SpecExample>& examples, bool extended) {
  std::set<int> numbers;
  for (const SpecExample& example : examples)
    if (canonicalHtml(md4cHtml(example.markdown, extended)) != canonicalHtml(example.html))
      numbers.insert(example.number);
  return numbers;
}

/// The numbers in the second column of the table's rows that begin with the name of a specification.
std::set<int> documented(const std::string& specification) {
  std::ifstream file(GALLEY_SOURCE_DIR "/docs/markdown.md");
  const std::string page{std::istreambuf_iterator<char>(file), {}};
  std::set<int> numbers;
  const std::string start = "\n| " + specification + " | ";
  for (std::size_t row = page.find(start); row != std::string::npos; row = page.find(start, row + 1)) {
    const std::size_t begin = row + start.size();
    const std::string cell = page.substr(begin, page.find('|', begin) - begin);
    for (std::size_t at = 0; at < cell.size();) {
      if (std::isdigit(static_cast<unsigned char>(cell[at])) == 0) {
        ++at;
        continue;
      }
      std::size_t size = 0;
      numbers.insert(std::stoi(cell.substr(at), &size));
      at += size;
    }
  }
  return numbers;
}

TEST(Md4c, DiffersFromTheSpecificationsInWhatIsDocumented) {
  EXPECT_EQ(differencesIn(commonMarkExamples(), false), documented("CommonMark 0.31.2"));
  EXPECT_EQ(differencesIn(gfmExamples(), true), documented("GFM 0.29"));
  EXPECT_FALSE(documented("CommonMark 0.31.2").empty());
}

}  // namespace
}  // namespace galley::test
