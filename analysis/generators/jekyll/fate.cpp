// What becomes of front matter with a mistake: read, unseen, dropped, or the end of the build.
#include <string>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/generators/jekyll/ruby_value.h"

namespace galley::jekyll {
namespace {

/// Categories must be a text or a list: Jekyll fails on anything else while it reads the post.
bool breaksReading(const Value* categories) {
  if (categories == nullptr || categories->kind == Value::Kind::list) return false;
  if (categories->kind == Value::Kind::map) return true;
  const ScalarType type = typeOf(*categories, YamlSchema::psych);
  return type != ScalarType::text && type != ScalarType::null;
}

}  // namespace

Fate fateOf(const Post& post, const Config& config) {
  const FrontMatter& frontMatter = post.frontMatter;
  if (post.invalidUtf8 != std::string::npos) return Fate::fatal;
  if (frontMatter.format != FrontMatterFormat::yaml || !frontMatter.closed) return Fate::none;
  const bool page = post.kind == PostKind::page || post.kind == PostKind::data;
  if (!frontMatter.readable() || (!page && breaksReading(findValue(post, config, "categories"))))
    return config.strictFrontMatter ? Fate::fatal : Fate::lost;
  if (page) return Fate::read;
  const Dates dates = datesOf(post, config);
  const bool lost = !dates.problem.empty() || (!dates.nameProblem.empty() && !dates.fromFrontMatter);
  return lost ? Fate::fatal : Fate::read;
}

}  // namespace galley::jekyll
