// What authors write and what galley finds there, in all three forms of line ends, under both grammars.
#include "analysis/syntax/markdown/markdown.h"

#include <gtest/gtest.h>

#include "tests/analysis/syntax/markdown/shown.h"

namespace galley::test {
namespace {

/// The same expectation for every form of line end, and without the last one.
void expectFound(std::string_view text, const std::string& expected, const Dialect& dialect,
                 const TemplateSyntax& templates = noTemplates) {
  for (const char* lineEnd : {"\n", "\r\n", "\r"}) {
    const std::string source = "front\n" + withLineEnds(text, lineEnd);
    EXPECT_EQ(shown(source, parseMarkdown(source, {6, source.size()}, dialect, templates)), expected) << text;
  }
  const std::string source(text.substr(0, text.size() - 1));
  EXPECT_EQ(shown(source, parseMarkdown(source, {0, source.size()}, dialect, templates)), expected) << text;
}

void expectInBoth(std::string_view text, const std::string& expected) {
  expectFound(text, expected, commonMark);
  expectFound(text, expected, kramdown);
}

TEST(Markdown, AtxHeadings) {
  expectInBoth("# 제목 *one*\n", "h1 ‹# 제목 *one*›: 제목 one (제목 *one*)\n");
  expectInBoth("##  two ##\t\n", "h2 ‹##  two ##›: two\n");
  expectInBoth("### a `b` [c](d) ![e](f) 🎉\n",
               "h3 ‹### a `b` [c](d) ![e](f) 🎉›: a b c  🎉 (a `b` [c](d) ![e](f) 🎉)\n"
               "link ‹[c](d)›: c → d\nimage ‹![e](f)›: e → f\ncode ‹`b`›: b\n");
  expectInBoth("#### a &amp; b \\# c\n", "h4 ‹#### a &amp; b \\# c›: a & b # c (a &amp; b \\# c)\n");
  expectInBoth("# a<br>b *c<BR />* d\n", "h1 ‹# a<br>b *c<BR />* d›: a⏎b c⏎ d (a<br>b *c<BR />* d)\n");
  expectInBoth("text\n# h\nmore\n", "h1 ‹# h›: h\n");
}

TEST(Markdown, SetextHeadings) {
  expectInBoth("A *title*\n===\n\ntext\n\nSecond\n--\n",
               "h1 ‹A *title*⏎===›: A title (A *title*)\nh2 ‹Second⏎--›: Second\n");
  expectFound("two\nlines\n---\n", "h2 ‹two⏎lines⏎---›: two⏎lines\n", commonMark);
  expectFound("two\nlines\n---\n", "", kramdown);
}

TEST(Markdown, HeadingsInQuotesAndLists) {
  expectInBoth("> # a\n> b\n\n- ## c\n- d\n\n  ### e\n", "h1 ‹# a›: a\nh2 ‹## c›: c\nh3 ‹### e›: e\n");
  expectInBoth(">\n\n>\n>  \n> # a\n\n[b](c)\n", "h1 ‹# a›: a\nlink ‹[b](c)›: b → c\n");
  expectInBoth("1. > - # deep\n", "h1 ‹# deep›: deep\n");
  expectFound("> two\n> lines\n> ---\n", "h2 ‹two⏎> lines⏎> ---›: two⏎lines (two⏎> lines)\n", commonMark);
}

TEST(Markdown, RawHtmlHeadings) {
  expectInBoth("<div align=center><h2>연구 &amp; <b>일</b></h2></div>\n",
               "h2 ‹<h2>연구 &amp; <b>일</b></h2>›: 연구 & 일 (연구 &amp; <b>일</b>)\n");
  expectInBoth("<h3 id=\"here\">\n  text\n</h3>\n", "h3 ‹<h3 id=\"here\">⏎  text⏎</h3>›: text #here\n");
}

TEST(Markdown, Images) {
  expectInBoth("![고양이](cat.png \"a title\") ![]()\n",
               "image ‹![고양이](cat.png \"a title\")›: 고양이 → cat.png \"a title\"\nimage ‹![]()›:  → \n");
  const std::string definition = "[x] ‹[x]: /p.png 'T'› → /p.png \"T\"\n";
  expectFound("![a *b*][x]\n\n[x]: /p.png 'T'\n", "image ‹![a *b*][x]›: a b → /p.png \"T\"\n" + definition, commonMark);
  expectFound("![a *b*][x]\n\n[x]: /p.png 'T'\n", "image ‹![a *b*][x]›: a *b* → /p.png \"T\"\n" + definition, kramdown);
  expectInBoth("<img\n  src=\"/a b.png\"\n  alt='A &lt; B'\n  width=\"910%\">\n",
               "image ‹<img⏎  src=\"/a b.png\"⏎  alt='A &lt; B'⏎  width=\"910%\">›: A < B → /a b.png\n");
  expectInBoth("text <img src=\"a.png\"> text\n", "image ‹<img src=\"a.png\">›: no text → a.png\n");
  expectInBoth("[![i](a.png)](b)\n", "link ‹[![i](a.png)](b)›:  → b\nimage ‹![i](a.png)›: i → a.png\n");
}

TEST(Markdown, ImagesWithBlanksInTheDestination) {
  expectFound("![a](/img/my pic.png)\n", "image ‹![a](/img/my pic.png)›: a → /img/my pic.png\n", kramdown);
  expectFound("![a](/img/my pic.png)\n", "", commonMark);
  expectInBoth("![a](</img/my pic.png>)\n", "image ‹![a](</img/my pic.png>)›: a → /img/my pic.png\n");
}

TEST(Markdown, Links) {
  expectInBoth("[a](b)[c]( d  'e' )\n", "link ‹[a](b)›: a → b\nlink ‹[c]( d  'e' )›: c → d \"e\"\n");
  expectInBoth("a [b\nc](d) e\n", "link ‹[b⏎c](d)›: b⏎c → d\n");
  expectInBoth("> a [b\n> c](d) e\n", "link ‹[b⏎> c](d)›: b⏎c → d\n");
  expectInBoth(
      "<https://a.b/c> <me@x.y>\n",
      "link ‹<https://a.b/c>›: https://a.b/c → https://a.b/c\nlink ‹<me@x.y>›: me@x.y → me@x.y = mailto:me@x.y\n");
  expectInBoth("<a href='x?a&amp;b' title=\"t\">go *on*</a>\n",
               "link ‹<a href='x?a&amp;b' title=\"t\">go *on*</a>›: go *on* → x?a&amp;b = x?a&b \"t\"\n");
  expectInBoth("[a](b(c)d)\n", "link ‹[a](b(c)d)›: a → b(c)d\n");
}

TEST(Markdown, ABlankBeforeTheEndOfADestinationBeginsNoTitle) {
  expectInBoth("([a](b ) c))\n", "link ‹[a](b )›: a → b\n");
  expectInBoth("[a](b ))\n", "link ‹[a](b )›: a → b\n");
}

TEST(Markdown, References) {
  expectInBoth("[a][x], [X][] and [x]\n\n[x]: </u v> \"t\"\n[unused]: w\n",
               "link ‹[a][x]›: a → /u v \"t\"\nlink ‹[X][]›: X → /u v \"t\"\nlink ‹[x]›: x → /u v \"t\"\n"
               "[x] ‹[x]: </u v> \"t\"› → /u v \"t\"\n[unused] ‹[unused]: w› → w\n");
  expectFound("[a]\n\n[a]: 1\n[a]: 2\n", "link ‹[a]›: a → 1\n[a] ‹[a]: 1› → 1\n[a] ‹[a]: 2› → 2\n", commonMark);
  expectFound("[a]\n\n[a]: 1\n[a]: 2\n", "link ‹[a]›: a → 2\n[a] ‹[a]: 1› → 1\n[a] ‹[a]: 2› → 2\n", kramdown);
  expectFound("> [a]: b\n\n- [c]: d\n- x\n", "[a] ‹[a]: b› → b\n[c] ‹[c]: d› → d\n", commonMark);
  expectInBoth("[nowhere] [to][go]\n", "");
}

TEST(Markdown, Code) {
  expectInBoth("```c++\n# no [h](h)\n```\n", "code ‹```c++⏎# no [h](h)⏎```›: # no [h](h)⏎ (c++)\n");
  expectInBoth("a ``b ` c`` d\n", "code ‹``b ` c``›: b ` c\n");
  expectInBoth("    # four\n\n    blanks\n", "code ‹# four⏎⏎    blanks›: # four⏎⏎    blanks\n");
  expectFound("- a\n\n  ~~~\n  # b\n  ~~~\n", "code ‹~~~⏎  # b⏎  ~~~›:   # b⏎\n", commonMark);
  expectFound("- a\n\n  ~~~\n  # b\n  ~~~\n", "code ‹~~~⏎  # b⏎  ~~~›: # b⏎\n", kramdown);
  expectFound("```ruby title\n# h\n```\n", "code ‹```ruby title⏎# h⏎```›: # h⏎ (ruby title)\n", commonMark);
}

TEST(Markdown, LiquidIsMasked) {
  const auto liquid = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, kramdown, liquidTemplates);
  };
  liquid("![a]({{ site.baseurl }}/x.png)\n", "image ‹![a]({{ site.baseurl }}/x.png)›: a → {{ site.baseurl }}/x.png\n");
  liquid("[a]({% post_url 2020-01-01-b %}#c)\n",
         "link ‹[a]({% post_url 2020-01-01-b %}#c)›: a → {% post_url 2020-01-01-b %}#c\n");
  liquid("![a]({{ '/x y.png' | relative_url }} \"t\")\n",
         "image ‹![a]({{ '/x y.png' | relative_url }} \"t\")›: a → {{ '/x y.png' | relative_url }} \"t\"\n");
  liquid("<img src=\"{{ \"/a.png\" | relative_url }}\">\n",
         "image ‹<img src=\"{{ \"/a.png\" | relative_url }}\">›: no text → {{ \"/a.png\" | relative_url }}\n");
  liquid("# {{ page.title }} *x*\n", "h1 ‹# {{ page.title }} *x*›: {{ page.title }} x ({{ page.title }} *x*)\n");
  liquid("{% if x %}\n# a\n{% endif %}\n\n{% comment %}\n# b\n{% endcomment %}\n", "h1 ‹# a›: a\n");
  liquid("{% highlight ruby %}\n# no\n{% endhighlight %}\n\n`{% raw %}{{ x }}{% endraw %}`\n",
         "code ‹`{% raw %}{{ x }}{% endraw %}`›: {% raw %}{{ x }}{% endraw %}\n");
  liquid("    {% include a.html %}\n# b\n", "h1 ‹# b›: b\n");
}

TEST(Markdown, KramdownAttributes) {
  const auto found = [](std::string_view text, const std::string& expected) { expectFound(text, expected, kramdown); };
  found("## a b {#my-id}\n", "h2 ‹## a b {#my-id}›: a b #my-id\n");
  found("## a ## {#한글}\n", "h2 ‹## a ## {#한글}›: a #한글\n");
  found("# a\n{: #b .c}\n\ntext\n", "h1 ‹# a›: a #b\n");
  found("{: id=\"b\"}\n# a\n", "h1 ‹# a›: a #b\n");
  found("Title {#x}\n===\n", "h1 ‹Title {#x}⏎===›: Title #x\n");
  found("# a {: #b}\n", "h1 ‹# a {: #b}›: a {: #b}\n");
  found("# [a](b){:target=\"_blank\"} c\n",
        "h1 ‹# [a](b){:target=\"_blank\"} c›: a c ([a](b){:target=\"_blank\"} c)\nlink ‹[a](b)›: a → b\n");
}

TEST(Markdown, KramdownBlocks) {
  const auto found = [](std::string_view text, const std::string& expected) { expectFound(text, expected, kramdown); };
  found("<br/>\n# a\n", "h1 ‹# a›: a\n");
  found("text</div>\n</div>\n# a\n", "h1 ‹# a›: a\n");
  found("<div>\n\n# raw\n\n[raw](x)\n\n</div>\n# a\n", "h1 ‹# a›: a\n");
  found("<div markdown=\"1\">\n# a\n\n[b](c)\n</div>\n", "h1 ‹# a›: a\nlink ‹[b](c)›: b → c\n");
  found("<u>[raw](x)</u> <b>[a](b)</b>\n", "link ‹[a](b)›: a → b\n");
  found("{::comment}\n# no\n{:/comment}\n# a\n", "h1 ‹# a›: a\n");
  found("$$\na_1 [x](y)\n$$\n\nb $$c*d [x](y)$$ *e*\n", "");
  found("# a $$x$$\n", "h1 ‹# a $$x$$›: a x (a $$x$$)\n");
  found("a[^1]\n\n[^1]: [b](c)\n\n    # d\n\n[^2]: [unused](x)\n", "h1 ‹# d›: d\nlink ‹[b](c)›: b → c\n");
  found("```ruby title\n# a\n\n```\n", "h1 ‹# a›: a\n");
  found("   # no\n#no\n#\n", "");
  found("term\n: # a\n: [b](c)\n", "h1 ‹# a›: a\nlink ‹[b](c)›: b → c\n");
  found("[a | b](c)\n", "");
  found("text [a | b](c)\nmore\n", "link ‹[a | b](c)›: a | b → c\n");
  found("*[HTML]: Hyper [x](y)\n# a\n", "h1 ‹# a›: a\n");
  found("# **단어(word)**를 -- 본다...\n",
        "h1 ‹# **단어(word)**를 -- 본다...›: 단어(word)를 – 본다… (**단어(word)**를 -- 본다...)\n");
  found("[a] [b]\n\n[b]: c (d)\n", "link ‹[a] [b]›: a → c (d)\n[b] ‹[b]: c (d)› → c (d)\n");
}

// In emphasis no mark begins another; outside of it the mark in the text would, and end in the destination.
TEST(Markdown, KramdownProvesNoLinkThatEmphasisHoldsTogether) {
  const auto found = [](std::string_view text, const std::string& expected) { expectFound(text, expected, kramdown); };
  found("[*](*)\n", "");
  found("*[*](*)*\n", "link ‹[*](*)›: * → *\nunproven: 1\n");
  found("**a [**b](c**) d**\n", "link ‹[**b](c**)›: **b → c**\nunproven: 1\n");
  found("*[a**](b*c)* [d](e)\n", "link ‹[d](e)›: d → e\n");  // but two marks begin one where a link stands between
  found("*[a](b_c)* _[d_e](f)_\n", "link ‹[a](b_c)›: a → b_c\nlink ‹[d_e](f)›: d_e → f\n");
  found("[*a*](b)\n", "link ‹[*a*](b)›: a → b\n");
}

TEST(Markdown, PythonMarkdownHeadings) {
  const auto found = [](std::string_view text, const std::string& expected) {
    expectFound(text, expected, pythonMarkdown);
  };
  found("### a ###\n", "h3 ‹### a ###›: a\n");
  found("### a ###  \nb\n", "h3 ‹### a ###  ›: a ###\n");
  found("### a \n", "h3 ‹### a›: a\n");
  found("a\n===\n", "h1 ‹a⏎===›: a\n");
  found("\f\n-\n", "h2 ‹\f⏎-›: \n");
}

// It takes these control characters out of every text, as marks of its own.
TEST(Markdown, PythonMarkdownProvesNothingThatIsReadWithoutCharacters) {
  expectFound("[a]\x03(b) [c](d)\n", "link ‹[a]\x03(b)›: a → b\nlink ‹[c](d)›: c → d\nunproven: 1\n", pythonMarkdown);
  expectFound("\x02[c](d)\x03\n", "link ‹[c](d)›: c → d\n", pythonMarkdown);
}

TEST(Markdown, CommonMarkLeavesEmphasisBesideHangulAsItIs) {
  expectFound("# **단어(word)**를\n", "h1 ‹# **단어(word)**를›: **단어(word)**를\n", commonMark);
  const std::string source = "- **단어(word)**를 **bold** a ** b \\*\\* `**`\n";
  const auto marks = [&](const Dialect& dialect) {
    std::string result;
    for (const Span& run : parseMarkdown(source, {0, source.size()}, dialect, noTemplates).literalMarks)
      result += std::to_string(run.begin) + "-" + std::to_string(run.end) + " ";
    return result;
  };
  EXPECT_EQ(marks(commonMark), "2-4 16-18 ");
  EXPECT_EQ(marks(kramdown), "");
}

TEST(Markdown, Footnotes) {
  const std::string text =
      "# a[^1] b[^Long] c[^no]\n\n[^1]: word\n\n[^long]: a [link](x)\n[^unused]: [gone](y)\n\n[^alone]: [never](z)\n"
      "\n[^1]: [again](z)\n";
  expectFound(text, "h1 ‹# a[^1] b[^Long] c[^no]›: a b c[^no] (a[^1] b[^Long] c[^no])\nlink ‹[link](x)›: link → x\n",
              goldmark);
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, remark, noTemplates);
  std::string notes;
  for (const Node& node : markdown.nodes) {
    if (node.kind == Node::Kind::footnoteDefinition) notes += "note " + slice(text, node.label) + "\n";
    if (node.kind == Node::Kind::footnoteReference) notes += "mark " + slice(text, node.span) + "\n";
  }
  EXPECT_EQ(notes, "mark [^1]\nmark [^Long]\nnote 1\nnote long\nnote unused\nnote alone\nnote 1\n");
}

TEST(Markdown, FootnotesOfOneWordAndBeforeAColon) {
  const std::string text = "a [^b]: c [^d]\n\n[^b]: [e](f)\n\n[^d]: <https://g.h>\n";
  for (const Dialect* dialect : {&goldmark, &remark, &pulldownCmark})
    expectFound(text, "link ‹[e](f)›: e → f\nlink ‹<https://g.h>›: https://g.h → https://g.h\n", *dialect);
}

TEST(Markdown, FootnotesOfSeveralBlocks) {
  const std::string text =
      "a[^1] b[^2]\n\n[^1]: [c](d)\n    goes on\n\n    [e](f)\n\n    - [g](h)\n\n          code\n[^2]:\n\n    ## "
      "i\n\n[j](k)\n";
  expectFound(text,
              "h2 ‹## i›: i\nlink ‹[c](d)›: c → d\nlink ‹[e](f)›: e → f\nlink ‹[g](h)›: g → h\n"
              "link ‹[j](k)›: j → k\ncode ‹code›: code\n",
              goldmark);
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, goldmark, noTemplates);
  std::string notes;
  for (const Node& node : markdown.nodes)
    if (node.kind == Node::Kind::footnoteDefinition)
      notes += "‹" + slice(text, node.span) + "›: " + slice(text, node.content) + "\n";
  EXPECT_EQ(notes,
            "‹[^1]: [c](d)⏎    goes on⏎⏎    [e](f)⏎⏎    - [g](h)⏎⏎          code›: [c](d)⏎    goes on⏎⏎    [e](f)⏎⏎"
            "    - [g](h)⏎⏎          code\n"
            "‹[^2]:⏎⏎    ## i›: ⏎⏎    ## i\n");
}

TEST(Markdown, FootnotesInItemsAndQuotes) {
  const std::string text =
      "a[^1] [^2] [^3]\n\n1. [^1]: [b](c)\n   - > [^2]: d\n     >\n     >     [e](f)\n\n7 [^3]: g\n";
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, goldmark, noTemplates);
  std::string notes;
  for (const Node& node : markdown.nodes)
    if (node.kind == Node::Kind::footnoteDefinition) notes += "‹" + slice(text, node.span) + "›\n";
  EXPECT_EQ(notes, "‹[^1]: [b](c)›\n‹[^2]: d⏎     >⏎     >     [e](f)›\n");
}

TEST(Markdown, FootnotesBesideListsOfTheSameMark) {
  const std::string text = "+ a[^1]\n\n[^1]: [b](c)\n[^2]: *d\n[^3]: e*\n\n+ f\n";
  const Markdown markdown = parseMarkdown(text, {0, text.size()}, remark, noTemplates);
  std::string found;
  for (const Node& node : markdown.nodes)
    if (node.kind == Node::Kind::footnoteDefinition || node.kind == Node::Kind::bulletList || node.isInline())
      found += "‹" + slice(text, node.span) + "›\n";
  EXPECT_EQ(found, "‹+ a[^1]›\n‹[^1]›\n‹[^1]: [b](c)›\n‹[b](c)›\n‹[^2]: *d›\n‹[^3]: e*›\n‹+ f›\n");
}

TEST(Markdown, HeadingAttributes) {
  expectFound("## a *b* {#my-id .c key=v}\n", "h2 ‹## a *b* {#my-id .c key=v}›: a b (a *b*) #my-id\n", goldmark);
  expectFound("## a {.c}\n\nb {#x_y_z}\n===\n", "h2 ‹## a {.c}›: a\nh1 ‹b {#x_y_z}⏎===›: b #x_y_z\n", pulldownCmark);
  expectFound("## a {b}\n", "h2 ‹## a {b}›: a {b}\n", goldmark);
  expectFound("## a {#b}\n", "h2 ‹## a {#b}›: a {#b}\n", remark);
}

TEST(Markdown, BareUrls) {
  const std::string text = "see https://a.b/c, www.d.e and me@f.g\n";
  expectFound(text,
              "link ‹https://a.b/c›: https://a.b/c → https://a.b/c\n"
              "link ‹www.d.e›: www.d.e → www.d.e = http://www.d.e\n"
              "link ‹me@f.g›: me@f.g → me@f.g = mailto:me@f.g\n",
              remark);
  expectFound(text, "", markdownIt);
  expectFound(text, "", kramdown);
}

TEST(Markdown, BareUrlsBeginWhereTheConverterSays) {
  const std::string behindText = "地址：https://a.b/c\n";
  const std::string found = "link ‹https://a.b/c›: https://a.b/c → https://a.b/c\n";
  expectFound(behindText, found, remark);
  expectFound(behindText, found, marked);
  expectFound(behindText, "", goldmark);
  expectFound("<i>https://a.b/c</i>\n", found, goldmark);
  expectFound("<i>a@b.c</i> 가a@b.c\n", "link ‹a@b.c›: a@b.c → a@b.c = mailto:a@b.c\n", goldmark);
  expectFound("xhttps://a.b/c\n", "", remark);
  expectFound("xhttps://a.b/c\n", found, marked);
  const std::string tag = "<a href=\"/\">https://a.b/c</a>\n";
  const std::string html = "link ‹<a href=\"/\">https://a.b/c</a>›: https://a.b/c → /\n";
  expectFound(tag, html + found, remark);
  expectFound(tag, html, marked);
  for (const Dialect* dialect : {&remark, &marked, &goldmark}) {
    expectFound("[https://a.b/c](d)\n", "link ‹[https://a.b/c](d)›: https://a.b/c → d\n", *dialect);
    expectFound("`https://a.b/c`\n", "code ‹`https://a.b/c`›: https://a.b/c\n", *dialect);
    expectFound("![https://a.b/c](d)\n", "image ‹![https://a.b/c](d)›: https://a.b/c → d\n", *dialect);
  }
}

TEST(Markdown, BareUrlsEndWhereTheConverterSays) {
  const auto link = [](const std::string& address) {
    return "link ‹" + address + "›: " + address + " → " + address + "\n";
  };
  expectFound("(https://a.b/(c)). \n", link("https://a.b/(c)"), remark);
  expectFound("(https://a.b/(c)). \n", link("https://a.b/(c)"), marked);
  expectFound("(https://a.b/(c)) \n", link("https://a.b/(c)"), goldmark);
  expectFound("(https://a.b/(c)). \n", link("https://a.b/(c))"), goldmark);
  expectFound("\"https://a.b/c\".\n", link("https://a.b/c"), remark);
  expectFound("\"https://a.b/c\".\n", link("https://a.b/c"), marked);
  expectFound("\"https://a.b/c\".\n", link("https://a.b/c\""), goldmark);
  expectFound("https://a.b/c。\n", link("https://a.b/c。"), remark);
  expectFound("https://a.b/c。\n", link("https://a.b/c"), goldmark);
  expectFound("[https://a.b/c]\n", link("https://a.b/c"), remark);
  expectFound("[https://a.b/c]\n", link("https://a.b/c]"), marked);
  expectFound("https://a/b\n", link("https://a/b"), remark);
  expectFound("https://a/b\n", link("https://a/b"), marked);
  expectFound("https://a/b\n", "", goldmark);
  const std::string reference = "https://a.b/?c&amp;d&copy;\n";
  expectFound(reference, link("https://a.b/?c&amp;d"), remark);
  expectFound(reference, link("https://a.b/?c&amp;d"), goldmark);
  expectFound(reference,
              "link ‹https://a.b/?c&amp;d›: https://a.b/?c&amp;d → https://a.b/?c&amp;d = https://a.b/?c&d\n", marked);
}

TEST(Markdown, LinesBehindFourBlanksAreCodeBlocksOrText) {
  const std::string text = "    # [a](b)\n    ---\n\n- c\n\n      ## d\n";
  const std::string link = "link ‹[a](b)›: a → b\n";
  expectFound(text, link, markdownIt);
  expectFound("a\n\n\t[a](b)\n===\n\n>     # c\n", link, markdownIt);
  expectFound(text, "h1 ‹# [a](b)›: a ([a](b))\nh2 ‹## d›: d\n" + link, mdx);
  expectFound(text, "code ‹# [a](b)⏎    ---›: # [a](b)⏎    ---\ncode ‹## d›: ## d\n", commonMark);
}

TEST(Markdown, LabelsAreComparedAsTheConverterDoesIt) {
  const std::string definitions = "\n[ÉTÉ]: /e\n\n[b!]: /b\n\n[ c  d]: /c\n";
  const auto destinationsOf = [&](const std::string& references, const Dialect& dialect) {
    const std::string text = references + "\n" + definitions;
    const Markdown markdown = parseMarkdown(text, {0, text.size()}, dialect, noTemplates);
    EXPECT_EQ(markdown.unproven, 0U) << text;
    std::string found;
    for (const Link& link : markdown.links) found += link.destination + " ";
    return found;
  };
  for (const Dialect* dialect : {&commonMark, &kramdown, &pythonMarkdown})
    EXPECT_EQ(destinationsOf("[été]", *dialect), "/e ");
  EXPECT_EQ(destinationsOf("[b\\!]", kramdown), "/b ") << "a text is unescaped before it is looked for";
  EXPECT_EQ(destinationsOf("[x][b\\!]", kramdown), "/b ") << "there is no such label; its text is one";
  EXPECT_EQ(destinationsOf("[b\\!]", commonMark), "");
  EXPECT_EQ(destinationsOf("[x][ c\nd]", kramdown), "/c ");
  EXPECT_EQ(destinationsOf("[x][c d]", kramdown), "");
  EXPECT_EQ(destinationsOf("[x][c d]", commonMark), "/c ");
  EXPECT_EQ(destinationsOf("[x][c d]", pythonMarkdown), "") << "it squeezes only the reference";
  EXPECT_EQ(destinationsOf("[x][c  d]", pythonMarkdown), "");
}

TEST(Markdown, BackslashesMeanWhatTheConverterSays) {
  const auto destinationsOf = [](const std::string& text, const Dialect& dialect) {
    std::string found;
    for (const Link& link : parseMarkdown(text, {0, text.size()}, dialect, noTemplates).links)
      found += link.destination + (link.title.empty() ? " " : " \"" + link.title + "\" ");
    return found;
  };
  const std::string text = "[a](/\\*\\& 'b\\*') [c]\n\n[c]: /\\* 'd\\*'\n";
  EXPECT_EQ(destinationsOf(text, commonMark), "/*& \"b*\" /* \"d*\" ");
  EXPECT_EQ(destinationsOf(text, kramdown), "/\\*\\& \"b\\*\" /\\* \"d\\*\" ");
  EXPECT_EQ(destinationsOf(text, pythonMarkdown), "/*\\& \"b*\" /\\* \"d\\*\" ");
  EXPECT_EQ(destinationsOf("<https://a.b/\\_>", commonMark), "https://a.b/\\_ ");
  EXPECT_EQ(destinationsOf("<https://a.b/\\_>", pythonMarkdown), "https://a.b/_ ");
}

TEST(Markdown, KramdownDestinationsInAngleBrackets) {
  expectFound("[a]: <b> 'c'\n[d]: <e>f\n[g]: <h> i>\n\n[a], [d], [g]\n",
              "link ‹[a]›: a → b \"c\"\nlink ‹[d]›: d → <e>f\nlink ‹[g]›: g → h> i\n"
              "[a] ‹[a]: <b> 'c'› → b \"c\"\n[d] ‹[d]: <e>f› → <e>f\n[g] ‹[g]: <h> i>› → h> i\n",
              kramdown);
}

TEST(Markdown, OffsetsAreThoseOfTheFile) {
  const std::string source = "---\ntitle: 가\n---\n# 나\n";
  const Markdown markdown = parseMarkdown(source, {19, source.size()}, kramdown, liquidTemplates);
  ASSERT_EQ(markdown.headings.size(), 1U);
  EXPECT_EQ(slice(source, markdown.headings[0].span), "# 나");
  EXPECT_EQ(slice(source, markdown.headings[0].textSpan), "나");
}

TEST(Markdown, AnEmptyBodyHoldsNothing) {
  for (const Dialect* dialect : {&commonMark, &kramdown}) {
    EXPECT_EQ(shown("", parseMarkdown("", {0, 0}, *dialect, liquidTemplates)), "");
    EXPECT_EQ(shown("ab", parseMarkdown("ab", {5, 9}, *dialect, liquidTemplates)), "");
  }
}

}  // namespace
}  // namespace galley::test
