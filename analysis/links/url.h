// Parts of a URL as browsers take them apart (WHATWG URL, as far as links of posts need it).
#pragma once

#include <string>
#include <string_view>

namespace galley {

/// `%EC%95%88` resolved; a `%` that begins no escape stays.
std::string percentDecoded(std::string_view text);

/// True for `name:` at the beginning, as a URL has a scheme.
bool hasScheme(std::string_view text);

/// What stands before `?` and `#`, and the decoded fragment behind `#`.
struct UrlParts {
  std::string_view path;
  std::string fragment;
};
UrlParts partsOf(std::string_view url);

}  // namespace galley
