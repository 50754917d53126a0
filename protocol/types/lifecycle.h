// LSP 3.17, Lifecycle Messages: what a client says of itself at the start. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "protocol/json.h"

namespace galley::lsp {

struct WorkspaceFolder {
  std::string uri;
  std::string name;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("name", self.name);
  }
};

/// The capabilities that change what we do, flat. What a client does not declare, or declares in a wrong type, it has
/// not: a mistake in one of them must not keep the server from starting.
struct ClientCapabilities {
  std::vector<std::string> positionEncodings;

  bool nestedSymbols = false;
  bool hoverMarkdown = false;
  bool completionMarkdown = false;
  bool completionSnippets = false;
  bool codeActionLiterals = false;
  bool codeActionPreferred = false;
  bool documentChanges = false;  // of a WorkspaceEdit

  bool diagnosticRelated = false;  // these four: of pushed diagnostics and of pulled ones alike
  bool diagnosticTags = false;
  bool diagnosticCodeDescription = false;
  bool diagnosticVersion = false;
  bool pullsDiagnostics = false;
  bool refreshesDiagnostics = false;

  bool configuration = false;
  bool configurationRegistration = false;
  bool watchRegistration = false;
  bool workspaceFolders = false;
  bool workDoneProgress = false;
};
ClientCapabilities readClientCapabilities(const Json& capabilities);

struct ClientInfo {
  std::string name;
  std::optional<std::string> version;
  static void fields(auto& self, auto&& each) {
    each("name", self.name);
    each("version", self.version);
  }
};

struct InitializeParams {
  std::optional<std::int32_t> processId;
  std::optional<ClientInfo> clientInfo;
  std::optional<std::string> rootPath;
  std::optional<std::string> rootUri;
  std::optional<std::vector<WorkspaceFolder>> workspaceFolders;
  std::optional<Json> initializationOptions;
  std::optional<std::string> trace;
  Json capabilities;
  static void fields(auto& self, auto&& each) {
    each("processId", self.processId);
    each("clientInfo", self.clientInfo);
    each("rootPath", self.rootPath);
    each("rootUri", self.rootUri);
    each("workspaceFolders", self.workspaceFolders);
    each("initializationOptions", self.initializationOptions);
    each("trace", self.trace);
    each("capabilities", self.capabilities);
  }
};

}  // namespace galley::lsp
