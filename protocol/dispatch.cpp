// See the header.
#include "protocol/dispatch.h"

namespace galley::lsp {

Reply::~Reply() {
  if (!send_) return;
  try {
    (*this)(Error{ErrorCode::internalError, "the request was dropped"});
  } catch (...) {  // a destructor has nobody to tell
  }
}

void Reply::operator()(std::variant<Json, Error> outcome) {
  const Send send = std::exchange(send_, nullptr);
  if (send) send({.id = id_, .outcome = std::move(outcome)});
}

}  // namespace galley::lsp
