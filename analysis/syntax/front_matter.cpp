// See the header.
#include "analysis/syntax/front_matter.h"

#include <algorithm>
#include <optional>
#include <ranges>
#include <string>
#include <utility>

#include "analysis/syntax/front_matter_fields.h"
#include "analysis/syntax/json.h"
#include "analysis/syntax/toml_scanner.h"
#include "analysis/syntax/yaml.h"
#include "analysis/syntax/yaml_scanner.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::size_t mostBytes = 64 * 1024;
constexpr std::string_view fullWidthColon = "：";

/// Jekyll's rule, which the others share but for the dots: three characters at the line start, then only blanks.
bool isFence(std::string_view line, std::string_view fence) {
  return line.starts_with(fence) && line.find_first_not_of(" \t\f\v", fence.size()) == std::string_view::npos;
}

/// `key:` at the line start; a quoted key, too.
bool looksLikeEntry(std::string_view line) {
  if (line.empty() || line.front() == ' ' || line.front() == '\t' || line.front() == '#') return false;
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  if (colon + 1 < line.size() && line[colon + 1] != ' ' && line[colon + 1] != '\t') return false;
  return line.front() == '"' || line.substr(0, colon).find_first_of("`<>*()[]{}!|") == std::string_view::npos;
}

bool isBlankLine(std::string_view line) { return line.find_first_not_of(" \t") == std::string_view::npos; }

/// The first line from `first` on that can be no part of front matter, judged by its looks. Behind an empty line
/// nothing but another entry goes on with it, for a list or a `#` is Markdown there. `onlyBehindEmptyLine`: other lines
/// are taken for mistakes in the front matter.
std::size_t firstLineOfBody(const Text& text, std::size_t first, bool onlyBehindEmptyLine) {
  bool behindEmptyLine = false;
  bool indented = false;  // the last line that is not empty
  for (std::size_t line = first; line < text.lineCount(); ++line) {
    const std::string_view bytes = text.slice(text.line(line));
    if (isBlankLine(bytes)) {
      behindEmptyLine = true;
      continue;
    }
    const bool goesOnIndented = (bytes.front() == ' ' || bytes.front() == '\t') && (indented || onlyBehindEmptyLine);
    indented = bytes.front() == ' ' || bytes.front() == '\t';
    if (std::exchange(behindEmptyLine, false) && !goesOnIndented) {
      // Prose has colons, too: two words before it are no key.
      const bool words = bytes.substr(0, bytes.find(':')).find(' ') != std::string_view::npos && bytes.front() != '"';
      if (words || !looksLikeEntry(bytes)) return line;
      continue;
    }
    if (onlyBehindEmptyLine || looksLikeEntry(bytes)) continue;
    const char c = bytes.front();
    const bool goesOn =
        std::string_view(" \t]}").find(c) != std::string_view::npos || bytes == "-" || bytes.starts_with("- ");
    const bool comment = c == '#' && !bytes.starts_with("##");
    const bool halfTyped =
        !bytes.starts_with("---") && bytes.find_first_of(" \t<>[]()*`!") == std::string_view::npos;  // `da`, `title:x`
    if (!goesOn && !comment && !halfTyped && bytes.find(fullWidthColon) == std::string_view::npos) return line;
  }
  return text.lineCount();
}

/// The first line that is no TOML: behind an empty line all but entries and tables, else what is no entry at all.
std::size_t firstLineBehindToml(const Text& text, std::size_t first) {
  std::size_t line = first;
  for (; line < text.lineCount(); ++line) {
    const std::string_view bytes = text.slice(text.line(line));
    if (isBlankLine(bytes) || bytes.starts_with('#')) continue;
    const bool entry = bytes.find('=') != std::string_view::npos ||
                       std::string_view("[]}\", \t'").find(bytes.front()) != std::string_view::npos;
    if (!entry) break;
  }
  std::size_t body = line;
  for (std::size_t above = line; above > first; --above) {  // headings of the body look like comments
    const std::string_view bytes = text.slice(text.line(above - 1));
    if (isBlankLine(bytes)) body = above - 1;
    if (!isBlankLine(bytes) && !bytes.starts_with('#')) break;
  }
  return body;
}

/// Behind the brace that closes the one at `begin`; npos where none does.
std::size_t endOfBraces(const Text& text, std::size_t begin) {
  const std::string_view bytes = text.bytes();
  int open = 0;
  for (std::size_t i = begin; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (c == '"') {
      for (++i; i < bytes.size() && bytes[i] != '"'; ++i) {
        if (bytes[i] == '\\') ++i;
      }
    } else if (c == '{') {
      ++open;
    } else if (c == '}' && --open == 0) {
      return i + 1;
    }
  }
  return std::string::npos;
}

/// The end of what is written from `begin` to line `end`: without the empty lines at its end.
std::size_t endOfWritten(const Text& text, std::size_t firstLine, std::size_t endLine) {
  while (endLine > firstLine && isBlankLine(text.slice(text.line(endLine - 1)))) --endLine;
  return endLine < text.lineCount() ? text.line(endLine).begin : text.size();
}

std::string_view lineEndOf(const Text& text) {
  const std::string_view end = text.slice({text.line(0).end, text.lineWithEnd(0).end});
  return end.empty() ? "\n" : end;
}

void addNotClosed(FrontMatter& frontMatter, const Text& text, std::size_t end) {
  const std::string fence(text.slice(frontMatter.openFence));
  const std::string lineEnd(lineEndOf(text));
  const bool needsLineEnd = end > 0 && text.bytes()[end - 1] != '\n' && text.bytes()[end - 1] != '\r';
  frontMatter.problems.push_back({
      .mistake = Mistake::notClosed,
      .span = frontMatter.openFence,
      .detail = fence,
      .repair = {{{end, end}, (needsLineEnd ? lineEnd : "") + fence + lineEnd}},
      .repairTitle = "Insert " + fence + " behind the front matter",
  });
}

/// True inside of a plain text that stands in no brackets.
bool isInPlainText(const Value& value, std::size_t offset) {
  if (offset < value.span.begin || offset >= value.span.end || value.flow) return false;
  if (value.kind == Value::Kind::scalar) return value.style == ScalarStyle::plain;
  const auto holds = [offset](const Value& inner) { return isInPlainText(inner, offset); };
  return std::ranges::any_of(value.items, holds) || std::ranges::any_of(value.entries, holds, &Entry::value);
}

/// U+0085, U+2028, U+2029: invisible, and a line end for libyaml, so that a plain text ends there.
void addSeparatorProblems(FrontMatter& frontMatter, const Text& text) {
  std::vector<FrontMatterProblem>& problems = frontMatter.problems;
  for (const std::string_view separator : {"\u0085", "\u2028", "\u2029"}) {
    const std::string_view bytes = text.bytes();
    std::size_t at = bytes.find(separator, frontMatter.content.begin);
    for (; at < frontMatter.content.end && problems.size() < 100; at = bytes.find(separator, at + separator.size())) {
      const auto holds = [at](const Value& value) { return isInPlainText(value, at); };
      if (std::ranges::none_of(frontMatter.entries, holds, &Entry::value)) continue;
      const std::size_t behind = at + separator.size();
      if (behind >= frontMatter.content.end || bytes.find_first_not_of(" \t", behind) == text.line(text.lineOf(at)).end)
        continue;
      problems.push_back({.mistake = Mistake::controlCharacter,
                          .span = {at, behind},
                          .repair = {{{at, behind}, " "}},
                          .repairTitle = "Replace the invisible line separator by a blank"});
    }
  }
}

/// What makes a YAML reader refuse the bytes before it looks at their meaning.
void addByteProblems(const Text& text, Span content, std::vector<FrontMatterProblem>& problems) {
  const std::string_view bytes = text.slice(content);
  for (std::size_t i = 0; i < bytes.size();) {
    const CodePoint point = codePointAt(bytes, i);
    const Span span{content.begin + i, content.begin + i + point.length};
    const bool valid = point.length > 1 || static_cast<unsigned char>(bytes[i]) < 0x80;
    const char32_t c = point.value;
    if (!valid) {
      problems.push_back({.mistake = Mistake::invalidUtf8, .span = span});
      return;  // one word for all of them: the file is in another encoding
    }
    if ((c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0 && c != 0x85)) {
      problems.push_back({.mistake = Mistake::controlCharacter,
                          .span = span,
                          .repair = {{span, ""}},
                          .repairTitle = "Delete the invisible character"});
      if (problems.size() >= 100) return;
    }
    i += point.length;
  }
}

/// The keys of a block that is too long to be read: their values stay unknown.
void addKeysOnly(FrontMatter& frontMatter, const Text& text, std::size_t firstLine) {
  for (std::size_t line = firstLine; line < text.lineCount(); ++line) {
    const Span span = text.line(line);
    if (span.begin >= frontMatter.content.end) break;
    const std::string_view bytes = text.slice(span);
    if (!looksLikeEntry(bytes)) continue;
    const std::size_t colon = bytes.find(':');
    const std::size_t keyEnd = bytes.find_last_not_of(" \t", colon - 1) + 1;
    Entry entry;
    entry.key = bytes.substr(0, keyEnd);
    entry.keySpan = {span.begin, span.begin + keyEnd};
    const std::size_t value = std::min(bytes.find_first_not_of(" \t", colon + 1), bytes.size());
    entry.value.span = {span.begin + value, span.end};
    entry.span = span;
    entry.readable = false;
    frontMatter.entries.push_back(std::move(entry));
  }
  frontMatter.problems.push_back({.mistake = Mistake::other,
                                  .span = frontMatter.openFence,
                                  .detail = "it is longer than 64 KB; its values are not read",
                                  .fatal = false});
}

/// What the scanner does not know is left to yaml-cpp.
void askYamlCpp(const YamlScan& scan, const Text& text, Span content, std::vector<FrontMatterProblem>& problems) {
  if (scan.certain || std::ranges::any_of(problems, &FrontMatterProblem::fatal)) return;
  const auto refusal = refusedByYaml(text.slice(content));
  if (!refusal) return;
  const std::size_t offset = content.begin + refusal->offset;
  const Span line = text.line(text.lineOf(offset));
  problems.push_back(
      {.mistake = Mistake::other, .span = {std::min(offset, line.end), line.end}, .detail = refusal->words});
}

void readYaml(FrontMatter& frontMatter, const Text& text) {
  YamlScan scan = scanYaml(text.bytes(), frontMatter.content, YamlRoot::map);
  frontMatter.entries = std::move(scan.root.entries);
  frontMatter.problems = std::move(scan.problems);
  askYamlCpp(scan, text, frontMatter.content, frontMatter.problems);
}

/// The problems of a content, without those of single bytes.
std::vector<FrontMatterProblem> problemsOf(std::string_view source, Span content, FrontMatterFormat format) {
  if (format == FrontMatterFormat::toml) return scanToml(source, content).problems;
  return scanYaml(source, content, YamlRoot::map).problems;
}

/// Takes away the repairs that do not make the block better: each is tried before it is offered.
void tryRepairs(FrontMatter& frontMatter, const Text& text) {
  constexpr std::size_t most = 20;
  const std::string_view written = text.slice(frontMatter.content);
  const std::size_t before = frontMatter.problems.size();
  for (std::size_t i = 0; i < std::min(before, most); ++i) {
    FrontMatterProblem& problem = frontMatter.problems[i];
    if (problem.repair.empty()) continue;
    std::vector<Edit> edits = problem.repair;
    for (Edit& edit : edits) {
      edit.span.begin -= frontMatter.content.begin;
      edit.span.end -= frontMatter.content.begin;
    }
    const std::string repaired = galley::apply(written, std::move(edits));
    if (problemsOf(repaired, {0, repaired.size()}, frontMatter.format).size() < before) continue;
    problem.repair.clear();
    problem.repairTitle.clear();
  }
}

void readContent(FrontMatter& frontMatter, const Text& text, std::size_t firstLine) {
  if (frontMatter.content.size() > mostBytes) {
    addKeysOnly(frontMatter, text, firstLine);
    return;
  }
  if (frontMatter.format == FrontMatterFormat::toml) {
    TomlScan scan = scanToml(text.bytes(), frontMatter.content);
    frontMatter.entries = std::move(scan.entries);
    frontMatter.problems = std::move(scan.problems);
  } else {
    readYaml(frontMatter, text);
  }
  tryRepairs(frontMatter, text);
  if (frontMatter.format == FrontMatterFormat::yaml) addSeparatorProblems(frontMatter, text);
  addByteProblems(text, frontMatter.content, frontMatter.problems);
}

bool anyFatal(const std::vector<FrontMatterProblem>& problems) {
  return std::ranges::any_of(problems, &FrontMatterProblem::fatal);
}

/// The first line that may open front matter.
std::optional<std::size_t> openingLine(const Text& text, const FrontMatterSyntax& syntax) {
  if (!syntax.emptyLinesBefore) return 0;
  std::size_t line = 0;
  while (line < text.lineCount() && isBlankLine(text.slice(text.line(line)))) ++line;
  return line < text.lineCount() ? std::optional(line) : std::nullopt;
}

std::size_t beginOfLine(const Text& text, std::size_t line, const FrontMatterSyntax& syntax) {
  std::size_t begin = text.line(line).begin;
  if (line == 0 && text.bytes().starts_with(byteOrderMark)) begin += byteOrderMark.size();
  while (syntax.blanksBefore && begin < text.line(line).end && text.bytes()[begin] == ' ') ++begin;
  return begin;
}

bool closes(std::string_view line, const FrontMatterSyntax& syntax, FrontMatterFormat format) {
  if (format == FrontMatterFormat::toml) return isFence(line, "+++");
  if (syntax.textBehindClose && line.starts_with("---")) return true;
  return isFence(line, "---") || (syntax.dotsClose && isFence(line, "..."));
}

FrontMatter parseFenced(const Text& text, const FrontMatterSyntax& syntax, std::size_t openLine, std::size_t begin,
                        FrontMatterFormat format) {
  FrontMatter frontMatter;
  frontMatter.format = format;
  frontMatter.openFence = {begin, begin + 3};
  const std::size_t firstLine = openLine + 1;
  frontMatter.content = {text.lineWithEnd(openLine).end, text.lineWithEnd(openLine).end};

  std::optional<std::size_t> fence;
  for (std::size_t line = firstLine; line < text.lineCount() && !fence; ++line) {
    if (closes(text.slice(text.line(line)), syntax, format)) fence = line;
  }
  if (fence) {
    const Span line = text.line(*fence);
    frontMatter.closed = true;
    frontMatter.content.end = line.begin;
    frontMatter.closeFence = {line.begin, line.begin + 3};
    const bool alone = isFence(text.slice(line), text.slice(frontMatter.closeFence));
    frontMatter.block = {begin, alone ? text.lineWithEnd(*fence).end : frontMatter.closeFence.end};
    readContent(frontMatter, text, firstLine);
    if (frontMatter.readable() || format == FrontMatterFormat::toml) return frontMatter;
  }

  // No fence, or one far below in the text of the post (a thematic break): where does the front matter really end?
  const std::size_t body = format == FrontMatterFormat::toml ? firstLineBehindToml(text, firstLine)
                                                             : firstLineOfBody(text, firstLine, fence.has_value());
  if (fence && body >= *fence) return frontMatter;
  frontMatter.closed = false;
  frontMatter.entries.clear();
  frontMatter.problems.clear();
  frontMatter.content.end = std::max(frontMatter.content.begin, endOfWritten(text, firstLine, body));
  frontMatter.block = {begin, frontMatter.content.end};
  frontMatter.closeFence = {frontMatter.content.end, frontMatter.content.end};
  readContent(frontMatter, text, firstLine);
  addNotClosed(frontMatter, text, frontMatter.content.end);
  return frontMatter;
}

/// An object in braces. Where it is broken it ends before the next empty line.
FrontMatter parseBraces(const Text& text, std::size_t begin) {
  FrontMatter frontMatter;
  frontMatter.format = FrontMatterFormat::json;
  frontMatter.openFence = {begin, begin + 1};
  JsonPrefix json = parseJsonPrefix(text, begin);
  frontMatter.entries = std::move(json.data.value.entries);
  frontMatter.problems = std::move(json.data.problems);
  std::size_t end = endOfBraces(text, begin);
  frontMatter.closed = end != std::string::npos;
  if (frontMatter.closed) {
    frontMatter.closeFence = {end - 1, end};
    const std::size_t line = text.lineOf(end);
    const bool alone = isBlankLine(text.slice({end, text.line(line).end}));
    frontMatter.content = {begin + 1, end - 1};
    frontMatter.block = {begin, alone ? text.lineWithEnd(line).end : end};
    return frontMatter;
  }
  std::size_t line = text.lineOf(begin);
  while (line < text.lineCount() && !isBlankLine(text.slice(text.line(line)))) ++line;
  end = endOfWritten(text, text.lineOf(begin), line);
  // Empty lines may stand in JSON: what was read behind one is front matter, too.
  if (!frontMatter.entries.empty()) end = std::max(end, frontMatter.entries.back().span.end);
  frontMatter.content = {begin + 1, std::max(begin + 1, end)};
  frontMatter.block = {begin, frontMatter.content.end};
  frontMatter.closeFence = {frontMatter.content.end, frontMatter.content.end};
  frontMatter.problems.assign(1, {.mistake = Mistake::notClosed, .span = frontMatter.openFence, .detail = "}"});
  return frontMatter;
}

const Entry* findIn(const std::vector<Entry>& entries, std::string_view path) {
  for (const Entry& entry : std::views::reverse(entries)) {
    if (entry.key == path) return &entry;
    if (path.size() > entry.key.size() && path.starts_with(entry.key) && path[entry.key.size()] == '.') {
      if (const Entry* inner = findIn(entry.value.entries, path.substr(entry.key.size() + 1))) return inner;
    }
  }
  return nullptr;
}

}  // namespace

bool FrontMatter::readable() const { return !anyFatal(problems); }

const Entry* FrontMatter::find(std::string_view dottedPath) const { return findIn(entries, dottedPath); }

FrontMatter parseFrontMatter(const Text& text, const FrontMatterSyntax& syntax) {
  if (syntax.fields) {
    if (auto fields = parseFrontMatterFields(text)) return std::move(*fields);
  }
  const std::optional<std::size_t> line = openingLine(text, syntax);
  if (!line) return {};
  const std::size_t begin = beginOfLine(text, *line, syntax);
  const std::string_view opening = text.slice({begin, text.line(*line).end});
  if (syntax.yaml && isFence(opening, "---")) return parseFenced(text, syntax, *line, begin, FrontMatterFormat::yaml);
  if (syntax.toml && isFence(opening, "+++")) return parseFenced(text, syntax, *line, begin, FrontMatterFormat::toml);
  if (syntax.json && opening.starts_with('{')) return parseBraces(text, begin);
  return {};
}

DataFile parseYaml(const Text& text) {
  const std::size_t begin = text.bytes().starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
  YamlScan scan = scanYaml(text.bytes(), {begin, text.size()}, YamlRoot::any);
  DataFile file{std::move(scan.root), std::move(scan.problems)};
  askYamlCpp(scan, text, {begin, text.size()}, file.problems);
  addByteProblems(text, {begin, text.size()}, file.problems);
  return file;
}

}  // namespace galley
