// LSP 3.17, Completion Request. Plain values.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "protocol/types/basic.h"

namespace galley::lsp {

enum class CompletionItemKind : std::int32_t { text = 1, property = 10, value = 12, keyword = 14, enumMember = 20 };

struct CompletionItem {
  std::string label;
  CompletionItemKind kind = CompletionItemKind::text;
  std::optional<std::string> detail;
  std::optional<std::variant<std::string, MarkupContent>> documentation;
  std::optional<std::string> sortText;
  std::optional<std::string> filterText;
  TextEdit textEdit;
  static void fields(auto& self, auto&& each) {
    each("label", self.label);
    each("kind", self.kind);
    each("detail", self.detail);
    each("documentation", self.documentation);
    each("sortText", self.sortText);
    each("filterText", self.filterText);
    each("textEdit", self.textEdit);
  }
};

struct CompletionList {
  bool isIncomplete = false;
  std::vector<CompletionItem> items;
  static void fields(auto& self, auto&& each) {
    each("isIncomplete", self.isIncomplete);
    each("items", self.items);
  }
};

}  // namespace galley::lsp
