// See promises.h: front matter and data files.
#include <algorithm>
#include <vector>

#include "tests/support/promises.h"

namespace galley::test {
namespace {

class Reader {
 public:
  explicit Reader(const Text& text) : text_(text), file_{0, text.size()} {}

  [[nodiscard]] const std::string& fault() const { return fault_; }

  void require(bool holds, std::string_view promise, Span span) {
    if (!holds && fault_.empty())
      fault_ = std::string(promise) + ": " + std::to_string(span.begin) + " to " + std::to_string(span.end) + " ‹" +
               std::string(text_.slice(span)) + "›";
  }

  void requireInside(Span inner, Span outer, std::string_view promise) {
    require(inner.begin <= inner.end && outer.contains(inner), promise, inner);
  }

  /// `sideBySide`: each stands behind the one before it. The entries of a TOML table may stand apart.
  void readEntries(const std::vector<Entry>& entries, Span around, bool sideBySide) {
    std::size_t last = around.begin;
    for (const Entry& entry : entries) {
      requireInside(entry.span, around, "an entry lies in what holds it");
      requireInside(entry.keySpan, entry.span, "a key lies in its entry");
      requireInside(entry.value.span, around, "a value lies in what holds it");
      if (sideBySide) {
        require(last <= entry.span.begin, "entries are side by side", entry.span);
        requireInside(entry.value.span, entry.span, "a value lies in its entry");
      }
      last = entry.span.end;
      readValue(entry.value, around, sideBySide);
    }
  }

  void readValue(const Value& value, Span around, bool sideBySide) {
    requireInside(value.span, around, "a value lies in what holds it");
    if (text_.slice(value.span).starts_with('*')) sideBySide = false;  // an alias: its items stand at the anchor
    if (!sideBySide) around = file_;
    const Span inner = sideBySide ? value.span : around;
    std::size_t last = inner.begin;
    for (const Value& item : value.items) {
      requireInside(item.span, inner, "an item lies in its list");
      if (sideBySide) require(last <= item.span.begin, "items are side by side", item.span);
      last = item.span.end;
      readValue(item, inner, sideBySide);
    }
    readEntries(value.entries, inner, sideBySide);
  }

  void readProblems(const std::vector<FrontMatterProblem>& problems) {
    for (const FrontMatterProblem& problem : problems) {
      requireInside(problem.span, file_, "a problem lies in the file");
      for (const Edit& edit : problem.repair) requireInside(edit.span, file_, "a repair lies in the file");
    }
  }

 private:
  const Text& text_;
  Span file_;
  std::string fault_;
};

bool isSame(const std::vector<Entry>& a, const std::vector<Entry>& b);

bool isSame(const Value& a, const Value& b) {
  return a.kind == b.kind && a.text == b.text && isSame(a.entries, b.entries) &&
         std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                    [](const Value& x, const Value& y) { return isSame(x, y); });
}

bool isSame(const std::vector<Entry>& a, const std::vector<Entry>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Entry& x, const Entry& y) {
    return x.key == y.key && x.readable == y.readable && isSame(x.value, y.value);
  });
}

}  // namespace

std::string brokenPromise(const Text& text, const FrontMatter& frontMatter) {
  Reader reader(text);
  const Span file{0, text.size()};
  reader.requireInside(frontMatter.block, file, "the block lies in the file");
  reader.requireInside(frontMatter.content, frontMatter.block, "the content lies in the block");
  reader.requireInside(frontMatter.openFence, frontMatter.block, "the opening fence lies in the block");
  reader.requireInside(frontMatter.closeFence, frontMatter.block, "the closing fence lies in the block");
  reader.readEntries(frontMatter.entries, frontMatter.block, frontMatter.format != FrontMatterFormat::toml);
  reader.readProblems(frontMatter.problems);
  return reader.fault();
}

std::string brokenPromise(const Text& text, const DataFile& file) {
  Reader reader(text);
  reader.readValue(file.value, {0, text.size()}, true);
  reader.readProblems(file.problems);
  return reader.fault();
}

std::string deniedAlone(const Text& text, const FrontMatter& frontMatter, const FrontMatterSyntax& syntax) {
  if (!frontMatter.problems.empty() || !frontMatter.closed) return {};
  for (const Entry& entry : frontMatter.entries) {
    const std::string written(text.slice(entry.span));
    // An alias means nothing without its anchor, a line end that is kept (`|+`) not the same at the end.
    if (!entry.readable || written.find_first_of("*+") != std::string::npos) continue;
    std::string whole;
    if (frontMatter.format == FrontMatterFormat::yaml) whole = "---\n" + written + "\n---\n";
    if (frontMatter.format == FrontMatterFormat::json) whole = "{" + written + "}\n";
    if (frontMatter.format == FrontMatterFormat::fields) whole = written + "\n\n";
    if (whole.empty()) continue;
    FrontMatterSyntax own = syntax;
    own.fields = frontMatter.format == FrontMatterFormat::fields;
    const FrontMatter alone = parseFrontMatter(Text(whole), own);
    if (alone.entries.size() != 1 || alone.entries[0].key != entry.key || !isSame(alone.entries[0].value, entry.value))
      return "alone this is another entry: ‹" + written + "›";
  }
  return {};
}

}  // namespace galley::test
