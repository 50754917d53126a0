// Every example of the specifications: the walk proves each node, the spans nest, and what galley finds is
// what the specification's HTML shows.
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/syntax/html.h"
#include "analysis/syntax/markdown/markdown.h"
#include "analysis/syntax/markdown/walk.h"
#include "tests/support/md4c_html.h"
#include "tests/support/spec_examples.h"

namespace galley::test {
namespace {

std::string percentDecoded(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && std::isxdigit(text[i + 1]) && std::isxdigit(text[i + 2])) {
      result += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string folded(std::string text) {
  std::string result;
  for (const char c : text)
    if (!std::isspace(static_cast<unsigned char>(c))) result += c;
  return result;
}

/// The text between two offsets of HTML, without tags; an image gives `image`.
std::string textOf(const std::string& html, std::size_t begin, std::size_t end) {
  std::string text;
  for (std::size_t i = begin; i < end; ++i) {
    if (html[i] != '<') {
      text += html[i];
      continue;
    }
    const auto tag = parseHtmlTag(html, i, end);
    if (tag) i = tag->span.end - 1;
  }
  return folded(decodeCharacterReferences(text));
}

std::vector<std::string> shownIn(const std::string& html) {
  std::vector<std::string> result;
  const auto tags = parseHtmlTags(html, {0, html.size()});
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const HtmlTag& tag = tags[i];
    if (tag.end) continue;
    if (tag.name.size() == 2 && tag.name[0] == 'h' && std::isdigit(tag.name[1])) {
      const auto end = std::find_if(tags.begin() + static_cast<std::ptrdiff_t>(i), tags.end(),
                                    [&](const HtmlTag& t) { return t.end && t.name == tag.name; });
      if (end != tags.end()) result.push_back(tag.name + " " + textOf(html, tag.span.end, end->span.begin));
    } else if (tag.name == "a" && tag.find("href")) {
      const std::string& href = tag.find("href")->value;
      result.push_back("link " + percentDecoded(href) +
                       (tag.find("title") ? " " + folded(tag.find("title")->value) : ""));
    } else if (tag.name == "img") {
      result.push_back("image " + percentDecoded(tag.find("src") ? tag.find("src")->value : "") + " alt " +
                       folded(tag.find("alt") ? tag.find("alt")->value : "") +
                       (tag.find("title") ? " " + folded(tag.find("title")->value) : ""));
    } else if (tag.name == "code") {
      result.push_back("code");
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> foundIn(const Markdown& markdown) {
  std::vector<std::string> result;
  for (const Heading& heading : markdown.headings)
    result.push_back("h" + std::to_string(heading.level) + " " + folded(heading.text));
  for (const Link& link : markdown.links) {
    result.push_back((link.image ? "image " : "link ") + percentDecoded(link.destination) +
                     (link.image ? " alt " + folded(link.text.value_or("")) : "") +
                     (link.titleSpan ? " " + folded(link.title) : ""));
  }
  for (std::size_t i = 0; i < markdown.codes.size(); ++i) result.push_back("code");
  for (const HtmlTag& tag : markdown.tags)
    if (tag.name == "code" && !tag.end) result.push_back("code");
  std::sort(result.begin(), result.end());
  return result;
}

TEST(CommonMark, EveryExampleIsRead) {
  EXPECT_EQ(commonMarkExamples().size(), 652U);
  for (const SpecExample& example : commonMarkExamples()) {
    const Markdown markdown = parseMarkdown(example.markdown, {0, example.markdown.size()}, commonMark, noTemplates);
    EXPECT_EQ(foundIn(markdown), shownIn(example.html)) << example.number << "\n" << example.markdown;
  }
}

// Where md4c differs from the specification, galley reads as md4c does.
TEST(Gfm, EveryExampleIsRead) {
  for (const SpecExample& example : gfmExamples()) {
    const Markdown markdown = parseMarkdown(example.markdown, {0, example.markdown.size()}, marked, noTemplates);
    EXPECT_EQ(foundIn(markdown), shownIn(md4cHtml(example.markdown, true))) << example.number << "\n"
                                                                            << example.markdown;
  }
}

/// Checks what must hold for every text: each node proven, spans in the text, parts in their whole, children in
/// parents.
void expectSound(const std::string& text, const std::string& name) {
  const Tree tree = walk(text, readEvents(text, commonMark));
  EXPECT_EQ(tree.unproven, 0U) << name << "\n" << text;
  for (const Node& node : tree.nodes) {
    if (node.kind == Node::Kind::none) continue;
    EXPECT_LE(node.span.begin, node.span.end) << name;
    EXPECT_LE(node.span.end, text.size()) << name;
    EXPECT_TRUE(node.span.contains(node.content) || node.content.empty()) << name << "\n" << text;
    EXPECT_TRUE(node.destination.empty() || node.span.contains(node.destination)) << name;
    EXPECT_TRUE(node.title.empty() || node.span.contains(node.title)) << name;
    if (node.parent != Node::noParent) {
      EXPECT_TRUE(tree.nodes[node.parent].span.contains(node.span)) << name << "\n" << text << int(node.kind);
    }
  }
}

std::string withLineEnds(const std::string& text, const std::string& lineEnd) {
  std::string result;
  for (const char c : text) {
    if (c == '\n') {
      result += lineEnd;
    } else {
      result += c;
    }
  }
  return result;
}

TEST(CommonMark, EverySpanIsProvenAndNests) {
  for (const SpecExample& example : commonMarkExamples())
    for (const char* lineEnd : {"\n", "\r\n", "\r"})
      expectSound(withLineEnds(example.markdown, lineEnd), std::to_string(example.number));
}

TEST(CommonMark, NoFinalLineEndIsNeeded) {
  for (const SpecExample& example : commonMarkExamples())
    expectSound(example.markdown.substr(0, example.markdown.size() - 1), std::to_string(example.number));
}

}  // namespace
}  // namespace galley::test
