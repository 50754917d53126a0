// Beautiful Jekyll: how it is recognised, its layouts, and the front-matter keys that it reads.
#include "analysis/generators/themes/themes.h"

namespace galley {
namespace {

constexpr std::string_view valuesGhBadge[] = {"star", "watch", "fork", "follow"};

constexpr Field fields[] = {
    {.key = "after-content", .type = FieldType::text | FieldType::list, .says = "Includes after the text."},
    {.key = "author", .type = FieldType::text, .says = "Author shown."},
    {.key = "before-content", .type = FieldType::text | FieldType::list, .says = "Includes before the text."},
    {.key = "bigimg",
     .type = FieldType::text | FieldType::list | FieldType::map,
     .says = "Old name of cover-img.",
     .image = true,
     .seen = true,
     .replacedBy = "cover-img"},
    {.key = "comments", .type = FieldType::boolean, .says = "Comments."},
    {.key = "cover-img",
     .type = FieldType::text | FieldType::list | FieldType::map,
     .says = "Large header image(s), optionally with captions.",
     .image = true},
    {.key = "css", .type = FieldType::text | FieldType::list, .says = "CSS files."},
    {.key = "ext-css", .type = FieldType::list, .says = "Outside CSS files."},
    {.key = "ext-js", .type = FieldType::list, .says = "Outside JavaScript files."},
    {.key = "footer-extra", .type = FieldType::text | FieldType::list, .says = "Includes in the footer."},
    {.key = "full-width", .type = FieldType::boolean, .says = "Full width page."},
    {.key = "gh-badge", .type = FieldType::list, .says = "Buttons shown for gh-repo.", .allowed = valuesGhBadge},
    {.key = "gh-repo", .type = FieldType::text, .says = "Owner/name of a GitHub repository."},
    {.key = "head-extra", .type = FieldType::text | FieldType::list, .says = "Includes in the head."},
    {.key = "image",
     .type = FieldType::path,
     .says = "Old name of thumbnail-img.",
     .image = true,
     .replacedBy = "thumbnail-img"},
    {.key = "js", .type = FieldType::text | FieldType::list, .says = "JavaScript files."},
    {.key = "language", .type = FieldType::text, .says = "Language of the page."},
    {.key = "last-updated", .type = FieldType::text, .says = "Update date shown."},
    {.key = "mathjax", .type = FieldType::boolean, .says = "MathJax."},
    {.key = "meta-description", .type = FieldType::text, .says = "Old name of share-description."},
    {.key = "meta-title", .type = FieldType::text, .says = "Old name of share-title."},
    {.key = "nav-extra", .type = FieldType::boolean, .says = "Extra navigation."},
    {.key = "nav-short", .type = FieldType::boolean, .says = "Short navigation bar."},
    {.key = "readtime", .type = FieldType::boolean, .says = "Reading time."},
    {.key = "share-description", .type = FieldType::text, .says = "Description for sharing."},
    {.key = "share-img", .type = FieldType::path, .says = "Image for sharing.", .image = true},
    {.key = "share-title", .type = FieldType::text, .says = "Title for sharing."},
    {.key = "show-avatar", .type = FieldType::boolean, .says = "Avatar."},
    {.key = "social-share", .type = FieldType::boolean, .says = "Share buttons.", .fallback = "true"},
    {.key = "subtitle", .type = FieldType::text, .says = "Short description under the title."},
    {.key = "tags", .type = FieldType::list, .says = "Tags shown on the tags page.", .from = ValueSource::tags},
    {.key = "thumbnail-img", .type = FieldType::path, .says = "Thumbnail in the feed; \"\" for none.", .image = true},
    {.key = "use_math",
     .type = FieldType::boolean,
     .says = "No key of the theme: a common addition that a custom include reads."},
};

constexpr std::string_view gems[] = {"beautiful-jekyll-theme", "daattali/beautiful-jekyll"};
constexpr std::string_view files[] = {"_includes/ext-css.html", "_includes/social-networks-links.html",
                                      "_layouts/base.html"};
constexpr std::string_view assets[] = {"assets/css",
                                       "assets/js",
                                       "assets/img/404-southpark.jpg",
                                       "assets/img/avatar-icon.png",
                                       "assets/img/bgimage.png",
                                       "assets/img/crepe.jpg",
                                       "assets/img/hello_world.jpeg",
                                       "assets/img/install-steps.gif",
                                       "assets/img/path.jpg",
                                       "assets/img/thumb.png"};
constexpr std::string_view layouts[] = {"base", "default", "home", "minimal", "page", "post"};

}  // namespace

constinit const Theme beautifulJekyll{
    .name = "beautiful-jekyll",
    .gems = gems,
    .files = files,
    .fields = fields,
    .layouts = layouts,
    .readsAuthors = false,
    .assets = assets,
};

}  // namespace galley
