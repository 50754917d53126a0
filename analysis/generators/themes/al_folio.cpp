// al-folio: how it is recognised, its layouts, and the front-matter keys that it reads.
#include "analysis/generators/themes/themes.h"

namespace galley {
namespace {

constexpr Field fields[] = {
    {.key = "_styles", .type = FieldType::text, .says = "CSS.", .seen = true},
    {.key = "author", .type = FieldType::text, .says = "Author.", .seen = true},
    {.key = "authors", .type = FieldType::list, .says = "Distill authors."},
    {.key = "bibliography", .type = FieldType::path, .says = "BibTeX file (Distill)."},
    {.key = "category", .type = FieldType::text, .says = "Project group.", .from = ValueSource::categories},
    {.key = "chart", .type = FieldType::map, .says = "Chartjs, echarts, vega_lite."},
    {.key = "citation", .type = FieldType::boolean, .says = "Citation block.", .seen = true},
    {.key = "code_diff", .type = FieldType::boolean, .says = "Diffs."},
    {.key = "description", .type = FieldType::text, .says = "Description."},
    {.key = "disqus_comments", .type = FieldType::boolean, .says = "Disqus.", .seen = true},
    {.key = "external_source", .type = FieldType::text, .says = "External post."},
    {.key = "featured", .type = FieldType::boolean, .says = "Featured."},
    {.key = "giscus_comments", .type = FieldType::boolean, .says = "Giscus.", .seen = true},
    {.key = "hidden", .type = FieldType::boolean, .says = "Not in lists."},
    {.key = "images", .type = FieldType::map, .says = "Compare, lightbox2, photoswipe, spotlight, venobox, slider."},
    {.key = "img", .type = FieldType::path, .says = "Project image.", .image = true},
    {.key = "importance", .type = FieldType::integer, .says = "Project order."},
    {.key = "inline", .type = FieldType::boolean, .says = "News item."},
    {.key = "last_updated", .type = FieldType::date, .says = "Date of change.", .seen = true},
    {.key = "map", .type = FieldType::boolean, .says = "Maps."},
    {.key = "mermaid", .type = FieldType::map, .says = "Enabled, zoomable."},
    {.key = "meta", .type = FieldType::text, .says = "Extra line.", .seen = true},
    {.key = "nav", .type = FieldType::boolean, .says = "In the navigation."},
    {.key = "nav_order", .type = FieldType::integer, .says = "Order there."},
    {.key = "og_image", .type = FieldType::url, .says = "Open Graph image.", .image = true},
    {.key = "pagination", .type = FieldType::map, .says = "Jekyll-paginate-v2."},
    {.key = "pretty_table", .type = FieldType::boolean, .says = "Tables."},
    {.key = "pseudocode", .type = FieldType::boolean, .says = "Pseudocode."},
    {.key = "redirect", .type = FieldType::url, .says = "Redirect."},
    {.key = "related_posts", .type = FieldType::boolean, .says = "Related posts.", .seen = true, .fallback = "true"},
    {.key = "related_publications",
     .type = FieldType::boolean | FieldType::text,
     .says = "Bibliography.",
     .seen = true},
    {.key = "tabs", .type = FieldType::boolean, .says = "Tabs."},
    {.key = "thumbnail", .type = FieldType::path, .says = "Thumbnail.", .image = true},
    {.key = "tikzjax", .type = FieldType::boolean, .says = "TikZ."},
    {.key = "toc", .type = FieldType::map, .says = "Beginning: true, or sidebar: left|right.", .seen = true},
    {.key = "typograms", .type = FieldType::boolean, .says = "Typograms."},
};

constexpr std::string_view assets[] = {"assets/css", "assets/js", "assets/fonts", "assets/webfonts"};
constexpr std::string_view gems[] = {"alshedivat/al-folio"};
constexpr std::string_view files[] = {"_layouts/distill.liquid", "_layouts/cv.liquid"};

}  // namespace

constinit const Theme alFolio{
    .name = "al-folio",
    .gems = gems,
    .files = files,
    .fields = fields,
    .layouts = {},
    .readsAuthors = false,
    .assets = assets,
};

}  // namespace galley
