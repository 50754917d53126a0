// See the header.
#include "analysis/syntax/templates.h"

#include <algorithm>
#include <optional>

namespace galley {
namespace {

constexpr const char* liquidVerbatim[] = {"raw", nullptr};
constexpr const char* liquidOpaque[] = {"comment", "highlight", nullptr};

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

bool contains(const char* const* list, std::string_view name) {
  for (; list && *list; ++list)
    if (name == *list) return true;
  return false;
}

/// The tag that begins at `at`, or nothing. An output ends at the first `}`, which must be doubled: Liquid's lexer
/// does the same, so `{{ {a} }}` is no output.
std::optional<TemplateTag> tagAt(std::string_view source, std::size_t at, std::size_t limit) {
  const std::string_view text = source.substr(0, limit);
  TemplateTag tag;
  std::size_t close = std::string_view::npos;
  if (text.substr(at, 2) == "{{") {
    close = text.find('}', at + 2);
    if (close == std::string_view::npos || close + 1 >= limit || text[close + 1] != '}') return std::nullopt;
  } else if (text.substr(at, 2) == "{%") {
    tag.kind = TemplateTag::Kind::tag;
    close = text.find("%}", at + 2);
    if (close == std::string_view::npos) return std::nullopt;
  } else {
    return std::nullopt;
  }
  tag.span = {at, close + 2};
  Span content{at + 2, close};
  if (!content.empty() && text[content.begin] == '-') ++content.begin;
  if (!content.empty() && text[content.end - 1] == '-') --content.end;
  while (!content.empty() && isBlank(text[content.begin])) ++content.begin;
  while (!content.empty() && isBlank(text[content.end - 1])) --content.end;
  tag.content = content;
  if (tag.kind == TemplateTag::Kind::tag) {
    std::size_t end = content.begin;
    while (end < content.end && !isBlank(text[end])) ++end;
    tag.name = text.substr(content.begin, end - content.begin);
  }
  return tag;
}

}  // namespace

const TemplateSyntax liquidTemplates{.liquid = true, .verbatimBlocks = liquidVerbatim, .opaqueBlocks = liquidOpaque};
const TemplateSyntax noTemplates{};

Templates parseTemplates(std::string_view source, Span body, const TemplateSyntax& syntax) {
  Templates result;
  if (!syntax.liquid) return result;
  const std::size_t limit = std::min(body.end, source.size());
  const std::string_view text = source.substr(0, limit);
  std::string closing;        // the end tag of the opaque block that we are in
  std::size_t openEnd = 0;    // where its content begins
  std::size_t openIndex = 0;  // the tags from here on are in it
  bool outputs = true;        // false once no `}` is left: keeps hopeless texts linear
  bool tags = true;
  for (std::size_t at = body.begin; (at = text.find('{', at)) != std::string_view::npos;) {
    const char kind = at + 1 < limit ? text[at + 1] : '\0';
    if ((kind != '{' || !outputs) && (kind != '%' || !tags)) {
      ++at;
      continue;
    }
    auto tag = tagAt(source, at, limit);
    if (!tag) {
      if (kind == '{' && text.find('}', at) == std::string_view::npos) outputs = false;
      if (kind == '%' && text.find("%}", at) == std::string_view::npos) tags = false;
      at += kind == '{' ? 1 : 2;
      continue;
    }
    at = tag->span.end;
    const bool isTag = tag->kind == TemplateTag::Kind::tag;
    if (closing.empty()) {
      if (isTag && (contains(syntax.verbatimBlocks, tag->name) || contains(syntax.opaqueBlocks, tag->name))) {
        closing = "end" + tag->name;
        openEnd = tag->span.end;
        openIndex = result.tags.size() + 1;
      }
    } else if (isTag && tag->name == closing) {
      for (std::size_t i = openIndex; i < result.tags.size(); ++i) result.tags[i].opaque = true;
      result.opaque.push_back({openEnd, tag->span.begin});
      if (contains(syntax.opaqueBlocks, std::string_view(closing).substr(3)))
        result.hidden.push_back(result.opaque.back());
      closing.clear();
    }
    result.tags.push_back(std::move(*tag));
  }
  return result;
}

}  // namespace galley
