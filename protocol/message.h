// The messages of JSON-RPC 2.0 as LSP uses it: Request, Notification, Response. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "protocol/json.h"

namespace galley::lsp {

/// An id comes back as it came: the number 7 and the text "7" are two ids.
using Id = std::variant<std::int64_t, std::string>;

/// LSP 3.17, ErrorCodes and LSPErrorCodes.
enum class ErrorCode : std::int32_t {
  parseError = -32700,
  invalidRequest = -32600,
  methodNotFound = -32601,
  invalidParams = -32602,
  internalError = -32603,
  serverNotInitialized = -32002,
  requestFailed = -32803,
  serverCancelled = -32802,
  contentModified = -32801,
  requestCancelled = -32800,
};

struct Error {
  ErrorCode code = ErrorCode::internalError;
  std::string message;
};

struct Request {
  Id id;
  std::string method;
  Json params;  // null where there are none
};

struct Notification {
  std::string method;
  Json params;
};

struct Response {
  std::optional<Id> id;  // nothing: the answer to a message whose id could not be read
  std::variant<Json, Error> outcome;
};

/// A body that is no message: answered with this error and no id.
struct Malformed {
  Error error;
};

using Message = std::variant<Request, Notification, Response, Malformed>;

Message readMessage(std::string_view body);

std::string write(const Request& request);
std::string write(const Notification& notification);
std::string write(const Response& response);

}  // namespace galley::lsp
