// What a hover says of a picture: a preview where it can be shown, and always its facts in a line of text.
#pragma once

#include "analysis/features/features.h"
#include "analysis/site/resolve.h"

namespace galley {

/// `span`: what the hover is about, for the editor to mark.
Hover imageHover(const View& view, const Post& post, const Link& image, Span span);
Hover imageHover(const View& view, const Post& post, const FieldImage& image, Span span);

}  // namespace galley
