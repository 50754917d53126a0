// See the header.
#include "analysis/syntax/mdx.h"

#include <algorithm>
#include <optional>

#include "analysis/syntax/fences.h"

namespace galley {
namespace {

constexpr std::size_t none = std::string_view::npos;

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isSpace(char c) { return isBlank(c) || c == '\n' || c == '\r'; }
bool isNameStart(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}
bool isNameChar(char c) { return isNameStart(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':'; }

class MdxScanner {
 public:
  MdxScanner(std::string_view source, Span body)
      : text_(source.substr(0, std::min(body.end, source.size()))),
        begin_(body.begin),
        fences_(findFences(source, body, true)) {
    work_ = 16 * (text_.size() - std::min(begin_, text_.size())) + 4096;
  }

  Templates run() {
    bool afterBlank = true;  // the line before is empty, or there is none
    for (std::size_t at = begin_; at < text_.size();) {
      if (atLineStart(at) && !inFence(at)) {
        if (afterBlank && work_ > 0 && isModule(at)) {
          at = takeModule(at);
          continue;
        }
        afterBlank = isBlankLine(at);
      }
      at = inFence(at) ? fence_->end : step(at);
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool atLineStart(std::size_t at) const {
    return at == begin_ || text_[at - 1] == '\n' || (text_[at - 1] == '\r' && text_[at] != '\n');
  }
  [[nodiscard]] std::size_t lineEnd(std::size_t at) const {
    return std::min(text_.find_first_of("\r\n", at), text_.size());
  }
  [[nodiscard]] bool isBlankLine(std::size_t at) const {
    while (at < text_.size() && isBlank(text_[at])) ++at;
    return at >= text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }
  bool inFence(std::size_t at) {
    while (fence_ != fences_.end() && fence_->end <= at) ++fence_;
    return fence_ != fences_.end() && fence_->begin <= at;
  }

  /// Behind what begins at `at`: a tag, an expression, a code span, an escape, or one character.
  std::size_t step(std::size_t at) {
    switch (text_[at]) {
      case '\\':
        return at + 2;
      case '`':
        return behindCodeSpan(at);
      case '{': {
        const std::size_t close = behindBraces(at);
        if (close == none) return at + 1;
        TemplateTag tag;
        tag.kind = TemplateTag::Kind::expression;
        tag.span = {at, close};
        tag.content = trimmed({at + 1, close - 1});
        const std::string_view content = text_.substr(tag.content.begin, tag.content.size());
        if (content.size() >= 4 && content.starts_with("/*") && content.find("*/") == content.size() - 2)
          tag.kind = TemplateTag::Kind::comment;
        result_.tags.push_back(std::move(tag));
        return close;
      }
      case '<':
        if (auto tag = elementAt(at)) {
          const std::size_t end = tag->span.end;
          result_.tags.push_back(std::move(*tag));
          return end;
        }
        return at + 1;
      default:
        return at + 1;
    }
  }

  [[nodiscard]] Span trimmed(Span span) const {
    while (!span.empty() && isSpace(text_[span.begin])) ++span.begin;
    while (!span.empty() && isSpace(text_[span.end - 1])) --span.end;
    return span;
  }

  bool spend(std::size_t bytes) {
    work_ -= std::min(work_, bytes);
    return work_ > 0;
  }

  std::size_t behindCodeSpan(std::size_t at) {
    std::size_t content = at;
    while (content < text_.size() && text_[content] == '`') ++content;
    const std::size_t size = content - at;
    for (std::size_t i = content; i < text_.size() && spend(1);) {
      if (text_[i] == '\n' && isBlankLine(i + 1)) break;
      if (text_[i] != '`') {
        ++i;
        continue;
      }
      std::size_t ticks = i;
      while (ticks < text_.size() && text_[ticks] == '`') ++ticks;
      if (ticks - i == size) return ticks;
      i = ticks;
    }
    return content;
  }

  /// Behind the string or comment of JavaScript at `at`; `at` where none begins there. A quote that nothing closes on
  /// its line is an apostrophe.
  [[nodiscard]] std::size_t behindLiteral(std::size_t at) const {
    const char c = text_[at];
    if (c == '"' || c == '\'' || c == '`') {
      for (std::size_t i = at + 1; i < text_.size(); ++i) {
        if (text_[i] == '\\') {
          ++i;
        } else if (text_[i] == c) {
          return i + 1;
        } else if (c != '`' && (text_[i] == '\n' || text_[i] == '\r')) {
          return at;
        }
      }
      return at;
    }
    if (text_.substr(at, 2) == "/*") {
      const std::size_t close = text_.find("*/", at + 2);
      return close == none ? at : close + 2;
    }
    if (text_.substr(at, 2) == "//" && (at == 0 || text_[at - 1] != ':')) return lineEnd(at);
    return at;
  }

  /// Behind the brace that closes the one at `at`, or npos.
  std::size_t behindBraces(std::size_t at) {
    std::size_t depth = 0;
    for (std::size_t i = at; i < text_.size();) {
      const std::size_t behind = behindLiteral(i);
      if (!spend(std::max<std::size_t>(behind - i, 1))) return none;
      if (behind > i) {
        i = behind;
        continue;
      }
      if (text_[i] == '{') ++depth;
      if (text_[i] == '}' && --depth == 0) return i + 1;
      ++i;
    }
    return none;
  }

  /// The tag at `at`, if it is whole.
  std::optional<TemplateTag> elementAt(std::size_t at) {
    TemplateTag tag;
    tag.kind = TemplateTag::Kind::element;
    std::size_t i = at + 1;
    const auto is = [&](char c) { return i < text_.size() && text_[i] == c; };
    if (is('/')) {
      tag.end = true;
      ++i;
    }
    const std::size_t name = i;
    if (i < text_.size() && isNameStart(text_[i]))
      while (i < text_.size() && isNameChar(text_[i])) ++i;
    tag.nameSpan = {name, i};
    tag.name = text_.substr(name, i - name);
    while (true) {
      const std::size_t before = i;
      while (i < text_.size() && isSpace(text_[i])) ++i;
      if (i >= text_.size() || !spend(i - before + 1)) return std::nullopt;
      if (is('/')) {
        ++i;
        if (!is('>') || tag.end) return std::nullopt;
        tag.selfClosing = true;
      }
      if (is('>')) break;
      if (tag.name.empty() || tag.end || i == before || !readAttribute(i, tag)) return std::nullopt;
    }
    tag.span = {at, i + 1};
    tag.content = trimmed({std::min(at + 1, i), i});
    return tag;
  }

  bool readAttribute(std::size_t& i, TemplateTag& tag) {
    TemplateArgument argument;
    argument.name = argument.value = {i, i};
    if (text_[i] == '{') {
      const std::size_t close = behindBraces(i);
      if (close == none) return false;
      argument.value = {i, close};
      argument.quote = '{';
      i = close;
      tag.arguments.push_back(argument);
      return true;
    }
    if (!isNameStart(text_[i])) return false;
    const std::size_t name = i;
    while (i < text_.size() && isNameChar(text_[i])) ++i;
    argument.name = {name, i};
    argument.value = {i, i};
    std::size_t sign = i;
    while (sign < text_.size() && isSpace(text_[sign])) ++sign;
    if (sign < text_.size() && text_[sign] == '=') {
      i = sign + 1;
      while (i < text_.size() && isSpace(text_[i])) ++i;
      if (i >= text_.size()) return false;
      argument.quote = text_[i];
      if (text_[i] == '{') {
        const std::size_t close = behindBraces(i);
        if (close == none) return false;
        argument.value = {i, close};
        i = close;
      } else if (text_[i] == '"' || text_[i] == '\'') {
        const std::size_t close = text_.find(text_[i], i + 1);
        spend(std::min(close, text_.size()) - i);
        if (close == none) return false;
        argument.value = {i + 1, close};
        i = close + 1;
      } else {
        return false;
      }
    }
    tag.arguments.push_back(argument);
    return true;
  }

  [[nodiscard]] bool isModule(std::size_t at) const {
    const std::string_view word = text_.substr(at, 6);
    return (word == "import" || word == "export") && at + 6 < text_.size() &&
           std::string_view(" \t{*\"'").find(text_[at + 6]) != none;
  }

  /// To the first empty line outside of brackets; where they are never closed, to the first empty line.
  std::size_t takeModule(std::size_t at) {
    std::size_t firstEmpty = none;
    std::size_t depth = 0;
    std::size_t i = at;
    for (; i < text_.size() && spend(1);) {
      if (i > at && atLineStart(i) && isBlankLine(i)) {
        if (firstEmpty == none) firstEmpty = i;
        if (depth == 0) break;
      }
      const std::size_t behind = behindLiteral(i);
      if (behind > i) {
        spend(behind - i);
        i = behind;
        continue;
      }
      const char c = text_[i];
      if (c == '{' || c == '(' || c == '[') ++depth;
      if ((c == '}' || c == ')' || c == ']') && depth > 0) --depth;
      ++i;
    }
    const std::size_t end = std::min(std::max(depth == 0 ? i : std::min(firstEmpty, i), at + 6), text_.size());
    TemplateTag tag;
    tag.kind = TemplateTag::Kind::module;
    tag.content = trimmed({at, end});
    tag.span = tag.content;
    tag.nameSpan = {at, at + 6};
    tag.name = text_.substr(at, 6);
    result_.tags.push_back(std::move(tag));
    return end;
  }

  std::string_view text_;
  std::size_t begin_;
  std::vector<Span> fences_;
  std::vector<Span>::const_iterator fence_ = fences_.begin();
  Templates result_;
  std::size_t work_ = 0;  // bytes that may still be looked at in vain
};

}  // namespace

Templates parseMdx(std::string_view source, Span body) { return MdxScanner(source, body).run(); }

}  // namespace galley
