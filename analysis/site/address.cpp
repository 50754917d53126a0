// See the header.
#include "analysis/site/address.h"

#include <algorithm>

namespace galley {
namespace {

int hexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

}  // namespace

std::string percentDecoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
    const int low = high >= 0 ? hexDigit(text[i + 2]) : -1;
    if (low < 0) {
      decoded += text[i];
      continue;
    }
    decoded += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return decoded;
}

std::string schemeOf(std::string_view address) {
  std::string scheme;
  for (const char c : address) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (c == ':') return scheme;
    if (!letter && (scheme.empty() || !((c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.'))) return {};
    scheme += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return {};
}

std::string trimmedAddress(std::string_view written) {
  const std::size_t first = written.find_first_not_of(" \t\r\n\f");
  if (first == std::string_view::npos) return {};
  std::string address(written.substr(first, written.find_last_not_of(" \t\r\n\f") + 1 - first));
  std::erase_if(address, [](char c) { return c == '\t' || c == '\n' || c == '\r'; });
  return address;
}

Target targetAtRoot(const Config& config, std::string_view path) {
  Target target{.kind = Target::Kind::local};
  if (const std::size_t hash = path.find('#'); hash != std::string_view::npos) {
    target.fragment = percentDecoded(path.substr(hash + 1));
    path = path.substr(0, hash);
  }
  std::string plain(path.substr(0, path.find('?')));
  std::ranges::replace(plain, '\\', '/');
  // Dots are resolved before decoding: `%2F` is no slash to a browser, and `%2e` hardly ever written.
  const Path whole(percentDecoded(Path(plain).str()));
  const Path base(config.basePath);
  if (!whole.isWithin(base)) {
    target.kind = Target::Kind::outside;
    target.path = whole;
    return target;
  }
  target.path = Path(std::string_view(whole.str()).substr(std::min(whole.str().size(), base.str().size())));
  return target;
}

}  // namespace galley
