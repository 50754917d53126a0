// What galley finds in each example of front matter: problems with their bytes, keys, values.
#include "tests/analysis/syntax/front_matter_examples.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/analysis/syntax/front_matter_words.h"

namespace galley::test {

const std::vector<FrontMatterExample> mistakes{
    {"a tab indents a list", "title: A\ntags:\n\t- a\n\t- b\ndate: 2024-01-01\n", "tabIndent <\t>; tabIndent <\t>",
     "title=A; tags=[a, b]; date=2024-01-01"},
    {"a tab before a key", "layout: post\n\ttitle: T\n", "tabIndent <\t>", "layout=post; title=T"},
    {"a tab behind a hyphen", "tags:\n  -\ta\n  - b\n", "tabIndent <\t>", "tags=[a, b]"},
    {"a line of a tab", "title: A\n\t\ndate: x\n", "tabIndent <\t>", "title=A; date=x"},
    {"tabs in a block scalar", "text: |\n\tone\n\ttwo\nb: c\n", "tabIndent <\t>", "text=?; b=c"},
    {"a colon in the value", "title: Part 1: the start\ndate: x\n", "colonInValue <:>", "title=?; date=x"},
    {"a colon in a Korean value", "title: 안녕: 세계\ntags: [일기]\n", "colonInValue <:>", "title=?; tags=[일기]"},
    {"a colon at the end of the value", "title: What:\ndate: x\n", "colonInValue <:>", "title=?; date=x"},
    {"a colon in an item", "tags: [a, b: c: d]\ndate: x\n", "colonInValue <:>", "tags=[a, {b: ?}]; date=x"},
    {"an at sign first", "title: x\nauthor: @bob\ntags: [a]\n", "reservedStart <@>", "title=x; author=?; tags=[a]"},
    {"a back-tick first", "title: `code` here\n", "reservedStart <`>", "title=?"},
    {"a percent sign first", "title: %d times\n", "reservedStart <%>", "title=?"},
    {"a star first", "title: **Bold**\ndate: x\n", "reservedStart <*>", "title=?; date=x"},
    {"a hyphen first", "title: - dash\n", "reservedStart <->", "title=?"},
    {"a question mark first", "title: ? why\n", "reservedStart <?>", "title=?"},
    {"a pipe before text", "title: | pipe\ndate: x\n", "reservedStart <|>", "title=?; date=x"},
    {"a greater-than sign before text", "title: > folded\n", "reservedStart <>>", "title=?"},
    {"brackets before text", "title: [WIP] my post\ndate: x\n", "reservedStart <[>", "title=?; date=x"},
    {"a template tag as value", "title: {{ page.x }} and more\n", "reservedStart <{>", "title=?"},
    {"an at sign in a list", "tags: [a, @b, c]\n", "reservedStart <@>", "tags=[a, ?, c]"},
    {"a hash first", "title: #1 post\ndate: x\n", "~hashStart <#1 post>", "title=; date=x"},
    {"a hash first in a list", "tags: [#a, b]\ndate: x\n", "hashStart <#>", "tags=[]; date=x"},
    {"a quote without end", "title: \"My post\ndate: x\ntags: [a, b]\n", "unclosedQuote <\">",
     "title=?; date=x; tags=[a, b]"},
    {"a quote that the next value closes", "title: \"My post\ntags: [\"a\"]\n", "unclosedQuote <\">",
     "title=?; tags=[a]"},
    {"an apostrophe without end", "title: 'tis the season\ndate: x\n", "unclosedQuote <'>", "title=?; date=x"},
    {"a quote without end in a list", "tags: [a, \"b, c]\ndate: x\n", "unclosedQuote <\">", "tags=[a, ?, c]; date=x"},
    {"a backslash and no end", "path: \"C:\\\nb: c\n", "unclosedQuote <\">", "path=?; b=c"},
    {"quotes inside of quotes", "title: \"Say \"hi\"\"\n", "textAfterQuote <hi\"\">", "title=?"},
    {"an apostrophe inside of quotes", "title: 'it's'\n", "textAfterQuote <s'>", "title=?"},
    {"text behind quotes", "title: \"A\" and b\n", "textAfterQuote <and b>", "title=?"},
    {"text behind quotes in a list", "tags: ['it's', b]\n", "textAfterQuote <s'>", "tags=[it, b]"},
    {"a list without end", "tags: [a, b\ntitle: x\n", "unclosedBracket <[>", "tags=[a, b]; title=x"},
    {"a map without end", "title: {a\nb: c\n", "unclosedBracket <{>", "title={a: }; b=c"},
    {"brackets in brackets without end", "a: [x, {y: z\nb: c\n", "unclosedBracket <[>", "a=[x, {y: z}]; b=c"},
    {"two commas", "tags: [a, , b]\n", "badListItem <,>", "tags=[a, b]"},
    {"no comma", "tags: [\"a\" \"b\"]\n", "textAfterQuote <\"b\">", "tags=[a]"},
    {"no blank behind the colon", "layout: post\ntitle:My post\ndate: x\n", "noSpaceAfterColon <:>",
     "layout=post; title=My post; date=x"},
    {"no blank behind the first colon", "layout:post\ntitle: T\n", "noSpaceAfterColon <:>", "layout=post; title=T"},
    {"a blank before a key", "layout: post\n title: T\n", "badIndent < >", "layout=post; title=T"},
    {"items in different columns", "tags:\n  - a\n - b\ndate: x\n", "badIndent < >", "tags=[a, b]; date=x"},
    {"items deeper than their list", "tags: [a]\n  - b\ndate: x\n", "badListItem <- b>", "tags=[a]; date=x"},
    {"all keys but the first are outside", "  title: A\ndate: x\n", "~badIndent <  >", "title=A; date=x"},
    {"an item without its blank", "tags:\n- a\n-b\n", "badListItem <->", "tags=[a, b]"},
    {"no item has its blank", "tags:\n  -a\n  -b\n", "~badListItem <->; ~badListItem <->", "tags=-a -b"},
    {"no item has its blank, in the first column", "tags:\n-a\n-b\n", "badListItem <->; badListItem <->",
     "tags=[a, b]"},
    {"an item among keys", "title: T\n- a\ndate: x\n", "badListItem <- a>", "title=T; date=x"},
    {"text among keys", "title: T\nsome text\ndate: x\n", "notAnEntry <some text>", "title=T; date=x"},
    {"text that should be indented", "description: >\nfolded text\ndate: x\n", "notAnEntry <folded text>",
     "description=; date=x"},
    {"nothing but text", "just text\n", "notAnEntry <just text>", ""},
    {"nothing but a list", "- a\n- b\n", "badListItem <- a>", ""},
    {"full-width colons", "layout： post\ntitle：제목\n", "fullWidthColon <：>; fullWidthColon <：>",
     "layout=post; title=제목"},
    {"an alias without its anchor", "title: *star\ndate: x\n", "undefinedAlias <*star>", "title=?; date=x"},
    {"a byte of Latin-1", "title: caf\xE9\ndate: x\n", "invalidUtf8 <\xE9>", "title=caf\xE9; date=x"},
    {"a control character", "title: a\bb\ndate: x\n", "controlCharacter <\b>", "title=a\bb; date=x"},
    {"an unknown escape", "path: \"C:\\Users\\me\"\ndate: x\n", "badEscape <\\U>; badEscape <\\m>", "path=?; date=x"},
    {"half a character", "title: \"\\uD83D\"\n", "badEscape <\\u>", "title=?"},
    {"a key twice", "title: A\ntags: [a]\ntitle: B\n", "~duplicateKey <title>", "title=A; tags=[a]; title=B"},
    {"a key twice in a map", "header:\n  teaser: a\n  teaser: b\n", "~duplicateKey <teaser>",
     "header={teaser: a, teaser: b}"},
    {"a key twice with the same value", "comments: true\ntitle: A\ncomments: true\n", "~duplicateKey <comments>",
     "comments=true; title=A; comments=true"},
};

// Mistakes that go with no splice: Ruby reads a separator as the end of a line, so what a splice puts behind it means
// another thing there.
const std::vector<FrontMatterExample> unspliced{
    {"a number behind a hash", "title: C# tips #1\ndate: x\n", "~hashCut <#1>", "title=C# tips; date=x"},
    {"an invisible line separator", "title: a\u2028b\ndate: x\n", "controlCharacter <\u2028>",
     "title=a\u2028b; date=x"},
};

const std::vector<FrontMatterExample> fine{
    {"nothing", "", "", ""},
    {"a comment", "# only a comment\n", "", ""},
    {"a comment behind a value", "title: C# tips # one\nlayout: post #old\n", "", "title=C# tips; layout=post"},
    {"a comment behind an empty key", "tags: # my tags\n  - a\n", "", "tags=[a]"},
    {"CRLF", "title: A\r\ntags:\r\n  - a\r\n  - b\r\ndate: x\r\n", "", "title=A; tags=[a, b]; date=x"},
    {"curly quotes", "title: “Part”\n", "", "title=“Part”"},
    {"an impossible date", "date: 2024-13-45\n", "", "date=2024-13-45"},
    {"words with commas", "tags: foo, bar\n", "", "tags=foo, bar"},
    {"aliases", "a: &x [1, 2]\nb: *x\nc: &y text\nd: *y\n", "", "a=[1, 2]; b=[1, 2]; c=text; d=text"},
    {"merged maps", "base: &base\n  a: b\nother:\n  <<: *base\n", "", "base={a: b}; other={<<: {a: b}}"},
    {"block scalars", "a: |\n  one\n   two\n\n  three\nb: >-\n  x\n  y\nc: d\n", "",
     "a=one\n two\n\nthree\n; b=x y; c=d"},
    {"a block scalar with its indentation", "m:\n  a: |2\n      x\n  b: c\n", "", "m={a:   x\n, b: c}"},
    {"keys of other scripts", "제목: 안녕\n日付: x\n", "", "제목=안녕; 日付=x"},
    {"emoji", "title: 🚀 go\ntags: [👩‍👩‍👧, b]\n", "", "title=🚀 go; tags=[👩‍👩‍👧, b]"},
    {"a list over lines", "tags: [a,\n  b,\n  c]\ntitle: x\n", "", "tags=[a, b, c]; title=x"},
    {"a list goes on in the first column", "tags: [a, b,\nc d, e]\ntitle: x\n", "", "tags=[a, b, c d, e]; title=x"},
    {"a tab in a list over lines", "tags: [a,\n\tb]\ntitle: x\n", "", "tags=[a, b]; title=x"},
    {"a tab behind the colon", "title:\tT\ntags:\t[a]\n", "", "title=T; tags=[a]"},
    {"a blank before the colon", "title : T\n", "", "title=T"},
    {"a URL", "url: http://x.y/a:b\n", "", "url=http://x.y/a:b"},
    {"a time", "date: 2024-01-02 10:20:30 +0900\n", "", "date=2024-01-02 10:20:30 +0900"},
    {"an anchor and a tag that lose the value", "title: !important\nsub: &note\n", "", "title=; sub="},
    {"braces of a template", "title: {{ x }}\n", "", "title={{ x }: }"},
    {"a quoted text over lines", "title: \"a\n  b\"\nc: d\n", "", "title=a b; c=d"},
    {"a plain text over lines", "title: a\n  b\n\n  c\nd: e\n", "", "title=a b\nc; d=e"},
    {"a text with a hyphen on its second line", "title: a\n  - b\n", "", "title=a - b"},
    {"escapes", "a: \"x\\ty\\n\\u00e9 \\_ \\\"q\\\"\"\nb: 'it''s'\n", "", "a=x\ty\né \u00A0 \"q\"; b=it's"},
    {"quoted keys", "\"a b\": c\n'd': e\n", "", "a b=c; d=e"},
    {"lists in lists", "tags:\n  - a\n  - [b, c]\n  - - d\n    - e\n", "", "tags=[a, [b, c], [d, e]]"},
    {"maps in lists", "list:\n  - name: x\n    url: y\n  - name: z\n", "", "list=[{name: x, url: y}, {name: z}]"},
    {"a map in brackets", "header: {teaser: /a.png, \"b\":c, d: }\n", "", "header={teaser: /a.png, b: c, d: }"},
    {"a pair in a list", "a: [b: c, d]\n", "", "a=[{b: c}, d]"},
    {"a comma at the end", "tags: [a, b,]\n", "", "tags=[a, b]"},
    {"comments between items", "tags:\n  # one\n  - a # first\n  # two\n  - b\n# end\nc: d\n", "", "tags=[a, b]; c=d"},
    {"a full-width comma", "tags: [a，b]\n", "", "tags=[a，b]"},
    {"a full-width colon in a value", "title: 안녕：세계\n", "", "title=안녕：세계"},
    {"an ideographic space before a key", "title: T\n\u3000tags: [a]\n", "", "title=T; \u3000tags=[a]"},
    {"all keys are indented", "  a: b\n  c:\n    d: e\n", "", "a=b; c={d: e}"},
    {"brackets alone", "{layout: post, tags: [a, b]}\n", "", "layout=post; tags=[a, b]"},
    {"a negative number below a key", "offset:\n  -5\n", "", "offset=-5"},
};

const std::vector<FrontMatterExample> halfTyped{
    {"half a key", "title: x\nda\n", "notAnEntry <da>", "title=x"},
    {"half a first key", "ti\nlayout: post\n", "notAnEntry <ti>", "layout=post"},
    {"a key without a value", "title: x\ntags:\ndate: y\n", "", "title=x; tags=; date=y"},
    {"an open list before other keys", "tags: [a, \ntitle: x\ncategories: [b]\n", "unclosedBracket <[>",
     "tags=[a]; title=x; categories=[b]"},
    {"only an open bracket", "tags: [\ntitle: x\n", "unclosedBracket <[>", "tags=[]; title=x"},
    {"an open quote in an open list", "tags: [a, \"\ntitle: x\n", "unclosedBracket <[>", "tags=[a, ?]; title=x"},
    {"a hyphen alone", "tags:\n  - a\n  -\ntitle: x\n", "", "tags=[a, null]; title=x"},
    {"an open quote", "title: \"\ntags: [a]\n", "unclosedQuote <\">", "title=?; tags=[a]"},
    {"a bold value", "title: *bold*\ntags: [a]\n", "reservedStart <*>", "title=?; tags=[a]"},
};

std::string withFences(std::string_view content) { return "---\n" + std::string(content) + "---\nBody\n"; }

namespace {

class FrontMatterExamples : public testing::TestWithParam<FrontMatterExample> {};

TEST_P(FrontMatterExamples, SayWhatIsExpected) {
  const Text text(withFences(GetParam().content));
  const FrontMatter frontMatter = parseFrontMatter(text);
  EXPECT_EQ(problemsInWords(text, frontMatter.problems), GetParam().problems) << GetParam().name;
  EXPECT_EQ(entriesInWords(frontMatter.entries), GetParam().entries) << GetParam().name;
  EXPECT_TRUE(frontMatter.closed);
  EXPECT_EQ(text.slice(frontMatter.content), GetParam().content);
}

/// All repairs of a text applied; nothing where a fatal problem has none.
std::optional<std::string> repaired(const Text& text) {
  std::vector<Edit> edits;
  for (const FrontMatterProblem& problem : parseFrontMatter(text).problems) {
    if (problem.fatal && problem.repair.empty()) return std::nullopt;
    EXPECT_EQ(problem.repair.empty(), problem.repairTitle.empty());
    edits.insert(edits.end(), problem.repair.begin(), problem.repair.end());
  }
  return galley::apply(text.bytes(), edits);
}

TEST_P(FrontMatterExamples, AreReadableOnceRepaired) {
  const auto text = repaired(Text(withFences(GetParam().content)));
  if (!text) return;
  const Text after(*text);
  const FrontMatter frontMatter = parseFrontMatter(after);
  EXPECT_EQ(problemsInWords(after, frontMatter.problems), "") << GetParam().name << "\n" << *text;
}

/// Each repair alone takes its own problem away and brings no other.
TEST_P(FrontMatterExamples, EachRepairTakesOneProblemAway) {
  const Text text(withFences(GetParam().content));
  const auto problems = parseFrontMatter(text).problems;
  for (const FrontMatterProblem& problem : problems) {
    if (problem.repair.empty()) continue;
    const Text after(galley::apply(text.bytes(), problem.repair));
    EXPECT_LT(parseFrontMatter(after).problems.size(), problems.size()) << GetParam().name << "\n" << after.bytes();
  }
}

void checkSpans(const Text& text, const Value& value, Span inside) {
  EXPECT_LE(value.span.begin, value.span.end);
  EXPECT_TRUE(inside.contains(value.span)) << text.slice(value.span);
  const bool alias = text.slice(value.span).starts_with("*");
  if (alias) return;
  if (value.kind == Value::Kind::scalar && !text.slice(value.span).starts_with("|2")) {
    const DataFile alone = parseYaml(Text(std::string(text.slice(value.span)) + "\n"));
    EXPECT_EQ(alone.value.text, value.text);
    EXPECT_EQ(alone.value.style, value.style);
  }
  std::size_t end = value.span.begin;
  for (const Value& item : value.items) {
    EXPECT_GE(item.span.begin, end);
    end = item.span.end;
    checkSpans(text, item, value.span);
  }
  for (const Entry& entry : value.entries) {
    EXPECT_GE(entry.span.begin, end);
    end = entry.span.end;
    EXPECT_EQ(entry.span.begin, entry.keySpan.begin);
    EXPECT_TRUE(value.span.contains(entry.span));
    EXPECT_TRUE(entry.span.contains(entry.value.span)) << entry.key;
    checkSpans(text, entry.value, entry.span);
  }
}

TEST_P(FrontMatterExamples, HaveSpansThatSayTheSame) {
  const Text text(withFences(GetParam().content));
  const FrontMatter frontMatter = parseFrontMatter(text);
  for (const Entry& entry : frontMatter.entries) {
    EXPECT_TRUE(frontMatter.content.contains(entry.span)) << entry.key;
    if (entry.readable) checkSpans(text, entry.value, entry.span);
  }
  for (const FrontMatterProblem& problem : frontMatter.problems) EXPECT_FALSE(problem.span.empty());
}

std::string testName(const testing::TestParamInfo<FrontMatterExample>& info) {
  std::string name;
  for (const char c : info.param.name) name += std::isalnum(static_cast<unsigned char>(c)) != 0 ? c : '_';
  return name;
}

INSTANTIATE_TEST_SUITE_P(Mistakes, FrontMatterExamples, testing::ValuesIn(mistakes), testName);
INSTANTIATE_TEST_SUITE_P(Unspliced, FrontMatterExamples, testing::ValuesIn(unspliced), testName);
INSTANTIATE_TEST_SUITE_P(Fine, FrontMatterExamples, testing::ValuesIn(fine), testName);
INSTANTIATE_TEST_SUITE_P(HalfTyped, FrontMatterExamples, testing::ValuesIn(halfTyped), testName);

}  // namespace
}  // namespace galley::test
