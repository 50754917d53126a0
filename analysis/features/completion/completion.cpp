// Completion: where the cursor is, and which source answers there. The first that has something to say answers alone.
#include "analysis/features/completion/source.h"
#include "analysis/features/features.h"

namespace galley {

CompletionList completion(const View& view, const Post& post, std::size_t offset) {
  stopHere(view);
  const auto place = findFrontMatterPlace(post.text, post.frontMatter, offset);
  if (!place || place->kind != FrontMatterPlace::Kind::value) return {};
  if (auto terms = completeTerms(view, post, *place, offset)) return *std::move(terms);
  if (auto values = completeValues(view, post, *place, offset)) return *std::move(values);
  return {};
}

}  // namespace galley
