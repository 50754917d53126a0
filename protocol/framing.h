// Bytes in, whole messages out (LSP 3.17, Base Protocol): a pure state machine on Content-Length. Knows no JSON and no
// file descriptor. Not thread-safe; one reader owns it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace galley::lsp {

/// A message, or what was wrong with a header.
struct Frame {
  std::string body;     // empty where there is a problem
  std::string problem;  // empty: the frame is whole
};

/// Splits a stream. Lines of a header may end with `\n` alone, names count in any letter case, unknown names are passed
/// over. After a broken header everything is skipped up to the next `Content-Length: digits` with its line end, which
/// no JSON can hold; that costs one problem, however much is skipped, and no memory.
class Framing {
 public:
  static constexpr std::size_t maxHeader = 4 * 1024;        // bytes
  static constexpr std::size_t maxBody = 64 * 1024 * 1024;  // bytes

  void feed(std::string_view bytes) { buffer_.append(bytes); }

  /// The next message or problem, or nothing until more is fed.
  std::optional<Frame> next();

  /// Bytes that are kept for a frame to come.
  [[nodiscard]] std::size_t held() const { return buffer_.size(); }

 private:
  std::optional<Frame> readHeader();
  std::optional<Frame> readBody();
  std::optional<Frame> broken(std::string problem);
  bool skipToHeader();

  enum class State { header, body, lost } state_ = State::header;
  std::string buffer_;       // bytes that no frame has taken yet
  std::size_t scanned_ = 0;  // of a header: bytes known to hold no end of it
  std::size_t length_ = 0;   // of the body that is being read
};

/// A message with its header.
std::string framed(std::string_view body);

}  // namespace galley::lsp
