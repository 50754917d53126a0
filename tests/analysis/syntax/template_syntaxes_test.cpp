// Shortcodes, tags of other template languages and MDX: the spans of their parts, and the Markdown that the converter
// sees around them. What is expected was seen in runs of the generators, or in the converters that they use.
#include <gtest/gtest.h>

#include "analysis/syntax/markdown/mask.h"
#include "analysis/syntax/templates.h"
#include "tests/analysis/syntax/markdown/shown.h"

namespace galley::test {
namespace {

/// One line a tag: `kind name`, then each argument as `name=value` or `value`, the quotes shown; `⇄` and the number of
/// its partner; `text` for one that stands in a text.
std::string tagsOf(std::string_view source, const TemplateSyntax& syntax) {
  constexpr const char* kinds[] = {"output", "tag", "comment", "escaped", "element", "expression", "module"};
  std::string result;
  for (const TemplateTag& tag : parseTemplates(source, {0, source.size()}, syntax).tags) {
    result += std::string(kinds[static_cast<std::size_t>(tag.kind)]) + " " + (tag.end ? "/" : "") +
              slice(source, tag.nameSpan) + (tag.selfClosing ? "/" : "");
    if (tag.name != slice(source, tag.nameSpan)) result += " (" + tag.name + ")";
    for (const TemplateArgument& argument : tag.arguments) {
      const std::string quote = argument.quote == 0 || argument.quote == '{' ? "" : std::string(1, argument.quote);
      result += " " + (argument.name.empty() ? "" : slice(source, argument.name) + "=") + quote +
                slice(source, argument.value) + quote;
    }
    if (tag.partner != TemplateTag::noPartner) result += " ⇄" + std::to_string(tag.partner);
    result += tag.opaque ? " text\n" : "\n";
  }
  return result;
}

std::string maskOf(std::string_view source, const TemplateSyntax& syntax) {
  return maskBody(source, {0, source.size()}, syntax);
}

/// What is found, the same whatever the line ends.
void expectFound(std::string_view text, const std::string& expected, const Dialect& dialect,
                 const TemplateSyntax& syntax) {
  for (const char* lineEnd : {"\n", "\r\n"}) {
    const std::string source = withLineEnds(text, lineEnd);
    EXPECT_EQ(shown(source, parseMarkdown(source, {0, source.size()}, dialect, syntax)), expected) << source;
  }
}

TEST(GoShortcodes, NamesAndArguments) {
  const auto tags = [](std::string_view source) { return tagsOf(source, goShortcodes); };
  EXPECT_EQ(tags("{{< figure src=\"a >}} b.png\" alt=`c\nd` width=3 >}}"),
            "tag figure src=\"a >}} b.png\" alt=`c⏎d` width=3\n");
  EXPECT_EQ(tags("{{< youtube w7Ft2ymGmfc >}} {{%tabs \"x \\\"y\\\"\" z%}}"),
            "tag youtube w7Ft2ymGmfc\ntag tabs \"x \\\"y\\\"\" z\n");
  EXPECT_EQ(tags("{{<\n ref\n \"한글.md#a\"\n>}}"), "tag ref \"한글.md#a\"\n");
  EXPECT_EQ(tags("{{< a b = \"c\" >}}{{< dir/name />}}"), "tag a b=\"c\"\ntag dir/name/\n");
  EXPECT_EQ(tags("{{</* a \"b\" */>}}{{%/* c */%}}"), "escaped a \"b\"\nescaped c\n");
  EXPECT_EQ(tags("{{ .Title }} {% a %} {{< open \"x"), "");
  EXPECT_EQ(tags("{{< a \"x\ny\" >}}"), "");  // only backticks run over lines
}

TEST(GoShortcodes, PairsAreFoundByName) {
  EXPECT_EQ(tagsOf("{{< a >}}{{< b >}}{{< a >}}x{{< /a >}}{{< / a >}}{{< /c >}}", goShortcodes),
            "tag a ⇄4\ntag b\ntag a ⇄3\ntag /a ⇄2\ntag /a ⇄0\ntag /c\n");
  EXPECT_EQ(tagsOf("{{% a %}}{{< b />}}{{% /a %}}", goShortcodes), "tag a ⇄2\ntag b/\ntag /a ⇄0\n");
}

TEST(GoShortcodes, AreOneWordForMarkdown) {
  EXPECT_EQ(maskOf("a {{< b >}} c\n{{< b\n\"c\" >}}\n", goShortcodes), "a xxxxxxxxx c\nxxxxxxxxxxxxx\n");
  EXPECT_EQ(maskOf("{{< a >}}\n\n# b\n{{< /a >}}\n", goShortcodes), std::string(25, 'x') + "\n");
  EXPECT_EQ(maskOf("{{% a %}}\n# b {{% c %}}\n{{% /a %}}\n", goShortcodes), "         \n# b xxxxxxxxx\n          \n");
  // What the second form encloses reaches the page, wherever it stands.
  EXPECT_EQ(maskOf("{{< a >}}\nx\n{{% b %}}\n# c\n{{% /b %}}\n{{< /a >}}\n", goShortcodes),
            "         \n \n         \n# c\n          \n          \n");
  EXPECT_EQ(maskOf("{{% b %}}\n{{< a >}}\n# c\n{{< /a >}}\n{{% /b %}}\n", goShortcodes),
            "         \n         \n# c\n          \n          \n");
}

TEST(GoShortcodes, InMarkdown) {
  const auto found = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, goldmark, goShortcodes);
  };
  found("[a]({{< ref \"b.md\" >}} \"t\")\n",
        "link ‹[a]({{< ref \"b.md\" >}} \"t\")›: a → {{< ref \"b.md\" >}} \"t\"\n");
  found("{{< note >}}\n# no\n\n[no](x)\n{{< /note >}} *x* [a](b)\n", "link ‹[a](b)›: a → b\n");
  found("{{% note %}}\n# h\n\n[a](b)\n{{% /note %}}\n", "h1 ‹# h›: h\nlink ‹[a](b)›: a → b\n");
  found("{{< figure src=\"a.png\"\n  caption=\"[no](x)\" >}}\n# h\n", "h1 ‹# h›: h\n");
  found("{{< a >}}\n---\n", "h2 ‹{{< a >}}⏎---›: {{< a >}}\n");
  found("{{% a %}}\n---\n", "");
  found("# a {{</* b */>}} c\n", "h1 ‹# a {{</* b */>}} c›: a {{< b >}} c (a {{</* b */>}} c)\n");
  found("```\n{{< a >}}\n# no\n```\n", "code ‹```⏎{{< a >}}⏎# no⏎```›: {{< a >}}⏎# no⏎\n");
  found("| a |\n|---|\n| {{< b \"x|y\" >}} [c](d) |\n", "link ‹[c](d)›: c → d\n");
  found("> {{< a >}}\n> # no\n> {{< /a >}} [b](c)\n", "link ‹[b](c)›: b → c\n");
}

TEST(TeraShortcodes, NamesAndArguments) {
  EXPECT_EQ(tagsOf("{{ youtube(id=\"a }} b\", autoplay=true, list=[1, 2], name='한') }}", teraShortcodes),
            "tag youtube id=\"a }} b\" autoplay=true list=[1, 2] name='한'\n");
  EXPECT_EQ(tagsOf("{% quote(author=`V`) %}x{{ b() }}{% end %}", teraShortcodes),
            "tag quote author=`V` ⇄2\ntag b\ntag /end ⇄0\n");
  EXPECT_EQ(tagsOf("{{/* a(b=1) */}} {%/* c() */%}x{%/* end */%}", teraShortcodes),
            "escaped a b=1\nescaped c\nescaped /end\n");
  EXPECT_EQ(tagsOf("{{ page.title }} {{ a(1) }} {% if x %} {{ a( }}", teraShortcodes), "");
}

TEST(TeraShortcodes, InMarkdown) {
  const auto found = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, pulldownCmark, teraShortcodes);
  };
  found("{% note() %}\n# no\n\n[no](x)\n{% end %}\n# h\n", "h1 ‹# h›: h\n");
  found("{{ image(src=\"[no](x)\") }}\n\n# {{ a() }} b\n", "h1 ‹# {{ a() }} b›: {{ a() }} b\n");
  found("{%/* note() */%}\n\n# h\n\n{%/* end */%}\n", "h1 ‹# h›: h\n");
  found("# {{ page.title }}\n", "h1 ‹# {{ page.title }}›: {{ page.title }}\n");
}

TEST(Nunjucks, TagsCommentsAndTexts) {
  EXPECT_EQ(tagsOf("{{ \"}}\" }}{# {{ a }} #}{%- set x = '%}' -%}", nunjucksTemplates),
            "output \ncomment \ntag set x='%}'\n");
  EXPECT_EQ(tagsOf("{% raw %}{{ a }}{% raw %}{% endraw %}{% endraw %}{% image \"a.png\", 'b' %}", nunjucksTemplates),
            "tag raw ⇄4\noutput  text\ntag raw text\ntag endraw text\ntag endraw ⇄0\ntag image \"a.png\" 'b'\n");
  expectFound("{% raw %}\n```\n{{ a }}\n```\n{% endraw %}\n\n{# [no](x) #} [a]({{ '/b' | url }})\n",
              "link ‹[a]({{ '/b' | url }})›: a → {{ '/b' | url }}\ncode ‹```⏎{{ a }}⏎```›: {{ a }}⏎\n", markdownIt,
              nunjucksTemplates);
  expectFound("{% verbatim %}{{ x }}{% endverbatim %}\n\n# {% if a %}b{% endif %}\n",
              "h1 ‹# {% if a %}b{% endif %}›: {% if a %}b{% endif %}\n", markdownIt, nunjucksTemplates);
}

TEST(NunjucksTags, StandOutsideOfCode) {
  EXPECT_EQ(tagsOf("{% asset_img a.png \"b c\" %}{% post_link x %}", nunjucksTags),
            "tag asset_img a.png \"b c\"\ntag post_link x\n");
  EXPECT_EQ(tagsOf("{% link a https://b.c/?d=e %}", nunjucksTags), "tag link a https://b.c/?d=e\n");
  EXPECT_EQ(tagsOf("{% codeblock js %}\n{{ a }}\n{% endcodeblock %}", nunjucksTags),
            "tag codeblock js ⇄1\ntag endcodeblock ⇄0\n");
  EXPECT_EQ(tagsOf("```\n{% a %}\n```\n`{{ b }}` <!-- {% c %} --> \\`{% d %}`\n", nunjucksTags), "tag d\n");
  EXPECT_EQ(tagsOf("`a\n\n{% b %}` {{ c }", nunjucksTags), "tag b\n");
}

TEST(NunjucksTags, ArePlaceholdersForMarkdown) {
  const auto found = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, marked, nunjucksTags);
  };
  EXPECT_EQ(maskOf("a {% b c %}\n", nunjucksTags), "a <!--xx-->\n");
  found("{% raw %}\n```\n# no\n{% endraw %}\n# h\n", "h1 ‹# h›: h\n");
  found("{% note %}\n[no](x)\n\n# no\n{% endnote %}\n\n# h\n", "h1 ‹# h›: h\n");
  found("{% asset_img a.png %} [no](x)\n[a](b)\n", "link ‹[a](b)›: a → b\n");  // the comment takes the whole line
  found("text {% asset_img a.png %} [a](b)\n", "link ‹[a](b)›: a → b\n");
  found("[a]({% post_path b %})\n", "link ‹[a]({% post_path b %})›: a → {% post_path b %}\n");
  found("```\n{% raw %}\n```\n# h\n", "h1 ‹# h›: h\ncode ‹```⏎{% raw %}⏎```›: {% raw %}⏎\n");
}

TEST(Mdx, ElementsExpressionsAndModules) {
  EXPECT_EQ(
      tagsOf("import A from './a'\nexport const b = {\n\n  c: '}'\n}\n\n<Tabs items={['a', \"}\"]} open\n  {...x}>"
             "{/* c */}</Tabs>",
             mdxTemplates),
      "module import\nelement Tabs items={['a', \"}\"]} open= {...x} ⇄3\ncomment \nelement /Tabs ⇄1\n");
  EXPECT_EQ(tagsOf("<a.B c=\"d > e\" /> {`}`} <></>", mdxTemplates),
            "element a.B/ c=\"d > e\"\nexpression \nelement  ⇄3\nelement / ⇄2\n");
  EXPECT_EQ(tagsOf("a < b > c \\<A> \\{x} `<B>` {open <https://a.b> text\nimport x\n\n```\n<C>\n```\n", mdxTemplates),
            "");
}

TEST(Mdx, InMarkdown) {
  const auto found = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, mdx, mdxTemplates);
  };
  found("import A from 'a'\n\n# h\n", "h1 ‹# h›: h\n");
  found("<div>\n# h\n\n    [a](b)\n</div>\n", "h1 ‹# h›: h\nlink ‹[a](b)›: a → b\n");
  found("<Tabs>\n  <Tab>\n    ## h\n    - [a](b)\n  </Tab>\n</Tabs>\n", "h2 ‹## h›: h\nlink ‹[a](b)›: a → b\n");
  found("<img src=\"a.png\" alt=\"b\" /> and <a href='c'>d</a>\n",
        "image ‹<img src=\"a.png\" alt=\"b\" />›: b → a.png\nlink ‹<a href='c'>d</a>›: d → c\n");
  found("<img\n  src={x}\n/>\n\n{/* [no](x) */}\n", "image ‹<img⏎  src={x}⏎/>›: no text → {x}\n");
  found("# a {b} <C d=\"[no](x)\" />\n", "h1 ‹# a {b} <C d=\"[no](x)\" />›: a {b} <C d=\"[no](x)\" />\n");
  found("```js\nimport x from 'y'\n```\n", "code ‹```js⏎import x from 'y'⏎```›: import x from 'y'⏎ (js)\n");
  found("text\nimport [a](b)\n", "link ‹[a](b)›: a → b\n");
}

TEST(TemplateSyntaxes, TextsMadeToHurtAreReadInBoundedTime) {
  for (const char* piece : {"{{<",         "{{< \"",    "{{% `",      "{%",        "{% a \"", "{{", "{{ a",
                            "{#",          "`",         "``{",        "<a b={",    "<A ",     "{",  "import {\n\n",
                            "{% a %}enda", "{{< a >}}", "{{< /a >}}", "{% a() %}", "<a b=\"", "{'"}) {
    std::string text;
    while (text.size() < 200'000) text += piece;
    for (const TemplateSyntax* syntax :
         {&liquidTemplates, &nunjucksTemplates, &nunjucksTags, &goShortcodes, &teraShortcodes, &mdxTemplates}) {
      const std::string mask = maskOf(text, *syntax);
      EXPECT_EQ(mask.size(), text.size());
    }
  }
}

}  // namespace
}  // namespace galley::test
