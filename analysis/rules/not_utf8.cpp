// A file in another encoding than UTF-8: the first byte that shows it. Says nothing of the bytes behind it, and no
// repair is offered, since the bytes do not tell which encoding it is.
#include <string>
#include <string_view>

#include "analysis/rules/wording.h"
#include "analysis/site/rule.h"

namespace galley {

static void check(const View& view, const Post& post, const Report& report) {
  const std::size_t at = post.invalidUtf8;
  if (at == std::string::npos) return;
  const std::string_view bytes = post.text.bytes();
  const bool utf16 = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  report({.span = {at, at + 1},
          .message = joined(utf16 ? "This file is UTF-16 and not UTF-8."
                                  : "This byte is no UTF-8: the file was saved in another encoding.",
                            consequenceOf(view.site.generator(), Breakage::notUtf8, post.kind)),
          .help = "Save the file as UTF-8."});
}

extern constinit const Rule notUtf8{
    .id = "not-utf8",
    .severity = Severity::error,
    .scope = Scope::post,
    .says = "The file is not UTF-8.",
    .why =
        "Site generators read UTF-8 and nothing else. A file in Latin-1, EUC-KR or UTF-16 stops the build, is left "
        "out, or is published with broken characters.",
    .example =
        "\n@@ _posts/2024-04-02-cafe.md\n"
        "---\n"
        "layout: post\n"
        "title: The caf\xE9\n"
        "              ^ not-utf8: This byte is no UTF-8\n"
        "---\n"
        "@@ _config.yml\ntitle: A blog\n"
        "@@ _layouts/post.html\n",
    .repaired = R"(---
layout: post
title: The café
---
)",
    .check = check,
};

}  // namespace galley
