// LSP 3.17: Hover, Document Symbols. Plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/basic.h"

namespace galley::lsp {

struct Hover {
  MarkupContent contents;
  std::optional<Range> range;
  static void fields(auto& self, auto&& each) {
    each("contents", self.contents);
    each("range", self.range);
  }
};

enum class SymbolKind : std::int32_t { string = 15 };

struct DocumentSymbol {
  std::string name;
  std::optional<std::string> detail;
  SymbolKind kind = SymbolKind::string;
  Range range;  // holds selectionRange and the children
  Range selectionRange;
  std::vector<DocumentSymbol> children;
  static void fields(auto& self, auto&& each) {
    each("name", self.name);
    each("detail", self.detail);
    each("kind", self.kind);
    each("range", self.range);
    each("selectionRange", self.selectionRange);
    each("children", self.children);
  }
};

/// What clients get that know no nested symbols.
struct SymbolInformation {
  std::string name;
  SymbolKind kind = SymbolKind::string;
  Location location;
  std::optional<std::string> containerName;
  static void fields(auto& self, auto&& each) {
    each("name", self.name);
    each("kind", self.kind);
    each("location", self.location);
    each("containerName", self.containerName);
  }
};

}  // namespace galley::lsp
