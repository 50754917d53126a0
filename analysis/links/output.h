// Works out template outputs where the configuration, the front matter or a literal gives their value. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "analysis/site/config.h"
#include "analysis/site/post.h"

namespace galley {

class Site;

/// What `{{ expression }}` gives in a post, or nothing where only the build can know. Understood: literals, `site.x`
/// of the configuration, `page.x` of the front matter, `page.url`; the filters relative_url, absolute_url, prepend,
/// append, strip.
std::optional<std::string> outputOf(const Site& site, const Post& from, std::string_view expression);

/// A text with its outputs worked out. `failed` is the first tag that could not be; then `text` is empty.
struct Expansion {
  std::string text{};
  std::string failed{};
};
Expansion expandOutputs(const Site& site, const Post& from, std::string_view written);

/// The filter `relative_url`: the base path in front, one slash between. An address with a scheme stays.
std::string relativeUrl(const Config& config, std::string_view text);

}  // namespace galley
