// The one link brain: what a written destination means, and whether it is there. Every feature asks here.
#pragma once

#include <string_view>
#include <vector>

#include "analysis/site/link_form.h"
#include "analysis/site/site.h"

namespace galley {

struct Resolved {
  Target target;
  bool exists = false;         // of local
  bool certain = true;         // false: something unknown (a plugin, a theme that is not there) may make it exist
  std::vector<Path> looked{};  // of local: the files that would have served, the likeliest first
};

/// An image (or other asset) as the built page would ask for it. Template outputs in the path are understood as far as
/// the site's forms go.
Resolved findImage(const Site& site, const Post& from, std::string_view written);

/// Images that the front matter names: dotted path of the field, the item, its text.
struct FieldImage {
  const Field* field;
  Span span;  // of the value without quotes
  std::string written;
};
std::vector<FieldImage> fieldImages(const Site& site, const Post& post);

/// The file of such a value: templates put the base path in front of it, so it is written from the root of the site.
Resolved findFieldImage(const Site& site, const Post& from, const FieldImage& image);

}  // namespace galley
