// Every method that we answer. Nothing else dispatches.
#pragma once

#include <vector>

#include "protocol/dispatch.h"
#include "server/snapshot.h"

namespace galley::server {

class Server;

using Method = lsp::Method<Snapshot, Server>;

/// The table, made once.
const std::vector<Method>& methods();

/// ServerCapabilities for a client: what the rows add, those that the client is told of.
lsp::Json capabilitiesFor(const Client& client);

}  // namespace galley::server
