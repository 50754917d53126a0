// Minima: how it is recognised, its layouts, and the front-matter keys that it reads.
#include "analysis/generators/themes/themes.h"

namespace galley {
namespace {

constexpr Field fields[] = {
    {.key = "author", .type = FieldType::text | FieldType::list, .says = "Author."},
    {.key = "comments", .type = FieldType::boolean, .says = "Disqus."},
    {.key = "image", .type = FieldType::path, .says = "Image for SEO.", .image = true},
    {.key = "list_title", .type = FieldType::text, .says = "Heading of the post list (home layout)."},
    {.key = "modified_date", .type = FieldType::date, .says = "Date of change."},
    {.key = "title", .type = FieldType::text, .says = "Title."},
};

constexpr std::string_view gems[] = {"minima", "jekyll/minima"};
constexpr std::string_view assets[] = {"assets/css", "assets/main.css", "assets/minima-social-icons.svg"};
constexpr std::string_view layouts[] = {"base", "default", "home", "page", "post"};

}  // namespace

constinit const Theme minima{
    .name = "minima",
    .gems = gems,
    .files = {},
    .fields = fields,
    .layouts = layouts,
    .readsAuthors = false,
    .assets = assets,
};

}  // namespace galley
