// Template tags as Liquid cuts them out of a text.
#include "analysis/syntax/templates.h"

#include <gtest/gtest.h>

namespace galley::test {
namespace {

/// The tags of a text: `{{content}}` or `{%name|content%}`, an `!` behind those that are text.
std::string tagsOf(const std::string& source, const TemplateSyntax& syntax = liquidTemplates) {
  std::string result;
  for (const TemplateTag& tag : parseTemplates(source, {0, source.size()}, syntax).tags) {
    const std::string content = source.substr(tag.content.begin, tag.content.size());
    result += tag.kind == TemplateTag::Kind::output ? "{{" + content + "}}" : "{%" + tag.name + "|" + content + "%}";
    if (tag.opaque) result += "!";
  }
  return result;
}

TEST(Templates, OutputsAndTags) {
  EXPECT_EQ(tagsOf("a {{ x | y: '가' }} {%- if z -%} {{-b-}}"), "{{x | y: '가'}}{%if|if z%}{{b}}");
  EXPECT_EQ(tagsOf("{%include\n  a.html\n  b=\"c\"\n%}"), "{%include|include\n  a.html\n  b=\"c\"%}");
  EXPECT_EQ(tagsOf("{% %}{{}}"), "{%|%}{{}}");
}

TEST(Templates, WhatIsNoTag) {
  EXPECT_EQ(tagsOf("{ {x} { % a % } {{ open"), "");
  EXPECT_EQ(tagsOf("{% open }}"), "");
  EXPECT_EQ(tagsOf("{{ {a} }}"), "");  // an output ends at the first brace, which must be doubled
  EXPECT_EQ(tagsOf("\\frac{{a}}{b}"), "{{a}}");
  EXPECT_EQ(tagsOf("{{ x }}", noTemplates), "");
}

TEST(Templates, ContentsThatAreText) {
  EXPECT_EQ(tagsOf("{% raw %}{{ a }}{% b %}{% endraw %}{{ c }}"), "{%raw|raw%}{{a}}!{%b|b%}!{%endraw|endraw%}{{c}}");
  const std::string source = "{% highlight ruby %}a{% endhighlight %}{% raw %}b{% endraw %}{% comment %}c";
  const Templates templates = parseTemplates(source, {0, source.size()}, liquidTemplates);
  ASSERT_EQ(templates.opaque.size(), 2U);
  ASSERT_EQ(templates.hidden.size(), 1U);
  EXPECT_EQ(source.substr(templates.hidden[0].begin, templates.hidden[0].size()), "a");
  EXPECT_EQ(source.substr(templates.opaque[1].begin, templates.opaque[1].size()), "b");
}

TEST(Templates, OffsetsAreThoseOfTheFile) {
  const std::string source = "front {{ x }}";
  EXPECT_EQ(parseTemplates(source, {4, source.size()}, liquidTemplates).tags.at(0).span, (Span{6, 13}));
}

}  // namespace
}  // namespace galley::test
