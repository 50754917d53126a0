// The path of a file relative to the root of its site: UTF-8, `/` between the parts, no `.`, no `..`, no slash at
// either end. A value; it knows no disk.
#pragma once

#include <compare>
#include <string>
#include <string_view>

namespace galley {

class Path {
 public:
  Path() = default;
  /// Normalises: back-slashes stay (they are legal in names), empty parts and `.` go, `..` takes a part away and
  /// never leaves the root.
  explicit Path(std::string_view text);

  [[nodiscard]] const std::string& str() const { return text_; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  /// The last part: `b.md` of `a/b.md`.
  [[nodiscard]] std::string_view name() const;
  /// The name without its last extension: `b` of `a/b.md`, `.x` of `.x`.
  [[nodiscard]] std::string_view stem() const;
  /// The last extension with its dot, as written; empty where there is none.
  [[nodiscard]] std::string_view extension() const;
  /// The folder, empty at the root.
  [[nodiscard]] Path parent() const;
  /// `*this` as a folder, then `relative` (which may climb with `..`).
  [[nodiscard]] Path operator/(std::string_view relative) const;
  /// True if this is `folder` itself or lies below it. The root holds everything.
  [[nodiscard]] bool isWithin(const Path& folder) const;

  friend auto operator<=>(const Path&, const Path&) = default;

 private:
  std::string text_;
};

}  // namespace galley

template <>
struct std::hash<galley::Path> {
  std::size_t operator()(const galley::Path& path) const noexcept { return std::hash<std::string>{}(path.str()); }
};
