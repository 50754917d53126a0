// See the header.
#include "analysis/site/post.h"

#include <algorithm>

#include "analysis/site/config.h"
#include "analysis/site/generator.h"
#include "analysis/syntax/front_matter_lost.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

bool isMarkdown(const Path& path, const Generator& generator) {
  std::string extension(path.extension());
  for (char& c : extension) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::find(generator.extensions.begin(), generator.extensions.end(), extension) != generator.extensions.end();
}

}  // namespace

std::shared_ptr<const Post> parsePost(const Path& path, Text text, const Generator& generator, const Config& config,
                                      Depth depth) {
  auto post = std::make_shared<Post>();
  post->path = path;
  post->text = std::move(text);
  post->invalidUtf8 = findInvalidUtf8(post->text.bytes());
  post->frontMatter = parseFrontMatter(post->text, generator.frontMatter);
  post->kind = generator.kindOf(path, config).value_or(PostKind::data);
  if (generator.needsFrontMatter && post->frontMatter.format == FrontMatterFormat::none) {
    // In another encoding nobody can tell whether there is any.
    if (auto lost = findLostFrontMatter(post->text))
      post->frontMatter.problems.push_back(*std::move(lost));
    else if (post->invalidUtf8 == std::string::npos)
      post->kind = PostKind::data;
  }
  post->body = {post->frontMatter.block.end, post->text.size()};
  // A page of HTML has front matter like any other; Markdown would only misread it.
  if (depth == Depth::frontMatterOnly || !isMarkdown(path, generator)) return post;
  const TemplateSyntax& syntax =
      generator.templatesOf != nullptr ? *generator.templatesOf(*post, config) : *generator.templates;
  const Dialect& dialect = generator.dialectOf != nullptr ? *generator.dialectOf(*post, config) : *generator.dialect;
  post->templates = parseTemplates(post->text.bytes(), post->body, syntax);
  post->markdown = parseMarkdown(post->text.bytes(), post->body, dialect, syntax);
  return post;
}

}  // namespace galley
