// `x` or `/x` below a folder that the post's front matter names (`media_subpath`, once `img_path`): the theme's
// templates put it, and the base path or the configured `cdn`, in front of every local picture.
#include "analysis/links/links.h"
#include "analysis/links/output.h"
#include "analysis/site/address.h"
#include "analysis/site/site.h"

namespace galley {
namespace {

std::string textOf(const Value* value) {
  return value != nullptr && value->kind == Value::Kind::scalar ? value->text : std::string();
}

std::string mediaFolder(const Site& site, const Post& from) {
  for (const std::string_view key : {"media_subpath", "img_path"})
    if (std::string folder = textOf(site.findValue(from, key)); !folder.empty()) return folder;
  return {};
}

std::optional<Target> read(const Site& site, const Post& from, std::string_view written) {
  std::string address = trimmedAddress(written);
  if (address.find("{{") != std::string::npos) {
    Expansion expansion = expandOutputs(site, from, address);
    if (!expansion.failed.empty()) return std::nullopt;
    address = std::move(expansion.text);
  }
  if (address.empty() || address.find(':') != std::string::npos || address.starts_with("//") ||
      address.starts_with('#') || address.starts_with("{%"))
    return std::nullopt;
  const Config& config = site.config();
  if (!config.basePath.empty() && address.starts_with(config.basePath + "/")) return std::nullopt;
  const std::string folder = mediaFolder(site, from);
  const std::string path = folder.empty() ? address : folder + "/" + address;
  if (const std::string cdn = textOf(findIn(config.all, "cdn")); !cdn.empty())
    return targetOfAddress(site, from, cdn + "/" + path);
  if (!schemeOf(folder).empty()) return targetOfAddress(site, from, path);
  Target target = targetAtRoot({}, path);
  // Without a folder older templates left a relative address alone.
  const bool alone = folder.empty() && !address.starts_with('/');
  return alone && !site.hasFile(target.path) ? std::nullopt : std::optional(std::move(target));
}

}  // namespace

constinit const LinkForm mediaPath{.name = "media_path", .read = read};

}  // namespace galley
