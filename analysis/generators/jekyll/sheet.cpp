// What we know of Jekyll, read from top to bottom. Seen in runs of Jekyll 4.3.1; tests/oracles/jekyll holds its
// answers.
#include <algorithm>

#include "analysis/generators/all.h"
#include "analysis/generators/jekyll/fields.h"
#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/generators/themes/themes.h"
#include "analysis/links/links.h"

namespace galley {
namespace {

constexpr Marker markers[] = {
    {.path = "_config.yml"},
    {.path = "_config.yaml"},
    {.path = "_config.toml"},
    {.path = "Gemfile", .strong = false, .contains = "jekyll"},
    {.path = "Gemfile", .strong = false, .contains = "github-pages"},
    {.path = "_posts", .strong = false},
};

constexpr Taxonomy taxonomies[] = {
    {.name = "tags", .key = "tags", .splitBlanks = true},
    {.name = "tags", .key = "tag"},
    {.name = "categories", .key = "categories", .splitBlanks = true},
    {.name = "categories", .key = "category"},
    {.name = "keywords", .key = "keywords", .splitCommas = true},
};

constexpr const Theme* themes[] = {&alFolio, &beautifulJekyll, &chirpy, &minima, &minimalMistakes};

constexpr Consequence consequences[] = {
    {Breakage::unreadable, PostKind::post,
     "Jekyll will publish this post without layout and data, under today's date."},
    {Breakage::unreadable, PostKind::draft, "Jekyll will show this draft without layout and data."},
    {Breakage::unreadable, PostKind::document, "Jekyll will take this document without its layout and data."},
    {Breakage::unreadable, PostKind::page, "Jekyll will publish this page without layout and data."},
    {Breakage::unreadableStrict, PostKind::post, "Jekyll stops: the whole site is not built."},
    {Breakage::unreadableStrict, PostKind::draft, "Jekyll stops when drafts are shown: the whole site is not built."},
    {Breakage::unreadableStrict, PostKind::document, "Jekyll stops: the whole site is not built."},
    {Breakage::unreadableStrict, PostKind::page, "Jekyll stops: the whole site is not built."},
    {Breakage::notClosed, PostKind::post, "Jekyll will publish the whole text, front matter and all, without layout."},
    {Breakage::notClosed, PostKind::draft, "Jekyll will show the whole text, front matter and all, without layout."},
    {Breakage::notClosed, PostKind::document, "Jekyll will copy this file as it is: no page is made of it."},
    {Breakage::notClosed, PostKind::page, "Jekyll will copy this file as it is: no page is made of it."},
    {Breakage::duplicateKey, PostKind::post, "Jekyll takes the last one and says nothing."},
    {Breakage::duplicateKey, PostKind::draft, "Jekyll takes the last one and says nothing."},
    {Breakage::duplicateKey, PostKind::document, "Jekyll takes the last one and says nothing."},
    {Breakage::duplicateKey, PostKind::page, "Jekyll takes the last one and says nothing."},
    {Breakage::badDate, PostKind::post, "Jekyll stops: the whole site is not built."},
    {Breakage::badDate, PostKind::draft, "Jekyll stops when drafts are shown: the whole site is not built."},
    {Breakage::badDate, PostKind::document, "Jekyll stops: the whole site is not built."},
    {Breakage::notUtf8, PostKind::post, "Jekyll cannot read this file and leaves it out."},
    {Breakage::notUtf8, PostKind::draft, "Jekyll cannot read this file and leaves it out."},
    {Breakage::notUtf8, PostKind::document, "Jekyll cannot read this file and leaves it out."},
    {Breakage::notUtf8, PostKind::page, "Jekyll cannot read this file and leaves it out."},
    {Breakage::noSuchDay, PostKind::post, "Jekyll counts on into the next month and says nothing."},
    {Breakage::noSuchDay, PostKind::draft, "Jekyll counts on into the next month and says nothing."},
    {Breakage::noSuchDay, PostKind::document, "Jekyll counts on into the next month and says nothing."},
    {Breakage::draftKey, PostKind::post,
     "Jekyll publishes this post all the same: only files in _drafts are drafts, and `published: false` hides one."},
    {Breakage::dateInFuture, PostKind::post, "Jekyll leaves this post out until then."},
    {Breakage::unknownLayout, PostKind::post, "Jekyll will publish this post bare, without any layout."},
    {Breakage::unknownLayout, PostKind::draft, "Jekyll will show this draft bare, without any layout."},
    {Breakage::unknownLayout, PostKind::document, "Jekyll will publish this page bare, without any layout."},
    {Breakage::unknownLayout, PostKind::page, "Jekyll will publish this page bare, without any layout."},
    {Breakage::stringForBoolean, PostKind::post, "Jekyll takes any text as true, \"false\" too."},
    {Breakage::stringForBoolean, PostKind::draft, "Jekyll takes any text as true, \"false\" too."},
    {Breakage::stringForBoolean, PostKind::document, "Jekyll takes any text as true, \"false\" too."},
    {Breakage::stringForBoolean, PostKind::page, "Jekyll takes any text as true, \"false\" too."},
};

constexpr const LinkForm* links[] = {&linkTag, &output, &ownSite, &remote, &root, &relative};
constexpr const LinkForm* fieldLinks[] = {&ownSite, &remote, &fromRoot};

// kramdown is the default; the CommonMark converters are other gems.
const Dialect* dialectOf(const Post&, const Config& config) {
  const Value* converter = findIn(config.all, "markdown");
  if (converter != nullptr && converter->text.starts_with("CommonMark")) return &commonMark;
  const bool emoji = std::find(config.plugins.begin(), config.plugins.end(), "jemoji") != config.plugins.end();
  return emoji ? &kramdownWithEmoji : &kramdown;
}

const TemplateSyntax* templatesOf(const Post& post, const Config& config) {
  const Value* value = findValue(post, config, "render_with_liquid");
  return value == nullptr || booleanOf(*value, YamlSchema::psych) != false ? &liquidTemplates : &noTemplates;
}

}  // namespace

extern constinit const Generator jekyllSheet{
    .name = "jekyll",
    .markers = markers,
    .dialect = &kramdown,
    .templates = &liquidTemplates,
    .yaml = YamlSchema::psych,
    .needsFrontMatter = true,
    .draftsFolder = "_drafts",
    .dataFolder = "_data",
    .fields = jekyll::fields,
    .taxonomies = taxonomies,
    .themes = themes,
    .consequences = consequences,
    .links = links,
    .fieldLinks = fieldLinks,
    .extensions = jekyll::extensions,
    .configOf = jekyll::configOf,
    .kindOf = jekyll::kindOf,
    .datesOf = jekyll::datesOf,
    .termsOf = jekyll::termsOf,
    .titleOf = jekyll::titleOf,
    .layoutsOf = jekyll::layoutsOf,
    .dialectOf = dialectOf,
    .templatesOf = templatesOf,
    .fateOf = jekyll::fateOf,
    .urlOf = jekyll::urlOf,
    .publishes = jekyll::publishes,
};

}  // namespace galley
