// See the header.
#include "analysis/syntax/front_matter_tokens.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace galley {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }
bool isBreak(char c) { return c == '\n' || c == '\r'; }

/// A text without quotes, or in quotes of one line.
struct Token {
  Span span;
  char quote = 0;
  std::string text;  // without quotes; escapes of quotes and backslashes resolved
};

struct Bracket {
  char open = '[';
  std::string key;           // of the value at hand, in braces
  std::vector<Token> items;  // of a list
};

class TokenFinder {
 public:
  TokenFinder(const Text& text, const FrontMatter& frontMatter, std::size_t offset)
      : text_(text),
        bytes_(text.bytes()),
        content_(frontMatter.content),
        json_(frontMatter.format == FrontMatterFormat::json),
        closed_(frontMatter.closed),
        offset_(offset) {}

  std::optional<FrontMatterPlace> find() {
    const bool inside =
        content_.begin <= offset_ && (offset_ < content_.end || (offset_ == content_.end && (json_ || !closed_)));
    if (!inside) return std::nullopt;
    if (json_) open_.push_back({'{', {}, {}});
    for (std::size_t p = content_.begin; p < content_.end;) {
      if (p > offset_ && done(p)) break;
      p = step(p);
      if (comment_) return std::nullopt;
    }
    return place();
  }

 private:
  /// Behind the cursor only the rest of its list is of interest.
  [[nodiscard]] bool done(std::size_t p) const {
    if (!found_) return true;
    return !foundList_ || open_.size() < foundDepth_ || (isBreak(bytes_[p - 1]) && looksLikeStatement(p));
  }

  [[nodiscard]] bool looksLikeStatement(std::size_t line) const {
    const std::string_view rest = text_.slice(text_.line(text_.lineOf(line)));
    return !json_ && rest.find('=') != std::string_view::npos;
  }

  std::size_t step(std::size_t p) {
    const char c = bytes_[p];
    if (!found_ && p >= offset_ &&
        (c == ',' || c == ']' || c == '}' || isBreak(c) || isBlank(c) || c == '#' || c == ':' || c == '='))
      note({offset_, offset_}, 0);
    if (isBreak(c)) {
      if (!json_ && (open_.empty() || looksLikeStatement(p + 1))) newStatement();
      return p + 1;
    }
    if (isBlank(c)) return p + 1;
    if (c == '#' && !json_) {
      const std::size_t end = text_.line(text_.lineOf(p)).end;
      if (p < offset_ && offset_ <= end) comment_ = true;
      return end;
    }
    if (c == '[' && open_.empty() && !value_) return header(p);
    if (c == '[' || c == '{') {
      open_.push_back({c, {}, {}});
      value_ = false;
    } else if (c == ']' || c == '}') {
      closeBracket();
    } else if (c == ',') {
      value_ = false;
      if (!open_.empty() && open_.back().open == '{') open_.back().key.clear();
    } else if ((json_ ? c == ':' : c == '=' || c == ':') && !value_) {
      separator();
    } else {
      return token(p);
    }
    return p + 1;
  }

  void newStatement() {
    if (found_) return;
    open_.clear();
    key_.clear();
    last_.reset();
    value_ = false;
  }

  void closeBracket() {
    value_ = true;
    if (open_.size() > (json_ ? 1U : 0U)) {
      Bracket inner = std::move(open_.back());
      open_.pop_back();
      if (!open_.empty() && open_.back().open == '[')
        std::ranges::move(inner.items, std::back_inserter(open_.back().items));
      if (found_ && foundList_ && open_.size() + 1 == foundDepth_) siblings_ = std::move(inner.items);
    }
  }

  void separator() {
    value_ = true;
    if (!last_) return;
    if (open_.empty()) {
      key_ = path_.empty() ? last_->text : path_ + "." + last_->text;
    } else if (open_.back().open == '{') {
      open_.back().key = last_->text;
    }
    last_.reset();
  }

  /// `[table]`: the path of the keys below.
  std::size_t header(std::size_t p) {
    const Span line = text_.line(text_.lineOf(p));
    if (p < offset_ && offset_ <= line.end) comment_ = true;  // nothing is offered for names of tables
    const std::string_view name = text_.slice({p, line.end});
    const std::size_t begin = name.find_first_not_of("[ \t");
    const std::size_t end = name.find(']');
    path_ = begin == std::string_view::npos || begin >= std::min(end, name.size())
                ? ""
                : std::string(name.substr(begin, std::min(end, name.size()) - begin));
    while (!path_.empty() && isBlank(path_.back())) path_.pop_back();
    return line.end;
  }

  std::size_t token(std::size_t p) {
    Token token;
    const char c = bytes_[p];
    const std::size_t lineEnd = std::min(content_.end, text_.line(text_.lineOf(p)).end);
    std::size_t end = p;
    if (c == '"' || (c == '\'' && !json_)) {
      token.quote = c;
      for (end = p + 1; end < lineEnd && bytes_[end] != c; ++end) {
        if (bytes_[end] == '\\' && c == '"' && end + 1 < lineEnd) ++end;
        token.text += bytes_[end];
      }
      if (end < lineEnd) {
        ++end;
      } else {  // no closing quote: it ends before what ends an item
        end = p + 1;
        while (end < lineEnd && std::string_view(",]}").find(bytes_[end]) == std::string_view::npos) ++end;
        while (end > p + 1 && isBlank(bytes_[end - 1])) --end;
        token.text = bytes_.substr(p + 1, end - p - 1);
      }
    } else {
      while (end < lineEnd && std::string_view(",]}#=").find(bytes_[end]) == std::string_view::npos &&
             (bytes_[end] != ':' || value_))
        ++end;
      while (end > p && isBlank(bytes_[end - 1])) --end;
      end = std::max(end, p + 1);
      token.text = bytes_.substr(p, end - p);
    }
    token.span = {p, end};
    if (!found_ && token.span.touches(offset_)) {
      note(token.span, token.quote);
    } else if (!open_.empty() && open_.back().open == '[') {
      open_.back().items.push_back(token);
    }
    last_ = std::move(token);
    return end;
  }

  /// The cursor's item is found; what comes behind it are its neighbours.
  void note(Span item, char quote) {
    found_ = true;
    item_ = item;
    quote_ = quote;
    foundList_ = !open_.empty() && open_.back().open == '[';
    foundDepth_ = open_.size();
    foundValue_ = foundList_ || (value_ && (open_.empty() || !open_.back().key.empty()));
    for (const Bracket& bracket : open_) {
      if (bracket.open == '{' && !bracket.key.empty()) innerPath_ += (innerPath_.empty() ? "" : ".") + bracket.key;
      if (bracket.open == '{' && &bracket != &open_.front() && (&bracket - 1)->open == '[')
        nested_ = true;  // a map in a list
    }
    foundKey_ = open_.empty() || !json_ ? (open_.empty() && !value_ ? path_ : key_) : std::string();
  }

  std::optional<FrontMatterPlace> place() {
    if (!found_) {
      if (offset_ < content_.end) return std::nullopt;
      note({offset_, offset_}, 0);
    }
    if (nested_) return std::nullopt;
    FrontMatterPlace place;
    place.kind = foundValue_ ? FrontMatterPlace::Kind::value : FrontMatterPlace::Kind::key;
    place.form = foundList_ ? FrontMatterPlace::Form::flowItem : FrontMatterPlace::Form::plain;
    place.key = foundKey_;
    if (!innerPath_.empty()) place.key += (place.key.empty() ? "" : ".") + innerPath_;
    if (foundValue_ && place.key.empty()) return std::nullopt;
    place.item = place.word = item_;
    place.quote = quote_;
    if (foundList_ && siblings_.empty() && open_.size() >= foundDepth_) siblings_ = open_[foundDepth_ - 1].items;
    for (Token& sibling : siblings_) place.siblings.push_back(std::move(sibling.text));
    return place;
  }

  const Text& text_;
  const std::string& bytes_;
  Span content_;
  bool json_;
  bool closed_;
  std::size_t offset_;

  std::vector<Bracket> open_;
  std::string path_;           // of the TOML table at hand
  std::string key_;            // of the TOML statement at hand, with its table
  std::optional<Token> last_;  // a token that may be a key
  bool value_ = false;         // behind the sign that separates key and value
  bool comment_ = false;       // the cursor stands where nothing is offered

  bool found_ = false;
  bool foundList_ = false;
  bool foundValue_ = false;
  bool nested_ = false;
  std::size_t foundDepth_ = 0;
  std::string foundKey_;
  std::string innerPath_;
  Span item_;
  char quote_ = 0;
  std::vector<Token> siblings_;
};

}  // namespace

std::optional<FrontMatterPlace> findTokenPlace(const Text& text, const FrontMatter& frontMatter, std::size_t offset) {
  return TokenFinder(text, frontMatter, offset).find();
}

}  // namespace galley
