// Tags, categories and the like: the site's own, most used first. Never a word that the site does not have.
#include <algorithm>
#include <string>

#include "analysis/features/completion/slot.h"
#include "analysis/features/completion/source.h"
#include "analysis/text/rich_text.h"

namespace galley {
namespace {

RichText latestPosts(const TermUse& use) {
  RichText text;
  for (const Facts* post : use.latest) {
    text.item();
    if (post->date) text.say(isoOf(*post->date).substr(0, 10)).say(" ");
    text.quote(post->title.empty() ? post->path.name() : std::string_view(post->title));
  }
  return text;
}

}  // namespace

std::optional<CompletionList> completeTerms(const View& view, const Post& post, const FrontMatterPlace& place,
                                            std::size_t offset) {
  const auto taxonomies = view.site.generator().taxonomies;
  const auto taxonomy =
      std::find_if(taxonomies.begin(), taxonomies.end(), [&](const Taxonomy& one) { return one.key == place.key; });
  if (taxonomy == taxonomies.end()) return std::nullopt;

  const Separator separator = taxonomy->splitBlanks   ? Separator::blank
                              : taxonomy->splitCommas ? Separator::comma
                                                      : Separator::none;
  const Slot slot = slotOf(post, place, offset, separator);
  CompletionList list;
  list.incomplete = true;  // editors that filter by themselves would not find the middle of a word
  for (const TermUse& use : view.site.index().terms(taxonomy->name, &post.path)) {
    stopHere(view);
    if (!matches(slot, use.name)) continue;
    auto item = itemFor(slot, use.name, list.items.size());
    if (!item) continue;
    item->kind = CompletionItem::Kind::term;
    item->detail = std::to_string(use.count) + (use.count == 1 ? " post" : " posts");
    const RichText latest = latestPosts(use);
    item->documentation = latest.markdown();
    item->plainDocumentation = latest.plain();
    list.items.push_back(*std::move(item));
  }
  return list;
}

}  // namespace galley
