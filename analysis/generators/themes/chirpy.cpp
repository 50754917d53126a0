// Chirpy: how it is recognised, its layouts, and the front-matter keys that it reads.
#include "analysis/generators/themes/themes.h"
#include "analysis/links/links.h"

namespace galley {
namespace {

constexpr Field fields[] = {
    {.key = "author",
     .type = FieldType::text | FieldType::list,
     .says = "Key(s) of _data/authors.yml.",
     .from = ValueSource::authors,
     .seen = true},
    {.key = "authors",
     .type = FieldType::list,
     .says = "Keys of _data/authors.yml.",
     .from = ValueSource::authors,
     .seen = true},
    {.key = "categories",
     .type = FieldType::list,
     .says = "At most two: top and sub-category.",
     .from = ValueSource::categories,
     .seen = true},
    {.key = "comments", .type = FieldType::boolean, .says = "Comments.", .seen = true, .fallback = "true"},
    {.key = "description", .type = FieldType::text, .says = "Shown under the title.", .seen = true},
    {.key = "hidden", .type = FieldType::boolean, .says = "Not on the home page."},
    {.key = "image",
     .type = FieldType::path | FieldType::map,
     .says = "Preview: path, alt, lqip, width, height.",
     .image = true,
     .seen = true},
    {.key = "image.alt", .type = FieldType::text, .says = "Its caption and alternative text."},
    {.key = "image.lqip", .type = FieldType::text, .says = "Low-quality placeholder: a path or a data URI."},
    {.key = "image.path",
     .type = FieldType::path,
     .says = "Preview image, below media_subpath when that is set.",
     .image = true},
    {.key = "img_path", .type = FieldType::path, .says = "Old name of media_subpath.", .replacedBy = "media_subpath"},
    {.key = "last_modified_at", .type = FieldType::date, .says = "Date of change."},
    {.key = "math", .type = FieldType::boolean, .says = "MathJax.", .seen = true},
    {.key = "media_subpath", .type = FieldType::path, .says = "Prefix of the media paths of this post.", .seen = true},
    {.key = "mermaid", .type = FieldType::boolean, .says = "Mermaid.", .seen = true},
    {.key = "pin", .type = FieldType::boolean, .says = "Pin to the top of the home page.", .seen = true},
    {.key = "render_with_liquid", .type = FieldType::boolean, .says = "See Jekyll.", .seen = true},
    {.key = "tags",
     .type = FieldType::list,
     .says = "Lower case by convention.",
     .from = ValueSource::tags,
     .seen = true},
    {.key = "toc", .type = FieldType::boolean, .says = "Table of contents.", .seen = true, .fallback = "true"},
};

constexpr std::string_view gems[] = {"jekyll-theme-chirpy", "cotes2020/jekyll-theme-chirpy"};
constexpr std::string_view files[] = {"_includes/topbar.html", "_includes/post-nav.html", "_layouts/post.html"};
constexpr std::string_view assets[] = {"assets/css", "assets/js", "assets/img/favicons", "assets/lib"};
constexpr std::string_view layouts[] = {"archives", "categories", "category", "compress", "default",
                                        "home",     "page",       "post",     "tag",      "tags"};
constexpr const LinkForm* links[] = {&mediaPath};

}  // namespace

constinit const Theme chirpy{
    .name = "chirpy",
    .gems = gems,
    .files = files,
    .fields = fields,
    .layouts = layouts,
    .readsAuthors = true,
    .assets = assets,
    .links = links,
};

}  // namespace galley
