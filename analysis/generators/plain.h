// The sheet for plain Markdown as a constant, for the generators that are known by their markers alone to begin with.
#pragma once

#include "analysis/site/generator.h"

namespace galley::plain_markdown {

bool isMarkdown(const Path& path);
Config configOf(const Files& files);
std::optional<PostKind> kindOf(const Path& path, const Config& config);
Dates datesOf(const Post& post, const Config& config);
std::string titleOf(const Post& post, const Config& config);
std::vector<Term> termsOf(const Post& post, const Config& config);
Layouts layoutsOf(const Site& site);
bool publishes(const Path& path, const Config& config);

inline constexpr Taxonomy taxonomies[] = {{.name = "tags", .key = "tags"},
                                          {.name = "categories", .key = "categories"},
                                          {.name = "keywords", .key = "keywords"}};
inline constexpr std::string_view extensions[] = {".md", ".markdown"};

constexpr Generator sheet(std::span<const LinkForm* const> links, std::span<const LinkForm* const> fieldLinks) {
  return {
      .name = "plain",
      .taxonomies = taxonomies,
      .links = links,
      .fieldLinks = fieldLinks,
      .extensions = extensions,
      .configOf = configOf,
      .kindOf = kindOf,
      .datesOf = datesOf,
      .termsOf = termsOf,
      .titleOf = titleOf,
      .layoutsOf = layoutsOf,
      .publishes = publishes,
  };
}

}  // namespace galley::plain_markdown
