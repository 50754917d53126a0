// See the header.
#include "analysis/syntax/template_pairs.h"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace galley {
namespace {

using Kind = TemplateTag::Kind;
using Pairs = TemplateSyntax::Pairs;

class Pairing {
 public:
  Pairing(std::string_view source, const TemplateSyntax& syntax, Templates& templates)
      : source_(source), syntax_(syntax), templates_(templates) {}

  void run() {
    switch (syntax_.pairs) {
      case Pairs::listed:
        if (syntax_.mdx) pairByName();
        standAlone();
        break;
      case Pairs::anyEnd:
        placeholders();
        break;
      case Pairs::slash:
        pairByName();
        nested();
        break;
      case Pairs::end:
        pairByName();
        bodies();
        break;
    }
  }

 private:
  [[nodiscard]] bool isPairStart(const TemplateTag& tag, std::size_t index) const {
    return tag.partner != TemplateTag::noPartner && tag.partner > index;
  }

  void put(Substitute::Kind kind, Span span) { templates_.substitutes.push_back({kind, span}); }

  /// The page shows the tag without the marks that escape it: they are its last two of the opening and first two of the
  /// closing.
  void putEscaped(const TemplateTag& tag) {
    const std::size_t open = source_.find("/*", tag.span.begin);
    const std::size_t close = source_.rfind("*/", tag.span.end - 1);
    templates_.unseen.push_back({open, open + 2});
    if (close > open) templates_.unseen.push_back({close, close + 2});
    put(Substitute::Kind::word, tag.span);
  }

  /// Each tag stands for itself; the contents of some are nothing.
  void standAlone() {
    auto hidden = templates_.hidden.begin();
    for (const TemplateTag& tag : templates_.tags) {
      if (tag.opaque) continue;
      while (hidden != templates_.hidden.end() && hidden->end <= tag.span.begin)
        put(Substitute::Kind::nothing, *hidden++);
      const bool silent = tag.kind != Kind::output;
      const bool gone = tag.kind == Kind::module || (tag.kind == Kind::comment && !syntax_.mdx);
      put(gone ? Substitute::Kind::nothing : silent ? Substitute::Kind::silent : Substitute::Kind::word, tag.span);
    }
  }

  /// A tag, with all that it encloses, is one placeholder; a comment is nothing.
  void placeholders() {
    for (std::size_t i = 0; i < templates_.tags.size(); ++i) {
      const TemplateTag& tag = templates_.tags[i];
      if (tag.kind == Kind::comment) {
        put(Substitute::Kind::nothing, tag.span);
      } else if (isPairStart(tag, i)) {
        put(Substitute::Kind::placeholder, {tag.span.begin, templates_.tags[tag.partner].span.end});
        i = tag.partner;
      } else {
        put(Substitute::Kind::placeholder, tag.span);
      }
    }
  }

  /// An end tag belongs to the last open tag of its name (where end tags have no name: to the last open block).
  void pairByName() {
    std::vector<std::size_t> open;
    std::unordered_map<std::string_view, std::size_t> names;  // how many of each are open
    auto& tags = templates_.tags;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      TemplateTag& tag = tags[i];
      if ((tag.kind != Kind::tag && tag.kind != Kind::element) || tag.selfClosing) continue;
      if (syntax_.pairs == Pairs::end) {
        if (source_.substr(tag.span.begin, 2) != "{%") continue;
        if (!tag.end) {
          open.push_back(i);
        } else if (!open.empty()) {
          tag.partner = open.back();
          tags[open.back()].partner = i;
          open.pop_back();
        }
        continue;
      }
      if (!tag.end) {
        open.push_back(i);
        ++names[tag.name];
        continue;
      }
      const auto count = names.find(tag.name);
      if (count == names.end() || count->second == 0) continue;
      while (tags[open.back()].name != tag.name) {
        --names[tags[open.back()].name];
        open.pop_back();
      }
      --count->second;
      tag.partner = open.back();
      tags[open.back()].partner = i;
      open.pop_back();
    }
  }

  /// What a pair encloses is handed to the template and is no Markdown of the page.
  void bodies() {
    const auto& tags = templates_.tags;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      if (tags[i].kind == Kind::escaped) {
        putEscaped(tags[i]);
      } else if (isPairStart(tags[i], i)) {
        const TemplateTag& end = tags[tags[i].partner];
        templates_.hidden.push_back({tags[i].span.end, end.span.begin});
        put(Substitute::Kind::word, {tags[i].span.begin, end.span.end});
        i = tags[i].partner;
      } else {
        put(Substitute::Kind::word, tags[i].span);
      }
    }
  }

  [[nodiscard]] bool rendersContent(const TemplateTag& tag) const {
    for (const TagForm& form : syntax_.forms)
      if (source_.substr(tag.span.begin).starts_with(form.open)) return form.rendersContent;
    return false;
  }

  /// What a pair of the one form encloses is Markdown of the page, with all that stands in it; a pair of the other form
  /// is one word, but for the pairs of the first form that it holds, whose contents reach the page all the same.
  void nested() {
    const auto& tags = templates_.tags;
    std::vector<std::size_t> rendering(tags.size() + 1, 0);  // how many pairs of the first form start before a tag
    for (std::size_t i = 0; i < tags.size(); ++i)
      rendering[i + 1] = rendering[i] + (isPairStart(tags[i], i) && rendersContent(tags[i]) ? 1 : 0);
    std::vector<std::size_t> enclosing;          // the start tags of pairs of the first form that we are in
    std::size_t outer = TemplateTag::noPartner;  // the end tag of the pair of the other form around them
    std::size_t hiddenFrom = 0;
    for (std::size_t i = 0; i < tags.size(); ++i) {
      const TemplateTag& tag = tags[i];
      const bool start = isPairStart(tag, i);
      const bool inRendered = !enclosing.empty();
      if (i == outer) {
        put(Substitute::Kind::nothing, {hiddenFrom, tag.span.end});
        templates_.hidden.push_back({hiddenFrom, tag.span.begin});
        outer = TemplateTag::noPartner;
      } else if (inRendered && enclosing.back() == tag.partner) {
        enclosing.pop_back();
        if (outer != TemplateTag::noPartner && enclosing.empty()) {
          hiddenFrom = tag.span.begin;
        } else {
          put(Substitute::Kind::silent, tag.span);
        }
      } else if (tag.kind == Kind::escaped) {
        if (inRendered || outer == TemplateTag::noPartner) putEscaped(tag);
      } else if (start && rendersContent(tag)) {
        if (outer != TemplateTag::noPartner && !inRendered) {
          put(Substitute::Kind::nothing, {hiddenFrom, tag.span.end});
          templates_.hidden.push_back({hiddenFrom, tag.span.begin});
        } else {
          put(Substitute::Kind::silent, tag.span);
        }
        enclosing.push_back(i);
      } else if (inRendered || (outer == TemplateTag::noPartner && rendersContent(tag))) {
        put(Substitute::Kind::silent, tag.span);
      } else if (outer != TemplateTag::noPartner) {
        continue;  // hidden with all around it
      } else if (start && rendering[tag.partner] > rendering[i]) {
        outer = tag.partner;
        hiddenFrom = tag.span.begin;
      } else if (start) {
        templates_.hidden.push_back({tag.span.end, tags[tag.partner].span.begin});
        put(Substitute::Kind::word, {tag.span.begin, tags[tag.partner].span.end});
        i = tag.partner;
      } else {
        put(Substitute::Kind::word, tag.span);
      }
    }
  }

  std::string_view source_;
  const TemplateSyntax& syntax_;
  Templates& templates_;
};

}  // namespace

void pairTags(std::string_view source, const TemplateSyntax& syntax, Templates& templates) {
  Pairing(source, syntax, templates).run();
}

}  // namespace galley
