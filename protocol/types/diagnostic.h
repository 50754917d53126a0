// LSP 3.17, Publish Diagnostics and Pull Diagnostics. Plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/basic.h"

namespace galley::lsp {

enum class DiagnosticSeverity : std::int32_t { error = 1, warning = 2, information = 3, hint = 4 };

struct CodeDescription {
  std::string href;
  static void fields(auto& self, auto&& each) { each("href", self.href); }
  friend bool operator==(const CodeDescription&, const CodeDescription&) = default;
};

struct Diagnostic {
  Range range;
  DiagnosticSeverity severity = DiagnosticSeverity::warning;
  std::string code;
  std::optional<CodeDescription> codeDescription;
  std::string source;
  std::string message;
  static void fields(auto& self, auto&& each) {
    each("range", self.range);
    each("severity", self.severity);
    each("code", self.code);
    each("codeDescription", self.codeDescription);
    each("source", self.source);
    each("message", self.message);
  }
  friend bool operator==(const Diagnostic&, const Diagnostic&) = default;
};

struct PublishDiagnosticsParams {
  std::string uri;
  std::optional<std::int32_t> version;
  std::vector<Diagnostic> diagnostics;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("version", self.version);
    each("diagnostics", self.diagnostics);
  }
};

struct DocumentDiagnosticParams {
  TextDocumentIdentifier textDocument;
  std::optional<std::string> previousResultId;
  static void fields(auto& self, auto&& each) {
    each("textDocument", self.textDocument);
    each("previousResultId", self.previousResultId);
  }
};

/// A full report where `items` are given, an unchanged one where they are not.
struct DocumentDiagnosticReport {
  std::string kind;  // `full`, `unchanged`
  std::optional<std::string> resultId;
  std::optional<std::vector<Diagnostic>> items;
  static void fields(auto& self, auto&& each) {
    each("kind", self.kind);
    each("resultId", self.resultId);
    each("items", self.items);
  }
};

struct PreviousResultId {
  std::string uri;
  std::string value;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("value", self.value);
  }
};

struct WorkspaceDiagnosticParams {
  std::vector<PreviousResultId> previousResultIds;
  static void fields(auto& self, auto&& each) { each("previousResultIds", self.previousResultIds); }
};

struct WorkspaceDocumentDiagnosticReport {
  std::string kind;
  std::string uri;
  Nullable<std::int32_t> version;  // null where the document is not open
  std::optional<std::string> resultId;
  std::optional<std::vector<Diagnostic>> items;
  static void fields(auto& self, auto&& each) {
    each("kind", self.kind);
    each("uri", self.uri);
    each("version", self.version);
    each("resultId", self.resultId);
    each("items", self.items);
  }
};

struct WorkspaceDiagnosticReport {
  std::vector<WorkspaceDocumentDiagnosticReport> items;
  static void fields(auto& self, auto&& each) { each("items", self.items); }
};

}  // namespace galley::lsp
