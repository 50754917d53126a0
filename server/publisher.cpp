// See the header.
#include "server/publisher.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

#include "analysis/features/features.h"
#include "server/convert.h"

namespace galley::server {

namespace {

/// What galley has to say of a file as a whole.
lsp::Diagnostic notice(std::string code, std::string message) {
  return {.range = {},
          .severity = lsp::DiagnosticSeverity::information,
          .code = std::move(code),
          .codeDescription = {},
          .source = "galley",
          .message = std::move(message)};
}

}  // namespace

Publisher::Publisher(Scheduler& scheduler, Workspace& workspace, Send send)
    : scheduler_(scheduler), workspace_(workspace), send_(std::move(send)) {}

void Publisher::textChanged(const std::string& uri) {
  if (running_) stop_.request_stop();
  std::erase(waiting_, uri);
  waiting_.push_front(uri);
}

void Publisher::surroundingsChanged(const std::string& uri) {
  if (running_ && current_ == uri) stop_.request_stop();
  if (std::ranges::find(waiting_, uri) == waiting_.end()) waiting_.push_back(uri);
}

void Publisher::closed(const std::string& uri) {
  if (running_ && current_ == uri) stop_.request_stop();
  std::erase(waiting_, uri);
  const auto found = published_.find(uri);
  if (found == published_.end()) return;
  const bool shown = !found->second.empty();
  published_.erase(found);
  if (shown && enabled_) send_({.uri = uri, .version = {}, .diagnostics = {}});
}

bool Publisher::step() {
  if (!enabled_ || running_ || waiting_.empty()) return false;
  const std::string uri = waiting_.front();
  waiting_.pop_front();
  if (workspace_.find(uri) == nullptr) return true;

  struct Work {
    Snapshot snapshot;
    std::optional<std::vector<lsp::Diagnostic>> found;  // nothing: stopped
  };
  stop_ = {};
  auto work = std::make_shared<Work>(Work{.snapshot = workspace_.snapshot(stop_.get_token()), .found = {}});
  running_ = true;
  current_ = uri;
  scheduler_.run(
      [work, uri] {
        try {
          work->found = diagnosticsOf(work->snapshot, uri);
        } catch (const Cancelled&) {  // a newer text is there, or newer surroundings
        }
      },
      [this, work, uri] {
        running_ = false;
        if (work->found && !work->snapshot.stop.stop_requested())
          publish(uri, std::move(*work->found));
        else if (workspace_.find(uri) != nullptr)
          surroundingsChanged(uri);
      });
  return true;
}

void Publisher::publish(const std::string& uri, std::vector<lsp::Diagnostic> diagnostics) {
  const Document* document = workspace_.find(uri);
  if (document == nullptr || !enabled_) return;
  const auto [last, isFirst] = published_.try_emplace(uri);
  if (!isFirst && last->second == diagnostics) return;
  last->second = diagnostics;
  lsp::PublishDiagnosticsParams params{.uri = uri, .version = {}, .diagnostics = std::move(diagnostics)};
  if (workspace_.client().can.diagnosticVersion) params.version = document->version;
  send_(params);
}

std::vector<lsp::Diagnostic> diagnosticsOf(const Snapshot& snapshot, const Opened& opened) {
  constexpr std::size_t most = 1000;
  const Asked asked{.about = opened, .client = snapshot.client};
  auto found = findings(snapshot.view(opened), *opened.post);
  const Settings& settings = snapshot.client.settings;
  std::erase_if(found, [&](const Finding& finding) { return settings.isOff(finding.rule->id); });
  const std::size_t all = found.size();
  if (all > most) found.resize(most);
  auto diagnostics = toLsp(asked, found);
  if (all > most) {
    diagnostics.push_back(
        notice("too-many-findings", "And " + std::to_string(all - most) + " more findings in this file."));
  }
  return diagnostics;
}

std::vector<lsp::Diagnostic> diagnosticsOf(const Snapshot& snapshot, const std::string& uri) {
  if (const auto opened = snapshot.open(uri)) return diagnosticsOf(snapshot, *opened);
  const auto document = snapshot.documents.find(keyOf(uri));
  if (document == snapshot.documents.end() || document->second.text.size() <= maxDocument) return {};
  return {notice("file-too-large", "This file has more than 8 MB: galley does not look into it.")};
}

}  // namespace galley::server
