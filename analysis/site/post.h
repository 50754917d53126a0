// One file of a site, parsed once for a version: its text, front matter, Markdown and template tags. Immutable.
#pragma once

#include <memory>
#include <string>

#include "analysis/site/files.h"
#include "analysis/syntax/front_matter.h"
#include "analysis/syntax/markdown/markdown.h"
#include "analysis/syntax/templates.h"
#include "analysis/text/path.h"
#include "analysis/text/text.h"

namespace galley {

struct Generator;
struct Config;

/// The generator's word for what a file is.
enum class PostKind {
  post,
  draft,
  page,
  document,  // of a collection
  data,      // no page of its own: README.md that is excluded, a layout, an include
};

struct Post {
  Path path;
  PostKind kind = PostKind::page;
  Text text;
  std::size_t invalidUtf8 = std::string::npos;  // the offset of the first byte of the text that is no UTF-8
  FrontMatter frontMatter;
  Span body;  // what is behind the front matter
  Templates templates;
  Markdown markdown;
};

/// Parses a file as `generator` would read it. Never fails.
/// Its Markdown and template tags may be left out: `factsOf` needs neither.
enum class Depth { whole, frontMatterOnly };
std::shared_ptr<const Post> parsePost(const Path& path, Text text, const Generator& generator, const Config& config,
                                      Depth depth = Depth::whole);

}  // namespace galley
