// See the header.
#include "analysis/generators/unread.h"

#include <algorithm>

#include "analysis/generators/plain.h"
#include "analysis/links/links.h"

namespace galley {
namespace {

constexpr Mistake everyMistake[] = {
    Mistake::notOpened,     Mistake::hashCut,           Mistake::notClosed,     Mistake::tabIndent,
    Mistake::colonInValue,  Mistake::noSpaceAfterColon, Mistake::unclosedQuote, Mistake::textAfterQuote,
    Mistake::reservedStart, Mistake::unclosedBracket,   Mistake::badIndent,     Mistake::badListItem,
    Mistake::notAnEntry,    Mistake::fullWidthColon,    Mistake::badEscape,     Mistake::undefinedAlias,
    Mistake::invalidUtf8,   Mistake::controlCharacter,  Mistake::hashStart,     Mistake::duplicateKey,
    Mistake::other,
};
static_assert(std::size(everyMistake) == static_cast<std::size_t>(Mistake::other) + 1);
constexpr const LinkForm* links[] = {&remote, &root, &relative};
constexpr const LinkForm* fieldLinks[] = {&remote, &fromRoot};

// Where the configuration says what Markdown is: the first of these that is there.
constexpr std::string_view hugoFiles[] = {"hugo.toml",
                                          "hugo.yaml",
                                          "hugo.yml",
                                          "hugo.json",
                                          "config.toml",
                                          "config.yaml",
                                          "config.yml",
                                          "config.json",
                                          "config/_default/hugo.toml",
                                          "config/_default/config.toml"};
constexpr std::string_view astroFiles[] = {"astro.config.mjs", "astro.config.js", "astro.config.ts", "astro.config.cjs",
                                           "astro.config.mts"};
constexpr std::string_view eleventyFiles[] = {".eleventy.js", "eleventy.config.js", "eleventy.config.mjs",
                                              "eleventy.config.cjs", "eleventy.config.ts"};

Config unreadConfig() {
  Config config;
  config.all.kind = Value::Kind::map;
  config.uncertain = {
      "this site's generator: galley does not know how it reads front matter, and says nothing against it"};
  return config;
}

Config unreadConfigOf(const Files&) { return unreadConfig(); }

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// The letters behind a name in a configuration of whatever format: of `true` in quotes, too. Empty where none stand
/// there. `at`: behind the name.
std::string_view settingAt(std::string_view text, std::size_t at) {
  while (at < text.size() &&
         (isBlank(text[at]) || text[at] == '"' || text[at] == '\'' || text[at] == ':' || text[at] == '='))
    ++at;
  std::size_t end = at;
  while (end < text.size() && ((text[end] >= 'a' && text[end] <= 'z') || (text[end] >= 'A' && text[end] <= 'Z'))) ++end;
  return text.substr(at, end - at);
}

/// Of the first of some files that is there: the settings that it names, as entries of the configuration.
Config configWith(const Files& files, std::span<const std::string_view> names,
                  std::initializer_list<std::string_view> settings) {
  Config config = unreadConfig();
  for (const std::string_view name : names) {
    const auto bytes = files.read(Path(name));
    if (!bytes) continue;
    config.files.emplace_back(name);
    for (const std::string_view setting : settings) {
      const std::size_t found = bytes->find(setting);
      if (found == std::string::npos) continue;
      Entry& entry = config.all.entries.emplace_back();
      entry.key = setting;
      entry.value.kind = Value::Kind::scalar;
      entry.value.text = settingAt(*bytes, found + setting.size());
    }
    break;
  }
  return config;
}

Config hugoConfigOf(const Files& files) { return configWith(files, hugoFiles, {"enableEmoji", "passthrough"}); }
Config eleventyConfigOf(const Files& files) { return configWith(files, eleventyFiles, {"markdownTemplateEngine"}); }

Config astroConfigOf(const Files& files) { return configWith(files, astroFiles, {"remark-math"}); }

bool isSet(const Config& config, std::string_view setting) { return findIn(config.all, setting) != nullptr; }

const Dialect* hugoDialectOf(const Post&, const Config& config) {
  const Value* emoji = findIn(config.all, "enableEmoji");
  const bool math = isSet(config, "passthrough");
  if (emoji != nullptr && emoji->text == "true") return math ? &goldmarkWithEmojiAndMath : &goldmarkWithEmoji;
  return math ? &goldmarkWithMath : &goldmark;
}

bool isMdx(const Post& post) { return post.path.extension() == ".mdx"; }

const Dialect* astroDialectOf(const Post& post, const Config& config) {
  const bool math = isSet(config, "remark-math");
  if (isMdx(post)) return math ? &mdxWithMath : &mdx;
  return math ? &remarkWithMath : &remark;
}
const TemplateSyntax* astroTemplatesOf(const Post& post, const Config&) {
  return isMdx(post) ? &mdxTemplates : &noTemplates;
}

// A post may name its engines, of which `md` alone leaves the tags as they are; else the configuration names one.
const TemplateSyntax* eleventyTemplatesOf(const Post& post, const Config& config) {
  std::string_view engine = "liquid";
  const Value* named = findIn(config.all, "markdownTemplateEngine");
  if (named != nullptr && !named->text.empty()) engine = named->text;
  if (const Value* own = findValue(post, config, "templateEngineOverride")) engine = own->text;
  if (engine.find("njk") != std::string_view::npos) return &nunjucksTemplates;
  return engine.find("liquid") != std::string_view::npos ? &liquidTemplates : &noTemplates;
}

constexpr std::string_view hugoExtensions[] = {".md", ".mdown", ".markdown"};
constexpr std::string_view astroExtensions[] = {".md", ".markdown", ".mdx"};
constexpr std::string_view hexoExtensions[] = {".md", ".markdown", ".mkd", ".mkdn", ".mdown", ".mdtxt", ".mdtext"};

constexpr Generator unread(const Dialect& dialect, const TemplateSyntax& templates) {
  Generator sheet = plain_markdown::sheet(links, fieldLinks);
  sheet.dialect = &dialect;
  sheet.templates = &templates;
  sheet.forgiven = everyMistake;
  sheet.configOf = unreadConfigOf;
  return sheet;
}

constexpr Generator hugo() {
  Generator sheet = unread(goldmark, goShortcodes);
  sheet.frontMatter = {.toml = true, .json = true, .dotsClose = false, .emptyLinesBefore = true};
  sheet.extensions = hugoExtensions;
  sheet.configOf = hugoConfigOf;
  sheet.dialectOf = hugoDialectOf;
  return sheet;
}

constexpr Generator zola() {
  Generator sheet = unread(pulldownCmark, teraShortcodes);
  sheet.frontMatter = {.toml = true, .dotsClose = false, .emptyLinesBefore = true, .blanksBefore = true};
  return sheet;
}

constexpr Generator astro() {
  Generator sheet = unread(remark, noTemplates);
  sheet.frontMatter = {.toml = true, .dotsClose = false};
  sheet.extensions = astroExtensions;
  sheet.configOf = astroConfigOf;
  sheet.dialectOf = astroDialectOf;
  sheet.templatesOf = astroTemplatesOf;
  return sheet;
}

constexpr Generator eleventy() {
  Generator sheet = unread(markdownIt, liquidTemplates);
  sheet.frontMatter = {.dotsClose = false};
  sheet.configOf = eleventyConfigOf;
  sheet.templatesOf = eleventyTemplatesOf;
  return sheet;
}

constexpr Generator hexo() {
  Generator sheet = unread(marked, nunjucksTags);
  sheet.frontMatter = {.dotsClose = false};
  sheet.extensions = hexoExtensions;
  return sheet;
}

constexpr Generator pelican() {
  Generator sheet = unread(pythonMarkdown, noTemplates);
  sheet.frontMatter = {.fields = true};
  return sheet;
}

bool has(const Files& files, std::span<const std::string_view> paths) {
  return std::ranges::any_of(paths, [&](std::string_view path) { return files.exists(Path(path)); });
}
bool has(const Files& files, std::initializer_list<std::string_view> paths) {
  return has(files, std::span(paths.begin(), paths.size()));
}

bool dependsOn(const Files& files, std::string_view package) {
  return hasText(files, "package.json", "\"" + std::string(package) + "\"");
}

bool isHugo(const Files& files) {
  if (has(files, {"hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config/_default"})) return true;
  return has(files, {"config.toml", "config.yaml", "config.yml", "config.json"}) &&
         has(files, {"content", "archetypes", "layouts", "templates"});
}

/// Both have a `config.toml`; the key of the address tells them apart.
bool isZola(const Files& files) {
  if (!has(files, {"content"}) || !has(files, {"templates", "themes"})) return false;
  return has(files, {"zola.toml"}) || hasText(files, "config.toml", "base_url");
}

bool isAstro(const Files& files) { return has(files, astroFiles) || dependsOn(files, "astro"); }

/// It shares `_config.yml` with another.
bool isHexo(const Files& files) {
  return has(files, {"_config.yml"}) && (has(files, {"scaffolds", "source/_posts"}) || dependsOn(files, "hexo"));
}

bool isEleventy(const Files& files) { return has(files, eleventyFiles) || dependsOn(files, "@11ty/eleventy"); }

/// Its configuration may have any name; these are usual.
bool isPelican(const Files& files) {
  return has(files, {"pelicanconf.py", "publishconf.py"}) || hasText(files, "settings.py", "SITENAME");
}

}  // namespace

constinit const Generator unreadHugo = hugo();
constinit const Generator unreadZola = zola();
constinit const Generator unreadAstro = astro();
constinit const Generator unreadEleventy = eleventy();
constinit const Generator unreadHexo = hexo();
constinit const Generator unreadPelican = pelican();

const Generator* unreadGeneratorOf(const Files& files) {
  if (isZola(files)) return &unreadZola;
  if (isHugo(files)) return &unreadHugo;
  if (isAstro(files)) return &unreadAstro;
  if (isHexo(files)) return &unreadHexo;
  if (isEleventy(files)) return &unreadEleventy;
  return isPelican(files) ? &unreadPelican : nullptr;
}

}  // namespace galley
