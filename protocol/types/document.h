// LSP 3.17, Text Document Synchronization. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/types/basic.h"

namespace galley::lsp {

struct TextDocumentItem {
  std::string uri;
  std::string languageId;
  std::int32_t version = 0;
  std::string text;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("languageId", self.languageId);
    each("version", self.version);
    each("text", self.text);
  }
};

struct DidOpenTextDocumentParams {
  TextDocumentItem textDocument;
  static void fields(auto& self, auto&& each) { each("textDocument", self.textDocument); }
};

/// One edit upon what the one before it left; without a range the whole text.
struct TextDocumentContentChangeEvent {
  std::optional<Range> range;
  std::string text;
  static void fields(auto& self, auto&& each) {
    each("range", self.range);
    each("text", self.text);
  }
};

struct DidChangeTextDocumentParams {
  VersionedTextDocumentIdentifier textDocument;
  std::vector<TextDocumentContentChangeEvent> contentChanges;
  static void fields(auto& self, auto&& each) {
    each("textDocument", self.textDocument);
    each("contentChanges", self.contentChanges);
  }
};

enum class TextDocumentSyncKind : std::int32_t { none = 0, full = 1, incremental = 2 };

}  // namespace galley::lsp
