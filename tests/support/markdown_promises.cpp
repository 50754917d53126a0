// See promises.h: Markdown and HTML tags.
#include <algorithm>
#include <cctype>
#include <map>
#include <vector>

#include "analysis/text/unicode.h"
#include "tests/support/promises.h"

namespace galley::test {
namespace {

using Kind = Node::Kind;

class Reader {
 public:
  Reader(std::string_view source, Span body) : source_(source), body_(body) {}

  [[nodiscard]] const std::string& fault() const { return fault_; }

  bool require(bool holds, std::string_view promise, Span span) {
    if (!holds && fault_.empty())
      fault_ = std::string(promise) + ": " + std::to_string(span.begin) + " to " + std::to_string(span.end) + " ‹" +
               std::string(slice(span)) + "›";
    return holds;
  }

  void requireInside(Span inner, Span outer, std::string_view promise) {
    require(inner.begin <= inner.end && outer.contains(inner), promise, inner);
  }

  void readTree(const std::vector<Node>& nodes) {
    std::map<std::uint32_t, std::vector<Span>> children;
    for (std::uint32_t i = 0; i < nodes.size(); ++i) {
      const Node& node = nodes[i];
      if (node.kind == Kind::none) continue;
      requireInside(node.span, body_, "a node lies in the body");
      requireInside(node.content, node.span, "a node's content lies in it");
      if (node.kind == Kind::link || node.kind == Kind::image || node.kind == Kind::definition) {
        requireInside(node.destination, node.span, "a destination lies in its node");
        if (!node.title.empty()) requireInside(node.title, node.span, "a title lies in its node");
      }
      // Of other blocks it may be an id, which stands in an attribute list below them.
      if (node.isInline() || node.kind == Kind::definition || node.kind == Kind::fencedCode)
        requireInside(node.label, node.span, "a label lies in its node");
      if (i == 0) {
        require(node.kind == Kind::document && node.parent == Node::noParent, "the first is the document", node.span);
        continue;
      }
      if (!require(node.parent < i, "a parent stands before its children", node.span)) continue;
      const Node& parent = nodes[node.parent];
      require(parent.kind != Kind::none, "what is not there has no children", node.span);
      requireInside(node.span, parent.span, "a child lies in its parent");
      children[node.parent].push_back(node.span);
      if (node.proven) readMarks(node);
    }
    for (auto& [parent, spans] : children) {
      std::sort(spans.begin(), spans.end());
      for (std::size_t i = 1; i < spans.size(); ++i)
        require(spans[i - 1].end <= spans[i].begin, "neighbours do not overlap", spans[i]);
    }
  }

  void readConstructs(const Markdown& markdown) {
    std::size_t last = body_.begin;
    for (const Heading& heading : markdown.headings) {
      requireInside(heading.span, body_, "a heading lies in the body");
      requireInside(heading.textSpan, heading.span, "a heading's text lies in it");
      if (heading.idSpan) requireInside(*heading.idSpan, body_, "a heading's id lies in the body");
      require(heading.level >= 1 && heading.level <= 6, "levels are 1 to 6", heading.span);
      require(last <= heading.span.begin, "headings are in order", heading.span);
      last = heading.span.begin;
    }
    last = body_.begin;
    for (const Link& link : markdown.links) {
      requireInside(link.span, body_, "a link lies in the body");
      require(last <= link.span.begin, "links are in order", link.span);
      last = link.span.begin;
      requireInside(link.textSpan, link.span, "a link's text lies in it");
      const bool apart = link.definition.has_value();
      if (apart && !require(*link.definition < markdown.definitions.size(), "a definition is there", link.span))
        continue;
      const Span owner = apart ? markdown.definitions[*link.definition].span : link.span;
      requireInside(link.destinationSpan, owner, "a destination lies in its link or definition");
      if (link.titleSpan) requireInside(*link.titleSpan, owner, "a title lies in its link or definition");
    }
    for (const Definition& definition : markdown.definitions) {
      requireInside(definition.span, body_, "a definition lies in the body");
      requireInside(definition.labelSpan, definition.span, "a label lies in its definition");
      requireInside(definition.destinationSpan, definition.span, "a destination lies in its definition");
      if (definition.titleSpan) requireInside(*definition.titleSpan, definition.span, "a title lies in its definition");
    }
    for (const Code& code : markdown.codes) {
      requireInside(code.span, body_, "code lies in the body");
      requireInside(code.content, code.span, "the content of code lies in it");
      requireInside(code.info, code.span, "the info string of code lies in it");
    }
    for (const Span marks : markdown.literalMarks) {
      requireInside(marks, body_, "literal marks lie in the body");
      require(slice(marks).find_first_not_of('*') == std::string_view::npos, "literal marks are asterisks", marks);
    }
    readTags(markdown.tags);
  }

  void readTags(const HtmlTags& tags) {
    std::size_t last = body_.begin;
    for (const HtmlTag& tag : tags) {
      requireInside(tag.span, body_, "a tag lies in the body");
      require(last <= tag.span.begin, "tags are side by side", tag.span);
      last = tag.span.end;
      requireInside(tag.nameSpan, tag.span, "a tag's name lies in it");
      require(slice(tag.span).starts_with('<'), "a tag begins with its bracket", tag.span);
      std::size_t behind = tag.nameSpan.end;
      for (const HtmlAttribute& attribute : tags.attributesOf(tag)) {
        requireInside(attribute.nameSpan, {behind, tag.span.end}, "an attribute stands behind the one before it");
        behind = attribute.nameSpan.end;
        if (!attribute.valueSpan) continue;
        requireInside(*attribute.valueSpan, {behind, tag.span.end}, "a value stands behind its name");
        behind = attribute.valueSpan->end;
      }
    }
  }

 private:
  [[nodiscard]] std::string_view slice(Span span) const {
    if (span.begin > source_.size() || span.end < span.begin) return "outside";
    return source_.substr(span.begin, span.size());
  }

  /// What stands at both ends of a node is what its kind says.
  void readMarks(const Node& node) {
    const std::string_view text = slice(node.span);
    const std::string_view before = slice({node.span.begin, node.content.begin});
    const std::string_view behind = slice({node.content.end, node.span.end});
    switch (node.kind) {
      case Kind::link:
      case Kind::image:
        readLink(node, text, behind);
        break;
      case Kind::emphasis:
        require(before == behind && (before == "*" || before == "_"), "emphasis has its marks", node.span);
        break;
      case Kind::strong:
        require(before == behind && (before == "**" || before == "__"), "strong emphasis has its marks", node.span);
        break;
      case Kind::strikethrough:
        require(before == behind && (before == "~" || before == "~~"), "strikethrough has its marks", node.span);
        break;
      case Kind::definition:
        require(text.starts_with('[') && text.find("]:") != std::string_view::npos, "a definition has its marks",
                node.span);
        break;
      default:
        break;
    }
  }

  void readLink(const Node& node, std::string_view text, std::string_view behind) {
    const bool bracket = text.starts_with(node.kind == Kind::image ? "![" : "[");
    switch (node.reference) {
      case Node::Reference::inlined:
        require(bracket && behind.starts_with("](") && behind.ends_with(')'), "an inline link has its marks",
                node.span);
        break;
      case Node::Reference::full:
        require(bracket && behind.starts_with(']') && behind.ends_with(']') && behind.size() > 2,
                "a full reference has its marks", node.span);
        break;
      case Node::Reference::collapsed:
        require(bracket && behind.starts_with(']') && behind.ends_with("[]"), "a collapsed reference has its marks",
                node.span);
        break;
      case Node::Reference::shortcut:
        require(bracket && behind == "]", "a shortcut reference has its marks", node.span);
        break;
      case Node::Reference::autolink:
        require(text.starts_with('<') && text.ends_with('>'), "an autolink has its marks", node.span);
        break;
      case Node::Reference::bareUrl:
        require(Span(node.content) == Span(node.span), "a bare URL has no marks", node.span);
        break;
      case Node::Reference::none:
        break;
    }
  }

  std::string_view source_;
  Span body_;
  std::string fault_;
};

/// False for a text of several lines, which may hold the prefixes of its containers, and for one with a pipe, which may
/// be a table where it is alone.
bool isWhole(std::string_view text) { return text.find_first_of("\r\n|") == std::string_view::npos; }

}  // namespace

std::string brokenPromise(std::string_view source, Span body, const Markdown& markdown) {
  Reader reader(source, body);
  reader.readTree(markdown.nodes);
  reader.readConstructs(markdown);
  return reader.fault();
}

std::string brokenPromise(std::string_view source, const Templates& templates) {
  const Span body{0, source.size()};
  Reader reader(source, body);
  std::size_t last = 0;
  for (std::size_t i = 0; i < templates.tags.size(); ++i) {
    const TemplateTag& tag = templates.tags[i];
    reader.requireInside(tag.span, {last, source.size()}, "template tags are side by side");
    last = tag.span.end;
    reader.requireInside(tag.content, tag.span, "a template tag's content lies in it");
    if (!tag.name.empty()) reader.requireInside(tag.nameSpan, tag.span, "a template tag's name lies in it");
    for (const TemplateArgument& argument : tag.arguments) {
      reader.requireInside(argument.value, tag.content, "an argument lies in its template tag");
      if (!argument.name.empty())
        reader.requireInside(argument.name, {tag.content.begin, argument.value.begin},
                             "a name stands before its value");
    }
    if (tag.partner == TemplateTag::noPartner) continue;
    reader.require(tag.partner != i && tag.partner < templates.tags.size() && templates.tags[tag.partner].partner == i,
                   "partners name each other", tag.span);
  }
  const auto sideBySide = [&](const auto& spans, const auto& spanOf, std::string_view promise) {
    std::size_t end = 0;
    for (const auto& one : spans) {
      reader.requireInside(spanOf(one), {end, source.size()}, promise);
      end = spanOf(one).end;
    }
  };
  const auto itself = [](const Span& span) { return span; };
  sideBySide(
      templates.substitutes, [](const Substitute& substitute) { return substitute.span; },
      "substitutes are side by side");
  sideBySide(templates.opaque, itself, "opaque contents are side by side");
  sideBySide(templates.hidden, itself, "hidden contents are side by side");
  sideBySide(templates.unseen, itself, "unseen marks are side by side");
  return reader.fault();
}

std::string brokenPromise(std::string_view source, Span span, const HtmlTags& tags) {
  Reader reader(source, span);
  reader.readTags(tags);
  return reader.fault();
}

std::string deniedAlone(std::string_view source, const Markdown& markdown, const Dialect& dialect,
                        const TemplateSyntax& templates) {
  const auto bytes = [&](Span span) { return source.substr(span.begin, span.size()); };
  const auto within = [](Span whole, Span part) { return Span{part.begin - whole.begin, part.end - whole.begin}; };
  // What stands in text is read behind a letter: a line may begin a block with the same bytes (`<!--a@b.c>` is an
  // address of mail in text, HTML at a line's beginning), and a tick between blanks is none for kramdown.
  const auto inText = [&](Span span) { return "x" + std::string(bytes(span)); };
  for (const Heading& heading : markdown.headings) {
    const std::string_view text = bytes(heading.span);
    if (!heading.proven || heading.html || !isWhole(text)) continue;
    const Markdown alone = parseMarkdown(text, {0, text.size()}, dialect, templates);
    if (alone.headings.empty() || alone.headings[0].level != heading.level ||
        alone.headings[0].textSpan != within(heading.span, heading.textSpan))
      return "alone this is another heading: ‹" + std::string(text) + "›";
  }
  for (const Link& link : markdown.links) {
    const bool dependsOnPlace = link.syntax == Link::Syntax::html || link.syntax == Link::Syntax::bareUrl;
    if (!link.proven || dependsOnPlace || !isWhole(bytes(link.span))) continue;
    std::string text = inText(link.span);
    std::size_t moved = 1;
    if (link.definition) {  // a reference means nothing without it
      const std::string_view definition = bytes(markdown.definitions[*link.definition].span);
      if (!isWhole(definition)) continue;
      moved = text.size() + 2;
      text += "\n\n" + std::string(definition) + "\n";
    }
    const Span owner = link.definition ? markdown.definitions[*link.definition].span : link.span;
    const Span destination = within(owner, link.destinationSpan);
    const Markdown alone = parseMarkdown(text, {0, text.size()}, dialect, templates);
    const auto found = std::find_if(alone.links.begin(), alone.links.end(),
                                    [&](const Link& other) { return other.span == Span{1, 1 + link.span.size()}; });
    if (found == alone.links.end() || found->image != link.image || found->destination != link.destination ||
        found->title != link.title ||
        found->destinationSpan != Span{destination.begin + moved, destination.end + moved})
      return "alone this is another link: ‹" + text + "›";
  }
  for (const Definition& definition : markdown.definitions) {
    const std::string_view text = bytes(definition.span);
    if (!isWhole(text)) continue;
    const Markdown alone = parseMarkdown(text, {0, text.size()}, dialect, templates);
    if (alone.definitions.size() != 1 || alone.definitions[0].label != definition.label ||
        alone.definitions[0].destination != definition.destination || alone.definitions[0].title != definition.title)
      return "alone this is another definition: ‹" + std::string(text) + "›";
  }
  for (const Code& code : markdown.codes) {
    if (code.kind != Code::Kind::span || !isWhole(bytes(code.span))) continue;
    const std::string text = inText(code.span);
    const Span content = within(code.span, code.content);
    const Markdown alone = parseMarkdown(text, {0, text.size()}, dialect, templates);
    if (alone.codes.size() != 1 || alone.codes[0].span != Span{1, text.size()} ||
        alone.codes[0].content != Span{content.begin + 1, content.end + 1})
      return "alone this is another code span: ‹" + std::string(bytes(code.span)) + "›";
  }
  return {};
}

std::string emphasisDeniedAlone(std::string_view source, const Markdown& markdown, const Dialect& dialect,
                                const TemplateSyntax& templates) {
  // Emphasis depends on the characters beside its marks, and on how many marks stand together. A mark beside it might
  // mean something together with the text: for each a full stop stands here.
  const auto isSpace = [](char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; };
  const auto beside = [&](std::size_t begin, std::size_t end) -> std::string {
    if (begin >= end || isSpace(source[begin])) return " ";
    if (std::ispunct(static_cast<unsigned char>(source[begin])) != 0) return ".";
    return std::string(source.substr(begin, end - begin));
  };
  for (const Node& node : markdown.nodes) {
    const Span span = node.span;
    const bool marked = node.kind == Kind::emphasis || node.kind == Kind::strong || node.kind == Kind::strikethrough;
    const std::string_view written = source.substr(span.begin, span.size());
    if (!marked || !node.proven || !isWhole(written)) continue;
    if (span.begin > 0 && source[span.begin - 1] == source[span.begin]) continue;
    if (span.end < source.size() && source[span.end] == source[span.begin]) continue;
    // Python-Markdown takes a mark with blanks on both sides for text, but not beside a hard break or a character that
    // it drops: it looks at what it has made of the text.
    if (isSpace(source[node.content.begin]) || isSpace(source[node.content.end - 1])) continue;
    std::size_t before = span.begin;
    while (before > 0 && (static_cast<unsigned char>(source[--before]) & 0xC0) == 0x80) {
    }
    const std::size_t behind = span.end + codePointAt(source, span.end).length;
    // Of bytes that are no UTF-8 md4c makes other characters beside other bytes.
    if (findInvalidUtf8(source.substr(before, behind - before)) != std::string_view::npos) continue;
    // A control character may be one that the converter drops, so that the one behind it counts.
    const auto isControl = [&](std::size_t at) { return at < source.size() && source[at] >= 0 && source[at] < ' '; };
    if ((isControl(before) && !isSpace(source[before])) || (isControl(span.end) && !isSpace(source[span.end])))
      continue;
    const std::string first = "x" + beside(before, span.begin);
    const std::string text = first + std::string(written) + beside(span.end, behind);
    const Span expected{first.size(), first.size() + span.size()};
    const Markdown alone = parseMarkdown(text, {0, text.size()}, dialect, templates);
    if (std::none_of(alone.nodes.begin(), alone.nodes.end(),
                     [&](const Node& other) { return other.kind == node.kind && Span(other.span) == expected; }))
      return "alone this is other emphasis: ‹" + text + "›";
  }
  return {};
}

}  // namespace galley::test
