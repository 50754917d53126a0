// See the header.
#include "analysis/syntax/markdown/mask.h"

#include <algorithm>

namespace galley {
namespace {

using Kind = Substitute::Kind;

bool isLineEnd(char c) { return c == '\n' || c == '\r'; }
bool isBlank(char c) { return c == ' ' || c == '\t'; }

class Mask {
 public:
  Mask(std::string_view body, const TemplateSyntax& syntax, const std::vector<Substitute>& substitutes,
       std::size_t bodyBegin)
      : text_(body), syntax_(syntax), substitutes_(substitutes), bodyBegin_(bodyBegin) {}

  std::string run() {
    for (const Substitute& substitute : substitutes_)
      if (substitute.kind == Kind::nothing) fillNothing(inBody(substitute));
    for (std::size_t i = 0; i < substitutes_.size();) {
      switch (substitutes_[i].kind) {
        case Kind::nothing:
          ++i;
          break;
        case Kind::placeholder:
          fillPlaceholder(inBody(substitutes_[i++]));
          break;
        case Kind::word:
        case Kind::silent:
          i = fillRun(i);
          break;
      }
    }
    return std::move(text_);
  }

 private:
  [[nodiscard]] Span inBody(const Substitute& substitute) const {
    return {substitute.span.begin - bodyBegin_, substitute.span.end - bodyBegin_};
  }

  void fillBlanks(Span span) {
    for (std::size_t i = span.begin; i < span.end; ++i)
      if (!isLineEnd(text_[i])) text_[i] = ' ';
  }

  /// Blanks; where a line's text stands behind them they would be indented code, so letters there.
  void fillNothing(Span span) {
    fillBlanks(span);
    std::size_t begin = span.end;
    while (begin > 0 && isBlank(text_[begin - 1])) --begin;
    if (begin > 0 && !isLineEnd(text_[begin - 1])) return;
    std::size_t behind = span.end;
    while (behind < text_.size() && isBlank(text_[behind])) ++behind;
    if (behind < text_.size() && !isLineEnd(text_[behind])) fillWord({std::max(begin, span.begin), span.end});
  }

  void fillWord(Span span) {
    std::fill(text_.begin() + static_cast<std::ptrdiff_t>(span.begin),
              text_.begin() + static_cast<std::ptrdiff_t>(span.end), 'x');
    if (span.size() < 2) return;
    text_[span.begin] = text_[span.end - 1] = syntax_.edge;
  }

  void fillPlaceholder(Span span) {
    constexpr std::size_t marks = 7;  // of `<!---->`
    const bool destination = isInDestination(span.begin);
    fillWord(span);
    if (span.size() < marks || destination) return;
    text_.replace(span.begin, 4, "<!--");
    text_.replace(span.end - 3, 3, "-->");
  }

  /// In a destination a comment would be its end: there a tag is a word, so that the link is found as it is meant.
  [[nodiscard]] bool isInDestination(std::size_t at) const {
    constexpr std::size_t farthest = 1024;
    for (std::size_t i = at; i > 1 && at - i < farthest && !isBlank(text_[i - 1]) && !isLineEnd(text_[i - 1]); --i)
      if (text_[i - 1] == '(' && text_[i - 2] == ']') return true;
    return false;
  }

  [[nodiscard]] bool isGapBlank(std::size_t from, std::size_t to) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(from),
                       text_.begin() + static_cast<std::ptrdiff_t>(to), isBlank);
  }

  /// A run of tags with only blanks between them. Gives the index behind it.
  std::size_t fillRun(std::size_t first) {
    std::size_t last = first;
    bool silent = substitutes_[first].kind == Kind::silent;
    for (std::size_t next = first + 1; next < substitutes_.size(); ++next) {
      if (!isGapBlank(inBody(substitutes_[last]).end, inBody(substitutes_[next]).begin)) break;
      if (substitutes_[next].kind == Kind::placeholder) break;
      if (substitutes_[next].kind == Kind::nothing) {
        const Span gone = inBody(substitutes_[next]);
        if (!isGapBlank(gone.begin, gone.end)) break;
        continue;
      }
      last = next;
      silent = silent && substitutes_[next].kind == Kind::silent;
    }
    std::size_t before = inBody(substitutes_[first]).begin;
    while (before > 0 && isBlank(text_[before - 1])) --before;
    std::size_t after = inBody(substitutes_[last]).end;
    while (after < text_.size() && isBlank(text_[after])) ++after;
    const bool alone =
        silent && (before == 0 || isLineEnd(text_[before - 1])) && (after == text_.size() || isLineEnd(text_[after]));
    for (std::size_t i = first; i <= last; ++i) {
      if (alone) {
        fillBlanks(inBody(substitutes_[i]));
      } else if (substitutes_[i].kind != Kind::nothing) {
        fillWord(inBody(substitutes_[i]));
      }
    }
    return last + 1;
  }

  std::string text_;
  const TemplateSyntax& syntax_;
  const std::vector<Substitute>& substitutes_;
  std::size_t bodyBegin_;
};

}  // namespace

std::string maskBody(std::string_view source, Span body, const TemplateSyntax& syntax, const Templates& templates) {
  return Mask(source.substr(body.begin, body.size()), syntax, templates.substitutes, body.begin).run();
}

std::string maskBody(std::string_view source, Span body, const TemplateSyntax& syntax) {
  return maskBody(source, body, syntax, parseTemplates(source, body, syntax));
}

}  // namespace galley
