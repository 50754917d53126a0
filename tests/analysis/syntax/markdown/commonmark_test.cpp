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
    HtmlTags tags;
    if (tags.add(html, i, end)) i = tags[0].span.end - 1;
  }
  return folded(decodeCharacterReferences(text));
}

std::vector<std::string> shownIn(const std::string& html) {
  std::vector<std::string> result;
  const auto tags = parseHtmlTags(html, {0, html.size()});
  for (std::size_t i = 0; i < tags.size(); ++i) {
    const HtmlTag& tag = tags[i];
    if (tag.end) continue;
    const std::string name = html.substr(tag.nameSpan.begin, tag.nameSpan.size());
    const auto valueOf = [&](std::string_view attribute) {
      return tags.find(tag, html, attribute) ? tags.find(tag, html, attribute)->value(html) : std::string();
    };
    const std::string title = tags.find(tag, html, "title") ? " " + folded(valueOf("title")) : "";
    if (name.size() == 2 && name[0] == 'h' && std::isdigit(name[1])) {
      const auto end = std::find_if(tags.begin() + static_cast<std::ptrdiff_t>(i), tags.end(),
                                    [&](const HtmlTag& t) { return t.end && t.isNamed(html, name); });
      if (end != tags.end()) result.push_back(name + " " + textOf(html, tag.span.end, end->span.begin));
    } else if (name == "a" && tags.find(tag, html, "href")) {
      result.push_back("link " + percentDecoded(valueOf("href")) + title);
    } else if (name == "img") {
      result.push_back("image " + percentDecoded(valueOf("src")) + " alt " + folded(valueOf("alt")) + title);
    } else if (name == "code") {
      result.push_back("code");
    }
  }
  std::sort(result.begin(), result.end());
  return result;
}

std::vector<std::string> foundIn(std::string_view source, const Markdown& markdown) {
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
    if (!tag.end && tag.isNamed(source, "code")) result.push_back("code");
  std::sort(result.begin(), result.end());
  return result;
}

TEST(CommonMark, EveryExampleIsRead) {
  EXPECT_EQ(commonMarkExamples().size(), 652U);
  for (const SpecExample& example : commonMarkExamples()) {
    const Markdown markdown = parseMarkdown(example.markdown, {0, example.markdown.size()}, commonMark, noTemplates);
    EXPECT_EQ(foundIn(example.markdown, markdown), shownIn(example.html)) << example.number << "\n" << example.markdown;
  }
}

// Where md4c differs from the specification, galley reads as md4c does.
TEST(Gfm, EveryExampleIsRead) {
  for (const SpecExample& example : gfmExamples()) {
    const Markdown markdown = parseMarkdown(example.markdown, {0, example.markdown.size()}, marked, noTemplates);
    EXPECT_EQ(foundIn(example.markdown, markdown), shownIn(md4cHtml(example.markdown, true))) << example.number << "\n"
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
