// See the header.
#include "protocol/types/lifecycle.h"

#include <algorithm>

namespace galley::lsp {

namespace {

const Json* find(const Json& in, std::initializer_list<const char*> path) {
  const Json* value = &in;
  for (const char* key : path) {
    if (!value->is_object()) return nullptr;
    const auto found = value->find(key);
    if (found == value->end()) return nullptr;
    value = &*found;
  }
  return value;
}

bool isTrue(const Json& in, std::initializer_list<const char*> path) {
  const Json* value = find(in, path);
  return value != nullptr && value->is_boolean() && value->get<bool>();
}

bool has(const Json& in, std::initializer_list<const char*> path) {
  const Json* value = find(in, path);
  return value != nullptr && value->is_object();
}

std::vector<std::string> strings(const Json& in, std::initializer_list<const char*> path) {
  std::vector<std::string> all;
  const Json* value = find(in, path);
  if (value == nullptr || !value->is_array()) return all;
  for (const Json& item : *value)
    if (item.is_string()) all.push_back(item.get<std::string>());
  return all;
}

bool lists(const Json& in, std::initializer_list<const char*> path, std::string_view wanted) {
  const auto all = strings(in, path);
  return std::ranges::find(all, wanted) != all.end();
}

}  // namespace

ClientCapabilities readClientCapabilities(const Json& of) {
  ClientCapabilities can;
  can.positionEncodings = strings(of, {"general", "positionEncodings"});

  can.nestedSymbols = isTrue(of, {"textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport"});
  can.hoverMarkdown = lists(of, {"textDocument", "hover", "contentFormat"}, "markdown");
  can.completionMarkdown =
      lists(of, {"textDocument", "completion", "completionItem", "documentationFormat"}, "markdown");
  can.completionSnippets = isTrue(of, {"textDocument", "completion", "completionItem", "snippetSupport"});
  can.codeActionLiterals = has(of, {"textDocument", "codeAction", "codeActionLiteralSupport"});
  can.codeActionPreferred = isTrue(of, {"textDocument", "codeAction", "isPreferredSupport"});
  can.documentChanges = isTrue(of, {"workspace", "workspaceEdit", "documentChanges"});

  can.pullsDiagnostics = has(of, {"textDocument", "diagnostic"});
  // 3.18 lets `diagnostic` say these for itself; before, what `publishDiagnostics` says holds for both.
  for (const char* chapter : {"publishDiagnostics", "diagnostic"}) {
    can.diagnosticRelated |= isTrue(of, {"textDocument", chapter, "relatedInformation"});
    can.diagnosticTags |= has(of, {"textDocument", chapter, "tagSupport"});
    can.diagnosticCodeDescription |= isTrue(of, {"textDocument", chapter, "codeDescriptionSupport"});
  }
  can.diagnosticVersion = isTrue(of, {"textDocument", "publishDiagnostics", "versionSupport"});
  can.refreshesDiagnostics = isTrue(of, {"workspace", "diagnostics", "refreshSupport"});

  can.configuration = isTrue(of, {"workspace", "configuration"});
  can.configurationRegistration = isTrue(of, {"workspace", "didChangeConfiguration", "dynamicRegistration"});
  can.watchRegistration = isTrue(of, {"workspace", "didChangeWatchedFiles", "dynamicRegistration"});
  can.workspaceFolders = isTrue(of, {"workspace", "workspaceFolders"});
  can.workDoneProgress = isTrue(of, {"window", "workDoneProgress"});
  return can;
}

}  // namespace galley::lsp
