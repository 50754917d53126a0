// See the header.
#include "server/convert.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/text/path.h"
#include "analysis/text/unicode.h"

namespace galley::server {

namespace {

constexpr std::string_view quickFix = "quickfix";

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

/// Nothing for a broken escape, an escaped slash or NUL.
std::optional<std::string> unescaped(std::string_view text) {
  std::string bytes;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      bytes += text[i];
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const int high = hexDigit(text[i + 1]);
    const int low = hexDigit(text[i + 2]);
    if (high < 0 || low < 0) return std::nullopt;
    const char byte = static_cast<char>(high * 16 + low);
    if (byte == '/' || byte == '\0') return std::nullopt;
    bytes += byte;
    i += 2;
  }
  return bytes;
}

bool isUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

lsp::DiagnosticSeverity severityOf(Severity severity) {
  switch (severity) {
    case Severity::error:
      return lsp::DiagnosticSeverity::error;
    case Severity::warning:
      return lsp::DiagnosticSeverity::warning;
    case Severity::hint:
      return lsp::DiagnosticSeverity::hint;
  }
  return lsp::DiagnosticSeverity::warning;
}

lsp::CompletionItemKind kindOf(CompletionItem::Kind kind) {
  // Only kinds that every client knows (LSP 3.17, completionItemKind.valueSet).
  switch (kind) {
    case CompletionItem::Kind::term:
      return lsp::CompletionItemKind::keyword;
    case CompletionItem::Kind::key:
      return lsp::CompletionItemKind::property;
    case CompletionItem::Kind::value:
      return lsp::CompletionItemKind::value;
  }
  return lsp::CompletionItemKind::text;
}

std::optional<std::string> unlessEmpty(const std::string& text) {
  return text.empty() ? std::nullopt : std::optional(text);
}

void flatten(const Asked& asked, const std::vector<Symbol>& symbols, const std::string& container,
             std::vector<lsp::SymbolInformation>& flat) {
  for (const Symbol& symbol : symbols) {
    flat.push_back({.name = symbol.name,
                    .location = {.uri = asked.about.uri, .range = asked.range(symbol.span)},
                    .containerName = unlessEmpty(container)});
    flatten(asked, symbol.children, symbol.name, flat);
  }
}

}  // namespace

std::optional<std::string> pathOfUri(std::string_view uri) {
  for (const std::string_view scheme : {"file:", "untitled:"}) {
    if (!uri.starts_with(scheme)) continue;
    std::string_view rest = uri.substr(scheme.size());
    if (rest.starts_with("//")) {
      rest.remove_prefix(2);
      if (rest.starts_with("localhost/")) rest.remove_prefix(std::string_view("localhost").size());
    }
    if (!rest.starts_with('/')) return std::nullopt;
    rest = rest.substr(0, rest.find_first_of("?#"));
    auto path = unescaped(rest);
    if (!path || path->find('\0') != std::string::npos) return std::nullopt;
    return '/' + Path(*path).str();
  }
  return std::nullopt;
}

std::string uriOfPath(std::string_view path) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string uri = "file://";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (isUnreserved(c) || c == '/')
      uri += c;
    else
      uri.append(1, '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
  }
  return uri;
}

namespace {
constexpr std::array encodings{
    std::pair{std::string_view{"utf-8"}, Encoding::utf8},
    std::pair{std::string_view{"utf-16"}, Encoding::utf16},
    std::pair{std::string_view{"utf-32"}, Encoding::utf32},
};
}  // namespace

std::optional<Encoding> encodingNamed(std::string_view name) {
  for (const auto& [known, encoding] : encodings)
    if (known == name) return encoding;
  return std::nullopt;
}

std::string_view nameOf(Encoding encoding) {
  for (const auto& [name, known] : encodings)
    if (known == encoding) return name;
  return "utf-16";
}

lsp::Range toLsp(const Text& text, Span span, Encoding encoding) {
  const Position start = text.positionAt(span.begin, encoding);
  const Position end = text.positionAt(span.end, encoding);
  return {.start = {.line = start.line, .character = start.character},
          .end = {.line = end.line, .character = end.character}};
}

std::size_t offsetOf(const Text& text, lsp::Position position, Encoding encoding) {
  return text.offsetAt({.line = position.line, .character = position.character}, encoding);
}

Span spanOf(const Text& text, lsp::Range range, Encoding encoding) {
  const std::size_t a = offsetOf(text, range.start, encoding);
  const std::size_t b = offsetOf(text, range.end, encoding);
  return {.begin = std::min(a, b), .end = std::max(a, b)};
}

lsp::TextEdit toLsp(const Text& text, const Edit& edit, Encoding encoding) {
  return {.range = toLsp(text, edit.span, encoding), .newText = edit.newText};
}

lsp::Hover toLsp(const Asked& asked, const Hover& hover) {
  lsp::Hover result{.contents = {}, .range = asked.range(hover.span)};
  if (!asked.client.can.hoverMarkdown) {
    result.contents = {.kind = "plaintext", .value = hover.plain};
    return result;
  }
  std::string picture;  // behind the words: editors cut a tall hover at its end
  if (hover.picture && asked.client.drawsPictures) {
    picture = "\n\n![](" + uriOfPath(absolutePath(asked.about.at, *hover.picture));
    if (hover.pictureWidth > 0) picture += "|width=" + std::to_string(hover.pictureWidth);
    picture += ")";
  }
  result.contents = {.kind = "markdown", .value = hover.markdown + picture};
  return result;
}

lsp::CompletionList toLsp(const Asked& asked, const CompletionList& list) {
  lsp::CompletionList result{.isIncomplete = list.incomplete, .items = {}};
  for (const CompletionItem& item : list.items) {
    lsp::CompletionItem made{.label = item.label,
                             .kind = kindOf(item.kind),
                             .detail = unlessEmpty(item.detail),
                             .documentation = {},
                             .sortText = unlessEmpty(item.sortText),
                             .filterText = unlessEmpty(item.filterText),
                             .textEdit = toLsp(asked.about.post->text, item.edit, asked.client.encoding)};
    if (!item.documentation.empty()) {
      if (asked.client.can.completionMarkdown)
        made.documentation = lsp::MarkupContent{.kind = "markdown", .value = item.documentation};
      else
        made.documentation = item.plainDocumentation;
    }
    result.items.push_back(std::move(made));
  }
  return result;
}

std::vector<lsp::DocumentSymbol> nestedSymbols(const Asked& asked, const std::vector<Symbol>& symbols) {
  std::vector<lsp::DocumentSymbol> nested;
  for (const Symbol& symbol : symbols)
    nested.push_back({.name = symbol.name,
                      .detail = {},
                      .range = asked.range(symbol.span),
                      .selectionRange = asked.range(symbol.selection),
                      .children = nestedSymbols(asked, symbol.children)});
  return nested;
}

std::vector<lsp::SymbolInformation> flatSymbols(const Asked& asked, const std::vector<Symbol>& symbols) {
  std::vector<lsp::SymbolInformation> flat;
  flatten(asked, symbols, {}, flat);
  return flat;
}

lsp::Diagnostic toLsp(const Asked& asked, const Finding& finding) {
  const auto& chosen = asked.client.settings.rules;
  const auto own = chosen.find(finding.rule->id);
  return {.range = asked.range(finding.span),
          .severity = own == chosen.end() ? severityOf(finding.rule->severity)
                                          : own->second.value_or(severityOf(finding.rule->severity)),
          .code = std::string(finding.rule->id),
          .codeDescription = {},
          .source = "galley",
          .message = finding.help.empty() ? finding.message : finding.message + ' ' + finding.help};
}

std::vector<lsp::Diagnostic> toLsp(const Asked& asked, const std::vector<Finding>& findings) {
  std::vector<lsp::Diagnostic> all;
  all.reserve(findings.size());
  for (const Finding& finding : findings) all.push_back(toLsp(asked, finding));
  return all;
}

lsp::CodeAction toLsp(const Asked& asked, const CodeAction& action) {
  const auto& [uri, version, at, post] = asked.about;
  std::vector<lsp::TextEdit> edits;
  for (const Edit& edit : action.edits) edits.push_back(toLsp(post->text, edit, asked.client.encoding));
  lsp::CodeAction result{
      .title = action.title, .kind = std::string(quickFix), .diagnostics = {}, .isPreferred = {}, .edit = {}};
  result.diagnostics.push_back(toLsp(asked, action.finding));
  if (action.preferred && asked.client.can.codeActionPreferred) result.isPreferred = true;
  if (asked.client.can.documentChanges)
    result.edit.documentChanges = {{.textDocument = {.uri = uri, .version = {version}}, .edits = std::move(edits)}};
  else
    result.edit.changes = {{uri, std::move(edits)}};
  return result;
}

}  // namespace galley::server
