// Completion: where the cursor is, and which source answers there. The first that has something to say answers alone.
#include "analysis/features/completion/source.h"
#include "analysis/features/features.h"

namespace galley {

CompletionList completion(const View& view, const Post& post, std::size_t offset) {
  stopHere(view);
  if (const auto place = findFrontMatterPlace(post.text, post.frontMatter, offset)) {
    if (auto terms = completeTerms(view, post, *place, offset)) return *std::move(terms);
  }
  return {};
}

}  // namespace galley
