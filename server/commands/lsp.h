// `galley lsp`, `galley --stdio`: the language server on stdin and stdout.
#pragma once

namespace galley::server {

/// Serves until the client says exit, stdin ends, the client's process ends, or a signal asks for the end. Returns the
/// exit code: 0 if the client had said shutdown, else 1. Main thread.
int runLsp();

}  // namespace galley::server
