// Minimal Mistakes: how it is recognised, its layouts, and the front-matter keys that it reads.
#include "analysis/generators/themes/themes.h"

namespace galley {
namespace {

constexpr std::string_view valuesClasses[] = {"wide", "landing", "dark-theme"};
constexpr std::string_view valuesEntriesLayout[] = {"list", "grid"};
constexpr std::string_view valuesSortBy[] = {"date", "title"};
constexpr std::string_view valuesSortOrder[] = {"forward", "reverse"};

constexpr Field fields[] = {
    {.key = "author", .type = FieldType::text, .says = "Key of _data/authors.yml.", .from = ValueSource::authors},
    {.key = "author_profile", .type = FieldType::boolean, .says = "Author sidebar."},
    {.key = "breadcrumbs", .type = FieldType::boolean, .says = "Breadcrumbs."},
    {.key = "canonical_url", .type = FieldType::url, .says = "Canonical URL."},
    {.key = "classes", .type = FieldType::text | FieldType::list, .says = "Page classes.", .allowed = valuesClasses},
    {.key = "comments", .type = FieldType::boolean, .says = "Comments."},
    {.key = "entries_layout", .type = FieldType::text, .says = "List style.", .allowed = valuesEntriesLayout},
    {.key = "excerpt", .type = FieldType::text, .says = "Excerpt."},
    {.key = "feature_row", .type = FieldType::list, .says = "Feature blocks."},
    {.key = "gallery", .type = FieldType::list, .says = "Url, image_path, alt, title."},
    {.key = "header",
     .type = FieldType::map,
     .says = "Image, teaser, overlay_image, overlay_color, overlay_filter, caption, actions, video, og_image, "
             "image_description, show_overlay_excerpt."},
    {.key = "header.actions", .type = FieldType::list, .says = "Buttons: label, url."},
    {.key = "header.caption", .type = FieldType::text, .says = "Caption of the header image."},
    {.key = "header.image", .type = FieldType::path, .says = "Header image, full width.", .image = true},
    {.key = "header.image_description", .type = FieldType::text, .says = "Alternative text of the header image."},
    {.key = "header.og_image", .type = FieldType::path, .says = "Image for sharing.", .image = true},
    {.key = "header.overlay_color", .type = FieldType::text, .says = "Solid header colour."},
    {.key = "header.overlay_filter", .type = FieldType::text, .says = "Darkness or gradient over the image."},
    {.key = "header.overlay_image",
     .type = FieldType::path,
     .says = "Header image with the title over it.",
     .image = true},
    {.key = "header.show_overlay_excerpt",
     .type = FieldType::boolean,
     .says = "False hides the excerpt in the overlay."},
    {.key = "header.teaser", .type = FieldType::path, .says = "Teaser for related posts and grids.", .image = true},
    {.key = "last_modified_at", .type = FieldType::date, .says = "Date of change."},
    {.key = "link", .type = FieldType::url, .says = "Link post."},
    {.key = "mathjax", .type = FieldType::boolean, .says = "No key of the theme: needs an own include."},
    {.key = "read_time", .type = FieldType::boolean, .says = "Reading time."},
    {.key = "related", .type = FieldType::boolean, .says = "Related posts."},
    {.key = "search", .type = FieldType::boolean, .says = "In the search.", .fallback = "true"},
    {.key = "share", .type = FieldType::boolean, .says = "Share buttons."},
    {.key = "show_date", .type = FieldType::boolean, .says = "Date."},
    {.key = "sidebar", .type = FieldType::map | FieldType::list, .says = "Nav, or title/image/text blocks."},
    {.key = "sort_by", .type = FieldType::text, .says = "Collection order.", .allowed = valuesSortBy},
    {.key = "sort_order", .type = FieldType::text, .says = "Direction.", .allowed = valuesSortOrder},
    {.key = "tagline", .type = FieldType::text, .says = "Overlay text."},
    {.key = "taxonomy", .type = FieldType::text, .says = "Category of an archive."},
    {.key = "toc", .type = FieldType::boolean, .says = "Table of contents."},
    {.key = "toc_icon", .type = FieldType::text, .says = "Its Font Awesome icon."},
    {.key = "toc_label", .type = FieldType::text, .says = "Its title."},
    {.key = "toc_sticky", .type = FieldType::boolean, .says = "Sticks."},
};

constexpr std::string_view gems[] = {"minimal-mistakes-jekyll", "mmistakes/minimal-mistakes"};
constexpr std::string_view files[] = {"_includes/author-profile.html", "_layouts/single.html",
                                      "_includes/masthead.html"};
constexpr std::string_view assets[] = {"assets/css", "assets/js"};
constexpr std::string_view layouts[] = {"archive",  "archive-taxonomy", "categories", "category", "collection",
                                        "compress", "default",          "home",       "posts",    "search",
                                        "single",   "splash",           "tag",        "tags"};

}  // namespace

constinit const Theme minimalMistakes{
    .name = "minimal-mistakes",
    .gems = gems,
    .files = files,
    .fields = fields,
    .layouts = layouts,
    .readsAuthors = true,
    .assets = assets,
};

}  // namespace galley
