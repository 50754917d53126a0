// The edits of a client, one upon the other, in every encoding of positions.
#include <algorithm>

#include "analysis/text/unicode.h"
#include "server/workspace.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/client_text.h"
#include "tests/support/memory_disk.h"

namespace galley::test {
namespace {

/// What a client can send: bytes that are no UTF-8 become `?`.
std::string valid(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    const CodePoint point = codePointAt(bytes, at);
    const bool broken = point.length == 1 && point.value == 0xFFFD;
    text += broken ? "?" : std::string(bytes.substr(at, point.length));
    at += point.length;
  }
  return text;
}

void requirePositions(const Text& text, Encoding encoding) {
  for (std::size_t offset = 0; offset <= text.size(); ++offset) {
    const Position position = text.positionAt(offset, encoding);
    const std::size_t back = text.offsetAt(position, encoding);
    require(back <= offset && text.positionAt(back, encoding) == position, "a position leads back");
  }
}

}  // namespace

void tryEdits(std::string_view input) {
  constexpr std::size_t editBytes = 6;  // two positions, where in the words and how many of them
  if (input.size() < 2) return;
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(input[i]); };
  constexpr Encoding encodings[] = {Encoding::utf8, Encoding::utf16, Encoding::utf32};
  const Encoding encoding = encodings[byte(0) % 3];
  const std::size_t edits = std::min<std::size_t>(byte(1) % 16, (input.size() - 2) / editBytes);
  const std::string_view words = input.substr(2 + edits * editBytes, 2000);
  const std::string whole = valid(words);

  server::Scheduler scheduler(0);
  const MemoryDisk disk;
  server::Workspace workspace(scheduler, [&](const std::string& folder) { return disk.below(folder); }, {});
  server::Client client;
  client.encoding = encoding;
  workspace.setClient(client);
  const std::string uri = "untitled:a";
  workspace.open({.uri = uri, .languageId = "markdown", .version = 0, .text = whole});
  ClientText witness(whole, encoding);

  lsp::DidChangeTextDocumentParams params;
  params.textDocument.uri = uri;
  for (std::size_t i = 0; i < edits; ++i) {
    const std::size_t at = 2 + i * editBytes;
    const auto position = [&](std::size_t offset) {
      const std::uint32_t character = byte(offset + 1) == 255 ? UINT32_MAX : byte(offset + 1);
      return Position{byte(offset), character};
    };
    const Position start = position(at);
    const Position end = position(at + 2);
    const std::string text = valid(words.substr(std::min<std::size_t>(byte(at + 4), words.size()), byte(at + 5)));
    params.contentChanges.push_back({.range = lsp::Range{.start = {.line = start.line, .character = start.character},
                                                         .end = {.line = end.line, .character = end.character}},
                                     .text = text});
    witness.replace(start, end, text);
  }
  workspace.change(params);
  const server::Document* document = workspace.find(uri);
  require(document != nullptr && document->text.bytes() == witness.utf8(), "the text is what the client has");
  require(document->text.lineCount() == witness.lineCount(), "lines are what the client has");
  requirePositions(document->text, encoding);
}

}  // namespace galley::test
