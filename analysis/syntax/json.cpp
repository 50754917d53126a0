// See the header.
#include "analysis/syntax/json.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <utility>

#include "analysis/text/unicode.h"

namespace galley {
namespace {

using Json = nlohmann::json;
constexpr std::size_t deepest = 100;

/// Takes the parser's events, which come in order, and finds in the source where each stands.
class Builder : public nlohmann::json_sax<Json> {
 public:
  Builder(std::string_view source, std::size_t begin) : source_(source), begin_(begin), cursor_(begin) {}

  DataFile data;
  std::vector<FrontMatterProblem> duplicates;
  [[nodiscard]] std::size_t end() const { return cursor_; }

  bool null() override { return word("null"); }
  bool boolean(bool value) override { return word(value ? "true" : "false"); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool binary(binary_t&) override { return false; }  // never in a text

  bool string(string_t& text) override {
    Value value;
    value.kind = Value::Kind::scalar;
    value.style = ScalarStyle::doubleQuoted;
    value.span = takeString();
    value.text = std::move(text);
    add(std::move(value));
    return true;
  }
  bool key(string_t& name) override {
    Entry entry;
    entry.keySpan = entry.span = takeString();
    entry.value.span = {entry.keySpan.end, entry.keySpan.end};  // until there is one
    entry.key = std::move(name);
    open_.back().entries.push_back(std::move(entry));
    return true;
  }
  bool start_object(std::size_t) override { return start(Value::Kind::map); }
  bool start_array(std::size_t) override { return start(Value::Kind::list); }
  bool end_object() override { return finish(); }
  bool end_array() override { return finish(); }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    // The position counts the bytes that were read, the one at fault among them.
    const std::size_t at = std::min(begin_ + (position > 0 ? position - 1 : 0), source_.size());
    FrontMatterProblem problem;
    problem.span = {at, std::min(at + 1, source_.size())};
    const std::string_view words = error.what();
    const std::size_t reason = words.find(": ", words.find("parse error"));
    problem.detail = reason == std::string_view::npos ? words : words.substr(reason + 2);
    repairComma(problem, at);
    data.problems.push_back(std::move(problem));
    return false;
  }

  /// Closes what an error left open.
  void finishAll() {
    while (!open_.empty()) finish();
  }

 private:
  static bool isSpace(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

  /// Goes to the next token; commas and colons are none.
  std::size_t toToken() {
    while (cursor_ < source_.size() &&
           (isSpace(source_[cursor_]) || source_[cursor_] == ',' || source_[cursor_] == ':'))
      ++cursor_;
    return cursor_;
  }

  Span takeString() {
    const std::size_t begin = toToken();
    for (++cursor_; cursor_ < source_.size() && source_[cursor_] != '"'; ++cursor_) {
      if (source_[cursor_] == '\\') ++cursor_;
    }
    cursor_ = std::min(cursor_ + 1, source_.size());
    return {begin, cursor_};
  }

  bool word(std::string_view text) {
    const std::size_t begin = toToken();
    cursor_ += text.size();
    return addPlain({begin, cursor_});
  }

  bool number() {
    const std::size_t begin = toToken();
    while (cursor_ < source_.size() &&
           std::string_view("+-.0123456789eE").find(source_[cursor_]) != std::string_view::npos)
      ++cursor_;
    return addPlain({begin, cursor_});
  }

  bool addPlain(Span span) {
    Value value;
    value.kind = Value::Kind::scalar;
    value.span = span;
    value.text = source_.substr(span.begin, span.size());
    add(std::move(value));
    return true;
  }

  bool start(Value::Kind kind) {
    const std::size_t begin = toToken();
    if (open_.size() == deepest) {
      data.problems.push_back({.span = {begin, begin + 1}, .detail = "more than 100 brackets inside of each other"});
      return false;
    }
    ++cursor_;
    Value value;
    value.kind = kind;
    value.flow = true;
    value.span = {begin, cursor_};
    open_.push_back(std::move(value));
    return true;
  }

  bool finish() {
    Value value = std::move(open_.back());
    open_.pop_back();
    if (data.problems.empty()) {  // not after an error
      toToken();
      ++cursor_;
    }
    value.span.end = cursor_;
    reportDuplicates(value);
    add(std::move(value));
    return true;
  }

  void add(Value value) {
    if (open_.empty()) {
      data.value = std::move(value);
    } else if (open_.back().kind == Value::Kind::list) {
      open_.back().items.push_back(std::move(value));
    } else if (!open_.back().entries.empty()) {
      Entry& entry = open_.back().entries.back();
      entry.span.end = value.span.end;
      entry.value = std::move(value);
    }
  }

  void reportDuplicates(const Value& map) {
    std::set<std::string_view> seen;
    for (const Entry& entry : map.entries) {
      if (seen.insert(entry.key).second) continue;
      duplicates.push_back(
          {.mistake = Mistake::duplicateKey, .span = entry.keySpan, .detail = entry.key, .fatal = false});
    }
  }

  /// `[a, ]`: a comma before a closing bracket, the most frequent mistake of all.
  void repairComma(FrontMatterProblem& problem, std::size_t at) const {
    if (at >= source_.size() || (source_[at] != ']' && source_[at] != '}')) return;
    std::size_t comma = at;
    while (comma > begin_ && isSpace(source_[comma - 1])) --comma;
    if (comma == begin_ || source_[comma - 1] != ',') return;
    problem.mistake = Mistake::badListItem;
    problem.span = {comma - 1, comma};
    problem.detail = ",";
    problem.repair = {{problem.span, ""}};
    problem.repairTitle = "Delete the comma";
  }

  std::string_view source_;
  std::size_t begin_;
  std::size_t cursor_;
  std::vector<Value> open_;
};

JsonPrefix parse(const Text& text, std::size_t begin, bool wholeFile) {
  const std::string_view source = text.bytes();
  Builder builder(source, begin);
  const std::string_view json = source.substr(begin);
  Json::sax_parse(json.begin(), json.end(), &builder, Json::input_format_t::json, wholeFile);
  builder.finishAll();
  std::ranges::move(builder.duplicates, std::back_inserter(builder.data.problems));
  return {std::move(builder.data), builder.end()};
}

}  // namespace

DataFile parseJson(const Text& text) {
  const std::size_t begin = text.bytes().starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
  return parse(text, begin, true).data;
}

JsonPrefix parseJsonPrefix(const Text& text, std::size_t begin) { return parse(text, begin, false); }

}  // namespace galley
