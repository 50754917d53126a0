// A rule of diagnostics: the blank form that rules/*.cpp fill in.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/site/post.h"
#include "analysis/site/view.h"
#include "analysis/text/edit.h"

namespace galley {

enum class Severity { error, warning, hint };

/// post: the file alone says it. site: other files decide, so it waits until the site is complete.
enum class Scope { post, site };

struct Fix {
  std::string title;  // imperative: "Quote the value"
  bool safe = true;   // it cannot change what the author meant
  std::vector<Edit> edits;
};

struct Rule;

struct Finding {
  const Rule* rule = nullptr;
  Span span;
  std::string message;  // what is wrong and what becomes of it
  std::string help{};   // what to do; empty where the message says it
  std::optional<Fix> fix{};
};

/// Takes the findings of a rule. `rule` is filled in by who runs the rule.
using Report = std::function<void(Finding)>;

struct Rule {
  std::string_view id;
  Severity severity = Severity::warning;
  Scope scope = Scope::post;
  std::string_view says;      // the title of its page: a sentence
  std::string_view why;       // what a reader of the blog gets; a paragraph
  std::string_view example;   // a picture with all files that it needs (tests/support/picture.h)
  std::string_view repaired;  // the first file of the example after the repair
  void (*check)(const View& view, const Post& post, const Report& report) = nullptr;
};

}  // namespace galley
