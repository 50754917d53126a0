// LSP 3.17, Basic JSON Structures. Positions are in the negotiated encoding. Plain values.
#pragma once

#include <compare>
#include <cstdint>
#include <string>

#include "protocol/json.h"

namespace galley::lsp {

struct Position {
  std::uint32_t line = 0;       // 0-based
  std::uint32_t character = 0;  // 0-based, in units of the negotiated encoding
  static void fields(auto& self, auto&& each) {
    each("line", self.line);
    each("character", self.character);
  }
  friend auto operator<=>(const Position&, const Position&) = default;
};

struct Range {
  Position start, end;
  static void fields(auto& self, auto&& each) {
    each("start", self.start);
    each("end", self.end);
  }
  friend auto operator<=>(const Range&, const Range&) = default;
};

struct Location {
  std::string uri;
  Range range;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("range", self.range);
  }
};

struct TextDocumentIdentifier {
  std::string uri;
  static void fields(auto& self, auto&& each) { each("uri", self.uri); }
};

struct VersionedTextDocumentIdentifier {
  std::string uri;
  std::int32_t version = 0;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("version", self.version);
  }
};

struct TextDocumentPositionParams {
  TextDocumentIdentifier textDocument;
  Position position;
  static void fields(auto& self, auto&& each) {
    each("textDocument", self.textDocument);
    each("position", self.position);
  }
};

struct TextDocumentParams {
  TextDocumentIdentifier textDocument;
  static void fields(auto& self, auto&& each) { each("textDocument", self.textDocument); }
};

struct MarkupContent {
  std::string kind;  // `markdown` or `plaintext`
  std::string value;
  static void fields(auto& self, auto&& each) {
    each("kind", self.kind);
    each("value", self.value);
  }
};

struct TextEdit {
  Range range;
  std::string newText;
  static void fields(auto& self, auto&& each) {
    each("range", self.range);
    each("newText", self.newText);
  }
};

}  // namespace galley::lsp
