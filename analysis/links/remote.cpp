// `https://host/x`, `//host/x`, `data:…`, `mailto:…`: what a browser asks of another host, or of none.
#include "analysis/links/links.h"
#include "analysis/site/address.h"

namespace galley {
namespace {

std::optional<Target> read(const Site&, const Post&, std::string_view written) {
  const std::string address = trimmedAddress(written);
  const std::string scheme = schemeOf(address);
  if (scheme.size() == 1) return Target{.why = "It looks like a path on a disk, which no reader has."};
  if (scheme.empty() && !address.starts_with("//")) return std::nullopt;
  return Target{.kind = Target::Kind::remote, .url = address};
}

}  // namespace

constinit const LinkForm remote{.name = "remote", .read = read};

}  // namespace galley
