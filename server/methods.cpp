// Every method that we answer: the page to read first. A row is name, capability, handler. A `read` handler sees a
// snapshot, on the pool; `write` and `notify` ones change the server, on the loop.
#include "server/methods.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <variant>

#include "analysis/features/features.h"
#include "analysis/site/facts.h"
#include "protocol/types/completion.h"
#include "protocol/types/diagnostic.h"
#include "protocol/types/document.h"
#include "protocol/types/edit.h"
#include "protocol/types/navigation.h"
#include "protocol/types/workspace.h"
#include "server/convert.h"
#include "server/publisher.h"
#include "server/server.h"

namespace galley::server {

namespace {

using lsp::Json;
using Row = lsp::Rows<Snapshot, Server>;

// What opens the list while one types tags and keys, in editors that ask at these characters only (VS Code in
// Markdown). Elsewhere the answer is empty and nothing opens.
const Json completionTriggers = {"[", ",", " ", "-", ":", "\"", "'"};

bool pulls(const lsp::ClientCapabilities& can) { return can.pullsDiagnostics; }
bool takesActions(const lsp::ClientCapabilities& can) { return can.codeActionLiterals; }

std::optional<lsp::Hover> hoverAt(const Snapshot& snapshot, const lsp::TextDocumentPositionParams& at) {
  const auto opened = snapshot.open(at.textDocument.uri);
  if (!opened) return std::nullopt;
  const Post& post = *opened->post;
  const auto found = hover(snapshot.view(*opened), post, offsetOf(post.text, at.position, snapshot.client.encoding));
  if (!found) return std::nullopt;
  return toLsp(Asked{.about = *opened, .client = snapshot.client}, *found);
}

lsp::CompletionList completionAt(const Snapshot& snapshot, const lsp::TextDocumentPositionParams& at) {
  const auto opened = snapshot.open(at.textDocument.uri);
  if (!opened) return {};
  const Post& post = *opened->post;
  const auto list =
      completion(snapshot.view(*opened), post, offsetOf(post.text, at.position, snapshot.client.encoding));
  return toLsp(Asked{.about = *opened, .client = snapshot.client}, list);
}

using Symbols = std::variant<std::vector<lsp::DocumentSymbol>, std::vector<lsp::SymbolInformation>>;
Symbols symbolsOf(const Snapshot& snapshot, const lsp::TextDocumentParams& of) {
  const auto opened = snapshot.open(of.textDocument.uri);
  if (!opened) return {};
  const auto symbols = documentSymbols(snapshot.view(*opened), *opened->post);
  const Asked asked{.about = *opened, .client = snapshot.client};
  if (snapshot.client.can.nestedSymbols) return nestedSymbols(asked, symbols);
  return flatSymbols(asked, symbols);
}

std::vector<lsp::CodeAction> actionsAt(const Snapshot& snapshot, const lsp::CodeActionParams& at) {
  const auto& only = at.context.only;
  const auto isAsked = [](const std::string& kind) { return kind.empty() || kind == "quickfix"; };
  if (only && std::ranges::none_of(*only, isAsked)) return {};
  const auto opened = snapshot.open(at.textDocument.uri);
  if (!opened || !snapshot.client.can.codeActionLiterals) return {};
  const Post& post = *opened->post;
  std::vector<lsp::CodeAction> actions;
  for (const CodeAction& action :
       codeActions(snapshot.view(*opened), post, spanOf(post.text, at.range, snapshot.client.encoding)))
    if (!snapshot.client.settings.isOff(action.finding.rule->id))
      actions.push_back(toLsp(Asked{.about = *opened, .client = snapshot.client}, action));
  return actions;
}

/// Equal findings have an equal id.
std::string resultIdOf(const std::vector<lsp::Diagnostic>& diagnostics) {
  return std::to_string(hashOf(lsp::writeJson(lsp::encode(diagnostics))));
}

lsp::DocumentDiagnosticReport diagnosticsOfDocument(const Snapshot& snapshot,
                                                    const lsp::DocumentDiagnosticParams& params) {
  auto found = diagnosticsOf(snapshot, params.textDocument.uri);
  std::string id = resultIdOf(found);
  if (params.previousResultId == id) return {.kind = "unchanged", .resultId = std::move(id), .items = {}};
  return {.kind = "full", .resultId = std::move(id), .items = std::move(found)};
}

lsp::WorkspaceDiagnosticReport diagnosticsOfWorkspace(const Snapshot& snapshot,
                                                      const lsp::WorkspaceDiagnosticParams& params) {
  std::map<std::string, std::string> previous;
  for (const auto& [uri, id] : params.previousResultIds) previous[uri] = id;
  lsp::WorkspaceDiagnosticReport report;
  for (const SiteAt& at : snapshot.sites) {
    if (!at.site->complete()) continue;
    for (const Facts* facts : at.site->index().all()) {
      if (snapshot.stop.stop_requested()) throw Cancelled{};
      const bool isOpen = at.site->findOpen(facts->path) != nullptr;
      // A closed post is judged as it is on disk: as long as that is the same, so is the answer.
      const std::string uri = uriOfPath(absolutePath(at, facts->path));
      std::string id = "disk " + std::to_string(at.revision);
      const auto last = previous.find(uri);
      if (!isOpen && last != previous.end() && last->second == id) {
        report.items.push_back({.kind = "unchanged", .uri = uri, .version = {}, .resultId = id, .items = {}});
        continue;
      }
      const auto opened = snapshot.open(at, facts->path);
      if (!opened) continue;
      auto found = diagnosticsOf(snapshot, *opened);
      if (isOpen) id = resultIdOf(found);
      report.items.push_back({.kind = "full",
                              .uri = opened->uri,
                              .version = {opened->version},
                              .resultId = std::move(id),
                              .items = std::move(found)});
    }
  }
  return report;
}

std::vector<Method> makeMethods() {
  const Json sync = {
      {"textDocumentSync",
       {{"openClose", true}, {"change", static_cast<int>(lsp::TextDocumentSyncKind::incremental)}, {"save", true}}}};
  const Json folders = {{"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
  const Json actions = {{"codeActionProvider", {{"codeActionKinds", {"quickfix"}}}}};
  const Json pull = {{"diagnosticProvider",
                      {{"identifier", "galley"}, {"interFileDependencies", true}, {"workspaceDiagnostics", true}}}};
  const Json completions = {{"completionProvider", {{"triggerCharacters", completionTriggers}}}};

  return {
      // clang-format off
      // The document that is open
      Row::notify("textDocument/didOpen",   sync, [](Server& server, const lsp::DidOpenTextDocumentParams& p) { server.didOpen(p); }),
      Row::notify("textDocument/didChange", {},   [](Server& server, const lsp::DidChangeTextDocumentParams& p) { server.didChange(p); }),
      Row::notify("textDocument/didSave",   {},   [](Server& server, const lsp::TextDocumentParams& p) { server.didSave(p.textDocument.uri); }),
      Row::notify("textDocument/didClose",  {},   [](Server& server, const lsp::TextDocumentParams& p) { server.didClose(p.textDocument.uri); }),

      // What an author asks
      Row::read("textDocument/completion",     completions,                      completionAt),
      Row::read("textDocument/hover",          {{"hoverProvider", true}},          hoverAt),
      Row::read("textDocument/documentSymbol", {{"documentSymbolProvider", true}}, symbolsOf),
      Row::read("textDocument/codeAction",     actions,                            actionsAt, takesActions),
      Row::read("textDocument/diagnostic",     pull,                               diagnosticsOfDocument, pulls),
      Row::read("workspace/diagnostic",        {},                                 diagnosticsOfWorkspace, pulls),

      // What the editor tells
      Row::notify("workspace/didChangeWatchedFiles",     {},      [](Server& server, const lsp::DidChangeWatchedFilesParams& p) { server.didChangeWatchedFiles(p); }),
      Row::notify("workspace/didChangeWorkspaceFolders", folders, [](Server& server, const lsp::DidChangeWorkspaceFoldersParams& p) { server.didChangeWorkspaceFolders(p); }),
      Row::notify("workspace/didChangeConfiguration",    {},      [](Server& server, const lsp::DidChangeConfigurationParams& p) { server.didChangeConfiguration(p); }),
      Row::notify("$/setTrace",                          {},      [](Server& server, const lsp::SetTraceParams& p) { server.setTrace(p.value); }),
      Row::notify("$/cancelRequest",                     {},      [](Server& server, const lsp::CancelParams& p) { server.cancel(p.id); }),
      Row::notify("window/workDoneProgress/cancel",      {},      [](Server&, const Json&) {}),
      // clang-format on
  };
}

}  // namespace

const std::vector<Method>& methods() {
  static const std::vector<Method> all = makeMethods();
  return all;
}

Json capabilitiesFor(const Client& client) {
  Json capabilities = {{"positionEncoding", nameOf(client.encoding)}};
  for (const Method& method : methods())
    if (!method.capability.is_null() && (!method.offeredTo || method.offeredTo(client.can)))
      capabilities.merge_patch(method.capability);
  return capabilities;
}

}  // namespace galley::server
