// Diagnostics that are pushed: computes them when nothing else waits, the document being typed in first, and sends what
// differs from what was sent. Does nothing for clients that pull. Loop only; the computing runs on the pool.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <stop_token>
#include <string>
#include <vector>

#include "protocol/types/diagnostic.h"
#include "server/scheduler.h"
#include "server/workspace.h"

namespace galley::server {

class Publisher {
 public:
  using Send = std::function<void(const lsp::PublishDiagnosticsParams&)>;
  Publisher(Scheduler& scheduler, Workspace& workspace, Send send);

  /// Nothing happens before; false makes it silent again, for good.
  void enable(bool on) { enabled_ = on; }

  /// The document's text is new: it comes next, and what is being found for its old text is stopped.
  void textChanged(const std::string& uri);
  /// What is around an open document changed: it comes when the others are done.
  void surroundingsChanged(const std::string& uri);
  /// Takes back what was published.
  void closed(const std::string& uri);

  /// Finds for one document; false if there is nothing to do now. The scheduler's idle step.
  bool step();

 private:
  void publish(const std::string& uri, std::vector<lsp::Diagnostic> diagnostics);

  Scheduler& scheduler_;
  Workspace& workspace_;
  Send send_;
  bool enabled_ = false;
  bool running_ = false;
  std::string current_;    // the document that is looked at
  std::stop_source stop_;  // of what is running
  std::deque<std::string> waiting_;
  std::map<std::string, std::vector<lsp::Diagnostic>> published_;  // by URI
};

/// What the rules find in a document, for the client. At most 1,000; the rest is counted in a last one.
std::vector<lsp::Diagnostic> diagnosticsOf(const Snapshot& snapshot, const Opened& opened);
/// The same for a document by its URI: nothing where there is none, one that says so where it is too large.
std::vector<lsp::Diagnostic> diagnosticsOf(const Snapshot& snapshot, const std::string& uri);

}  // namespace galley::server
