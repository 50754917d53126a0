// Notes and definition lists, which md4c does not know: the blocks in them are what the converters make of them, and
// each has its place to the byte.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "analysis/syntax/markdown/markdown.h"
#include "tests/analysis/syntax/markdown/shown.h"
#include "tests/support/promises.h"

namespace galley::test {
namespace {

using Kind = Node::Kind;

struct Row {
  const char* text;
  const char* made;  // blocks and links as the converter makes them: its HTML without paragraphs and texts
};

/// The tag that a converter makes of a node; empty for none.
std::string tagOf(const Node& node) {
  switch (node.kind) {
    case Kind::quote:
      return "blockquote";
    case Kind::bulletList:
      return "ul";
    case Kind::orderedList:
      return "ol";
    case Kind::item:
      return "li";
    case Kind::definitionList:
      return "dl";
    case Kind::definitionTerm:
      return "dt";
    case Kind::definitionItem:
      return "dd";
    case Kind::heading:
      return "h" + std::to_string(node.level);
    case Kind::table:
      return "table";
    case Kind::emphasis:
      return "em";
    case Kind::link:
      return "a";
    case Kind::footnoteDefinition:
      return "note";
    default:
      return "";
  }
}

/// What has no end tag, or nothing in it that counts.
std::string markOf(const Node& node) {
  switch (node.kind) {
    case Kind::thematicBreak:
      return "<hr>";
    case Kind::fencedCode:
    case Kind::indentedCode:
      return "<pre>";
    case Kind::codeSpan:
      return "<code>";
    case Kind::footnoteReference:
      return "<ref>";
    default:
      return "";
  }
}

/// The page of a text: notes stand at its end, and only those that it refers to.
std::string pageOf(const std::string& text, const Dialect& dialect) {
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, dialect, noTemplates);
  EXPECT_EQ(brokenPromise(text, {0, text.size()}, markdown), "") << text;
  EXPECT_EQ(deniedAlone(text, markdown, dialect, noTemplates), "") << text;
  EXPECT_EQ(markdown.unproven, 0U) << text;
  std::vector<std::string> inside(markdown.nodes.size());
  std::string notes;
  for (std::size_t i = markdown.nodes.size(); i-- > 1;) {
    const Node& node = markdown.nodes[i];
    if (node.kind == Kind::none) continue;
    const std::string tag = tagOf(node);
    std::string made = markOf(node);
    if (made.empty()) made = tag.empty() ? inside[i] : "<" + tag + ">" + inside[i] + "</" + tag + ">";
    if (node.kind != Kind::footnoteDefinition) {
      inside[node.parent].insert(0, made);
    } else if (!node.hidden) {
      notes.insert(0, made);
    }
  }
  return inside[0] + notes;
}

/// For every form of line end, and without the last one.
void expectPage(const std::string& text, const std::string& made, const Dialect& dialect) {
  for (const char* lineEnd : {"\n", "\r\n", "\r"})
    EXPECT_EQ(pageOf(withLineEnds(text, lineEnd), dialect), made) << text;
  EXPECT_EQ(pageOf(text.substr(0, text.size() - 1), dialect), made) << text;
}

/// Behind this each text of a note was shown to Hugo 0.111 and remark-gfm 4.
const std::string reference = "x[^1]\n\n";

constexpr Row notes[] = {
    {"[^1]: - a\n    - b\n", "<ref><note><ul><li></li><li></li></ul></note>"},
    {"[^1]: - a\n- b\n", "<ref><ul><li></li></ul><note><ul><li></li></ul></note>"},
    {"[^1]: # H\n", "<ref><note><h1></h1></note>"},
    {"[^1]: > q\n", "<ref><note><blockquote></blockquote></note>"},
    {"[^1]: > q\n    > r\n", "<ref><note><blockquote></blockquote></note>"},
    {"[^1]: ```js\n    a\n    ```\n", "<ref><note><pre></note>"},
    {"[^1]: ```js\na\n```\n", "<ref><pre><note><pre></note>"},
    {"[^1]:\tt\n", "<ref><note></note>"},
    {"[^1]:\n    a\n\n    b\n", "<ref><note></note>"},
    {"[^1]:\n\n    a\n", "<ref><note></note>"},
    {"[^1]:\na\n", "<ref><note></note>"},
    {"[^1]: <div>\n    *a*\n    </div>\n\n    *b*\n", "<ref><note><em></em></note>"},
    {"[^1]: a\nlazy\n\n    b\n", "<ref><note></note>"},
    {"[^1]: [^2]: c\n", "<ref><note></note>"},
    {"[^1]: 1. a\n    2. b\n", "<ref><note><ol><li></li><li></li></ol></note>"},
    {"[^1]: | a | b |\n    |---|---|\n    | c | d |\n", "<ref><note><table></table></note>"},
    {"[^1]: ---\n", "<ref><note><hr></note>"},
    {"[^1]: a\n    ---\n", "<ref><note><h2></h2></note>"},
    {"   [^1]: a\n\n    b\n", "<ref><note></note>"},
    {"   [^1]: a\n\n       b\n", "<ref><note></note>"},
    {"> [^1]: - a\n>     - b\n", "<ref><blockquote></blockquote><note><ul><li></li><li></li></ul></note>"},
    {"> [^1]: # H\n", "<ref><blockquote></blockquote><note><h1></h1></note>"},
    {"> [^1]: a\n>\n>     b\n", "<ref><blockquote></blockquote><note></note>"},
    {"- [^1]: - a\n      - b\n", "<ref><ul><li></li></ul><note><ul><li></li><li></li></ul></note>"},
    {"- [^1]: # H\n", "<ref><ul><li></li></ul><note><h1></h1></note>"},
    {"- y\n\n  [^1]: > q\n\n      > r\n",
     "<ref><ul><li></li></ul><note><blockquote></blockquote><blockquote></blockquote></note>"},
    {"+ z\n\n[^1]: + a\n\n    b\n\n+ w\n", "<ref><ul><li></li></ul><ul><li></li></ul><note><ul><li></li></ul></note>"},
    {"[^1]: [a]: /b\n    [a]\n", "<ref><note><a></a></note>"},
    {"para\n[^1]: - a\n", "<ref><note><ul><li></li></ul></note>"},
    {"[^1]:- a\n", "<ref><note><ul><li></li></ul></note>"},
    {"[^1]:# H\n", "<ref><note><h1></h1></note>"},
    {"[^1]: a\n# H\n", "<ref><h1></h1><note></note>"},
    {"[^1]: - a\nlazy\n", "<ref><note><ul><li></li></ul></note>"},
    {"[^1]: [x] t\n", "<ref><note></note>"},
    {"[^1]: - [ ] t\n", "<ref><note><ul><li></li></ul></note>"},
    {"para\n    [^1]: z\n", ""},
    {"[^longlabel]: - a\n\n  - b\n\nx[^longlabel]\n", "<ul><li></li></ul><ref><note><ul><li></li></ul></note>"},
    {"[^1]: $$x$$\n", "<ref><note></note>"},
    {"[^1]: - a\n\n  b\n\n    c\n", "<ref><pre><note><ul><li></li></ul></note>"},
    {"[^1]: [^2]: c\n\ny[^2]\n", "<ref><ref><note></note><note></note>"},
    {"[^1]: a\n\n  b\n", "<ref><note></note>"},
    {"[^1]:\n", "<ref><note></note>"},
    {"[^1]: \n    - a\n", "<ref><note><ul><li></li></ul></note>"},
    {"[^1]: > [^2]: c\n\ny[^2]\n", "<ref><ref><note><blockquote></blockquote></note><note></note>"},
    {"- [^1]: a\n\n      b\n", "<ref><ul><li></li></ul><note></note>"},
    {"1. [^1]: a\n\n       b\n", "<ref><ol><li></li></ol><note></note>"},
    {"1. [^1]: a\n\n      b\n", "<ref><ol><li></li></ol><note></note>"},
    {"[^1]:\n\n\n    a\n", "<ref><note></note>"},
    {"[^1]:   \n\n\n    a\n", "<ref><note></note>"},
    {"[^1]: a\n    [^2]: c\n\ny[^2]\n", "<ref><ref><note></note><note></note>"},
    {"[^1]: + a\n[^2]: + b\n\ny[^2]\n", "<ref><ref><note><ul><li></li></ul></note><note><ul><li></li></ul></note>"},
    {"- a\n[^1]: b\n- c\n", "<ref><ul><li></li></ul><ul><li></li></ul><note></note>"},
    {"[^1]: a\n+\n", "<ref><ul><li></li></ul><note></note>"},
    {"[^1]: a\n-\n", "<ref><ul><li></li></ul><note></note>"},
    {"[^1]: ```\n[^2]: b\n\ny[^2]\n", "<ref><ref><note><pre></note><note></note>"},
    {"```\n[^1]: ```\n```\n", "<pre>"},
    {"<!--\n[^1]: a -->\n\n[^1]: b\n", "<ref><note></note>"},
    {"    [^1]: a\n", "<pre>"},
    {"[^1]: <!-- a\n\n    b -->\n\n    *c*\n", "<ref><note><em></em></note>"},
    {"a\n[^1]:\nb\n", "<ref><note></note>"},
    {"[^1]: a  \n    b\n", "<ref><note></note>"},
    {"[^1]: `a\n    b`\n", "<ref><note><code></note>"},
    {"[^1]: > - # H\n    >   b\n", "<ref><note><blockquote><ul><li><h1></h1></li></ul></blockquote></note>"},
    {"[^1]: - a\n\n      b\n\n    c\n", "<ref><note><ul><li></li></ul></note>"},
    {" [^1]: > q\n    [^22]: # H\n\ny[^22]\n",
     "<ref><ref><note><blockquote></blockquote></note><note><h1></h1></note>"},
    {"- [^1]: ```\n      a\n      ```\n  b\n", "<ref><ul><li></li></ul><note><pre></note>"},
    {"> [^1]: > q\n>     > r\n> s\n", "<ref><blockquote></blockquote><note><blockquote></blockquote></note>"},
    {"* a\n\n- b\n\n+ c\n\n[^1]: - d\n\n- e\n\n* f\n",
     "<ref><ul><li></li></ul><ul><li></li></ul><ul><li></li></ul><ul><li></li></ul><ul><li></li></ul><note><ul><li></"
     "li></ul></note>"},
    {"+ a\n  - b\n\n[^1]: x\n\n* c\n", "<ref><ul><li><ul><li></li></ul></li></ul><ul><li></li></ul><note></note>"},
    {"[^한글]: - a\n\ny[^한글]\n", "<ref><note><ul><li></li></ul></note>"},
};

// Four blanks behind the label and its colon are code for goldmark; the others drop them.
constexpr Row notesOfGoldmark[] = {
    {"[^1]:     code\n", "<ref><note><pre></note>"},
    {"[^1]:    three\n", "<ref><note><pre></note>"},
    {"[^1]:\t\ttt\n", "<ref><note><pre></note>"},
    {"[^1]:      six\n", "<ref><note><pre></note>"},
    {"[^1]: term\n    : def\n", "<ref><note><dl><dt></dt><dd></dd></dl></note>"},
    {"[^1]:    - l\n", "<ref><note><pre></note>"},
    {"[^1]:     - l\n", "<ref><note><pre></note>"},
};
constexpr Row notesOfRemark[] = {
    {"[^1]:     code\n", "<ref><note></note>"},
    {"[^1]:    three\n", "<ref><note></note>"},
    {"[^1]:\t\ttt\n", "<ref><note></note>"},
    {"[^1]:      six\n", "<ref><note></note>"},
    {"[^1]: term\n    : def\n", "<ref><note></note>"},
    {"[^1]:    - l\n", "<ref><note><ul><li></li></ul></note>"},
    {"[^1]:     - l\n", "<ref><note><ul><li></li></ul></note>"},
};

// Shown to Hugo 0.111.
constexpr Row definitionLists[] = {
    {"t\n: a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:   a\n\n    b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: - x\n  - y\n", "<dl><dt></dt><dd><ul><li></li><li></li></ul></dd></dl>"},
    {"t\n: # H\n", "<dl><dt></dt><dd><h1></h1></dd></dl>"},
    {"t\n: ```js\n  c\n  ```\n", "<dl><dt></dt><dd><pre></dd></dl>"},
    {"t\n: > q\n  > r\n", "<dl><dt></dt><dd><blockquote></blockquote></dd></dl>"},
    {"t\n:     four\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:      five6\n\n      b\n", "<dl><dt></dt><dd></dd></dl><pre>"},
    {"t\n:        eight\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:         nine\n\n      b\n", "<dl><dt></dt><dd><pre></dd></dl>"},
    {"t\n:\ta\n\n\tb\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n\n: a\n\n: b\n", "<dl><dt></dt><dd></dd><dd></dd></dl>"},
    {"t\n: a\n\nu\n: b\n", "<dl><dt></dt><dd></dd><dt></dt><dd></dd></dl>"},
    {"t\n: a\nlazy\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: a\n\nno\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n  : a\n", ""},
    {" t\n : a\n", ""},
    {"t\nu\n: a\n", "<dl><dt></dt><dt></dt><dd></dd></dl>"},
    {"t\n: \n  a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:  \n\n  a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:\n  a\n", ""},
    {"# h\n: a\n", "<h1></h1>"},
    {"# h\n: a\n: b\n", "<h1></h1><dl><dt></dt><dd></dd></dl>"},
    {": a\n: b\n", "<dl><dt></dt><dd></dd></dl>"},
    {": a\n\n: b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"- t\n  : a\n  : b\n", "<ul><li><dl><dt></dt><dd></dd><dd></dd></dl></li></ul>"},
    {"- t\n: a\n", "<ul><li></li></ul>"},
    {"> t\n> : a\n> : b\n", "<blockquote><dl><dt></dt><dd></dd><dd></dd></dl></blockquote>"},
    {"> t\n: a\n", "<blockquote></blockquote>"},
    {"t\n: u\n  : a\n", "<dl><dt></dt><dd><dl><dt></dt><dd></dd></dl></dd></dl>"},
    {"t\n: u\n\n  : a\n", "<dl><dt></dt><dd><dl><dt></dt><dd></dd></dl></dd></dl>"},
    {"t\n: [x] a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: a\n---\n", "<dl><dt></dt><dd></dd></dl><hr>"},
    {"t\n: a\n  ---\n", "<dl><dt></dt><dd><h2></h2></dd></dl>"},
    {"t\n---\n: a\n", "<h2></h2>"},
    {"[a]: /b\n: a\n", ""},
    {"t *x\nu* v\n: a\n", "<dl><dt></dt><dt></dt><dd></dd></dl>"},
    {"t\n: a\n- l\n", "<dl><dt></dt><dd></dd></dl><ul><li></li></ul>"},
    {"t\n: a\n# h\n", "<dl><dt></dt><dd></dd></dl><h1></h1>"},
    {"| a |\n|---|\n: a\n", "<table></table>"},
    {"t\n: [^1]: x\n", "<dl><dt></dt><dd></dd></dl>"},
    {"[^1]: t\n\n    : a\n\nx[^1]\n", "<ref><note><dl><dt></dt><dd></dd></dl></note>"},
    {"<div>\n: a\n</div>\n", ""},
    {"```\nt\n: a\n```\n", "<pre>"},
    {"t\n: a\n\n\n\n  b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: 1. x\n  2. y\n\n     z\n", "<dl><dt></dt><dd><ol><li></li><li></li></ol></dd></dl>"},
    {"t\n: a\n : b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: a\n:b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: - x\n: - y\n", "<dl><dt></dt><dd><ul><li></li></ul></dd><dd><ul><li></li></ul></dd></dl>"},
    {"t\n\n\n: a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n:: a\n", ""},
    {"t\n: : a\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: a\n\n      code\n", "<dl><dt></dt><dd><pre></dd></dl>"},
    {"t\n: <div>\n  *a*\n  </div>\n", "<dl><dt></dt><dd></dd></dl>"},
    {"- - t\n    : a\n", "<ul><li><ul><li><dl><dt></dt><dd></dd></dl></li></ul></li></ul>"},
    {"t  \nu\n: a\n", "<dl><dt></dt><dt></dt><dd></dd></dl>"},
    {"[x](y\n\"z\")\n: a\n", "<dl><dt></dt><dt></dt><dd></dd></dl>"},
    {"t\n: a\n\n- l\n\n: b\n", "<dl><dt></dt><dd></dd></dl><ul><li></li></ul>"},
    {"t\n: a\n\n<!-- c -->\n\n: b\n", "<dl><dt></dt><dd></dd></dl>"},
    {"t\n: a\n\nu\n\n: b\n", "<dl><dt></dt><dd></dd><dt></dt><dd></dd></dl>"},
    {"t\n: a\n\n[^1]: x\n\nu[^1]\n: b\n", "<dl><dt></dt><dd></dd></dl><dl><dt><ref></dt><dd></dd></dl><note></note>"},
    {"* t\n  : * a\n  : - b\n",
     "<ul><li><dl><dt></dt><dd><ul><li></li></ul></dd><dd><ul><li></li></ul></dd></dl></li></ul>"},
    {"t\n: a\n\n+ b\n", "<dl><dt></dt><dd></dd></dl><ul><li></li></ul>"},
    {"+ l\n\nt\n: + a\n\n- b\n\n* c\n",
     "<ul><li></li></ul><dl><dt></dt><dd><ul><li></li></ul></dd></dl><ul><li></li></ul><ul><li></li></ul>"},
    {"t\n: a\n: b\n\nu\nv\n\n: c\n\n  - d\n\n    e\n\n  # H\nw\n",
     "<dl><dt></dt><dd></dd><dd></dd><dt></dt><dt></dt><dd><ul><li></li></ul><h1></h1></dd></dl>"},
    {"- t\n\n  : ```\n    a\n    ```\n\n    b\n", "<ul><li><dl><dt></dt><dd><pre></dd></dl></li></ul>"},
    {"> t\n>\n> : > a\n>   b\n", "<blockquote><dl><dt></dt><dd><blockquote></blockquote></dd></dl></blockquote>"},
    {"# h\n: - a\n\nt\n: b\n", "<h1></h1><dl><dt></dt><dd></dd></dl>"},
    {"t\n: [a]: /b\n\n[a]\n", "<dl><dt></dt><dd></dd></dl><a></a>"},
    {"t\n:      1. a\n\n          b\n", "<dl><dt></dt><dd><ol><li></li></ol></dd></dl>"},
    {"```\n: ```\n: a\n```\n\nt\n: a\n", "<pre><dl><dt></dt><dd></dd></dl>"},
};

TEST(Notes, HoldTheBlocksThatTheConvertersMake) {
  for (const Row& row : notes)
    for (const Dialect* dialect : {&goldmark, &remark, &pulldownCmark})
      expectPage(reference + row.text, row.made, *dialect);
  for (const Row& row : notesOfGoldmark) expectPage(reference + row.text, row.made, goldmark);
  for (const Row& row : notesOfRemark) {
    expectPage(reference + row.text, row.made, remark);
    expectPage(reference + row.text, row.made, pulldownCmark);
  }
}

TEST(DefinitionLists, HoldTheBlocksThatHugoMakes) {
  for (const Row& row : definitionLists) expectPage(row.text, row.made, goldmark);
}

/// The nodes of some kinds, one a line: their bytes.
std::string placesOf(const std::string& text, const std::vector<Kind>& kinds) {
  std::string result;
  for (const Node& node : parseMarkdown(text, {0, text.size()}, goldmark, noTemplates).nodes)
    if (std::find(kinds.begin(), kinds.end(), node.kind) != kinds.end()) result += "‹" + slice(text, node.span) + "›\n";
  return result;
}

TEST(Notes, BlocksBehindTheLabelHaveTheirPlaces) {
  const std::string text =
      "a[^1] b[^2] c[^3] d[^4]\n\n[^1]: - e\n    - f\n[^2]: ## g\n   [^3]: > h\n    > i\n\n    j\n\n> [^4]: ```k\n"
      ">     l\n>     ```\n";
  EXPECT_EQ(placesOf(text, {Kind::footnoteDefinition}),
            "‹[^1]: - e⏎    - f›\n‹[^2]: ## g›\n‹[^3]: > h⏎    > i⏎⏎    j›\n‹[^4]: ```k⏎>     l⏎>     ```›\n");
  EXPECT_EQ(placesOf(text, {Kind::bulletList, Kind::item, Kind::heading, Kind::quote, Kind::fencedCode}),
            "‹- e⏎    - f›\n‹- e›\n‹- f›\n‹## g›\n‹> h⏎    > i›\n‹> [^4]: ```k⏎>     l⏎>     ```›\n"
            "‹```k⏎>     l⏎>     ```›\n");
  EXPECT_EQ(shown(text, parseMarkdown(text, {0, text.size()}, goldmark, noTemplates)),
            "h2 ‹## g›: g\ncode ‹```k⏎>     l⏎>     ```›: >     l⏎ (k)\n");
}

TEST(DefinitionLists, BlocksHaveTheirPlaces) {
  const std::string text =
      "*a*\nb\n: - c\n  - d\n\n  ## e\n:\t~~~\n\tf\n\t~~~\n\ng\n\n:       h\n\n> i\n> : [j](k)\n> : l\n";
  EXPECT_EQ(placesOf(text, {Kind::definitionList}),
            "‹*a*⏎b⏎: - c⏎  - d⏎⏎  ## e⏎:\t~~~⏎\tf⏎\t~~~⏎⏎g⏎⏎:       h›\n‹i⏎> : [j](k)⏎> : l›\n");
  EXPECT_EQ(placesOf(text, {Kind::definitionTerm}), "‹*a*›\n‹b›\n‹g›\n‹i›\n");
  EXPECT_EQ(placesOf(text, {Kind::definitionItem}),
            "‹: - c⏎  - d⏎⏎  ## e›\n‹:\t~~~⏎\tf⏎\t~~~›\n‹:       h›\n‹: [j](k)›\n‹: l›\n");
  EXPECT_EQ(placesOf(text, {Kind::item, Kind::heading, Kind::fencedCode, Kind::link, Kind::emphasis}),
            "‹*a*›\n‹- c›\n‹- d›\n‹## e›\n‹~~~⏎\tf⏎\t~~~›\n‹[j](k)›\n");
}

// What runs from one term into the next is none: each is a text of its own.
TEST(DefinitionLists, TermsAreTextsOfTheirOwn) {
  EXPECT_EQ(placesOf("a [b\nc](d) *e*\n: f\n", {Kind::definitionTerm, Kind::link, Kind::emphasis}),
            "‹a [b›\n‹c](d) *e*›\n‹*e*›\n");
  EXPECT_EQ(
      placesOf("*a[^1]*\n*b[^1]*\n: c\n\n[^1]: d\n", {Kind::definitionTerm, Kind::emphasis, Kind::footnoteReference}),
      "‹*a[^1]*›\n‹*a[^1]*›\n‹[^1]›\n‹*b[^1]*›\n‹*b[^1]*›\n‹[^1]›\n");
}

// md4c puts items of one mark into one list; the author's are a list of their own.
TEST(Notes, JoinNoListOfTheAuthors) {
  const std::string text = "+ a\n  * b\n\n[^1]: x\n\n- c\n- d\n\n[^2]: y\n\n+ e\n  - f\n\n[^3]: z\n\n* g\n";
  EXPECT_EQ(placesOf(text, {Kind::bulletList}), "‹+ a⏎  * b›\n‹* b›\n‹- c⏎- d›\n‹+ e⏎  - f›\n‹- f›\n‹* g›\n");
}

// An address takes what looks like a reference in it, as remark and Hugo made it of this text.
TEST(Notes, AreNotReferredToInAddresses) {
  const std::string text = "a https://a.bc/x[^1] www.b.de[^1]\n\n[^1]: c\n";
  const auto shownBy = [&](const Dialect& dialect) {
    return shown(text, parseMarkdown(text, {0, text.size()}, dialect, noTemplates));
  };
  EXPECT_EQ(shownBy(goldmark),
            "link ‹https://a.bc/x[^1]›: https://a.bc/x[^1] → https://a.bc/x[^1]\n"
            "link ‹www.b.de›: www.b.de → www.b.de = https://www.b.de\n");
  EXPECT_EQ(shownBy(remark),
            "link ‹https://a.bc/x[^1›: https://a.bc/x[^1 → https://a.bc/x[^1\n"
            "link ‹www.b.de[^1›: www.b.de[^1 → www.b.de[^1 = http://www.b.de[^1\n");
  EXPECT_EQ(placesOf(text, {Kind::footnoteReference}), "‹[^1]›\n");
}

// Labels and colons in code are text there, to whom they stand beside, too.
TEST(Notes, InCodeAreText) {
  const std::string text = "```\n[^1]: - a\nt\n: b\n```\n\n    [^2]: c\n\nd[^1]\n\n[^1]: e\n";
  EXPECT_EQ(shown(text, parseMarkdown(text, {0, text.size()}, goldmark, noTemplates)),
            "code ‹```⏎[^1]: - a⏎t⏎: b⏎```›: [^1]: - a⏎t⏎: b⏎\ncode ‹[^2]: c›: [^2]: c\n");
  EXPECT_EQ(placesOf(text, {Kind::footnoteDefinition}), "‹[^1]: e›\n");
}

TEST(Notes, CostWhatTheirBytesCost) {
  for (const char* piece :
       {"[^1]: a\n", "[^1]: [^1]: [^1]: [^1]: [^1]: a\n", "[^1]:", "t\n: a\n", "> > - [^1]:     a\n",
        "a\n    [^1]: b\n", " [^1]: t\n    : a\n", ": : : ", "t\n:       - a\n"}) {
    std::string text;
    while (text.size() < 50'000) text += piece;
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, goldmark, noTemplates);
    EXPECT_EQ(brokenPromise(text, {0, text.size()}, markdown), "") << piece;
    EXPECT_LE(markdown.nodes.size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace galley::test
