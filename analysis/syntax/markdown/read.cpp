// See the header.
#include "analysis/syntax/markdown/read.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "analysis/syntax/markdown/heading_attributes.h"
#include "analysis/syntax/markdown/labels.h"
#include "analysis/syntax/markdown/parts.h"

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }
bool isAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool isAsciiAlnum(char c) { return isAsciiLetter(c) || (c >= '0' && c <= '9'); }

std::string trimmed(std::string text) {
  while (!text.empty() && isBlank(text.back())) text.pop_back();
  text.erase(0, static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), isBlank) - text.begin()));
  return text;
}

/// 1 to 6 of a heading's tag, 0 of another.
int headingLevel(std::string_view source, const HtmlTag& tag) {
  if (tag.nameSpan.size() != 2) return 0;
  const char letter = source[tag.nameSpan.begin];
  const char digit = source[tag.nameSpan.begin + 1];
  return (letter == 'h' || letter == 'H') && digit >= '1' && digit <= '6' ? digit - '0' : 0;
}

/// Where something begins, and which it is.
struct Place {
  std::size_t begin = 0;
  std::size_t index = 0;
  bool inTag = false;  // of links: an index of a tag, not of a node
};

/// Brings places in the order of the text; what begins at the same place stays as it is. Most often they come as two
/// stretches in order, one behind the other, which need only be merged.
void sort(std::vector<Place>& places) {
  const auto before = [](const Place& a, const Place& b) { return a.begin < b.begin; };
  const auto second = std::is_sorted_until(places.begin(), places.end(), before);
  if (!std::is_sorted(second, places.end(), before)) std::stable_sort(second, places.end(), before);
  std::inplace_merge(places.begin(), second, places.end(), before);
}

/// The same for constructs. They are big, and often in order: each is moved once at most.
template <class Construct>
void sort(std::vector<Construct>& all) {
  const auto before = [](const Construct& a, const Construct& b) { return a.span.begin < b.span.begin; };
  if (std::is_sorted(all.begin(), all.end(), before)) return;
  std::vector<Place> order;
  order.reserve(all.size());
  for (std::size_t i = 0; i < all.size(); ++i) order.push_back({all[i].span.begin, i});
  sort(order);
  std::vector<Construct> sorted;
  sorted.reserve(all.size());
  for (const Place& place : order) sorted.push_back(std::move(all[place.index]));
  all = std::move(sorted);
}

/// Where a byte stands next, asked for places that most often come in order: what lies between is looked at once.
class NextByte {
 public:
  NextByte(std::string_view text, char byte) : text_(text), byte_(byte) {}

  /// The first of them at or behind an offset; the size of the text where there is none.
  std::size_t from(std::size_t offset) {
    if (offset < known_.begin || offset > known_.end)
      known_ = {offset, std::min(text_.find(byte_, offset), text_.size())};
    return known_.end;
  }

 private:
  std::string_view text_;
  char byte_;
  Span known_{1, 0};  // none stands from its begin up to its end
};

class Reader {
 public:
  Reader(std::string_view source, Span body, const std::string& mask, const Templates& templates, const Tree& tree,
         const Dialect& dialect)
      : source_(source), body_(body), mask_(mask), templates_(templates), tree_(tree), dialect_(dialect) {
    result_.unproven = tree.unproven;
    result_.truncated = tree.truncated;
  }

  Markdown run() {
    for (std::size_t i = 0; i < tree_.nodes.size(); ++i) {
      const Node& node = tree_.nodes[i];
      if (i > 0)  // a parent stands before its children
        altText_[i] = tree_.nodes[node.parent].kind == Node::Kind::image || altText_[node.parent];
      if (node.kind == Node::Kind::definition)
        readDefinition(node);  // hidden or not; links are read when all are known
      if (!node.hidden) read(node);
    }
    readTags();
    readLinks();
    readHtmlHeadings();
    readLiteralMarks();
    readEmojis();
    sort(result_.attributeLists);
    sort(result_.headings);
    return std::move(result_);
  }

 private:
  [[nodiscard]] Span inFile(Span span) const { return {span.begin + body_.begin, span.end + body_.begin}; }
  [[nodiscard]] std::string_view written(Span span) const {
    return source_.substr(span.begin + body_.begin, span.size());
  }

  /// What is written, character references and, if asked for, escapes resolved.
  [[nodiscard]] std::string decoded(Span span, bool escapes) const {
    return decodeCharacterReferences(unescaped(written(span), escapes ? dialect_.escapable : ""));
  }

  /// Where an autolink or bare address leads; one without a scheme is one of mail.
  [[nodiscard]] std::string addressOf(const Node& node) const {
    const bool isDecoded =
        node.reference == Node::Reference::autolink || dialect_.bareUrls == Dialect::BareUrls::marked;
    const std::string address =
        isDecoded ? decoded(node.destination, dialect_.escapesInAutolinks) : std::string(written(node.destination));
    if (address.starts_with("www.")) return std::string(dialect_.wwwScheme) + address;
    const bool mail = address.find(':') == std::string::npos && address.find('@') != std::string::npos;
    return mail ? "mailto:" + address : address;
  }

  void appendWithoutSilent(std::string& text, Span span) const {
    auto next = std::partition_point(tree_.silent.begin(), tree_.silent.end(),
                                     [&](const Span& silent) { return silent.end <= span.begin; });
    for (; next != tree_.silent.end() && next->begin < span.end; ++next) {
      if (next->begin > span.begin) text += written({span.begin, next->begin});
      span.begin = std::min(next->end, span.end);
    }
    text += written(span);
  }

  /// Where the tags `<br>` stand in a node.
  [[nodiscard]] std::vector<std::size_t> lineBreaksIn(const Node& node) const {
    std::vector<std::size_t> places;
    for (std::size_t i = indexOf(node) + 1; i < tree_.nodes.size(); ++i) {
      const Node& inner = tree_.nodes[i];
      if (inner.span.begin >= node.span.end) break;
      if (inner.kind != Node::Kind::inlineHtml) continue;
      const HtmlTags tags = parseHtmlTags(mask_, inner.span);
      for (const HtmlTag& tag : tags)
        if (!tag.end && tag.isNamed(mask_, "br")) places.push_back(tag.span.begin);
    }
    return places;
  }

  /// What a reader sees of a node: its texts, with lines broken at `breaks`. Of the images in a heading or link
  /// nothing.
  [[nodiscard]] std::string textOf(const Node& node, const std::vector<std::size_t>& breaks = {}) const {
    std::string text;
    auto nextBreak = breaks.begin();
    for (std::size_t i = node.firstText; i < node.lastText; ++i) {
      TextPiece piece = tree_.texts[i];
      for (; nextBreak != breaks.end() && *nextBreak < piece.span.begin; ++nextBreak) text += '\n';
      if (node.kind == Node::Kind::heading) {  // md4c leaves closing marks in its text where a tab follows them
        piece.span.begin = std::max(piece.span.begin, node.content.begin);
        piece.span.end = std::min(piece.span.end, node.content.end);
        if (piece.span.end < piece.span.begin) continue;
      }
      if (piece.alt && node.kind != Node::Kind::image) continue;
      switch (piece.kind) {
        case TextPiece::Kind::plain:
          appendWithoutSilent(text, piece.span);
          break;
        case TextPiece::Kind::code:
          text += written(piece.span);
          break;
        case TextPiece::Kind::reference:
          text += decodeCharacterReferences(written(piece.span));
          break;
        case TextPiece::Kind::lineBreak:
          text += '\n';
          break;
        case TextPiece::Kind::replaced:
          text += piece.shown.view();
          break;
      }
    }
    return text;
  }

  void read(const Node& node) {
    if (node.isInline() && noText_.contains(node.span)) return;
    switch (node.kind) {
      case Node::Kind::heading:
        readHeading(node);
        break;
      case Node::Kind::link:
      case Node::Kind::image:
        if (!isAltText(node)) links_.push_back({node.span.begin + body_.begin, indexOf(node)});
        break;
      case Node::Kind::fencedCode:
        addCode(node, Code::Kind::fenced);
        break;
      case Node::Kind::indentedCode:
        addCode(node, Code::Kind::indented);
        break;
      case Node::Kind::codeSpan:
        addCode(node, Code::Kind::span);
        break;
      case Node::Kind::attributeList:
        addAttributeList(node.span);
        break;
      case Node::Kind::html:
        if (dialect_.grammar == Dialect::Grammar::kramdown) break;  // it gives each tag a node
        [[fallthrough]];
      case Node::Kind::inlineHtml:
        html_.push_back({node.span.begin, indexOf(node)});
        break;
      default:
        break;
    }
  }

  [[nodiscard]] std::size_t indexOf(const Node& node) const {
    return static_cast<std::size_t>(&node - tree_.nodes.data());
  }

  /// True for what stands in the text of an image: the page shows it as words.
  [[nodiscard]] bool isAltText(const Node& node) const { return altText_[indexOf(node)]; }

  [[nodiscard]] bool isInLink(const Node& node) const {
    std::uint32_t up = node.parent;
    while (up != Node::noParent && tree_.nodes[up].isInline() && tree_.nodes[up].kind != Node::Kind::link)
      up = tree_.nodes[up].parent;
    return up != Node::noParent && tree_.nodes[up].kind == Node::Kind::link;
  }

  void addAttributeList(Span span) {
    while (!span.empty() && isBlank(mask_[span.end - 1])) --span.end;
    result_.attributeLists.push_back({inFile(span)});
  }

  void addCode(const Node& node, Code::Kind kind) {
    const Span info = kind == Code::Kind::fenced ? Span(node.label) : Span{node.span.begin, node.span.begin};
    result_.codes.push_back(
        {kind, inFile(node.span), inFile(node.content), inFile(info), inFile(languageOf(mask_, info))});
  }

  void takeAttributes(Node& heading) {
    const auto found = headingAttributesOf(mask_, heading.content, dialect_);
    if (!found) return;
    heading.content = found->content;
    heading.label = found->id;
    noText_ = found->span;
    result_.attributeLists.push_back({inFile(found->span)});
  }

  /// `{#id}` behind a heading's text.
  void addOwnAttributes(const Node& heading) {
    if (heading.label.empty() || !heading.span.contains(heading.label)) return;
    result_.attributeLists.push_back({inFile({heading.label.begin - 2, heading.label.end + 1})});
  }

  void readHeading(const Node& whole) {
    Node node = whole;
    takeAttributes(node);
    if (dialect_.grammar == Dialect::Grammar::kramdown) addOwnAttributes(node);
    Heading heading;
    heading.level = node.level;
    heading.span = inFile(node.span);
    heading.textSpan = inFile(node.content);
    heading.text = trimmed(textOf(node, lineBreaksIn(whole)));
    if (!node.label.empty()) {
      heading.idSpan = inFile(node.label);
      heading.id = written(node.label);
    }
    heading.proven = node.proven;
    result_.headings.push_back(std::move(heading));
  }

  void readDefinition(const Node& node) {
    Definition definition;
    definition.span = inFile(node.span);
    definition.labelSpan = inFile(node.label);
    definition.label = written(node.label);
    definition.destinationSpan = inFile(node.destination);
    definition.destination = decoded(node.destination, dialect_.escapesInDefinitions);
    if (!node.title.empty()) {
      definition.titleSpan = inFile({node.title.begin + 1, node.title.end - 1});
      definition.title = decoded({node.title.begin + 1, node.title.end - 1}, dialect_.escapesInDefinitions);
    }
    const std::size_t index = result_.definitions.size();
    const auto [found, added] = definitions_.emplace(definitionKey(definition.label, dialect_.grammar), index);
    if (!added && dialect_.lastDefinitionCounts) found->second = index;
    result_.definitions.push_back(std::move(definition));
  }

  void readLink(const Node& node) {
    if (node.reference == Node::Reference::bareUrl && isInLink(node)) return;
    Link& link = result_.links.emplace_back();
    link.image = node.kind == Node::Kind::image;
    link.span = inFile(node.span);
    link.textSpan = inFile(node.content);
    link.text = node.reference == Node::Reference::bareUrl ? std::string(written(node.content)) : textOf(node);
    link.proven = node.proven;
    link.destinationSpan = inFile(node.destination);
    const bool isAddress = node.reference == Node::Reference::autolink || node.reference == Node::Reference::bareUrl;
    link.destination = isAddress ? addressOf(node) : decoded(node.destination, true);
    if (!node.title.empty()) {
      const Span title{node.title.begin + 1, node.title.end - 1};
      link.titleSpan = inFile(title);
      link.title = decoded(title, true);
    }
    switch (node.reference) {
      case Node::Reference::none:
      case Node::Reference::inlined:
        link.syntax = Link::Syntax::inlined;
        break;
      case Node::Reference::autolink:
        link.syntax = Link::Syntax::autolink;
        break;
      case Node::Reference::bareUrl:
        link.syntax = Link::Syntax::bareUrl;
        break;
      case Node::Reference::full:
        link.syntax = Link::Syntax::full;
        break;
      case Node::Reference::collapsed:
        link.syntax = Link::Syntax::collapsed;
        break;
      case Node::Reference::shortcut:
        link.syntax = Link::Syntax::shortcut;
        break;
    }
    if (link.syntax == Link::Syntax::full || link.syntax == Link::Syntax::collapsed ||
        link.syntax == Link::Syntax::shortcut) {
      link.label = written(node.label);
      const bool isText = link.syntax != Link::Syntax::full;
      const auto found = definitions_.find(referenceKey(link.label, isText, dialect_.grammar));
      if (found == definitions_.end()) {
        if (link.proven) ++result_.unproven;
        link.proven = false;
      } else {
        Definition& definition = result_.definitions[found->second];
        definition.used = true;
        link.definition = found->second;
        link.destination = definition.destination;
        link.destinationSpan = definition.destinationSpan;
        link.title = definition.title;
        link.titleSpan = definition.titleSpan;
      }
    }
  }

  /// Tags are found in the mask, where no template tag breaks a quoted value; their values are what the source says.
  void readTags() {
    sort(html_);
    for (const Place& place : html_) result_.tags.addAll(mask_, tree_.nodes[place.index].span);
    for (const TemplateTag& tag : templates_.tags)
      if (tag.kind == TemplateTag::Kind::element) readElement(tag);
    result_.tags.settle(body_.begin);
  }

  /// Links are big: each is made where it stays.
  void readLinks() {
    for (std::size_t i = 0; i < result_.tags.size(); ++i)
      if (isLink(result_.tags[i])) links_.push_back({result_.tags[i].span.begin, i, true});
    sort(links_);
    result_.links.reserve(links_.size());
    for (const Place& place : links_) {
      if (place.inTag) {
        readHtmlLink(place.index);
      } else {
        readLink(tree_.nodes[place.index]);
      }
    }
  }

  /// Of JSX the tags of HTML; components have names with capitals or dots.
  void readElement(const TemplateTag& tag) {
    if (tag.name.empty() || tag.name[0] < 'a' || tag.name[0] > 'z' || tag.name.find('.') != std::string::npos) return;
    const auto inBody = [&](Span span) { return PackedSpan{span.begin - body_.begin, span.end - body_.begin}; };
    HtmlTag html;
    html.span = inBody(tag.span);
    html.nameSpan = inBody(tag.nameSpan);
    html.end = tag.end;
    html.selfClosing = tag.selfClosing;
    std::vector<HtmlAttribute> attributes;
    for (const TemplateArgument& argument : tag.arguments) {
      if (argument.name.empty()) continue;
      HtmlAttribute& attribute = attributes.emplace_back();
      attribute.nameSpan = inBody(argument.name);
      if (argument.quote == 0) continue;
      attribute.valueSpan = inBody(argument.value);
      attribute.quote = argument.quote == '{' ? '\0' : argument.quote;
    }
    result_.tags.add(html, attributes);
  }

  [[nodiscard]] bool isLink(const HtmlTag& tag) const {
    return !tag.end &&
           (tag.isNamed(source_, "img") || (tag.isNamed(source_, "a") && result_.tags.find(tag, source_, "href")));
  }

  void readHtmlLink(std::size_t index) {
    const HtmlTag& tag = result_.tags[index];
    const bool image = tag.isNamed(source_, "img");
    const HtmlAttribute* destination = result_.tags.find(tag, source_, image ? "src" : "href");
    Link& link = result_.links.emplace_back();
    link.image = image;
    link.syntax = Link::Syntax::html;
    link.span = tag.span;
    link.tag = index;
    link.textSpan = {tag.span.end, tag.span.end};
    link.destinationSpan = {tag.span.end, tag.span.end};
    if (destination && destination->valueSpan) {
      link.destinationSpan = *destination->valueSpan;
      link.destination = destination->value(source_);
    }
    if (image) {
      if (const HtmlAttribute* alt = result_.tags.find(tag, source_, "alt")) {
        link.text = alt->value(source_);
        if (alt->valueSpan) link.textSpan = *alt->valueSpan;
      }
    } else if (const HtmlTag* end = endTagOf(index)) {
      link.textSpan = {tag.span.end, end->span.begin};
      link.text = trimmed(textBetween(index, link.textSpan));
      link.span.end = end->span.end;
    }
    if (const HtmlAttribute* title = result_.tags.find(tag, source_, "title"); title && title->valueSpan) {
      link.titleSpan = title->valueSpan;
      link.title = title->value(source_);
    }
  }

  /// The next end tag of the same name, or null. A start tag of that name before it leaves this one unclosed.
  [[nodiscard]] const HtmlTag* endTagOf(std::size_t index) const {
    const Span name = result_.tags[index].nameSpan;
    for (std::size_t i = index + 1; i < result_.tags.size(); ++i)
      if (result_.tags[i].isNamed(source_, source_.substr(name.begin, name.size())))
        return result_.tags[i].end ? &result_.tags[i] : nullptr;
    return nullptr;
  }

  /// The text of a span in which the tags from `index` + 1 on stand.
  [[nodiscard]] std::string textBetween(std::size_t index, Span span) const {
    std::string text;
    std::size_t at = span.begin;
    for (std::size_t i = index + 1; i < result_.tags.size() && result_.tags[i].span.begin < span.end; ++i) {
      if (result_.tags[i].span.begin < at) continue;
      text += source_.substr(at, result_.tags[i].span.begin - at);
      at = result_.tags[i].span.end;
    }
    if (at < span.end) text += source_.substr(at, span.end - at);
    return decodeCharacterReferences(text);
  }

  void readHtmlHeadings() {
    std::array<std::size_t, 7> nextEnd{};  // of each level: an index at or before its next end tag
    for (std::size_t i = 0; i < result_.tags.size(); ++i) {
      const HtmlTag& tag = result_.tags[i];
      const int level = headingLevel(source_, tag);
      if (level == 0 || tag.end) continue;
      std::size_t& end = nextEnd[static_cast<std::size_t>(level)];
      end = std::max(end, i + 1);
      while (end < result_.tags.size() && headingLevel(source_, result_.tags[end]) != level) ++end;
      if (end == result_.tags.size() || !result_.tags[end].end) continue;
      Heading heading;
      heading.html = true;
      heading.level = level;
      heading.span = {tag.span.begin, result_.tags[end].span.end};
      heading.textSpan = {tag.span.end, result_.tags[end].span.begin};
      while (!heading.textSpan.empty() && isBlank(source_[heading.textSpan.begin])) ++heading.textSpan.begin;
      while (!heading.textSpan.empty() && isBlank(source_[heading.textSpan.end - 1])) --heading.textSpan.end;
      heading.text = textBetween(i, heading.textSpan);
      if (const HtmlAttribute* id = result_.tags.find(tag, source_, "id"); id && id->valueSpan) {
        heading.id = id->value(source_);
        heading.idSpan = id->valueSpan;
      }
      result_.headings.push_back(std::move(heading));
    }
  }

  /// Names are words, or one of these.
  static bool isEmojiName(std::string_view name) {
    return std::any_of(name.begin(), name.end(), isAsciiLetter) || name == "+1" || name == "-1" || name == "100" ||
           name == "1234";
  }

  /// `:name:` in what a reader sees; a text may come in several pieces.
  void readEmojis() {
    if (source_.find(':', body_.begin) == std::string_view::npos) return;
    NextByte colon(mask_, ':');
    Span run;  // pieces that touch each other
    const auto flush = [&] {
      const std::string_view upTo = std::string_view(mask_).substr(0, run.end);
      for (std::size_t at = colon.from(run.begin); at < upTo.size(); at = colon.from(at)) {
        std::size_t end = at + 1;
        while (end < upTo.size() &&
               (isAsciiAlnum(upTo[end]) || upTo[end] == '_' || upTo[end] == '+' || upTo[end] == '-'))
          ++end;
        if (end < upTo.size() && upTo[end] == ':' && isEmojiName(upTo.substr(at + 1, end - at - 1))) {
          result_.emojis.push_back({inFile({at, end + 1}), inFile({at + 1, end}), dialect_.emoji});
          ++end;
        }
        at = end;
      }
    };
    for (const TextPiece& piece : tree_.texts) {
      if (piece.kind != TextPiece::Kind::plain) continue;
      if (piece.span.begin == run.end) {
        run.end = piece.span.end;
        continue;
      }
      flush();
      run = piece.span;
    }
    flush();
    sort(result_.emojis);
  }

  void readLiteralMarks() {
    if (source_.find("**", body_.begin) == std::string_view::npos) return;
    NextByte asterisk(source_, '*');
    Span run;
    const auto flush = [&] {
      const bool escaped = run.begin > 0 && source_[run.begin - 1] == '\\';
      const bool loose = (run.begin == 0 || isBlank(source_[run.begin - 1])) &&
                         (run.end >= source_.size() || isBlank(source_[run.end]));
      if (run.size() >= 2 && !escaped && !loose) result_.literalMarks.push_back(run);
      run = {};
    };
    for (const TextPiece& piece : tree_.texts) {
      if (piece.kind != TextPiece::Kind::plain || piece.alt) continue;
      const Span whole = inFile(piece.span);
      for (std::size_t i = asterisk.from(whole.begin); i < whole.end; i = asterisk.from(i + 1)) {
        if (run.empty() || run.end != i) {
          if (!run.empty()) flush();
          run = {i, i};
        }
        ++run.end;
      }
    }
    if (!run.empty()) flush();
    std::sort(result_.literalMarks.begin(), result_.literalMarks.end());
  }

  std::string_view source_;
  Span body_;
  const std::string& mask_;
  const Templates& templates_;
  const Tree& tree_;
  const Dialect& dialect_;
  std::vector<Place> html_;   // nodes that hold tags
  std::vector<Place> links_;  // in the file
  Span noText_;               // the attributes of the last heading: what stands in them is none of its text
  std::vector<bool> altText_ = std::vector<bool>(tree_.nodes.size());
  Markdown result_;
  std::unordered_map<std::string, std::size_t> definitions_;
};

}  // namespace

Markdown readMarkdown(std::string_view source, Span body, const std::string& mask, const Templates& templates,
                      Tree tree, const Dialect& dialect) {
  Markdown markdown = Reader(source, body, mask, templates, tree, dialect).run();
  markdown.nodes = std::move(tree.nodes);
  if (body.begin == 0) return markdown;
  for (Node& node : markdown.nodes) {
    for (PackedSpan* span : {&node.span, &node.content, &node.destination, &node.title, &node.label}) {
      span->begin += body.begin;
      span->end += body.begin;
    }
  }
  return markdown;
}

}  // namespace galley
