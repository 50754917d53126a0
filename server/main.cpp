// The entry of the program: which command to run. Main thread.
#include <cstdio>
#include <string_view>

#include "server/commands/lsp.h"

int main(int argc, char** argv) {
  const std::string_view command = argc > 1 ? argv[1] : "";
  if (command == "--stdio" || command == "lsp") return galley::server::runLsp();
  std::fputs("usage: galley lsp | galley --stdio\n", stderr);
  return 2;
}
