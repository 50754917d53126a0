// Reads _config.yml, and from Gemfile and .gitmodules what a theme or a submodule brings.
#include <algorithm>

#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/site/time_zone.h"

namespace galley::jekyll {
namespace {

std::string textAt(const Value& config, std::string_view key) {
  const Value* value = findIn(config, key);
  return value != nullptr && value->kind == Value::Kind::scalar ? value->text : std::string{};
}

bool isTrueAt(const Value& config, std::string_view key) {
  const Value* value = findIn(config, key);
  return value != nullptr && booleanOf(*value, YamlSchema::psych).value_or(false);
}

std::vector<std::string> listAt(const Value& config, std::string_view key) {
  std::vector<std::string> list;
  if (const Value* value = findIn(config, key)) {
    for (const Value& item : value->items) list.push_back(item.text);
    if (value->kind == Value::Kind::scalar) list.push_back(value->text);
  }
  return list;
}

std::string withoutSlashAtEnd(std::string text) {
  while (text.ends_with('/')) text.pop_back();
  return text;
}

std::vector<Collection> collectionsOf(const Value& config) {
  std::vector<Collection> all;
  const Value* value = findIn(config, "collections");
  if (value == nullptr) return all;
  for (const Value& item : value->items) all.push_back({.name = item.text, .output = false, .permalink = {}});
  for (const Entry& entry : value->entries) {
    all.push_back(
        {.name = entry.key, .output = isTrueAt(entry.value, "output"), .permalink = textAt(entry.value, "permalink")});
  }
  return all;
}

std::vector<FrontMatterDefault> defaultsOf(const Value& config) {
  std::vector<FrontMatterDefault> all;
  const Value* value = findIn(config, "defaults");
  if (value == nullptr) return all;
  for (const Value& item : value->items) {
    const Value* values = findIn(item, "values");
    if (values == nullptr) continue;
    all.push_back({.scope = textAt(item, "scope.path"), .type = textAt(item, "scope.type"), .values = values->entries});
  }
  return all;
}

/// Folders of git submodules: what lies there is in another repository.
std::vector<Path> submodulesOf(const Files& files) {
  std::vector<Path> folders;
  const std::string text = files.read(Path(".gitmodules")).value_or("");
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = std::string_view(text).substr(at, end - at);
    at = end + 1;
    const std::size_t equals = line.find('=');
    if (equals == std::string_view::npos || line.substr(0, equals).find("path") == std::string_view::npos) continue;
    line.remove_prefix(equals + 1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    while (!line.empty() && (line.back() == ' ' || line.back() == '\r')) line.remove_suffix(1);
    folders.emplace_back(line);
  }
  return folders;
}

/// `theme:` and `remote_theme:`; a remote one is named without its version (`owner/name@v1`).
std::string themeOf(const Value& config) {
  std::string theme = textAt(config, "theme");
  if (theme.empty()) theme = textAt(config, "remote_theme");
  return theme.substr(0, theme.find('@'));
}

/// Lines such as `gem "name"` of a Gemfile; a `#` begins a comment.
bool namesGem(std::string_view gemfile, std::string_view name) {
  while (!gemfile.empty()) {
    const std::size_t end = std::min(gemfile.find('\n'), gemfile.size());
    std::string_view line = gemfile.substr(0, end);
    gemfile.remove_prefix(std::min(end + 1, gemfile.size()));
    line = line.substr(0, line.find('#'));
    line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
    if (!line.starts_with("gem")) continue;
    const std::size_t at = line.find(name);
    if (at == std::string_view::npos || at == 0) continue;
    const std::string_view quotes = "\"'";
    const bool opens = quotes.find(line[at - 1]) != std::string_view::npos;
    const std::size_t behind = at + name.size();
    if (opens && behind < line.size() && quotes.find(line[behind]) != std::string_view::npos) return true;
  }
  return false;
}

/// Who builds the site decides which plugins are there without being asked for.
void readGemfile(const Files& files, Config& config) {
  const auto gemfile = files.read(Path("Gemfile"));
  const auto asks = [&](std::string_view plugin) {
    return std::ranges::find(config.plugins, plugin) != config.plugins.end() || (gemfile && namesGem(*gemfile, plugin));
  };
  const bool readable = gemfile && !gemfile->empty();
  config.hostedBuild = !readable || namesGem(*gemfile, "github-pages");
  constexpr std::string_view linker = "jekyll-relative-links";
  const Value* enabled = findIn(config.all, "relative_links.enabled");
  if (enabled != nullptr && booleanOf(*enabled, YamlSchema::psych) == false) return;
  const bool asked = asks(linker) || (readable && config.hostedBuild);
  if (asked) {
    config.relativeToFile = Config::RelativeToFile::yes;
  } else if (config.hostedBuild || asks("jekyll-postfiles") || asks("jekyll-assets")) {
    config.relativeToFile = Config::RelativeToFile::perhaps;
  }
}

}  // namespace

Config configOf(const Files& files) {
  Config config;
  for (const std::string_view name : {"_config.yml", "_config.yaml", "_config.toml"}) {
    const auto bytes = files.read(Path(name));
    if (!bytes) continue;
    config.files.emplace_back(name);
    if (name == "_config.toml") {
      config.uncertain.emplace_back("_config.toml: a configuration in TOML is not read");
    } else {
      DataFile data = parseYaml(Text(*bytes));
      if (std::any_of(data.problems.begin(), data.problems.end(), [](const auto& problem) { return problem.fatal; })) {
        config.uncertain.push_back(std::string(name) + ": some of it cannot be read");
      }
      config.all = std::move(data.value);
    }
    break;
  }
  const Value& all = config.all;
  config.baseUrl = withoutSlashAtEnd(textAt(all, "url"));
  config.basePath = withoutSlashAtEnd(textAt(all, "baseurl"));
  if (!config.basePath.empty() && !config.basePath.starts_with('/')) config.basePath.insert(0, "/");
  config.timeZone = textAt(all, "timezone");
  if (!config.timeZone.empty() && !offsetAt(config.timeZone, 1'700'000'000))
    config.uncertain.push_back("timezone " + config.timeZone + ": dates stay as they are written");
  config.permalink = textAt(all, "permalink");
  config.theme = themeOf(all);
  config.plugins = listAt(all, "plugins");
  for (const std::string& plugin : listAt(all, "gems")) config.plugins.push_back(plugin);
  config.include = findIn(all, "include") != nullptr ? listAt(all, "include") : std::vector<std::string>{".htaccess"};
  config.exclude = listAt(all, "exclude");
  for (const std::string_view always :
       {".sass-cache", ".jekyll-cache", "gemfiles", "Gemfile", "Gemfile.lock", "node_modules", "vendor/bundle/",
        "vendor/cache/", "vendor/gems/", "vendor/ruby/"}) {
    config.exclude.emplace_back(always);
  }
  config.collections = collectionsOf(all);
  config.collectionsFolder = Path(textAt(all, "collections_dir")).str();
  config.defaults = defaultsOf(all);
  config.strictFrontMatter = isTrueAt(all, "strict_front_matter");
  config.future = isTrueAt(all, "future");
  if (const std::string layouts = textAt(all, "layouts_dir"); !layouts.empty())
    config.folders["layouts"] = Path(layouts).str();
  config.unknownFolders = submodulesOf(files);
  readGemfile(files, config);
  return config;
}

}  // namespace galley::jekyll
