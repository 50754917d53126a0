// The menu: everything that analysis offers, and the plain results. Each has a file of its own name here.
// Offsets are bytes of the post's text. Pure; any thread; throw nothing but Cancelled.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/post.h"
#include "analysis/site/rule.h"
#include "analysis/site/view.h"

namespace galley {

// completion/
struct CompletionItem {
  enum class Kind { term, key, value };
  Kind kind = Kind::term;
  std::string label;
  std::string detail;              // `5 posts`
  std::string documentation;       // Markdown: its latest posts
  std::string plainDocumentation;  // the same for clients without Markdown
  Edit edit;                       // touches the cursor, on its line
  std::string filterText;          // begins with what the edit's span holds
  std::string sortText;            // fixed width: rank
};
struct CompletionList {
  std::vector<CompletionItem> items;
  bool incomplete = false;  // ask again when more is typed
};
CompletionList completion(const View& view, const Post& post, std::size_t offset);

// document_symbols
struct Symbol {
  std::string name;
  int level = 1;
  Span span;       // the section: from its heading to the next of the same or a higher level, blank lines cut
  Span selection;  // the heading's text
  std::vector<Symbol> children;
};
std::vector<Symbol> documentSymbols(const View& view, const Post& post);

// hover
struct Hover {
  Span span;
  std::string markdown;
  std::string plain;  // the same for clients without Markdown
  /// A picture of the site to show with `markdown`, where the client's Markdown shows pictures. A path, because only
  /// the server knows where the site lies: its convert writes `![](file URI)` in a paragraph of its own.
  std::optional<Path> picture;
  /// How wide to show it at most, in pixels; 0: as it is. An editor that has no way to say so leaves it out.
  std::uint32_t pictureWidth = 0;
};
std::optional<Hover> hover(const View& view, const Post& post, std::size_t offset);

// findings: every rule over one post, sorted by place, then rule
std::vector<Finding> findings(const View& view, const Post& post);

// actions/: repairs for the findings that touch a span
struct CodeAction {
  std::string title;
  bool preferred = false;
  Finding finding;  // what it repairs
  std::vector<Edit> edits;
};
std::vector<CodeAction> codeActions(const View& view, const Post& post, Span span);

}  // namespace galley
