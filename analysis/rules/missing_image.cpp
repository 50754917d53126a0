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

static bool isMissing(const Resolved& resolved) {
  return resolved.target.kind == Target::Kind::local && !resolved.exists && resolved.certain &&
         !resolved.target.path.empty();
}

static Finding findingOf(Span span, const Resolved& resolved) {
  return {.span = span,
          .message = "There is no file " + code(resolved.target.path.str()) + ": readers see a broken picture."};
}

/// Names of files that may be meant, and the edit where one of them clearly is.
static void suggest(const View& view, const Post& post, const Path& missing, bool editable, Finding& finding) {
  const std::vector<Path> near = view.site.nearestFiles(missing, 3);
  if (near.empty()) return;
  std::vector<std::string> names;
  names.reserve(near.size());
  for (const Path& path : near) names.push_back(path.str());
  finding.help = "Did you mean " + anyOf(names) + "?";
  const auto isMeant = [&](const Path& path) { return isClearlyMeant(missing, path); };
  if (!editable || std::ranges::count_if(near, isMeant) != 1) return;
  const Path& meant = *std::ranges::find_if(near, isMeant);
  const auto edit = replaceTail(post, finding.span, missing, meant);
  if (!edit) return;
  const bool onlyCase = folded(meant.str()) == folded(missing.str());
  finding.fix = Fix{.title = "Use " + code(meant.str()), .safe = onlyCase, .edits = {*edit}};
}

/// `![/images/a.png](A cat)`: text and destination are swapped.
static bool suggestSwap(const View& view, const Post& post, const Link& link, Finding& finding) {
  if (link.syntax != Link::Syntax::inlined || !link.text || link.textSpan.empty() || link.destinationSpan.empty())
    return false;
  const Resolved swapped = findImage(view.site, post, *link.text);
  if (swapped.target.kind != Target::Kind::local || swapped.target.path.extension().empty()) return false;
  const bool isPath = link.text->find('/') != std::string::npos && link.destination.find('/') == std::string::npos;
  if (!swapped.exists && !isPath) return false;
  finding.help = "The path stands where the alt text belongs: write `![alt text](path)`.";
  const std::string text(post.text.slice(link.textSpan));
  if (text.find_first_of(" ()<>") == std::string::npos) {
    finding.fix = Fix{
        .title = "Swap the text and the path",
        .safe = swapped.exists,
        .edits = {{link.textSpan, std::string(post.text.slice(link.destinationSpan))}, {link.destinationSpan, text}}};
  }
  return true;
}

static void check(const View& view, const Post& post, const Report& report) {
  for (const FieldImage& image : fieldImages(view.site, post)) {
    const Resolved resolved = findFieldImage(view.site, post, image);
    if (!isMissing(resolved)) continue;
    Finding finding = findingOf(image.span, resolved);
    suggest(view, post, resolved.target.path, true, finding);
    report(std::move(finding));
  }
  std::set<Span> told;  // several pictures may share a definition
  for (const Link& link : post.markdown.links) {
    stopHere(view);
    const bool hasPlace = !link.destinationSpan.empty();
    if (!link.image || !link.proven || link.destination.empty()) continue;
    const Resolved resolved = findImage(view.site, post, link.destination);
    const Span span = hasPlace ? link.destinationSpan : link.span;
    if (!isMissing(resolved) || !told.insert(span).second) continue;
    Finding finding = findingOf(span, resolved);
    if (!suggestSwap(view, post, link, finding)) suggest(view, post, resolved.target.path, hasPlace, finding);
    report(std::move(finding));
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
