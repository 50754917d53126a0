// A picture of the site whose file is not there: in the text in every syntax, in raw HTML, in the front matter.
// Silent about other hosts, about paths that hold what only the build knows, and where something unknown may bring the
// file.
#include <algorithm>
#include <set>
#include <string>

#include "analysis/rules/wording.h"
#include "analysis/site/resolve.h"
#include "analysis/site/rule.h"
#include "analysis/text/unicode.h"

namespace galley {

static std::string percentEncodedBlanks(std::string_view text) {
  std::string encoded;
  for (const char c : text) encoded += c == ' ' ? "%20" : std::string(1, c);
  return encoded;
}

/// The edit that turns a destination into one of `near`: its tail is the missing path, or the file's name in the same
/// folder. Nothing where the destination is written in another way.
static std::optional<Edit> replaceTail(const Post& post, Span span, const Path& missing, const Path& near) {
  std::string_view written = post.text.slice(span);
  written = written.substr(0, written.find_first_of("?#"));
  const auto tail = [&](std::string_view from, std::string_view to) -> std::optional<Edit> {
    for (const std::string& form : {std::string(from), percentEncodedBlanks(from)}) {
      if (!written.ends_with(form)) continue;
      const std::size_t end = span.begin + written.size();
      return Edit{{end - form.size(), end}, percentEncodedBlanks(to)};
    }
    return std::nullopt;
  };
  if (near.parent() == missing.parent()) return tail(missing.name(), near.name());
  return tail(missing.str(), near.str());
}

/// True for a name that differs by letter case, by extension, or by one or two slips in the same folder.
static bool isClearlyMeant(const Path& missing, const Path& near) {
  const std::string mine = folded(missing.str());
  const std::string theirs = folded(near.str());
  if (mine == theirs) return true;
  if (missing.parent() != near.parent()) return false;
  if (missing.stem() == near.stem()) return true;
  const std::size_t slips = missing.stem().size() >= 8 ? 2 : 1;
  return missing.stem().size() >= 4 && missing.extension() == near.extension() &&
         distance(missing.stem(), near.stem(), slips) <= slips &&
         // `photo-1.png` is not `photo-2.png` misspelt.
         missing.stem().find_first_of("0123456789") == std::string_view::npos;
}

static void checkImage(const View& view, const Post& post, std::string_view written, Span span, bool editable,
                       const Report& report) {
  if (written.empty()) return;
  const Resolved resolved = findImage(view.site, post, written);
  if (resolved.target.kind != Target::Kind::local || resolved.exists || !resolved.certain) return;
  const Path& missing = resolved.target.path;
  if (missing.empty()) return;
  Finding finding{.span = span,
                  .message = "There is no file " + code(missing.str()) + ": readers see a broken picture."};
  const std::vector<Path> near = view.site.nearestFiles(missing, 3);
  if (!near.empty()) {
    std::vector<std::string> names;
    for (const Path& path : near) names.push_back(path.str());
    finding.help = "Did you mean " + anyOf(names) + "?";
    const auto isMeant = [&](const Path& path) { return isClearlyMeant(missing, path); };
    if (editable && std::ranges::count_if(near, isMeant) == 1) {
      const Path& meant = *std::ranges::find_if(near, isMeant);
      if (const auto edit = replaceTail(post, span, missing, meant))
        finding.fix = Fix{.title = "Use " + code(meant.str()),
                          .safe = folded(meant.str()) == folded(missing.str()),
                          .edits = {*edit}};
    }
  }
  report(std::move(finding));
}

static void check(const View& view, const Post& post, const Report& report) {
  for (const FieldImage& image : fieldImages(view.site, post))
    checkImage(view, post, image.written, image.span, true, report);
  std::set<Span> told;  // several pictures may share a definition
  for (const Link& link : post.markdown.links) {
    stopHere(view);
    if (!link.image || !link.proven) continue;
    const Span span = link.destinationSpan.empty() ? link.span : link.destinationSpan;
    if (told.insert(span).second) checkImage(view, post, link.destination, span, !link.destinationSpan.empty(), report);
  }
}

extern constinit const Rule missingImage{
    .id = "missing-image",
    .severity = Severity::error,
    .scope = Scope::site,
    .says = "The file of a picture does not exist.",
    .why =
        "Readers see a broken picture, or nothing. A web server minds the letter case of a name, even if your own "
        "computer does not: `Cat.PNG` is not `cat.png`.",
    .example = R"(
@@ _posts/2024-03-11-cats.md
---
title: Cats
layout: post
---
![A cat asleep](/images/cat-aslep.png)
                ^^^^^^^^^^^^^^^^^^^^^ missing-image: There is no file `images/cat-aslep.png`
@@ _config.yml
title: A blog
@@ _layouts/post.html
@@ images/cat-asleep.png
)",
    .repaired = R"(---
title: Cats
layout: post
---
![A cat asleep](/images/cat-asleep.png)
)",
    .check = check,
};

}  // namespace galley
