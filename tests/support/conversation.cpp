// See the header.
#include "tests/support/conversation.h"

#include <gtest/gtest.h>

#include <utility>

namespace galley::test {

Json richCapabilities() {
  const Json markup = {"markdown", "plaintext"};
  return {
      {"general", {{"positionEncodings", {"utf-16"}}}},
      {"window", {{"workDoneProgress", true}}},
      {"workspace",
       {{"configuration", true},
        {"workspaceFolders", true},
        {"workspaceEdit", {{"documentChanges", true}}},
        {"didChangeConfiguration", {{"dynamicRegistration", true}}},
        {"didChangeWatchedFiles", {{"dynamicRegistration", true}}}}},
      {"textDocument",
       {{"completion", {{"completionItem", {{"documentationFormat", markup}, {"snippetSupport", true}}}}},
        {"hover", {{"contentFormat", markup}}},
        {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}},
        {"codeAction",
         {{"isPreferredSupport", true},
          {"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix"}}}}}}}},
        {"publishDiagnostics", {{"versionSupport", true}, {"codeDescriptionSupport", true}}}}},
  };
}

Conversation::Conversation(const std::map<std::string, std::string>& files, unsigned poolThreads)
    : scheduler(poolThreads),
      server(scheduler, [this](const std::string& folder) { return disk.below(folder); },
             {.send =
                  [this](const std::string& body) {
                    received.push_back(Json::parse(body));
                    if (onMessage) onMessage(received.back());
                  },
              .unread = [this] { return unread; },
              .watchProcess = [this](int pid) { watchedProcesses.push_back(pid); },
              .exit = [this](int code) { exitCode = code; }}) {
  for (const auto& [path, text] : files) disk.put("/site/" + path, text);
}

Json Conversation::start(const Json& capabilities, const Json& more) {
  Json params = {{"processId", nullptr},
                 {"rootUri", "file:///site"},
                 {"workspaceFolders", {{{"uri", "file:///site"}, {"name", "site"}}}},
                 {"capabilities", capabilities}};
  params.update(more);
  Json result = request("initialize", params);
  notify("initialized", Json::object());
  settle();
  return result;
}

Json Conversation::request(const std::string& method, const Json& params) {
  const std::int64_t id = ++lastId_;
  const std::size_t before = received.size();
  Json message = {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = params;
  say(message.dump());
  settle();
  const Json* answer = nullptr;
  for (std::size_t i = before; i < received.size(); ++i) {
    const Json& said = received[i];
    if (said.contains("method") || said.value("id", Json()) != Json(id)) continue;
    if (answer != nullptr) ADD_FAILURE() << method << " was answered twice";
    answer = &said;
  }
  if (answer == nullptr) {
    ADD_FAILURE() << method << " was not answered";
    return nullptr;
  }
  return answer->contains("error") ? Json{{"error", answer->at("error")}} : answer->at("result");
}

void Conversation::notify(const std::string& method, const Json& params) {
  Json message = {{"jsonrpc", "2.0"}, {"method", method}};
  if (!params.is_null()) message["params"] = params;
  say(message.dump());
}

void Conversation::say(const std::string& body) {
  scheduler.post([this, body] { server.receive(body); });
}

void Conversation::open(const std::string& path, const std::string& text, int version) {
  openUri(uri(path), text, version);
}

void Conversation::openUri(const std::string& uri, const std::string& text, int version) {
  notify("textDocument/didOpen",
         {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
  settle();
}

void Conversation::change(const std::string& path, const std::string& text, int version) {
  notify("textDocument/didChange",
         {{"textDocument", {{"uri", uri(path)}, {"version", version}}}, {"contentChanges", {{{"text", text}}}}});
  settle();
}

void Conversation::close(const std::string& path) {
  notify("textDocument/didClose", document(path));
  settle();
}

void Conversation::answer(const Json& id, const Json& result) {
  say(Json{{"jsonrpc", "2.0"}, {"id", id}, {"result", result}}.dump());
  settle();
}

Json Conversation::at(const std::string& path, int line, int character) {
  return {{"textDocument", {{"uri", uri(path)}}}, {"position", {{"line", line}, {"character", character}}}};
}

Json Conversation::document(const std::string& path) { return {{"textDocument", {{"uri", uri(path)}}}}; }

std::vector<Json> Conversation::receivedOf(const std::string& method) const {
  std::vector<Json> all;
  for (const Json& message : received)
    if (message.value("method", "") == method) all.push_back(message);
  return all;
}

std::vector<std::string> Conversation::published(const std::string& path) const {
  std::vector<std::string> codes{"none"};
  for (const Json& message : receivedOf("textDocument/publishDiagnostics")) {
    if (message["params"]["uri"] != uri(path)) continue;
    codes.clear();
    for (const Json& diagnostic : message["params"]["diagnostics"]) codes.push_back(diagnostic.value("code", ""));
  }
  return codes;
}

std::string difference(const Json& expected, const Json& actual, const std::string& where) {
  const std::string place = where.empty() ? "the value" : where;
  if (expected.is_object()) {
    if (!actual.is_object()) return place + " is " + actual.dump();
    for (const auto& [key, value] : expected.items()) {
      if (!actual.contains(key)) return place + " has no " + key + ": " + actual.dump();
      if (auto found = difference(value, actual.at(key), where + '/' + key); !found.empty()) return found;
    }
    return {};
  }
  if (expected.is_array()) {
    if (!actual.is_array() || actual.size() != expected.size()) return place + " is " + actual.dump();
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (auto found = difference(expected[i], actual[i], where + '/' + std::to_string(i)); !found.empty())
        return found;
    return {};
  }
  return expected == actual ? "" : place + " is " + actual.dump() + " instead of " + expected.dump();
}

std::vector<std::string> labels(const Json& list) {
  std::vector<std::string> all;
  for (const Json& item : list.at("items")) all.push_back(item.at("label"));
  return all;
}

}  // namespace galley::test
