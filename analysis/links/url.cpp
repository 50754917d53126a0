// See the header.
#include "analysis/links/url.h"

namespace galley {
namespace {

int hexOf(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

}  // namespace

std::string percentDecoded(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hexOf(text[i + 1]) >= 0 && hexOf(text[i + 2]) >= 0) {
      result += static_cast<char>(hexOf(text[i + 1]) * 16 + hexOf(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

bool hasScheme(std::string_view text) {
  if (text.empty() || !isLetter(text[0])) return false;
  for (const char c : text) {
    if (c == ':') return true;
    if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '+' && c != '-' && c != '.') return false;
  }
  return false;
}

UrlParts partsOf(std::string_view url) {
  UrlParts parts;
  const std::size_t hash = url.find('#');
  if (hash != std::string_view::npos) parts.fragment = percentDecoded(url.substr(hash + 1));
  parts.path = url.substr(0, hash);
  parts.path = parts.path.substr(0, parts.path.find('?'));
  return parts;
}

}  // namespace galley
