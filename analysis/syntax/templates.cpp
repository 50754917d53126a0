// See the header. The tags are found here; the parts of each by template_arguments, JSX by mdx; what pairs and what the
// converter sees is in template_pairs.
#include "analysis/syntax/templates.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "analysis/syntax/fences.h"
#include "analysis/syntax/mdx.h"
#include "analysis/syntax/template_arguments.h"
#include "analysis/syntax/template_pairs.h"
#include "analysis/text/byte_set.h"

namespace galley {
namespace {

using Kind = TemplateTag::Kind;
using End = TagForm::End;
using Arguments = TagForm::Arguments;

constexpr std::size_t none = std::string_view::npos;

constexpr std::string_view quotes = "\"'";
constexpr std::string_view stringsWithBackticks = "\"'`";

constexpr TagForm liquidForms[] = {
    {.open = "{{", .close = "}}", .kind = Kind::output, .end = End::firstBrace, .trims = true},
    {.open = "{%", .close = "%}", .arguments = Arguments::words, .trims = true},
};
constexpr std::string_view liquidVerbatim[] = {"raw"};
constexpr std::string_view liquidOpaque[] = {"comment", "highlight"};

constexpr TagForm nunjucksForms[] = {
    {.open = "{{", .close = "}}", .kind = Kind::output, .end = End::outsideOfStrings, .trims = true, .strings = quotes},
    {.open = "{%",
     .close = "%}",
     .end = End::outsideOfStrings,
     .arguments = Arguments::words,
     .trims = true,
     .strings = quotes},
    {.open = "{#", .close = "#}", .kind = Kind::comment, .trims = true},
};
constexpr std::string_view nunjucksVerbatim[] = {"raw", "verbatim"};
constexpr std::string_view nunjucksOpaque[] = {"highlight"};

constexpr TagForm goForms[] = {
    {.open = "{{</*", .close = "*/>}}", .kind = Kind::escaped, .arguments = Arguments::words},
    {.open = "{{%/*", .close = "*/%}}", .kind = Kind::escaped, .arguments = Arguments::words},
    {.open = "{{<",
     .close = ">}}",
     .end = End::outsideOfStrings,
     .arguments = Arguments::words,
     .strings = "\"`",
     .shortStrings = true},
    {.open = "{{%",
     .close = "%}}",
     .end = End::outsideOfStrings,
     .arguments = Arguments::words,
     .strings = "\"`",
     .shortStrings = true,
     .rendersContent = true},
};

constexpr TagForm teraForms[] = {
    {.open = "{{/*", .close = "*/}}", .kind = Kind::escaped, .arguments = Arguments::call},
    {.open = "{%/*", .close = "*/%}", .kind = Kind::escaped, .arguments = Arguments::call},
    {.open = "{{",
     .close = "}}",
     .end = End::outsideOfStrings,
     .arguments = Arguments::call,
     .trims = true,
     .strings = stringsWithBackticks},
    {.open = "{%",
     .close = "%}",
     .end = End::outsideOfStrings,
     .arguments = Arguments::call,
     .trims = true,
     .strings = stringsWithBackticks},
};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool contains(std::span<const std::string_view> list, std::string_view name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

class Scanner {
 public:
  Scanner(std::string_view source, Span body, const TemplateSyntax& syntax)
      : text_(source.substr(0, std::min(body.end, source.size()))), body_(body), syntax_(syntax) {
    if (syntax.codeFirst) fences_ = findFences(source, body, false);
    work_ = 16 * (text_.size() - std::min(body.begin, text_.size())) + 4096;
  }

  Templates run() {
    for (std::size_t at = body_.begin; (at = nextStart(at)) < text_.size();) {
      if (syntax_.codeFirst && skipCode(at)) continue;
      if (text_[at] != '{') {
        ++at;
        continue;
      }
      auto tag = tagAt(at);
      if (!tag) {
        ++at;
        continue;
      }
      at = tag->span.end;
      result_.tags.push_back(std::move(*tag));
      if (syntax_.pairs == TemplateSyntax::Pairs::listed) {
        meetBlock();
      } else if (syntax_.pairs == TemplateSyntax::Pairs::anyEnd) {
        at = takePair();
      }
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] std::size_t nextStart(std::size_t at) const {
    constexpr ByteSet starts("{`<");
    return syntax_.codeFirst ? starts.find(text_, at, text_.size()) : std::min(text_.find('{', at), text_.size());
  }

  /// Moves `at` behind the fence, code span or HTML comment that stands there, or that it stands in.
  bool skipCode(std::size_t& at) {
    while (nextFence_ < fences_.size() && fences_[nextFence_].end <= at) ++nextFence_;
    if (nextFence_ < fences_.size() && fences_[nextFence_].begin <= at) {
      at = fences_[nextFence_].end;
      return true;
    }
    if (text_[at] == '<') {
      if (text_.substr(at, 4) != "<!--") return false;
      at = std::min(text_.find("-->", at), text_.size());
      return true;
    }
    if (text_[at] != '`' || (at > 0 && text_[at - 1] == '\\')) return false;
    // A code span: to as many backticks, over no empty line.
    std::size_t content = at;
    while (content < text_.size() && text_[content] == '`') ++content;
    const std::size_t size = content - at;
    for (std::size_t i = content; i < text_.size() && work_ > 0; ++i, --work_) {
      if (text_[i] == '\n') {
        std::size_t next = i + 1;
        if (next < text_.size() && text_[next] == '\r') ++next;
        if (next < text_.size() && text_[next] == '\n') break;
      } else if (text_[i] == '`') {
        std::size_t ticks = i;
        while (ticks < text_.size() && text_[ticks] == '`') ++ticks;
        if (ticks - i == size) {
          at = ticks;
          return true;
        }
        i = ticks - 1;
      }
    }
    at = content;
    return true;
  }

  /// Where the tag whose content begins at `from` is closed, or npos.
  std::size_t findClose(const TagForm& form, std::size_t from) {
    // Where the next close of a form stands is looked for once.
    std::size_t& next = nextClose_[static_cast<std::size_t>(&form - syntax_.forms.data())];
    if (next < from) next = std::min(text_.find(form.close, from), text_.size());
    if (next == text_.size()) return none;
    const bool text = !closing_.empty();  // in a verbatim block nothing is a string
    if (form.end == End::firstBrace) {
      if (nextBrace_ < from) nextBrace_ = std::min(text_.find('}', from), text_.size());
      const std::size_t close = nextBrace_;
      return text_.substr(close, 2) == form.close ? close : none;
    }
    if (form.end == End::first || text) return next;
    for (std::size_t at = from; at < text_.size() && work_ > 0;) {
      const std::size_t before = at;
      if (text_.substr(at).starts_with(form.close)) return at;
      if (form.strings.find(text_[at]) != none) {
        constexpr ByteSet lineEnds("\r\n");
        const bool isShort = form.shortStrings && text_[at] != '`';
        at = behindString(text_, at, isShort ? lineEnds.find(text_, at, text_.size()) : text_.size());
        if (at == none) return none;
      } else {
        ++at;
      }
      work_ -= std::min(work_, at - before);
    }
    return none;
  }

  std::optional<TemplateTag> tagAt(std::size_t at) {
    for (const TagForm& form : syntax_.forms) {
      if (!text_.substr(at).starts_with(form.open)) continue;
      const std::size_t close = findClose(form, at + form.open.size());
      if (close == none) continue;
      TemplateTag tag;
      tag.kind = form.kind;
      tag.span = {at, close + form.close.size()};
      tag.content = {at + form.open.size(), close};
      if (readContent(form, tag)) return tag;
    }
    return std::nullopt;
  }

  bool readContent(const TagForm& form, TemplateTag& tag) const {
    Span& content = tag.content;
    const auto trim = [&] {
      while (!content.empty() && isBlank(text_[content.begin])) ++content.begin;
      while (!content.empty() && isBlank(text_[content.end - 1])) --content.end;
    };
    if (form.trims && !content.empty() && text_[content.begin] == '-') ++content.begin;
    if (form.trims && !content.empty() && text_[content.end - 1] == '-') --content.end;
    trim();
    if (tag.kind == Kind::output || tag.kind == Kind::comment) return true;
    if (syntax_.pairs == TemplateSyntax::Pairs::slash && !content.empty()) {
      tag.end = text_[content.begin] == '/';
      tag.selfClosing = !tag.end && text_[content.end - 1] == '/';
      content.begin += tag.end ? 1 : 0;
      content.end -= tag.selfClosing ? 1 : 0;
      trim();
    }
    if (!readArguments(text_, form.arguments, tag)) return false;
    if (syntax_.pairs == TemplateSyntax::Pairs::end) tag.end = tag.name == "end";
    return true;
  }

  /// Of the tags that are listed: what stands between one and its end tag is text.
  void meetBlock() {
    const std::size_t index = result_.tags.size() - 1;
    TemplateTag& tag = result_.tags.back();
    if (tag.kind != Kind::tag) return;
    if (closing_.empty()) {
      if (!contains(syntax_.verbatimBlocks, tag.name) && !contains(syntax_.opaqueBlocks, tag.name)) return;
      closing_ = "end" + tag.name;
      start_ = index;
      depth_ = 1;
      return;
    }
    if (syntax_.verbatimNests && tag.name == result_.tags[start_].name) ++depth_;
    if (tag.name != closing_ || --depth_ > 0) return;
    for (std::size_t i = start_ + 1; i < index; ++i) result_.tags[i].opaque = true;
    result_.tags[start_].partner = index;
    tag.partner = start_;
    const Span content{result_.tags[start_].span.end, tag.span.begin};
    result_.opaque.push_back(content);
    if (contains(syntax_.opaqueBlocks, result_.tags[start_].name)) result_.hidden.push_back(content);
    closing_.clear();
  }

  /// Of any tag whose end tag follows: the end tag is the next tag that holds `end` and the name. Gives the place to go
  /// on at.
  std::size_t takePair() {
    const std::size_t index = result_.tags.size() - 1;
    const std::size_t from = result_.tags[index].span.end;
    if (result_.tags[index].kind != Kind::tag || result_.tags[index].name.empty()) return from;
    const std::string name = "end" + result_.tags[index].name;
    if (!isAhead(name, from)) return from;
    auto fence = fences_.begin() + static_cast<std::ptrdiff_t>(nextFence_);
    for (std::size_t at = from; work_ > 0;) {
      const std::size_t open = text_.find("{%", at);
      const std::size_t close = open == none ? none : text_.find("%}", open + 2);
      if (close == none) return from;
      work_ -= std::min(work_, close + 2 - at);
      while (fence != fences_.end() && fence->end <= open) ++fence;
      const bool inFence = fence != fences_.end() && fence->begin <= open;
      at = inFence ? fence->end : close + 2;
      if (inFence || text_.substr(open, close - open).find(name) == none) continue;
      TemplateTag end;
      end.kind = Kind::tag;
      end.span = {open, close + 2};
      end.content = {open + 2, close};
      readContent(syntax_.forms[1], end);
      end.partner = index;
      result_.tags[index].partner = index + 1;
      result_.opaque.push_back({from, open});
      result_.hidden.push_back({from, open});
      result_.tags.push_back(std::move(end));
      return close + 2;
    }
    return from;
  }

  /// True if a text stands somewhere behind a place.
  bool isAhead(const std::string& name, std::size_t from) {
    const auto [last, added] = lasts_.emplace(name, 0);
    if (added) last->second = text_.rfind(name);
    return last->second != none && last->second >= from;
  }

  std::string_view text_;
  Span body_;
  const TemplateSyntax& syntax_;
  Templates result_;
  std::string closing_;    // the end tag of the listed block that we are in
  std::size_t start_ = 0;  // its start tag
  std::size_t depth_ = 0;
  std::vector<Span> fences_;
  std::size_t nextFence_ = 0;
  std::array<std::size_t, 4> nextClose_{};    // of each form: at or behind the place that was asked for last
  std::size_t nextBrace_ = 0;                 // where the last search for a closing brace ended
  std::map<std::string, std::size_t> lasts_;  // of names that were looked for: where the last one stands
  std::size_t work_ = 0;                      // bytes that may still be looked at in vain
};

}  // namespace

const TemplateSyntax liquidTemplates{
    .forms = liquidForms, .verbatimBlocks = liquidVerbatim, .opaqueBlocks = liquidOpaque};
const TemplateSyntax nunjucksTemplates{
    .forms = nunjucksForms, .verbatimBlocks = nunjucksVerbatim, .verbatimNests = true, .opaqueBlocks = nunjucksOpaque};
const TemplateSyntax goShortcodes{.forms = goForms, .pairs = TemplateSyntax::Pairs::slash};
const TemplateSyntax teraShortcodes{.forms = teraForms, .pairs = TemplateSyntax::Pairs::end, .edge = '@'};
const TemplateSyntax nunjucksTags{
    .forms = nunjucksForms, .pairs = TemplateSyntax::Pairs::anyEnd, .codeFirst = true, .placeholder = true};
const TemplateSyntax mdxTemplates{.mdx = true, .edge = '%'};
const TemplateSyntax noTemplates{};

Templates parseTemplates(std::string_view source, Span body, const TemplateSyntax& syntax) {
  if (!syntax.mdx && syntax.forms.empty()) return {};
  Templates templates = syntax.mdx ? parseMdx(source, body) : Scanner(source, body, syntax).run();
  pairTags(source, syntax, templates);
  return templates;
}

}  // namespace galley
