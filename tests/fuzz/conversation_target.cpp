// A whole conversation: bytes through the framing to a server in this process, without threads, beside a small blog.
#include <cstdint>
#include <string>

#include "protocol/framing.h"
#include "protocol/json.h"
#include "server/server.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/memory_disk.h"

namespace galley::test {
namespace {

using lsp::Json;

constexpr const char* post = "file:///site/_posts/2024-01-01-a.md";

class Client {
 public:
  Client()
      : scheduler_(0),
        server_(scheduler_, [this](const std::string& folder) { return disk_.below(folder); },
                {.send =
                     [this](const std::string& body) {
                       const Json message = Json::parse(body, nullptr, false);
                       require(message.is_object(), "what the server says is JSON");
                       if (message.contains("id") && !message.contains("method")) ++answers_;
                     },
                 .exit = [this](int) { over_ = true; }}) {
    disk_.put("/site/_config.yml", "title: A blog\n");
    disk_.put("/site/_layouts/post.html", "{{ content }}\n");
    disk_.put("/site/_posts/2024-01-01-a.md", "---\ntitle: A\nlayout: post\n---\n# One\n![a](/a.png)\n");
    request("initialize", {{"processId", nullptr}, {"rootUri", "file:///site"}, {"capabilities", Json::object()}});
    notify("initialized", Json::object());
  }

  void request(const std::string& method, const Json& params) {
    const std::size_t before = answers_;
    say({{"jsonrpc", "2.0"}, {"id", ++lastId_}, {"method", method}, {"params", params}});
    if (!spoiled_ && !over_) require(answers_ == before + 1, "a request has one answer");
  }
  void notify(const std::string& method, const Json& params) {
    say({{"jsonrpc", "2.0"}, {"method", method}, {"params", params}});
  }
  void say(const Json& message) { hear(lsp::framed(message.dump(-1, ' ', false, Json::error_handler_t::replace))); }
  /// Bytes without a frame spoil what follows: the framing has to find its way back.
  void spoil(std::string_view bytes) {
    spoiled_ = true;
    hear(bytes);
  }
  void sayBody(std::string_view body) {
    spoiled_ = true;  // it may be a request, an exit …
    hear(lsp::framed(body));
  }

 private:
  void hear(std::string_view bytes) {
    framing_.feed(bytes);
    while (const auto frame = framing_.next()) {
      if (over_) return;
      if (frame->problem.empty())
        server_.receive(frame->body);
      else
        server_.receiveBroken(frame->problem);
      scheduler_.drain();
    }
  }

  MemoryDisk disk_;
  lsp::Framing framing_;
  std::size_t answers_ = 0;
  std::int64_t lastId_ = 0;
  bool over_ = false;
  bool spoiled_ = false;
  server::Scheduler scheduler_;
  server::Server server_;
};

std::string unescaped(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\\' && i + 1 < text.size()) {
      ++i;
      result += text[i] == 'n' ? '\n' : text[i] == 'r' ? '\r' : text[i];
    } else {
      result += text[i];
    }
  }
  return result;
}

/// `o TEXT` opens or opens anew, `c LCLC TEXT` changes (lines and characters from `0` on), `s`, `h LC`, `k LC`, `a
/// LCLC` ask for symbols, a hover, completion and code actions, `x` closes.
void sayLine(Client& client, std::string_view line) {
  const auto number = [&](std::size_t i) {
    return i < line.size() ? static_cast<std::uint32_t>(static_cast<unsigned char>(line[i])) - '0' : 0U;
  };
  const auto position = [&](std::size_t i) {
    return Json{{"line", number(i) % 256}, {"character", number(i + 1) % 256}};
  };
  const auto range = [&](std::size_t i) { return Json{{"start", position(i)}, {"end", position(i + 2)}}; };
  const auto rest = [&](std::size_t i) { return i < line.size() ? unescaped(line.substr(i)) : std::string(); };
  const Json document = {{"uri", post}};
  switch (line.front()) {
    case 'o':
      client.notify("textDocument/didOpen",
                    {{"textDocument", {{"uri", post}, {"languageId", "markdown"}, {"version", 1}, {"text", rest(2)}}}});
      break;
    case 'c':
      client.notify("textDocument/didChange",
                    {{"textDocument", {{"uri", post}, {"version", 2}}},
                     {"contentChanges", Json::array({{{"range", range(2)}, {"text", rest(7)}}})}});
      break;
    case 's':
      client.request("textDocument/documentSymbol", {{"textDocument", document}});
      break;
    case 'h':
      client.request("textDocument/hover", {{"textDocument", document}, {"position", position(2)}});
      break;
    case 'k':
      client.request("textDocument/completion", {{"textDocument", document}, {"position", position(2)}});
      break;
    case 'a':
      client.request("textDocument/codeAction",
                     {{"textDocument", document}, {"range", range(2)}, {"context", {{"diagnostics", Json::array()}}}});
      break;
    case 'x':
      client.notify("textDocument/didClose", {{"textDocument", document}});
      break;
    case '{':
      client.sayBody(line);
      break;
    default:
      client.spoil(line);
      break;
  }
}

}  // namespace

void tryConversation(std::string_view input) {
  Client client;
  for (std::size_t lines = 0; !input.empty() && lines < 50; ++lines) {
    const std::size_t end = input.find('\n');
    const std::string_view line = input.substr(0, end);
    if (!line.empty()) sayLine(client, line);
    input = end == std::string_view::npos ? std::string_view() : input.substr(end + 1);
  }
}

}  // namespace galley::test
