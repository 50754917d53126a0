// The method table: what a row of it is, how a typed handler becomes one, and how one request gets one answer.
// Knows no blogs: Snapshot is what readers see, State what writers change; the server names both. Any thread.
#pragma once

#include <exception>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "protocol/json.h"
#include "protocol/message.h"
#include "protocol/types/lifecycle.h"

namespace galley::lsp {

/// Where a method runs. read: over a snapshot, on the pool. write: on the loop, in the order of the messages.
enum class Lane { read, write };

/// One row of the table.
template <class Snapshot, class State>
struct Method {
  std::string_view name;
  Lane lane = Lane::read;
  bool isRequest = true;  // false: a notification, which is never answered
  Json capability = {};   // what it adds to ServerCapabilities; null: nothing
  /// Which clients are told of it; empty: all.
  std::function<bool(const ClientCapabilities&)> offeredTo = {};
  std::function<Json(const Snapshot&, const Json& params)> read = {};
  std::function<Json(State&, const Json& params)> write = {};
};

/// Thrown by a handler that answers an error of the protocol; caught once, by outcomeOf.
struct ResponseError : std::runtime_error {
  ResponseError(ErrorCode of, const std::string& message) : std::runtime_error(message), code(of) {}
  ErrorCode code;
};

namespace detail {
/// The last parameter's type of a function that takes a context and params.
template <class F>
struct ParamsOf : ParamsOf<decltype(&F::operator())> {};
template <class R, class C, class P>
struct ParamsOf<R (*)(C, const P&)> {
  using type = P;
};
template <class R, class F, class C, class P>
struct ParamsOf<R (F::*)(C, const P&) const> {
  using type = P;
};

template <class Context, class F>
std::function<Json(Context, const Json&)> adapted(F handler) {
  using Params = typename ParamsOf<F>::type;
  return [handler](Context context, const Json& params) -> Json {
    const Params decoded = decode<Params>(params);
    if constexpr (std::is_void_v<std::invoke_result_t<F, Context, const Params&>>) {
      handler(context, decoded);
      return nullptr;
    } else {
      return encode(handler(context, decoded));
    }
  };
}
}  // namespace detail

/// Rows. Handlers are `Result f(const Snapshot&, const Params&)` and `Result f(State&, const Params&)`; Params and
/// Result are structs of types/, containers of them, Json, or void.
template <class Snapshot, class State>
struct Rows {
  using Row = Method<Snapshot, State>;

  template <class F>
  static Row read(std::string_view name, Json capability, F handler,
                  std::function<bool(const ClientCapabilities&)> offeredTo = {}) {
    Row row{.name = name, .lane = Lane::read, .capability = std::move(capability), .offeredTo = std::move(offeredTo)};
    row.read = detail::adapted<const Snapshot&>(handler);
    return row;
  }
  template <class F>
  static Row write(std::string_view name, Json capability, F handler) {
    Row row{.name = name, .lane = Lane::write, .capability = std::move(capability)};
    row.write = detail::adapted<State&>(handler);
    return row;
  }
  template <class F>
  static Row notify(std::string_view name, Json capability, F handler) {
    Row row = write(name, std::move(capability), handler);
    row.isRequest = false;
    return row;
  }
};

/// What `call` returns, or the error for what it throws: InvalidParams for a DecodeError, the code of a ResponseError,
/// InternalError for anything else.
template <class F>
std::variant<Json, Error> outcomeOf(F&& call) {
  try {
    return call();
  } catch (const DecodeError& error) {
    return Error{ErrorCode::invalidParams, error.what()};
  } catch (const ResponseError& error) {
    return Error{error.code, error.what()};
  } catch (const std::exception& error) {
    return Error{ErrorCode::internalError, error.what()};
  } catch (...) {
    return Error{ErrorCode::internalError, "an unknown failure"};
  }
}

/// The right and duty to answer one request. Answers once: a second answer is dropped, and a Reply that goes away
/// without one answers InternalError. Moves, never copies.
class Reply {
 public:
  using Send = std::function<void(const Response&)>;
  Reply(Id id, Send send) : id_(std::move(id)), send_(std::move(send)) {}
  Reply(Reply&& other) noexcept : id_(std::move(other.id_)), send_(std::exchange(other.send_, nullptr)) {}
  Reply& operator=(Reply&&) = delete;
  Reply(const Reply&) = delete;
  Reply& operator=(const Reply&) = delete;
  ~Reply();

  [[nodiscard]] const Id& id() const { return id_; }
  void operator()(std::variant<Json, Error> outcome);

 private:
  Id id_;
  Send send_;  // empty: answered
};

}  // namespace galley::lsp
