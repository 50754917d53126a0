// LSP 3.17: WorkspaceEdit and Code Action. Plain values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "protocol/types/basic.h"
#include "protocol/types/diagnostic.h"

namespace galley::lsp {

struct OptionalVersionedTextDocumentIdentifier {
  std::string uri;
  Nullable<std::int32_t> version;  // null: not open
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("version", self.version);
  }
};

struct TextDocumentEdit {
  OptionalVersionedTextDocumentIdentifier textDocument;
  std::vector<TextEdit> edits;
  static void fields(auto& self, auto&& each) {
    each("textDocument", self.textDocument);
    each("edits", self.edits);
  }
};

/// One of the two: `documentChanges` for clients that declare it.
struct WorkspaceEdit {
  std::optional<std::map<std::string, std::vector<TextEdit>>> changes;  // by URI
  std::optional<std::vector<TextDocumentEdit>> documentChanges;
  static void fields(auto& self, auto&& each) {
    each("changes", self.changes);
    each("documentChanges", self.documentChanges);
  }
};

/// The diagnostics that clients send along are not read: galley finds them anew.
struct CodeActionContext {
  std::optional<std::vector<std::string>> only;
  static void fields(auto& self, auto&& each) { each("only", self.only); }
};

struct CodeActionParams {
  TextDocumentIdentifier textDocument;
  Range range;
  CodeActionContext context;
  static void fields(auto& self, auto&& each) {
    each("textDocument", self.textDocument);
    each("range", self.range);
    each("context", self.context);
  }
};

struct CodeAction {
  std::string title;
  std::string kind;
  std::vector<Diagnostic> diagnostics;
  std::optional<bool> isPreferred;
  WorkspaceEdit edit;
  static void fields(auto& self, auto&& each) {
    each("title", self.title);
    each("kind", self.kind);
    each("diagnostics", self.diagnostics);
    each("isPreferred", self.isPreferred);
    each("edit", self.edit);
  }
};

}  // namespace galley::lsp
