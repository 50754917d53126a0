// The address of a page: permalinks, their styles and placeholders.
#include <algorithm>
#include <array>
#include <cstdio>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/text/unicode.h"

namespace galley::jekyll {
namespace {

constexpr std::string_view unknown = "*";

std::string_view templateOfStyle(std::string_view style) {
  struct Style {
    std::string_view name, permalink;
  };
  constexpr std::array styles{Style{"date", "/:categories/:year/:month/:day/:title:output_ext"},
                              Style{"pretty", "/:categories/:year/:month/:day/:title/"},
                              Style{"ordinal", "/:categories/:year/:y_day/:title:output_ext"},
                              Style{"weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"},
                              Style{"none", "/:categories/:title:output_ext"}};
  if (style.empty()) return styles[0].permalink;
  for (const Style& known : styles)
    if (known.name == style) return known.permalink;
  return style;
}

/// What pages and collections put behind their names where the site has a style.
std::string_view suffixOfStyle(std::string_view style) {
  if (style == "pretty") return "/";
  if (style.empty() || style == "date" || style == "ordinal" || style == "none") return ":output_ext";
  if (style.ends_with('/')) return "/";
  return style.ends_with(":output_ext") ? ":output_ext" : "";
}

std::string lowerAscii(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return lower;
}

/// Runs of other than letters, marks, digits and `kept` become a hyphen; hyphens at the ends go.
std::string slugified(std::string_view text, std::string_view kept) {
  std::string slug;
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = codePointAt(text, at);
    const std::string_view bytes = text.substr(at, point.length);
    at += point.length;
    if (isLetterMarkOrDigit(point.value) || (bytes.size() == 1 && kept.find(bytes[0]) != std::string_view::npos)) {
      if (gap && !slug.empty()) slug += '-';
      gap = false;
      slug += bytes;
    } else {
      gap = true;
    }
  }
  return slug;
}
std::string prettySlug(std::string_view text) { return slugified(text, "._~!$&'()+,;=@"); }
std::string plainSlug(std::string_view text) { return lowerAscii(slugified(text, {})); }

std::string joined(const std::vector<std::string>& parts) {
  std::string all;
  for (const std::string& part : parts) {
    if (!all.empty()) all += '/';
    all += part;
  }
  return all;
}

std::string digits(int number, int width) {
  std::array<char, 16> text{};
  const int length = std::snprintf(text.data(), text.size(), "%0*d", width, number);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::string_view outputExtension(const Path& path) {
  const std::string_view extension = path.extension();
  return std::ranges::find(extensions, lowerAscii(extension)) != std::end(extensions) ? ".html" : extension;
}

std::string_view withoutExtension(std::string_view path) {
  return path.substr(0, path.size() - Path(path).extension().size());
}

std::optional<std::string> dateOf(std::string_view name, const std::optional<DateTime>& time) {
  constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                    "May",       "June",     "July",     "August",
                                                    "September", "October",  "November", "December"};
  constexpr std::array<std::string_view, 7> days{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                 "Thursday", "Friday", "Saturday"};
  constexpr std::array<std::string_view, 18> names{
      "year",     "short_year", "month", "i_month", "short_month", "long_month", "day",    "i_day", "short_day",
      "long_day", "y_day",      "hour",  "minute",  "second",      "week",       "w_year", "w_day", "week_day"};
  if (std::ranges::find(names, name) == names.end()) return std::nullopt;
  if (!time) return std::string(unknown);
  const Date& date = time->date;
  const std::string_view month = months.at(static_cast<std::size_t>(date.month - 1));
  const std::string_view day = days.at(static_cast<std::size_t>(dayOfWeek(date)));
  if (name == "year") return digits(date.year, 4);
  if (name == "short_year") return digits(date.year % 100, 2);
  if (name == "month") return digits(date.month, 2);
  if (name == "i_month") return digits(date.month, 1);
  if (name == "short_month") return std::string(month.substr(0, 3));
  if (name == "long_month") return std::string(month);
  if (name == "day") return digits(date.day, 2);
  if (name == "i_day") return digits(date.day, 1);
  if (name == "short_day") return std::string(day.substr(0, 3));
  if (name == "long_day") return std::string(day);
  if (name == "y_day") return digits(dayOfYear(date), 3);
  if (name == "hour") return digits(time->hour, 2);
  if (name == "minute") return digits(time->minute, 2);
  if (name == "second") return digits(time->second, 2);
  if (name == "week") return digits(isoWeekOf(date).week, 2);
  if (name == "w_year") return digits(isoWeekOf(date).year, 4);
  return digits((dayOfWeek(date) + 6) % 7 + 1, 1);
}

/// What the placeholders of a permalink stand for. Posts and documents have more of them than pages.
class Placeholders {
 public:
  Placeholders(const Post& post, const Config& config) : post_(post), config_(config) {
    page_ = post.kind == PostKind::page;
    if (!page_) time_ = datesOf(post, config).effective;
  }

  /// Nothing: there is no such placeholder, and the build would stop.
  [[nodiscard]] std::optional<std::string> find(std::string_view name) const {
    if (name == "output_ext") return std::string(outputExtension(post_.path));
    if (page_) {
      if (name == "path") return post_.path.parent().str();
      if (name == "basename") return std::string(post_.path.stem());
      return std::nullopt;
    }
    if (name == "collection")
      return post_.kind == PostKind::document ? std::string(collectionOf(post_.path, config_)) : "posts";
    if (name == "path") return pathInCollection();
    if (name == "name") return prettyLower(post_.path.stem());
    if (name == "title") return titleSlug();
    if (name == "slug") return plainSlug(slug());
    if (name == "categories" || name == "slugified_categories") return categories(name != "categories");
    return dateOf(name, time_);
  }

 private:
  static std::string prettyLower(std::string_view text) { return plainSlug(text); }

  [[nodiscard]] std::string slug() const {
    if (const Value* own = findValue(post_, config_, "slug"); own != nullptr && own->kind == Value::Kind::scalar)
      return own->text;
    return std::string(nameOf(post_.path).slug);
  }
  [[nodiscard]] std::string titleSlug() const {
    std::string title = prettySlug(slug());
    return title;
  }
  [[nodiscard]] std::string pathInCollection() const {
    const std::string_view path = withoutExtension(post_.path.str());
    for (const std::string_view folder :
         {std::string("_posts/"), std::string("_drafts/"), "_" + std::string(collectionOf(post_.path, config_)) + "/"})
      if (const std::size_t at = path.find(folder); folder.size() > 2 && at != std::string_view::npos)
        return std::string(path.substr(at + folder.size()));
    return std::string(path);
  }
  [[nodiscard]] std::string categories(bool slugs) const {
    std::vector<std::string> names;
    for (const Term& term : termsOf(post_, config_)) {
      if (term.taxonomy != "categories") continue;
      std::string name = slugs ? plainSlug(term.name) : lowerAscii(term.name);
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    return joined(names);
  }

  const Post& post_;
  const Config& config_;
  bool page_ = false;
  std::optional<DateTime> time_;
};

/// A permalink with its placeholders filled in, or nothing where one is not known to Jekyll.
std::optional<std::string> filled(std::string_view permalink, const Placeholders& placeholders) {
  std::string url;
  while (!permalink.empty()) {
    const std::size_t colon = std::min(permalink.find(':'), permalink.size());
    url += permalink.substr(0, colon);
    permalink.remove_prefix(colon);
    if (permalink.empty()) break;
    std::size_t length = 1;
    while (length < permalink.size() &&
           ((permalink[length] >= 'a' && permalink[length] <= 'z') || permalink[length] == '_'))
      ++length;
    // `:slug_x`: the longest name that is one.
    std::optional<std::string> value;
    for (; length > 1 && !value; --length) value = placeholders.find(permalink.substr(1, length - 1));
    if (!value) return std::nullopt;
    url += *value;
    permalink.remove_prefix(length + 1);
  }
  return url;
}

std::string permalinkOf(const Post& post, const Config& config) {
  const Value* own = findValue(post, config, "permalink");
  if (own != nullptr && own->kind == Value::Kind::scalar && !own->text.empty()) return own->text;
  const std::string_view style = config.permalink;
  if (post.kind == PostKind::page) {
    if (outputExtension(post.path) != ".html") return "/:path/:basename:output_ext";
    if (post.path.stem() == "index") return "/:path/";
    return "/:path/:basename" + std::string(suffixOfStyle(style));
  }
  const bool document = post.kind == PostKind::document;
  const std::string_view name = document ? collectionOf(post.path, config) : std::string_view("posts");
  for (const Collection& collection : config.collections)
    if (collection.name == name && !collection.permalink.empty())
      return std::string(document ? collection.permalink : templateOfStyle(collection.permalink));
  return document ? "/:collection/:path" + std::string(suffixOfStyle(style)) : std::string(templateOfStyle(style));
}

}  // namespace

std::optional<PageUrl> urlOf(const Post& post, const Config& config) {
  if (post.kind == PostKind::data) return std::nullopt;
  const auto url = filled(permalinkOf(post, config), Placeholders(post, config));
  if (!url) return std::nullopt;
  PageUrl page{.path = "/" + Path(*url).str()};
  if (url->ends_with('/') && page.path.size() > 1) page.path += '/';
  page.certain = page.path.find('*') == std::string::npos;
  return page;
}

}  // namespace galley::jekyll
