// LSP 3.17: Workspace Features, Work Done Progress, dynamic registration. Plain values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "protocol/types/basic.h"
#include "protocol/types/lifecycle.h"

namespace galley::lsp {

struct DidChangeConfigurationParams {
  std::optional<Json> settings;
  static void fields(auto& self, auto&& each) { each("settings", self.settings); }
};

struct WorkspaceFoldersChangeEvent {
  std::vector<WorkspaceFolder> added, removed;
  static void fields(auto& self, auto&& each) {
    each("added", self.added);
    each("removed", self.removed);
  }
};

struct DidChangeWorkspaceFoldersParams {
  WorkspaceFoldersChangeEvent event;
  static void fields(auto& self, auto&& each) { each("event", self.event); }
};

enum class FileChangeType : std::int32_t { created = 1, changed = 2, deleted = 3 };

struct FileEvent {
  std::string uri;
  FileChangeType type = FileChangeType::changed;
  static void fields(auto& self, auto&& each) {
    each("uri", self.uri);
    each("type", self.type);
  }
};

struct DidChangeWatchedFilesParams {
  std::vector<FileEvent> changes;
  static void fields(auto& self, auto&& each) { each("changes", self.changes); }
};

struct SetTraceParams {
  std::string value;  // `off`, `messages`, `verbose`
  static void fields(auto& self, auto&& each) { each("value", self.value); }
};

struct CancelParams {
  Json id;
  static void fields(auto& self, auto&& each) { each("id", self.id); }
};

/// One of begin, report and end.
struct WorkDoneProgress {
  std::string kind;
  std::optional<std::string> title;  // begin only
  std::optional<std::string> message;
  std::optional<std::uint32_t> percentage;  // not with end
  static void fields(auto& self, auto&& each) {
    each("kind", self.kind);
    each("title", self.title);
    each("message", self.message);
    each("percentage", self.percentage);
  }
};

struct ProgressParams {
  std::string token;
  WorkDoneProgress value;
  static void fields(auto& self, auto&& each) {
    each("token", self.token);
    each("value", self.value);
  }
};

}  // namespace galley::lsp
