// Template outputs in an address: `{{ site.baseurl }}/x`, `{{ '/x' | relative_url }}`, `{{ page.folder }}/x`. Each is
// worked out where the configuration or the front matter gives its value; what anything else would give is unknown.
#include "analysis/links/output.h"

#include <array>

#include "analysis/links/links.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

/// The text up to a separator that stands outside of quotes; takes it and the separator off.
std::string_view takeUntil(std::string_view& rest, char separator) {
  char quote = 0;
  for (std::size_t i = 0; i < rest.size(); ++i) {
    if (quote != 0) {
      if (rest[i] == quote) quote = 0;
    } else if (rest[i] == '"' || rest[i] == '\'') {
      quote = rest[i];
    } else if (rest[i] == separator) {
      const std::string_view taken = rest.substr(0, i);
      rest.remove_prefix(i + 1);
      return trimmed(taken);
    }
  }
  const std::string_view taken = rest;
  rest = {};
  return trimmed(taken);
}

std::optional<std::string> textOf(const Value* value) {
  if (value == nullptr || value->kind != Value::Kind::scalar) return std::nullopt;
  return value->text;
}

std::optional<std::string> valueOf(const Site& site, const Post& from, std::string_view name) {
  if (name.size() >= 2 && (name.front() == '"' || name.front() == '\'') && name.back() == name.front())
    return std::string(name.substr(1, name.size() - 2));
  const Config& config = site.config();
  if (name.starts_with("site.")) {
    name.remove_prefix(5);
    const Value* value = findIn(config.all, name);
    // An address of the site that is left out or empty is empty text.
    const bool address = name == "baseurl" || name == "url";
    if (address && (value == nullptr || value->kind == Value::Kind::null)) return std::string();
    return textOf(value);
  }
  if (name == "page.url") {
    if (site.generator().urlOf == nullptr) return std::nullopt;
    const auto url = site.generator().urlOf(from, config);
    return url && url->certain ? std::optional(url->path) : std::nullopt;
  }
  if (name.starts_with("page.")) return textOf(site.findValue(from, name.substr(5)));
  return std::nullopt;
}

}  // namespace

std::string relativeUrl(const Config& config, std::string_view text) {
  if (!schemeOf(text).empty()) return std::string(text);
  std::string url = config.basePath;
  if (!text.starts_with('/')) url += '/';
  url += text;
  return url;
}

std::optional<std::string> outputOf(const Site& site, const Post& from, std::string_view expression) {
  std::string_view rest = expression;
  auto text = valueOf(site, from, takeUntil(rest, '|'));
  while (text && !rest.empty()) {
    std::string_view filter = takeUntil(rest, '|');
    const std::string_view name = takeUntil(filter, ':');
    const auto argument = filter.empty() ? std::nullopt : valueOf(site, from, trimmed(filter));
    const bool absolute = name == "absolute_url";
    if (name == "relative_url" || absolute) {
      if (!schemeOf(*text).empty()) continue;
      text = (absolute ? site.config().baseUrl : std::string()) + relativeUrl(site.config(), *text);
    } else if (name == "prepend" && argument) {
      text = *argument + *text;
    } else if (name == "append" && argument) {
      text = *text + *argument;
    } else if (name == "strip" && filter.empty()) {
      text = std::string(trimmed(*text));
    } else {
      return std::nullopt;
    }
  }
  return text;
}

Expansion expandOutputs(const Site& site, const Post& from, std::string_view written) {
  Expansion expansion;
  for (std::size_t at = 0; at < written.size();) {
    const bool braces = written.substr(at).starts_with("{{");
    if (!braces && !written.substr(at).starts_with("{%")) {
      expansion.text += written[at++];
      continue;
    }
    const std::size_t close = written.find(braces ? "}}" : "%}", at + 2);
    const std::string_view tag = written.substr(at, close == std::string_view::npos ? close : close + 2 - at);
    if (!braces || close == std::string_view::npos) return {.failed = std::string(tag)};
    std::string_view inner = trimmed(tag.substr(2, tag.size() - 4));
    if (inner.starts_with('-')) inner = trimmed(inner.substr(1));
    if (inner.ends_with('-')) inner = trimmed(inner.substr(0, inner.size() - 1));
    const auto text = outputOf(site, from, inner);
    if (!text) return {.failed = std::string(tag)};
    expansion.text += *text;
    at = close + 2;
  }
  return expansion;
}

namespace {

std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  if (written.find("{{") == std::string_view::npos && written.find("{%") == std::string_view::npos) return std::nullopt;
  if (site.generator().templates == &noTemplates) return std::nullopt;
  const Expansion expansion = expandOutputs(site, from, written);
  if (!expansion.failed.empty()) return Target{.why = "Only the build knows what `" + expansion.failed + "` gives."};
  return targetOfAddress(site, from, expansion.text);
}

}  // namespace

constinit const LinkForm output{.name = "output", .read = read};

}  // namespace galley
