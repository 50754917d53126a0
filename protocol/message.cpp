// See the header.
#include "protocol/message.h"

namespace galley::lsp {

namespace {

std::optional<Id> idOf(const Json& value) {
  if (value.is_string()) return Id(value.get<std::string>());
  try {
    constexpr std::int64_t exact = std::int64_t{1}
                                   << 53;  // where doubles, which many clients count in, stop being exact
    return Id(detail::decodeInteger(value, "id", -exact, exact));
  } catch (const DecodeError&) {
    return std::nullopt;
  }
}

Malformed noMessage(std::string what) { return {{ErrorCode::invalidRequest, std::move(what)}}; }

Message readResponse(const Json& object, std::optional<Id> id) {
  Response response{.id = std::move(id), .outcome = Json(nullptr)};
  if (const auto error = object.find("error"); error != object.end()) {
    Error read;
    if (error->is_object()) {
      if (const auto code = error->find("code"); code != error->end() && code->is_number_integer())
        read.code = static_cast<ErrorCode>(code->get<std::int32_t>());
      if (const auto message = error->find("message"); message != error->end() && message->is_string())
        read.message = message->get<std::string>();
    }
    response.outcome = std::move(read);
  } else {
    response.outcome = object.at("result");
  }
  return response;
}

Json envelope() { return {{"jsonrpc", "2.0"}}; }

Json idJson(const Id& id) {
  return std::visit([](const auto& value) { return Json(value); }, id);
}

}  // namespace

Message readMessage(std::string_view body) {
  auto value = parseJson(body);
  if (!value) return Malformed{{ErrorCode::parseError, "this is no JSON, or nests too deep"}};
  if (value->is_array()) return noMessage("a batch: the protocol has none");
  if (!value->is_object()) return noMessage("a message is an object");
  const auto id = value->find("id");
  const bool hasId = id != value->end();
  const auto readId = hasId ? idOf(*id) : std::nullopt;

  const auto method = value->find("method");
  if (method == value->end()) {
    if (!value->contains("result") && !value->contains("error"))
      return noMessage("neither method nor result nor error");
    return readResponse(*value, readId);
  }
  if (!method->is_string()) return noMessage("method: a string expected");
  if (hasId && !readId) return noMessage("id: a whole number or a string expected");
  const auto found = value->find("params");
  Json params = found == value->end() ? Json(nullptr) : std::move(*found);
  auto name = method->get<std::string>();
  if (readId) return Request{.id = *readId, .method = std::move(name), .params = std::move(params)};
  return Notification{.method = std::move(name), .params = std::move(params)};
}

std::string write(const Request& request) {
  Json message = envelope();
  message["id"] = idJson(request.id);
  message["method"] = request.method;
  if (!request.params.is_null()) message["params"] = request.params;
  return writeJson(message);
}

std::string write(const Notification& notification) {
  Json message = envelope();
  message["method"] = notification.method;
  if (!notification.params.is_null()) message["params"] = notification.params;
  return writeJson(message);
}

std::string write(const Response& response) {
  Json message = envelope();
  message["id"] = response.id ? idJson(*response.id) : Json(nullptr);
  if (const auto* error = std::get_if<Error>(&response.outcome))
    message["error"] = {{"code", static_cast<std::int32_t>(error->code)}, {"message", error->message}};
  else
    message["result"] = std::get<Json>(response.outcome);
  return writeJson(message);
}

}  // namespace galley::lsp
