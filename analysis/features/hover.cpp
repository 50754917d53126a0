// Hover: what the thing under the cursor is. So far: pictures, in whatever way they are written.
#include "analysis/features/image_hover.h"

namespace galley {
namespace {

// The smallest picture at a place: one may stand inside of the alt text of another. Of two that meet there, the second.
const Link* findImageAt(const Post& post, std::size_t offset) {
  const Link* found = nullptr;
  for (const Link& link : post.markdown.links) {
    if (link.span.begin > offset) break;
    if (!link.image || !link.span.touches(offset)) continue;
    const bool behind = found != nullptr && link.span.begin >= found->span.end;
    if (found == nullptr || behind || found->span.contains(link.span)) found = &link;
  }
  return found;
}

// The picture that a reference definition at a place stands for; null where only links use it.
const Link* findImageOfDefinitionAt(const Post& post, std::size_t offset, Span& span) {
  for (std::size_t i = 0; i < post.markdown.definitions.size(); ++i) {
    if (!post.markdown.definitions[i].span.touches(offset)) continue;
    for (const Link& link : post.markdown.links)
      if (link.image && link.definition == i) {
        span = post.markdown.definitions[i].span;
        return &link;
      }
  }
  return nullptr;
}

}  // namespace

std::optional<Hover> hover(const View& view, const Post& post, std::size_t offset) {
  stopHere(view);
  if (const Link* image = findImageAt(post, offset)) return imageHover(view, post, *image, image->span);
  Span span;
  if (const Link* image = findImageOfDefinitionAt(post, offset, span)) return imageHover(view, post, *image, span);
  if (post.frontMatter.block.touches(offset))
    for (const FieldImage& image : fieldImages(view.site, post)) {
      if (image.span.touches(offset)) return imageHover(view, post, image, image.span);
      const Entry* entry = post.frontMatter.find(image.field->key);
      if (entry != nullptr && entry->keySpan.touches(offset)) return imageHover(view, post, image, entry->keySpan);
    }
  return std::nullopt;
}

}  // namespace galley
