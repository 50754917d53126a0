// A Span in half the bytes, for things of which a text has many (nodes, pieces of text): it reads and is written as a
// Span is. Offsets are below 4 GiB. A value.
#pragma once

#include <cstdint>

#include "analysis/text/text.h"

namespace galley {

/// An offset in four bytes.
class PackedOffset {
 public:
  constexpr PackedOffset(std::size_t value = 0) : value_(static_cast<std::uint32_t>(value)) {}  // NOLINT: stands for it
  constexpr operator std::size_t() const { return value_; }                                     // NOLINT

  constexpr PackedOffset& operator++() { return ++value_, *this; }
  constexpr PackedOffset& operator--() { return --value_, *this; }
  constexpr PackedOffset& operator+=(std::size_t by) { return *this = value_ + by; }
  constexpr PackedOffset& operator-=(std::size_t by) { return *this = value_ - by; }

 private:
  std::uint32_t value_;
};

struct PackedSpan {
  PackedOffset begin;
  PackedOffset end;

  constexpr PackedSpan() = default;
  constexpr PackedSpan(std::size_t b, std::size_t e) : begin(b), end(e) {}
  constexpr PackedSpan(Span span) : begin(span.begin), end(span.end) {}  // NOLINT: is one
  constexpr operator Span() const { return {begin, end}; }               // NOLINT

  [[nodiscard]] constexpr std::size_t size() const { return end - begin; }
  [[nodiscard]] constexpr bool empty() const { return begin == end; }
  [[nodiscard]] constexpr bool touches(std::size_t offset) const { return begin <= offset && offset <= end; }
  [[nodiscard]] constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  friend constexpr bool operator==(const PackedSpan& a, const PackedSpan& b) { return Span(a) == Span(b); }
  friend constexpr bool operator==(const PackedSpan& a, const Span& b) { return Span(a) == b; }
};

}  // namespace galley
