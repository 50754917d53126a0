// The URL of a page, as far as templates of placeholders go (Jekyll's URL and Drops::UrlDrop).
#include <cstdio>

#include "analysis/generators/jekyll/jekyll.h"

namespace galley::jekyll {
namespace {

std::string styleOf(const std::string& permalink) {
  if (permalink.empty() || permalink == "date") return "/:categories/:year/:month/:day/:title:output_ext";
  if (permalink == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (permalink == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (permalink == "none") return "/:categories/:title:output_ext";
  return permalink;
}

std::string twoDigits(int number) {
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%02d", number);
  return buffer;
}

std::string lowered(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string categoriesOf(const Post& post, const Config& config) {
  std::string joined;
  for (const Term& term : termsOf(post, config)) {
    if (term.taxonomy == "categories") joined += (joined.empty() ? "" : "/") + lowered(term.name);
  }
  return joined;
}

/// The value of a placeholder; nothing for one that is not known here.
std::optional<std::string> valueOf(std::string_view name, const Post& post, const Config& config,
                                   const DateTime& time) {
  if (name == "categories") return categoriesOf(post, config);
  if (name == "year") return std::to_string(time.date.year);
  if (name == "month") return twoDigits(time.date.month);
  if (name == "day") return twoDigits(time.date.day);
  if (name == "i_month") return std::to_string(time.date.month);
  if (name == "i_day") return std::to_string(time.date.day);
  if (name == "short_year") return twoDigits(time.date.year % 100);
  if (name == "output_ext") return ".html";
  if (name == "title" || name == "slug") {
    const Value* own = findValue(post, config, "slug");
    if (own != nullptr && !own->text.empty()) return own->text;
    const auto parts = postNameOf(post.path);
    return parts ? parts->slug : std::string(post.path.stem());
  }
  return std::nullopt;
}

std::optional<std::string> filledIn(const std::string& form, const Post& post, const Config& config) {
  const Dates dates = datesOf(post, config);
  if (!dates.effective) return std::nullopt;
  std::string url;
  for (std::size_t at = 0; at < form.size();) {
    if (form[at] != ':') {
      url += form[at++];
      continue;
    }
    std::size_t end = at + 1;
    while (end < form.size() && ((form[end] >= 'a' && form[end] <= 'z') || form[end] == '_')) ++end;
    const auto value = valueOf(std::string_view(form).substr(at + 1, end - at - 1), post, config, *dates.effective);
    if (!value) return std::nullopt;
    url += *value;
    at = end;
  }
  std::string once;
  for (const char c : url) {
    if (c != '/' || !once.ends_with('/')) once += c;
  }
  return once.starts_with('/') ? once : "/" + once;
}

std::string pageUrl(const Path& path, bool pretty) {
  const std::string folder = path.parent().empty() ? "/" : "/" + path.parent().str() + "/";
  const std::string stem(path.stem());
  if (stem == "index") return folder;
  return folder + stem + (pretty ? "/" : ".html");
}

}  // namespace

std::optional<std::string> urlOf(const Post& post, const Config& config) {
  if (const Value* own = findValue(post, config, "permalink"); own != nullptr && !own->text.empty()) {
    return filledIn(own->text, post, config);
  }
  switch (post.kind) {
    case PostKind::post:
    case PostKind::draft:
      return filledIn(styleOf(config.permalink), post, config);
    case PostKind::page:
      return pageUrl(post.path, config.permalink == "pretty" || config.permalink.ends_with('/'));
    case PostKind::document:
    case PostKind::data:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace galley::jekyll
