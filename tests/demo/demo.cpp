// What an author sees, without an editor: opens an example blog in a real galley process and prints the answers of its
// four features. It knows no post of the blog: it looks for places in the texts. Usage: galley_demo GALLEY BLOG.
#include <csignal>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/text/text.h"
#include "analysis/text/unicode.h"
#include "server/convert.h"
#include "server/printable.h"
#include "server/reports/excerpt.h"
#include "tests/demo/session.h"

namespace galley::demo {
namespace {

using lsp::Json;

struct Document {
  std::string name;  // in the blog
  std::string uri;
  Text text;
};

void print(const std::string& line = {}) { std::cout << line << '\n'; }
void printTitle(const std::string& title) {
  std::string line = "\n━━ " + title + ' ';
  for (std::size_t column = displayWidth(line); column < 80; ++column) line += "━";
  print(line);
}

Json positionOf(const Text& text, std::size_t offset) {
  const Position position = text.positionAt(offset, Encoding::utf8);
  return {{"line", position.line}, {"character", position.character}};
}
Json placeIn(const Document& document, std::size_t offset) {
  return {{"textDocument", {{"uri", document.uri}}}, {"position", positionOf(document.text, offset)}};
}
Span spanOf(const Text& text, const Json& range) {
  const auto offset = [&](const Json& at) {
    return text.offsetAt({.line = at["line"], .character = at["character"]}, Encoding::utf8);
  };
  return {offset(range["start"]), offset(range["end"])};
}

void printPlace(const Document& document, Span span) {
  const auto line = std::to_string(document.text.lineOf(span.begin) + 1);
  const server::Excerpt excerpt = server::excerptOf(document.text, span);
  print("\n  " + server::printablePath(document.name) + ':' + line);
  print("    " + excerpt.line);
  print("    " + excerpt.carets);
}

void printIndented(const std::string& text, const std::string& margin) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    print(margin + server::printable(std::string_view(text).substr(begin, end - begin)));
    begin = end + 1;
  }
}

/// Every post and page of the folder, opened in the editor.
std::vector<Document> openAll(Session& session, const std::filesystem::path& blog) {
  std::vector<Document> documents;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(blog)) {
    if (entry.path().extension() != ".md") continue;
    std::ifstream file(entry.path(), std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(file), {}};
    documents.push_back({.name = entry.path().lexically_relative(blog).string(),
                         .uri = server::uriOfPath(entry.path().string()),
                         .text = Text(std::move(bytes))});
  }
  std::ranges::sort(documents, {}, &Document::name);
  for (const Document& document : documents)
    session.tell(
        "textDocument/didOpen",
        {{"textDocument",
          {{"uri", document.uri}, {"languageId", "markdown"}, {"version", 1}, {"text", document.text.bytes()}}}});
  return documents;
}

// -- tag completion

/// The document as it is after the author typed something.
Document typed(Session& session, const Document& document, std::size_t offset, const std::string& what) {
  std::string bytes = document.text.bytes();
  bytes.insert(offset, what);
  session.tell("textDocument/didChange",
               {{"textDocument", {{"uri", document.uri}, {"version", 2}}}, {"contentChanges", {{{"text", bytes}}}}});
  return {.name = document.name, .uri = document.uri, .text = Text(std::move(bytes))};
}

/// Types into a list, shows what is offered behind `what`, and takes it back. Returns the labels.
std::vector<std::string> showCompletion(Session& session, const Document& document, std::size_t offset,
                                        const std::string& what, const std::string& behind = {}) {
  const Document edited = typed(session, document, offset, what + behind);
  const std::size_t cursor = offset + what.size();
  const Json list = session.ask("textDocument/completion", placeIn(edited, cursor));
  printPlace(edited, {cursor, cursor});
  std::vector<std::string> labels;
  for (const Json& item : list["items"]) {
    labels.push_back(item["label"]);
    std::string label = labels.back();
    label += std::string(18 - std::min<std::size_t>(17, displayWidth(label)), ' ');
    print("      " + server::printable(label + item.value("detail", "")));
    const Json documentation = item.value("documentation", Json());
    if (labels.size() == 1 && documentation.is_string()) printIndented(documentation, "        ");
  }
  typed(session, document, 0, "");
  return labels;
}

void showTags(Session& session, const std::vector<Document>& documents) {
  printTitle("Tag completion");
  const std::string flow = "\ntags: [";
  const std::string block = "\ntags:\n  - ";
  std::vector<std::string> labels;
  for (const Document& document : documents) {
    const std::size_t at = document.text.bytes().find(flow);
    if (at == std::string::npos) continue;
    labels = showCompletion(session, document, document.text.bytes().find(']', at), ", ");
    break;
  }
  for (const Document& document : documents) {
    const std::size_t at = document.text.bytes().find(block);
    if (at == std::string::npos || labels.empty()) continue;
    // A character from the middle of a word finds it, too.
    const std::string& word = labels.back();
    const std::size_t second = codePointAt(word, 0).length;
    const std::string part = word.substr(second, codePointAt(word, second).length);
    showCompletion(session, document, at + block.size(), part, "\n  - ");
    break;
  }
}

// -- front matter

void showFindings(Session& session, const std::vector<Document>& documents) {
  printTitle("Findings, with their quick fixes");
  Json report;
  // Until the site is read, there is nothing to say of it; the server asks to be asked again.
  while (report = session.ask("workspace/diagnostic", {{"previousResultIds", Json::array()}}), report["items"].empty())
    session.awaitRequest("workspace/diagnostic/refresh");
  for (const Document& document : documents) {
    for (const Json& file : report["items"]) {
      if (file["uri"] != document.uri) continue;
      for (const Json& diagnostic : file["items"]) {
        printPlace(document, spanOf(document.text, diagnostic["range"]));
        printIndented(diagnostic.value("code", "") + ": " + diagnostic.value("message", ""), "      ");
        const Json actions = session.ask("textDocument/codeAction", {{"textDocument", {{"uri", document.uri}}},
                                                                     {"range", diagnostic["range"]},
                                                                     {"context", {{"diagnostics", {diagnostic}}}}});
        for (const Json& action : actions) print("      quick fix: " + server::printable(action.value("title", "")));
      }
    }
  }
}

// -- outline

void printSymbols(const Json& symbols, std::size_t depth) {
  for (const Json& symbol : symbols) {
    const std::size_t line = symbol["range"]["start"]["line"].get<std::size_t>() + 1;
    const std::size_t end = symbol["range"]["end"]["line"].get<std::size_t>() + 1;
    std::string name = std::string(4 + 2 * depth, ' ') + server::printable(symbol.value("name", ""));
    name += std::string(50 - std::min<std::size_t>(48, displayWidth(name)), ' ');
    print(name + "lines " + std::to_string(line) + " to " + std::to_string(end));
    printSymbols(symbol.value("children", Json::array()), depth + 1);
  }
}

std::size_t countOf(const Json& symbols) {
  std::size_t count = symbols.size();
  for (const Json& symbol : symbols) count += countOf(symbol.value("children", Json::array()));
  return count;
}

void showOutline(Session& session, const std::vector<Document>& documents) {
  printTitle("Outline");
  const Document* longest = nullptr;
  Json most = Json::array();
  for (const Document& document : documents) {
    Json symbols = session.ask("textDocument/documentSymbol", {{"textDocument", {{"uri", document.uri}}}});
    if (longest != nullptr && countOf(symbols) <= countOf(most)) continue;
    longest = &document;
    most = std::move(symbols);
  }
  if (longest == nullptr) return;
  print("\n  " + server::printablePath(longest->name));
  printSymbols(most, 0);
}

// -- images

struct Spelling {
  const char* says;
  std::string begin;  // what such an image begins with
  std::string holds;  // and what its first line holds
};

void showImages(Session& session, const std::vector<Document>& documents) {
  printTitle("Image hover");
  const std::vector<Spelling> spellings{
      {"Markdown", "![", "](/"},     {"by reference", "![", "]["},    {"with a template tag", "![", "({{"},
      {"raw HTML", "<img ", "src="}, {"front matter", "-img: ", "/"}, {"another site", "![", "](https:"},
  };
  for (const Spelling& spelling : spellings) {
    bool isShown = false;
    for (const Document& document : documents) {
      const std::string& bytes = document.text.bytes();
      for (std::size_t at = bytes.find(spelling.begin); !isShown && at != std::string::npos;
           at = bytes.find(spelling.begin, at + 1)) {
        const std::size_t holds = bytes.find(spelling.holds, at);
        if (holds == std::string::npos || document.text.lineOf(holds) != document.text.lineOf(at)) continue;
        const std::size_t inside = holds + spelling.holds.size() + 1;
        const Json hover = session.ask("textDocument/hover", placeIn(document, inside));
        if (hover.is_null()) continue;
        print(std::string("\n  ") + spelling.says);
        printPlace(document, spanOf(document.text, hover["range"]));
        printIndented(hover["contents"].value("value", ""), "      ");
        isShown = true;
      }
    }
  }
}

void play(const std::string& program, const std::string& folder) {
  const std::filesystem::path blog = std::filesystem::canonical(folder);
  Session session(program, blog.string());
  const std::vector<Document> documents = openAll(session, blog);
  print("galley reads " + server::printable(folder) + ": " + std::to_string(documents.size()) + " posts and pages.");
  showFindings(session, documents);  // first: it waits until the whole site is read
  showTags(session, documents);
  showOutline(session, documents);
  showImages(session, documents);
}

}  // namespace
}  // namespace galley::demo

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  if (argc != 3) {
    std::cerr << "usage: galley_demo GALLEY BLOG\n";
    return 2;
  }
  try {
    galley::demo::play(argv[1], argv[2]);
    return std::cout.flush() ? 0 : 1;
  } catch (const std::exception& error) {
    std::cerr << "galley_demo: " << error.what() << '\n';
    return 1;
  }
}
