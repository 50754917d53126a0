// See the header.
#include "server/server.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>
#include <vector>

#include "analysis/site/view.h"
#include "protocol/json.h"
#include "server/convert.h"
#include "server/log.h"

namespace galley::server {

using lsp::Error;
using lsp::ErrorCode;
using lsp::Json;

namespace {

constexpr std::size_t mostUnread = 1024 * 1024;  // bytes, before diagnostics wait for the client to read
constexpr std::size_t manyPosts = 500;           // a first reading of so many shows its progress
constexpr std::chrono::milliseconds graceAtTheEnd{300};

constexpr const char* section = "galley";  // of the client's configuration

const Method* findMethod(std::string_view name) {
  const auto& all = methods();
  const auto found = std::ranges::find(all, name, &Method::name);
  return found == all.end() ? nullptr : &*found;
}

/// Some editors write the Markdown of a hover as text: there a picture would be a line of noise.
bool drawsPictures(const std::optional<lsp::ClientInfo>& client) {
  if (!client) return true;
  constexpr std::array textOnly{std::string_view{"Neovim"}, std::string_view{"Vim"},   std::string_view{"vim"},
                                std::string_view{"Emacs"},  std::string_view{"emacs"}, std::string_view{"Eglot"},
                                std::string_view{"eglot"},  std::string_view{"helix"}, std::string_view{"kak"}};
  return std::ranges::none_of(textOnly, [&](std::string_view name) { return client->name.starts_with(name); });
}

}  // namespace

Server::Server(Scheduler& scheduler, Disk disk, Outside outside)
    : scheduler_(scheduler),
      outside_(std::move(outside)),
      workspace_(scheduler, std::move(disk),
                 {.changed = [this](const std::string& root) { siteChanged(root); },
                  .reading = [this](const std::string& root, std::size_t parsed,
                                    std::size_t all) { showReading(root, parsed, all); }}),
      publisher_(scheduler, workspace_, [this](const lsp::PublishDiagnosticsParams& params) {
        notify("textDocument/publishDiagnostics", lsp::encode(params));
      }) {
  scheduler_.whenIdle([this] { return outside_.unread() < mostUnread && publisher_.step(); });
}

Server::~Server() { scheduler_.whenIdle({}); }

// -- messages

void Server::receive(std::string_view body) {
  if (phase_ == Phase::over || ending_) return;
  std::visit([this](auto&& message) { receive(std::forward<decltype(message)>(message)); }, lsp::readMessage(body));
}

void Server::receiveBroken(const std::string& problem) {
  receive(lsp::Malformed{{ErrorCode::parseError, "broken framing: " + problem}});
}

void Server::receive(lsp::Request request) {
  lsp::Reply reply(request.id, [this](const lsp::Response& response) { respond(response); });
  if (request.method == "initialize") {
    if (phase_ != Phase::fresh) return reply(Error{ErrorCode::invalidRequest, "initialize comes once"});
    return reply(lsp::outcomeOf([&] { return initialize(lsp::decode<lsp::InitializeParams>(request.params)); }));
  }
  if (phase_ == Phase::fresh) return reply(Error{ErrorCode::serverNotInitialized, "initialize comes first"});
  if (phase_ == Phase::shutDown) return reply(Error{ErrorCode::invalidRequest, "the server is shut down"});
  if (request.method == "shutdown") {
    phase_ = Phase::shutDown;
    publisher_.enable(false);
    return reply(Json(nullptr));
  }
  const Method* method = findMethod(request.method);
  if (method == nullptr || !method->isRequest)
    return reply(Error{ErrorCode::methodNotFound, "no request is called " + request.method});
  if (method->lane == lsp::Lane::read) return runRead(*method, std::move(request), std::move(reply));
  reply(lsp::outcomeOf([&] { return method->write(*this, request.params); }));
}

void Server::runRead(const Method& method, lsp::Request request, lsp::Reply reply) {
  struct Work {
    lsp::Request request;
    lsp::Reply reply;
    Snapshot snapshot;
    std::variant<Json, Error> outcome = Error{};
  };
  const auto running = running_.insert_or_assign(request.id, std::stop_source()).first;
  const auto token = running->second.get_token();
  auto work = std::make_shared<Work>(
      Work{.request = std::move(request), .reply = std::move(reply), .snapshot = workspace_.snapshot(token)});
  scheduler_.run(
      [work, &method] {
        work->outcome = lsp::outcomeOf([&]() -> Json {
          const auto cancelled = [] { return lsp::ResponseError(ErrorCode::requestCancelled, "cancelled"); };
          if (work->snapshot.stop.stop_requested()) throw cancelled();
          try {
            return method.read(work->snapshot, work->request.params);
          } catch (const Cancelled&) {
            throw cancelled();
          }
        });
      },
      [this, work] {
        if (const auto* error = std::get_if<Error>(&work->outcome); error && error->code == ErrorCode::internalError)
          log(LogLevel::error, work->request.method + " failed: " + error->message);
        running_.erase(work->request.id);
        work->reply(std::move(work->outcome));
        if (ending_ && running_.empty()) finish();
      });
}

void Server::receive(const lsp::Notification& notification) {
  if (notification.method == "exit") return exit();
  if (phase_ == Phase::fresh || phase_ == Phase::shutDown) return;
  if (notification.method == "initialized") return initialized();
  const Method* method = findMethod(notification.method);
  if (method == nullptr || method->isRequest) return;
  const auto outcome = lsp::outcomeOf([&] { return method->write(*this, notification.params); });
  if (const auto* error = std::get_if<Error>(&outcome))
    log(LogLevel::warning, notification.method + ": " + error->message);
}

void Server::receive(lsp::Response response) {
  if (!response.id) return;
  const auto found = asked_.find(*response.id);
  if (found == asked_.end()) return;
  const auto onAnswer = std::move(found->second);
  asked_.erase(found);
  if (phase_ == Phase::running) onAnswer(response);
}

void Server::receive(const lsp::Malformed& malformed) {
  if (phase_ == Phase::over || ending_) return;
  log(LogLevel::warning, malformed.error.message);
  respond({.id = {}, .outcome = malformed.error});
}

void Server::respond(const lsp::Response& response) {
  if (phase_ != Phase::over) outside_.send(lsp::write(response));
}

void Server::notify(std::string method, Json params) {
  if (phase_ == Phase::running || phase_ == Phase::initializing)
    outside_.send(lsp::write(lsp::Notification{.method = std::move(method), .params = std::move(params)}));
}

void Server::ask(std::string method, Json params, std::function<void(const lsp::Response&)> onAnswer) {
  if (phase_ != Phase::running) return;
  const lsp::Id id = ++lastId_;
  asked_.emplace(id, std::move(onAnswer));
  outside_.send(lsp::write(lsp::Request{.id = id, .method = std::move(method), .params = std::move(params)}));
}

// -- lifecycle

Json Server::initialize(const lsp::InitializeParams& params) {
  Client client{.can = lsp::readClientCapabilities(params.capabilities), .encoding = Encoding::utf16};
  for (const std::string& name : client.can.positionEncodings) {
    const auto encoding = encodingNamed(name);
    if (!encoding) continue;
    client.encoding = *encoding;
    break;
  }
  client.drawsPictures = drawsPictures(params.clientInfo);
  workspace_.setClient(client);
  if (params.initializationOptions) setSettings(*params.initializationOptions);
  if (params.trace) setTrace(*params.trace);
  if (params.processId) outside_.watchProcess(*params.processId);
  params_ = params;
  phase_ = Phase::initializing;
  return {{"capabilities", capabilitiesFor(client)}, {"serverInfo", {{"name", "galley"}, {"version", GALLEY_VERSION}}}};
}

void Server::initialized() {
  if (phase_ != Phase::initializing) return;
  phase_ = Phase::running;
  publisher_.enable(!workspace_.client().can.pullsDiagnostics);
  registerCapabilities();
  if (workspace_.client().can.configuration) askForSettings();
  std::vector<std::string> uris;
  if (params_->workspaceFolders)
    for (const auto& folder : *params_->workspaceFolders) uris.push_back(folder.uri);
  else if (params_->rootUri)
    uris.push_back(*params_->rootUri);
  else if (params_->rootPath)
    uris.push_back(uriOfPath(*params_->rootPath));
  for (const std::string& uri : uris)
    if (const auto path = pathOfUri(uri)) workspace_.addFolder(*path);
}

void Server::registerCapabilities() {
  Json registrations = Json::array();
  if (workspace_.client().can.watchRegistration) {
    registrations.push_back({{"id", "watched-files"},
                             {"method", "workspace/didChangeWatchedFiles"},
                             {"registerOptions", {{"watchers", {{{"globPattern", "**/*"}}}}}}});
  }
  if (workspace_.client().can.configuration && workspace_.client().can.configurationRegistration) {
    registrations.push_back({{"id", "settings"},
                             {"method", "workspace/didChangeConfiguration"},
                             {"registerOptions", {{"section", section}}}});
  }
  if (registrations.empty()) return;
  ask("client/registerCapability", {{"registrations", registrations}}, [this](const lsp::Response& response) {
    watches_ = workspace_.client().can.watchRegistration && std::holds_alternative<Json>(response.outcome);
  });
}

void Server::exit() { endSoon(); }

void Server::inputEnded() { endSoon(); }

void Server::endSoon() {
  if (phase_ == Phase::over || ending_) return;
  ending_ = true;
  publisher_.enable(false);
  if (running_.empty()) return finish();
  scheduler_.after(graceAtTheEnd, [this] { finish(); });
}

void Server::finish() {
  if (phase_ == Phase::over) return;
  for (auto& [id, stop] : running_) stop.request_stop();
  outside_.exit(phase_ == Phase::shutDown ? 0 : 1);
  phase_ = Phase::over;
}

void Server::setTrace(const std::string& value) { setLogLevel(value == "off" ? LogLevel::info : LogLevel::debug); }

void Server::cancel(const Json& id) {
  const auto found = id.is_string()           ? running_.find(id.get<std::string>())
                     : id.is_number_integer() ? running_.find(id.get<std::int64_t>())
                                              : running_.end();
  if (found != running_.end()) found->second.request_stop();
}

// -- what the client tells

void Server::didOpen(const lsp::DidOpenTextDocumentParams& params) {
  workspace_.open(params.textDocument);
  if (!watches_) workspace_.lookAgain(params.textDocument.uri);
  didChangeText(params.textDocument.uri);
}

void Server::didChange(const lsp::DidChangeTextDocumentParams& params) {
  workspace_.change(params);
  didChangeText(params.textDocument.uri);
}

void Server::didChangeText(const std::string& uri) {
  const Document* document = workspace_.find(uri);
  if (document == nullptr) return;
  for (const std::string& neighbour : workspace_.openIn(document->root)) publisher_.surroundingsChanged(neighbour);
  publisher_.textChanged(document->uri);
}

void Server::didSave(const std::string& uri) {
  if (!watches_) workspace_.lookAgain(uri);
}

void Server::didClose(const std::string& uri) {
  const Document* document = workspace_.find(uri);
  if (document == nullptr) return;
  const std::string written = document->uri;
  workspace_.close(written);
  publisher_.closed(written);
}

void Server::didChangeWatchedFiles(const lsp::DidChangeWatchedFilesParams& params) {
  std::set<std::string> paths;
  for (const lsp::FileEvent& event : params.changes)
    if (auto path = pathOfUri(event.uri)) paths.insert(std::move(*path));
  if (!paths.empty()) workspace_.filesChanged(paths);
}

void Server::didChangeWorkspaceFolders(const lsp::DidChangeWorkspaceFoldersParams& params) {
  for (const auto& folder : params.event.removed)
    if (const auto path = pathOfUri(folder.uri)) workspace_.removeFolder(*path);
  for (const auto& folder : params.event.added)
    if (const auto path = pathOfUri(folder.uri)) workspace_.addFolder(*path);
}

/// Clients that can be asked are asked; the others send their settings along, with or without our section around.
void Server::didChangeConfiguration(const lsp::DidChangeConfigurationParams& params) {
  if (workspace_.client().can.configuration) return askForSettings();
  if (!params.settings) return;
  const bool isWhole = params.settings->is_object() && params.settings->contains(section);
  setSettings(isWhole ? params.settings->at(section) : *params.settings);
}

void Server::askForSettings() {
  ask("workspace/configuration", {{"items", {{{"section", section}}}}}, [this](const lsp::Response& response) {
    const auto* result = std::get_if<Json>(&response.outcome);
    if (result != nullptr && result->is_array() && result->size() == 1) setSettings(result->front());
  });
}

void Server::setSettings(const Json& value) {
  std::vector<std::string> problems;
  Client client = workspace_.client();
  Settings settings = readSettings(value, problems);
  for (const std::string& problem : problems) log(LogLevel::warning, problem);
  if (settings == client.settings) return;
  client.settings = std::move(settings);
  workspace_.setClient(std::move(client));
  siteChanged({});
}

// -- what the server tells

void Server::siteChanged(const std::string& root) {
  for (const std::string& uri : workspace_.openIn(root)) publisher_.surroundingsChanged(uri);
  refreshDiagnostics();
}

/// Asks a client that pulls to pull again; once at a time.
void Server::refreshDiagnostics() {
  const auto& can = workspace_.client().can;
  if (!can.pullsDiagnostics || !can.refreshesDiagnostics || phase_ != Phase::running) return;
  refreshAgain_ = refreshAsked_;
  if (refreshAsked_) return;
  refreshAsked_ = true;
  ask("workspace/diagnostic/refresh", nullptr, [this](const lsp::Response&) {
    refreshAsked_ = false;
    if (std::exchange(refreshAgain_, false)) refreshDiagnostics();
  });
}

void Server::showReading(const std::string& root, std::size_t parsed, std::size_t all) {
  if (!workspace_.client().can.workDoneProgress) return;
  auto found = progress_.find(root);
  if (found == progress_.end()) {
    if (all < manyPosts || parsed == all || phase_ != Phase::running) return;
    found = progress_.emplace(root, Progress{.token = "galley-reading-" + std::to_string(++lastId_)}).first;
    const std::string token = found->second.token;
    ask("window/workDoneProgress/create", {{"token", token}}, [this, root](const lsp::Response& response) {
      const auto made = progress_.find(root);
      if (made == progress_.end()) return;
      made->second.isShown = std::holds_alternative<Json>(response.outcome);
      if (!made->second.isShown || made->second.isOver) {
        progress_.erase(made);
        return;
      }
      notify("$/progress", lsp::encode(lsp::ProgressParams{
                               .token = made->second.token,
                               .value = {.kind = "begin", .title = "Reading posts", .message = {}, .percentage = 0}}));
    });
  }
  Progress& progress = found->second;
  if (parsed == all) return endProgress(root);
  const auto percentage = static_cast<std::uint32_t>(parsed * 100 / all);
  if (!progress.isShown || percentage < progress.percentage + 10) return;
  progress.percentage = percentage;
  notify("$/progress",
         lsp::encode(lsp::ProgressParams{.token = progress.token,
                                         .value = {.kind = "report",
                                                   .title = {},
                                                   .message = std::to_string(parsed) + " of " + std::to_string(all),
                                                   .percentage = percentage}}));
}

void Server::endProgress(const std::string& root) {
  const auto found = progress_.find(root);
  if (found == progress_.end()) return;
  if (!found->second.isShown) {
    found->second.isOver = true;  // the answer to `create` is still to come
    return;
  }
  notify("$/progress",
         lsp::encode(lsp::ProgressParams{.token = found->second.token,
                                         .value = {.kind = "end", .title = {}, .message = {}, .percentage = {}}}));
  progress_.erase(found);
}

}  // namespace galley::server
