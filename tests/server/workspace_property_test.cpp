// Whatever edits a client sends, the server has the client's text, and what it makes of it is what it would make of
// that text anew.
#include <gtest/gtest.h>

#include <vector>

#include "analysis/site/post.h"
#include "server/workspace.h"
#include "tests/analysis/syntax/markdown/shown.h"
#include "tests/support/client_text.h"
#include "tests/support/edits.h"
#include "tests/support/memory_disk.h"

namespace galley::test {
namespace {

const std::string uri = "file:///site/_posts/2024-01-01-a.md";

struct Session {
  explicit Session(Encoding encoding, const std::string& text) {
    disk.put("/site/_config.yml", "title: A\n");
    server::Client client;
    client.encoding = encoding;
    workspace.setClient(client);
    workspace.addFolder("/site");
    scheduler.drain();
    workspace.open({.uri = uri, .languageId = "markdown", .version = 1, .text = text});
  }

  std::string text() { return workspace.find(uri)->text.bytes(); }

  /// Everything that the post holds, in words.
  std::string post() {
    const auto opened = workspace.snapshot({}).open(uri);
    const Post& post = *opened->post;
    std::string words = shown(post.text.bytes(), post.markdown);
    for (const Entry& entry : post.frontMatter.entries)
      words += entry.key + " at " + std::to_string(entry.span.begin) + " is " + entry.value.text + "\n";
    for (const FrontMatterProblem& problem : post.frontMatter.problems)
      words += "problem at " + std::to_string(problem.span.begin) + "\n";
    for (const TemplateTag& tag : post.templates.tags) words += "tag at " + std::to_string(tag.span.begin) + "\n";
    return words;
  }

  MemoryDisk disk;
  server::Scheduler scheduler{0};
  server::Workspace workspace{scheduler, [this](const std::string& folder) { return disk.below(folder); }, {}};
};

RC_GTEST_PROP(WorkspaceProperties, EditsGiveTheTextAndThePostOfTheClient, ()) {
  const std::string whole = *rc::gen::map(words(), [](const std::string& text) { return "---\n" + text; });
  const auto batches = *rc::gen::container<std::vector<std::vector<ClientEdit>>>(
      rc::gen::resize(5, rc::gen::container<std::vector<ClientEdit>>(edit())));
  const Encoding encoding = *rc::gen::element(Encoding::utf8, Encoding::utf16, Encoding::utf32);
  Session session(encoding, whole);
  ClientText witness(whole, encoding);
  for (const std::vector<ClientEdit>& batch : batches) {
    lsp::DidChangeTextDocumentParams params;
    params.textDocument.uri = uri;
    for (const ClientEdit& change : batch) {
      const auto toLsp = [](Position position) {
        return lsp::Position{.line = position.line, .character = position.character};
      };
      params.contentChanges.push_back(
          {.range = lsp::Range{.start = toLsp(change.start), .end = toLsp(change.end)}, .text = change.text});
      witness.replace(change.start, change.end, change.text);
    }
    session.workspace.change(params);
    RC_ASSERT(session.text() == witness.utf8());
    RC_ASSERT(session.post() == Session(encoding, session.text()).post());
  }
}

}  // namespace
}  // namespace galley::test
