// The parts of an address, taken apart as browsers do (WHATWG URL), as far as links inside of a site need it. Pure.
#pragma once

#include <string>
#include <string_view>

#include "analysis/site/config.h"
#include "analysis/site/link_form.h"

namespace galley {

/// `%ED%95%9C` as bytes; a `%` that begins no escape stays.
std::string percentDecoded(std::string_view text);

/// The scheme (`https`, lower case) of an address, or empty.
std::string schemeOf(std::string_view address);

/// An address without blanks around it and without line ends and tabs inside, as browsers read attributes.
std::string trimmedAddress(std::string_view written);

/// The file of a site at a path from the host's root (`/blog/a/b.png?raw=1#x`, not decoded yet): the query is cut, the
/// base path taken off. `outside` where the path is not below the base path; `path` is then what it would be without
/// it.
Target targetAtRoot(const Config& config, std::string_view path);

}  // namespace galley
