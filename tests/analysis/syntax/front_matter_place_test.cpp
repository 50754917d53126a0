// Where a cursor stands in front matter, in every form and every half-typed state.
#include "analysis/syntax/front_matter_place.h"

#include <gtest/gtest.h>

#include <string>

#include "tests/analysis/syntax/front_matter_examples.h"

namespace galley::test {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) all += (all.empty() ? "" : "|") + part;
  return all;
}

/// The place of the `▮` in a text, in one line: `value tags flow <item> "word" [siblings]`.
std::string placeOf(std::string source, const FrontMatterSyntax& syntax = {}) {
  const std::string cursor = "▮";
  const std::size_t offset = source.find(cursor);
  source.erase(offset, cursor.size());
  const Text text(source);
  const auto place = findFrontMatterPlace(text, parseFrontMatter(text, syntax), offset);
  if (!place) return "nothing";
  EXPECT_TRUE(place->item.touches(offset)) << source;
  EXPECT_TRUE(place->word.touches(offset)) << source;
  EXPECT_TRUE(place->item.contains(place->word)) << source;
  std::string result = place->kind == FrontMatterPlace::Kind::key ? "key" : "value";
  result += " " + place->key;
  if (place->kind == FrontMatterPlace::Kind::value) {
    result += place->form == FrontMatterPlace::Form::plain      ? " plain"
              : place->form == FrontMatterPlace::Form::flowItem ? " flow"
                                                                : " block";
  }
  result += " <" + std::string(text.slice(place->item)) + ">";
  if (place->word != place->item) result += " word <" + std::string(text.slice(place->word)) + ">";
  if (!place->siblings.empty()) result += " beside " + joined(place->siblings);
  if (place->needsBlank) result += " needs blank";
  return result;
}

std::string in(const std::string& content) { return placeOf("---\n" + content + "\n---\nBody\n"); }

TEST(FrontMatterPlace, FlowLists) {
  EXPECT_EQ(in("tags: [a, ▮]"), "value tags flow <> beside a");
  EXPECT_EQ(in("tags: [▮]"), "value tags flow <>");
  EXPECT_EQ(in("tags: [▮"), "value tags flow <>");
  EXPECT_EQ(in("tags: [a, b▮, c]"), "value tags flow <b> beside a|c");
  EXPECT_EQ(in("tags: [a, ▮bc, c]"), "value tags flow <bc> beside a|c");
  EXPECT_EQ(in("tags: [a, ▮, c]"), "value tags flow <> beside a|c");
  EXPECT_EQ(in("tags: [a,▮"), "value tags flow <> beside a");
  EXPECT_EQ(in("tags: [a, b▮\ntitle: x"), "value tags flow <b> beside a");
  EXPECT_EQ(in("tags: [a, ▮\ncategories: [b]"), "value tags flow <> beside a");
  EXPECT_EQ(in("tags: [two words, more w▮ords]"), "value tags flow <more words> beside two words");
  EXPECT_EQ(in("tags: [한글, 일▮기]"), "value tags flow <일기> beside 한글");
  EXPECT_EQ(in("tags: [\"a, b\", \"c▮\"]"), "value tags flow <\"c\"> beside a, b");
  EXPECT_EQ(in("tags: [a, \"c▮]"), "value tags flow <\"c> beside a");
  EXPECT_EQ(in("tags: [a, \"▮, d]"), "value tags flow <\"> beside a|d");
  EXPECT_EQ(in("tags: [a, '▮'"), "value tags flow <''> beside a");
  EXPECT_EQ(in("tags:\n  [a,\n   b▮,\n   c]"), "value tags flow <b> beside a|c");
  EXPECT_EQ(in("tags: [a,\n  ▮\n  c]"), "value tags flow <> beside a|c");
  EXPECT_EQ(in("tags: [a,\nb▮]"), "value tags flow <b> beside a");
  EXPECT_EQ(in("tags: [a, [b▮, c], d]"), "value tags flow <b> beside a|c|d");
  EXPECT_EQ(in("tags: [a]▮"), "nothing");
  EXPECT_EQ(in("tags: ▮[a]"), "nothing");
}

TEST(FrontMatterPlace, BlockLists) {
  EXPECT_EQ(in("tags:\n  - ▮"), "value tags block <>");
  EXPECT_EQ(in("tags:\n  -▮"), "value tags block <> needs blank");
  EXPECT_EQ(in("tags:\n- a\n- ▮"), "value tags block <> beside a");
  EXPECT_EQ(in("tags:\n  - a\n  - b▮\n  - c"), "value tags block <b> beside a|c");
  EXPECT_EQ(in("tags:\n  - a\n  - \"b▮\"\n"), "value tags block <\"b\"> beside a");
  EXPECT_EQ(in("tags:\n  - a\n  - \"b▮\n"), "value tags block <\"b> beside a");
  EXPECT_EQ(in("tags:\n  - two ▮words # note\n"), "value tags block <two words>");
  EXPECT_EQ(in("tags:\n  - a\n  - ▮\ntitle: x"), "value tags block <> beside a");
  EXPECT_EQ(in("tags:\n  - [a, b]\n  - c▮"), "value tags block <c> beside a|b");
  EXPECT_EQ(in("tags:\n  - [a, b▮]\n  - c"), "value tags flow <b> beside a");
  EXPECT_EQ(in("header:\n  tags:\n    - ▮"), "value header.tags block <>");
  EXPECT_EQ(in("list:\n  - name: x▮"), "nothing");
}

TEST(FrontMatterPlace, PlainValues) {
  EXPECT_EQ(in("tags: ▮"), "value tags plain <>");
  EXPECT_EQ(in("tags:▮"), "value tags plain <> needs blank");
  EXPECT_EQ(in("tags:▮\ntitle: x"), "value tags plain <> needs blank");
  EXPECT_EQ(in("tags: one▮"), "value tags plain <one>");
  EXPECT_EQ(in("tags: one tw▮o three"), "value tags plain <one two three> word <two> beside one|three");
  EXPECT_EQ(in("tags: one ▮"), "value tags plain <> beside one");
  EXPECT_EQ(in("tags: \"a b▮\""), "value tags plain <\"a b\">");
  EXPECT_EQ(in("tags: \"a b▮"), "value tags plain <\"a b>");
  EXPECT_EQ(in("header:\n  teaser: /a▮.png"), "value header.teaser plain </a.png>");
  EXPECT_EQ(in("header: {teaser: /a▮.png}"), "value header.teaser plain </a.png>");
  EXPECT_EQ(in("title: a # c▮"), "nothing");
  EXPECT_EQ(in("title: \"a\" b▮"), "nothing");
  EXPECT_EQ(in("title: x#▮y"), "value title plain <x#y>");
}

TEST(FrontMatterPlace, Keys) {
  EXPECT_EQ(in("▮"), "key  <>");
  EXPECT_EQ(in("ti▮"), "key  <ti>");
  EXPECT_EQ(in("ti▮tle: x"), "key  <title>");
  EXPECT_EQ(in("title▮: x"), "key  <title>");
  EXPECT_EQ(in("tags:\n  - a\nda▮"), "key  <da>");
  EXPECT_EQ(in("header:\n  te▮"), "key header <te>");
  EXPECT_EQ(in("header:\n  ▮"), "key header <>");
  EXPECT_EQ(in("header: {te▮}"), "key header <te>");
  EXPECT_EQ(in("text: |\n  ab▮c"), "nothing");
  EXPECT_EQ(in("# no▮te"), "nothing");
}

TEST(FrontMatterPlace, Edges) {
  EXPECT_EQ(placeOf("---▮\ntitle: x\n---\n"), "nothing");
  EXPECT_EQ(placeOf("---\ntitle: x\n▮---\n"), "nothing");
  EXPECT_EQ(placeOf("---\ntitle: x\n---\ntags: ▮"), "nothing");
  EXPECT_EQ(placeOf("tags: ▮"), "nothing");
  EXPECT_EQ(placeOf("---\ntags: [a, ▮"), "value tags flow <> beside a");
  EXPECT_EQ(placeOf("---\ntags:\n- ▮"), "value tags block <>");
  EXPECT_EQ(placeOf("---\ntags: ▮\n\nBody text.\n"), "value tags plain <>");
  EXPECT_EQ(placeOf("---\ntitle: x\n▮"), "key  <>");
  EXPECT_EQ(placeOf("---\r\ntags: [a, ▮]\r\n---\r\n"), "value tags flow <> beside a");
  EXPECT_EQ(placeOf("---\r\ntags:\r\n  - a\r\n  - ▮\r\n---\r\n"), "value tags block <> beside a");
  EXPECT_EQ(placeOf("\xEF\xBB\xBF---\ntags: ▮\n---\n"), "value tags plain <>");
}

std::string inToml(const std::string& content) { return placeOf("+++\n" + content + "\n+++\nBody\n", {.toml = true}); }

TEST(FrontMatterPlace, Toml) {
  EXPECT_EQ(inToml("tags = [\"a\", ▮]"), "value tags flow <> beside a");
  EXPECT_EQ(inToml("tags = [▮"), "value tags flow <>");
  EXPECT_EQ(inToml("tags = [\"a\", \"b▮\", 'c']"), "value tags flow <\"b\"> beside a|c");
  EXPECT_EQ(inToml("tags = [\"a\", \"b▮]\ntitle = \"x\""), "value tags flow <\"b> beside a");
  EXPECT_EQ(inToml("tags = [\"a\", b▮\ntitle = \"x\""), "value tags flow <b> beside a");
  EXPECT_EQ(inToml("tags = [\n  \"a\",\n  \"한▮\",\n  \"c\",\n]"), "value tags flow <\"한\"> beside a|c");
  EXPECT_EQ(inToml("tags = [\n  \"a\",\n  ▮\n  \"c\",\n]"), "value tags flow <> beside a|c");
  EXPECT_EQ(inToml("[taxonomies]\ntags = [\"a\", ▮]"), "value taxonomies.tags flow <> beside a");
  EXPECT_EQ(inToml("title = \"x▮\""), "value title plain <\"x\">");
  EXPECT_EQ(inToml("title = ▮\ndraft = true"), "value title plain <>");
  EXPECT_EQ(inToml("draft = tr▮ue"), "value draft plain <true>");
  EXPECT_EQ(inToml("[params]\nx = {y = \"z▮\"}"), "value params.x.y plain <\"z\">");
  EXPECT_EQ(inToml("ti▮"), "key  <ti>");
  EXPECT_EQ(inToml("title = \"x\"\nda▮te = 2020-01-01"), "key  <date>");
  EXPECT_EQ(inToml("title = \"x\"\n▮"), "key  <>");
  EXPECT_EQ(inToml("[params]\nco▮"), "key params <co>");
  EXPECT_EQ(inToml("# no▮te"), "nothing");
  EXPECT_EQ(inToml("[par▮ams]"), "nothing");
  EXPECT_EQ(placeOf("+++\ntags = [\"a\", ▮", {.toml = true}), "value tags flow <> beside a");
}

TEST(FrontMatterPlace, Json) {
  const FrontMatterSyntax json{.json = true};
  EXPECT_EQ(placeOf("{\"tags\": [\"a\", ▮]}\n", json), "value tags flow <> beside a");
  EXPECT_EQ(placeOf("{\n  \"tags\": [\"a\", \"b▮\", \"c\"]\n}\n", json), "value tags flow <\"b\"> beside a|c");
  EXPECT_EQ(placeOf("{\"tags\": [\"a\", \"▮\n", json), "value tags flow <\"> beside a");
  EXPECT_EQ(placeOf("{\"title\": \"x▮\"}\n", json), "value title plain <\"x\">");
  EXPECT_EQ(placeOf("{\"params\": {\"a\": \"x▮\"}}\n", json), "value params.a plain <\"x\">");
  EXPECT_EQ(placeOf("{\"ti▮\"}\n", json), "key  <\"ti\">");
  EXPECT_EQ(placeOf("{\"title\": \"x\", ▮}\n", json), "key  <>");
}

TEST(FrontMatterPlace, Fields) {
  const FrontMatterSyntax fields{.yaml = false, .fields = true};
  EXPECT_EQ(placeOf("Title: T\nTags: a, ▮\n\nBody", fields), "value Tags plain <> beside a");
  EXPECT_EQ(placeOf("Title: T\nTags: a, two w▮ords, c\n\nBody", fields), "value Tags plain <two words> beside a|c");
  EXPECT_EQ(placeOf("Title: T\nTags:▮\n\nBody", fields), "value Tags plain <> needs blank");
  EXPECT_EQ(placeOf("Ti▮tle: T\n\nBody", fields), "key  <Title>");
  EXPECT_EQ(placeOf("Title: T\n\nBo▮dy", fields), "nothing");
}

/// Every offset of a text, and of what is left when nothing stands behind it: half-typed.
void checkAllPlaces(const std::string& source, const FrontMatterSyntax& syntax) {
  const auto check = [&syntax](const Text& text, std::size_t offset) {
    const auto place = findFrontMatterPlace(text, parseFrontMatter(text, syntax), offset);
    if (!place) return;
    EXPECT_TRUE(place->item.touches(offset)) << text.bytes() << offset;
    EXPECT_TRUE(place->item.contains(place->word)) << text.bytes() << offset;
    EXPECT_TRUE(text.line(text.lineOf(offset)).contains(place->item)) << text.bytes() << offset;
  };
  const Text whole(source);
  for (std::size_t offset = 0; offset <= source.size(); ++offset) {
    check(whole, offset);
    check(Text(source.substr(0, offset)), offset);
  }
}

TEST(FrontMatterPlace, EveryPlaceTouchesItsCursor) {
  for (const auto* list : {&mistakes, &fine, &halfTyped}) {
    for (const FrontMatterExample& example : *list) checkAllPlaces(withFences(example.content), {});
  }
  checkAllPlaces(
      "+++\ntitle = \"A # b\" # c\ntags = [\"x\", 'y', [1, {a = 2}],\n  z,\n]\n[t.u]\n\"k e\".y = '''m\nn'''\n+++\nB\n",
      {.toml = true});
  checkAllPlaces("{\"a\": [\"b\", {\"c\": [1, \"\\\"\"]}],\r\n \"d\": {\"e\": null}, }\nBody", {.json = true});
  checkAllPlaces("Title: A\nTags: b; c , d;\n    more\n\nBody", {.yaml = false, .fields = true});
}

}  // namespace
}  // namespace galley::test
