// Between analysis and LSP: URIs, positions, edits, findings, symbols. The only translator. Pure; any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/features/features.h"
#include "analysis/text/edit.h"
#include "analysis/text/text.h"
#include "protocol/types/basic.h"
#include "protocol/types/completion.h"
#include "protocol/types/diagnostic.h"
#include "protocol/types/edit.h"
#include "protocol/types/lifecycle.h"
#include "protocol/types/navigation.h"
#include "server/snapshot.h"

namespace galley::server {

/// The absolute path, without `.`, `..` or doubled slashes, of a `file:` URI, and of an `untitled:` one that names an
/// absolute path. Nothing for other schemes, other hosts, broken escapes, and paths with a NUL.
std::optional<std::string> pathOfUri(std::string_view uri);
/// The `file:` URI of an absolute path; everything but unreserved characters and slashes is escaped (RFC 3986).
std::string uriOfPath(std::string_view path);

std::optional<Encoding> encodingNamed(std::string_view name);
std::string_view nameOf(Encoding encoding);

lsp::Range toLsp(const Text& text, Span span, Encoding encoding);
std::size_t offsetOf(const Text& text, lsp::Position position, Encoding encoding);
Span spanOf(const Text& text, lsp::Range range, Encoding encoding);
lsp::TextEdit toLsp(const Text& text, const Edit& edit, Encoding encoding);

/// What the client asked about, and how to answer it.
struct Asked {
  const Opened& about;
  const Client& client;

  [[nodiscard]] lsp::Range range(Span span) const { return toLsp(about.post->text, span, client.encoding); }
};

lsp::Hover toLsp(const Asked& asked, const Hover& hover);
lsp::CompletionList toLsp(const Asked& asked, const CompletionList& list);
std::vector<lsp::DocumentSymbol> nestedSymbols(const Asked& asked, const std::vector<Symbol>& symbols);
std::vector<lsp::SymbolInformation> flatSymbols(const Asked& asked, const std::vector<Symbol>& symbols);
lsp::Diagnostic toLsp(const Asked& asked, const Finding& finding);
std::vector<lsp::Diagnostic> toLsp(const Asked& asked, const std::vector<Finding>& findings);
lsp::CodeAction toLsp(const Asked& asked, const CodeAction& action);

}  // namespace galley::server
