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
std::optional<std::string> urlOf(const Post& post, const Config& config);

/// The parts of a post's file name, `2020-01-05-a-title.md`: Jekyll's DATE_FILENAME_MATCHER. The date may be unreal.
struct PostName {
  Date date;
  std::string slug;
};
std::optional<PostName> postNameOf(const Path& path);

/// The folders between the root and `_posts`, which are categories.
std::vector<std::string> folderCategoriesOf(const Path& path);

/// A date as Ruby's Time.parse reads it. Nothing where it refuses: `problem` then says why, for the author; an empty
/// `problem` with nothing means that galley cannot tell.
struct ReadDate {
  std::optional<DateTime> value;
  std::string problem;
};
ReadDate readDate(std::string_view text);

}  // namespace galley::jekyll
