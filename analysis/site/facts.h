// What the rest of a site may know of one post: small, comparable, without its text. Distilled from a Post.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analysis/site/date.h"
#include "analysis/site/post.h"

namespace galley {

/// One tag, category … of a post, as its author wrote it.
struct Term {
  std::string taxonomy;  // `tags`, `categories`
  std::string name;
  Span span;  // of the item; empty for one that comes from a folder name or a default
  friend bool operator==(const Term&, const Term&) = default;
};

struct Facts {
  Path path;
  PostKind kind = PostKind::page;
  std::uint64_t textHash = 0;
  std::string title;             // as a reader sees it
  std::optional<DateTime> date;  // the one that counts
  std::string layout;
  std::vector<Term> terms;
  std::vector<std::string> keys;  // of its front matter, at the top level, as spelled
  friend bool operator==(const Facts&, const Facts&) = default;
};

/// FNV-1a of the bytes: tells whether spans in Facts still fit a text.
std::uint64_t hashOf(std::string_view text);

}  // namespace galley
