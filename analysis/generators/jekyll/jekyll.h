// The functions of Jekyll's sheet, one file each: what cannot be data. Truth: Jekyll 4.3.1, see tests/oracles/jekyll.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/generator.h"

namespace galley::jekyll {

Config configOf(const Files& files);
std::optional<PostKind> kindOf(const Path& path, const Config& config);
bool publishes(const Path& path, const Config& config);
Dates datesOf(const Post& post, const Config& config);
std::vector<Term> termsOf(const Post& post, const Config& config);
std::string titleOf(const Post& post, const Config& config);
Layouts layoutsOf(const Site& site);
std::optional<PageUrl> urlOf(const Post& post, const Config& config);
Fate fateOf(const Post& post, const Config& config);

/// The parts of a post's file name, `2020-01-05-a-title.md`: Jekyll's DATE_FILENAME_MATCHER.
struct NameParts {
  std::string_view day;  // as written, it may be none; empty where there is none
  std::string_view slug;
};
NameParts nameOf(const Path& path);

/// The folders between the root (or the folder of collections) and `_posts`, which are categories.
std::vector<std::string_view> folderCategoriesOf(const Path& path, const Config& config);

/// Markdown files, lower case.
inline constexpr std::string_view extensions[] = {".md", ".markdown", ".mkd", ".mkdn", ".mkdown"};

}  // namespace galley::jekyll
