// See the header.
#include "tests/support/picture.h"

#include <algorithm>
#include <functional>
#include <ranges>

#include "analysis/features/features.h"
#include "analysis/generators/all.h"
#include "analysis/rules/all.h"
#include "analysis/text/unicode.h"

namespace galley::test {

namespace {

std::vector<std::string_view> linesOf(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
  }
  return lines;
}

/// The byte of `line` at a display column; behind its end: its size.
std::size_t byteAtColumn(std::string_view line, std::size_t column) {
  std::size_t at = 0;
  std::size_t width = 0;
  while (at < line.size() && width < column) {
    const CodePoint point = codePointAt(line, at);
    width += line[at] == '\t' ? 1 : static_cast<std::size_t>(std::max(0, displayWidth(point.value)));
    at += point.length;
  }
  while (at < line.size() && line[at] != '\t' && displayWidth(codePointAt(line, at).value) == 0) {
    at += codePointAt(line, at).length;  // combining marks belong to the character before
  }
  return at;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

class PictureReader {
 public:
  Picture read(std::string_view text) {
    if (text.starts_with('\n')) text.remove_prefix(1);
    bool any = false;
    for (const std::string_view line : linesOf(text)) {
      if (line.starts_with("@@ ")) {
        if (any) endFile();
        beginFile(line.substr(3));
      } else if (any && trimmed(line).starts_with('^')) {
        addMark(line);
      } else {
        if (!any) beginFile("_posts/2024-01-01-a.md");
        addLine(line);
      }
      any = true;
    }
    if (any) endFile();
    return std::move(picture_);
  }

 private:
  void beginFile(std::string_view header) {
    path_.clear();
    crlf_ = noEol_ = false;
    for (bool more = true; more;) {
      more = false;
      if (header.ends_with(" crlf")) header.remove_suffix(5), crlf_ = more = true;
      if (header.ends_with(" no-eol")) header.remove_suffix(7), noEol_ = more = true;
    }
    path_ = header;
    bytes_.clear();
    lineBegin_ = 0;
    lineNumber_ = 0;
    hasLine_ = false;
  }

  void addLine(std::string_view line) {
    if (hasLine_) ++lineNumber_;
    hasLine_ = true;
    lineBegin_ = bytes_.size();
    line_ = line;
    bytes_ += line;
    bytes_ += crlf_ ? "\r\n" : "\n";
  }

  void endFile() {
    if (noEol_ && !bytes_.empty()) bytes_.resize(bytes_.size() - (crlf_ ? 2 : 1));
    picture_.files.put(path_, bytes_);
    picture_.paths.emplace_back(path_);
  }

  void addMark(std::string_view line) {
    const std::size_t begin = line.find('^');
    std::size_t end = line.find_first_not_of('^', begin);
    end = std::min(end, line.size());
    std::string_view says = line.substr(end);
    Mark mark{.path = Path(path_), .line = lineNumber_, .span = {}, .goesOn = false, .name = {}, .expectation = {}};
    const bool atEnd = says.starts_with('-');
    if (atEnd) says.remove_prefix(1);
    if (says.starts_with("…")) {
      mark.goesOn = true;
      says.remove_prefix(std::string_view("…").size());
    }
    says = trimmed(says);
    const std::size_t from = atEnd ? line_.size() : byteAtColumn(line_, begin);
    mark.span = {lineBegin_ + from, lineBegin_ + (atEnd ? from : std::max(from, byteAtColumn(line_, end)))};
    if (says == "cursor") {
      picture_.cursor = Cursor{Path(path_), mark.span.begin};
      return;
    }
    const std::size_t colon = says.find(':');
    mark.name = trimmed(says.substr(0, colon));
    if (colon != std::string_view::npos) mark.expectation = trimmed(says.substr(colon + 1));
    picture_.marks.push_back(std::move(mark));
  }

  Picture picture_;
  std::string path_;
  bool crlf_ = false, noEol_ = false;
  std::string bytes_;
  std::string_view line_;
  std::size_t lineBegin_ = 0, lineNumber_ = 0;
  bool hasLine_ = false;
};

Site siteOf(const MemoryFiles& files) {
  const Generator* generator = detect(files).generator;
  return readSite(generator != nullptr ? *generator : plain, files);
}

bool pictures(const Mark& mark, Span span, const Text& text) {
  if (span.begin != mark.span.begin) return false;
  if (mark.goesOn) return text.lineOf(span.end) > mark.line;
  return span.end == mark.span.end || (span.empty() && mark.span.size() <= 4);
}

/// A line of the file with carets under a span, as a picture would have it.
std::string drawn(const Text& text, Span span, std::string_view says) {
  const std::size_t number = text.lineOf(span.begin);
  const Span line = text.line(number);
  const std::size_t end = std::min(span.end, line.end);
  const std::size_t indent = displayWidth(text.slice({line.begin, span.begin}));
  const std::size_t width = std::max<std::size_t>(1, displayWidth(text.slice({span.begin, end})));
  std::string drawing(text.slice(line));
  drawing += "\n" + std::string(indent, ' ') + std::string(width, '^') + (span.end > line.end ? "…" : "") + " ";
  return drawing.append(says) + "\n";
}

/// One thing that galley said of a file, in the form in which pictures say it.
struct Answer {
  Span span;
  std::string name;
  std::string says;
};

/// Marks without an answer and answers without a mark, in words; empty where all is as pictured.
std::string differences(const Post& post, const std::vector<const Mark*>& marks, std::vector<Answer> answers) {
  std::string wrong;
  for (const Mark* mark : marks) {
    const auto found = std::ranges::find_if(answers, [&](const Answer& answer) {
      return answer.name == mark->name && pictures(*mark, answer.span, post.text) &&
             answer.says.find(mark->expectation) != std::string::npos;
    });
    if (found != answers.end()) {
      answers.erase(found);
    } else {
      wrong += "not answered, in " + post.path.str() + ":\n" +
               drawn(post.text, mark->span, mark->name + ": " + mark->expectation);
    }
  }
  for (const Answer& answer : answers)
    wrong +=
        "not pictured, in " + post.path.str() + ":\n" + drawn(post.text, answer.span, answer.name + ": " + answer.says);
  return wrong;
}

using Marks = std::vector<const Mark*>;

/// Each aspect of a post that a picture can speak of: the names that belong to it, and what galley says.
struct Aspect {
  bool (*owns)(std::string_view name);
  std::vector<Answer> (*ask)(const View& view, const Post& post, const Marks& marks);
};

std::vector<Answer> askFindings(const View& view, const Post& post, const Marks&) {
  std::vector<Answer> answers;
  for (const Finding& finding : findings(view, post))
    answers.push_back({finding.span, std::string(finding.rule->id), finding.message + " " + finding.help});
  return answers;
}

void addSymbols(std::vector<Answer>& to, const std::vector<Symbol>& symbols) {
  for (const Symbol& symbol : symbols) {
    to.push_back({symbol.selection, "symbol", symbol.name});
    addSymbols(to, symbol.children);
  }
}

std::vector<Answer> askSymbols(const View& view, const Post& post, const Marks&) {
  std::vector<Answer> answers;
  addSymbols(answers, documentSymbols(view, post));
  return answers;
}

std::vector<Answer> askHovers(const View& view, const Post& post, const Marks& marks) {
  std::vector<Answer> answers;
  for (const Mark* mark : marks)
    if (const auto answer = hover(view, post, mark->span.begin))
      answers.push_back({answer->span, "hover", answer->plain + "\n" + answer->markdown});
  return answers;
}

std::vector<Answer> askActions(const View& view, const Post& post, const Marks& marks) {
  std::vector<Answer> answers;
  for (const Mark* mark : marks)
    for (const CodeAction& action : codeActions(view, post, mark->span))
      if (action.title.find(mark->expectation) != std::string::npos)
        answers.push_back({mark->span, "action", action.title});
  return answers;
}

std::vector<Answer> askCompletions(const View& view, const Post& post, const Marks& marks) {
  std::vector<Answer> answers;
  for (const Mark* mark : marks) {
    const CompletionList list = completion(view, post, mark->span.end);
    std::string labels;
    for (const CompletionItem& item : list.items) labels += (labels.empty() ? "" : ", ") + item.label;
    answers.push_back({list.items.empty() ? mark->span : list.items.front().edit.span, "completion", labels});
  }
  return answers;
}

constexpr Aspect aspects[] = {
    {[](std::string_view name) { return findRule(name) != nullptr; }, askFindings},
    {[](std::string_view name) { return name == "symbol"; }, askSymbols},
    {[](std::string_view name) { return name == "hover"; }, askHovers},
    {[](std::string_view name) { return name == "action"; }, askActions},
    {[](std::string_view name) { return name == "completion"; }, askCompletions},
};

}  // namespace

Picture readPicture(std::string_view text) { return PictureReader().read(text); }

World::World(std::string_view picture) : World(readPicture(picture)) {}
World::World(Picture picture) : picture_(std::move(picture)), site_(siteOf(picture_.files)) {}

std::shared_ptr<const Post> World::post(const Path& path) const {
  return parsePost(path, Text(picture_.files.read(path).value_or("")), site_.generator(), site_.config());
}

std::shared_ptr<const Post> World::post() const {
  if (picture_.cursor) return post(picture_.cursor->path);
  return post(picture_.paths.empty() ? Path() : picture_.paths.front());
}

::testing::AssertionResult check(std::string_view picture) {
  const World world(picture);
  const View view = world.view();
  const std::vector<Mark>& all = world.picture().marks;
  std::string wrong;
  for (const Mark& mark : all)
    if (std::ranges::none_of(aspects, [&](const Aspect& aspect) { return aspect.owns(mark.name); }))
      wrong += "no rule and no feature is called `" + mark.name + "`\n";

  const auto posts = postPaths(world.site().generator(), world.site().config(), world.picture().files.list());
  for (const Aspect& aspect : aspects) {
    const auto owned = [&](const Mark& mark) { return aspect.owns(mark.name); };
    if (!all.empty() ? std::ranges::none_of(all, owned) : &aspect != aspects) continue;
    for (const Path& path : world.picture().paths) {
      Marks marks;
      for (const Mark& mark : all)
        if (mark.path == path && owned(mark)) marks.push_back(&mark);
      if (marks.empty() && std::ranges::find(posts, path) == posts.end()) continue;
      const auto post = world.post(path);
      wrong += differences(*post, marks, aspect.ask(view, *post, marks));
    }
  }
  if (wrong.empty()) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "\n" << wrong;
}

}  // namespace galley::test
