// See the header.
#include "analysis/features/inspect.h"

#include <algorithm>

namespace galley {

namespace {

FrontMatterState stateOf(const FrontMatter& frontMatter, const Config& config) {
  if (frontMatter.format == FrontMatterFormat::none || !frontMatter.closed) return FrontMatterState::none;
  if (frontMatter.readable()) return FrontMatterState::read;
  return config.strictFrontMatter ? FrontMatterState::fatal : FrontMatterState::lost;
}

/// What the author typed for the destination: of a reference that is in its definition.
std::string writtenOf(const Post& post, const Link& link) { return std::string(post.text.slice(link.destinationSpan)); }

}  // namespace

InspectedPage inspect(const View& view, const Post& post) {
  const Site& site = view.site;
  const Facts facts = factsOf(post, site.generator(), site.config());
  InspectedPage page{.path = post.path,
                     .kind = post.kind,
                     .frontMatter = stateOf(post.frontMatter, site.config()),
                     .title = facts.title,
                     .date = facts.date,
                     .layout = facts.layout};
  for (const Taxonomy& taxonomy : site.generator().taxonomies) page.terms.try_emplace(std::string(taxonomy.name));
  for (const Term& term : facts.terms) {
    auto& names = page.terms[term.taxonomy];
    if (std::ranges::find(names, term.name) == names.end()) names.push_back(term.name);
  }
  for (const Heading& heading : post.markdown.headings)
    page.headings.push_back({.level = heading.level, .text = heading.text, .place = placeOf(post.text, heading.span)});
  for (const Link& link : post.markdown.links)
    page.links.push_back({.place = placeOf(post.text, link.span),
                          .image = link.image,
                          .text = link.text,
                          .written = writtenOf(post, link)});
  return page;
}

InspectedSite inspect(const View& view) {
  const Site& site = view.site;
  const Config& config = site.config();
  InspectedSite inspected{.generator = std::string(site.generator().name),
                          .theme = site.theme() != nullptr ? std::string(site.theme()->name) : config.theme,
                          .config = config.files,
                          .baseUrl = config.baseUrl,
                          .basePath = config.basePath,
                          .uncertain = config.uncertain};
  for (const Facts* facts : site.index().all()) {
    switch (facts->kind) {
      case PostKind::post:
        ++inspected.posts;
        break;
      case PostKind::draft:
        ++inspected.drafts;
        break;
      case PostKind::page:
      case PostKind::document:
        ++inspected.pages;
        break;
      case PostKind::data:
        break;
    }
  }
  inspected.assets = site.files().size() - std::min(site.files().size(), site.index().size());
  for (const Taxonomy& taxonomy : site.generator().taxonomies)
    inspected.terms[std::string(taxonomy.name)] = site.index().terms(taxonomy.name).size();
  return inspected;
}

}  // namespace galley
