// `{% link assets/x.png %}`: a file by its path from the root of the site, base path included in the result. A file
// that is not there is no dead address: it stops the build, which is not for a feature about pictures to say.
#include "analysis/links/links.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

std::optional<Target> read(const Site& site, const Post&, std::string_view written) {
  const std::string address = trimmedAddress(written);
  if (!address.starts_with("{%")) return std::nullopt;
  const std::size_t close = address.find("%}");
  if (close == std::string::npos) return std::nullopt;
  std::string_view inner = std::string_view(address).substr(2, close - 2);
  const auto dropBlanks = [&inner](std::string_view blanks) {
    inner.remove_prefix(std::min(inner.find_first_not_of(blanks), inner.size()));
    inner = inner.substr(0, inner.find_last_not_of(blanks) + 1);
  };
  dropBlanks(" \t-");
  if (!inner.starts_with("link ")) return std::nullopt;
  inner.remove_prefix(5);
  dropBlanks(" \t");
  if (inner.find("{{") != std::string_view::npos) return Target{.why = "Its path is made by the build."};
  if (!site.hasFile(Path(inner))) return Target{.why = "The build stops: there is no file for this link tag."};
  Target target{.kind = Target::Kind::local, .path = Path(inner)};
  const std::string_view rest = std::string_view(address).substr(close + 2);
  if (rest.starts_with('#')) target.fragment = percentDecoded(rest.substr(1));
  return target;
}

}  // namespace

constinit const LinkForm linkTag{.name = "link_tag", .read = read};

}  // namespace galley
