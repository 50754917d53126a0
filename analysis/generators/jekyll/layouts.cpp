// The layouts that a post may name: those of the site's folder and those that its theme brings.
#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/site/site.h"

namespace galley::jekyll {

Layouts layoutsOf(const Site& site) {
  Layouts layouts;
  layouts.none = "none";
  const Config& config = site.config();
  const auto renamed = config.folders.find("layouts");
  const Path folder(renamed == config.folders.end() ? "_layouts" : renamed->second);
  for (const FileInfo& file : site.files()) {
    if (!file.path.isWithin(folder)) continue;
    const std::string name = file.path.str().substr(folder.str().size() + 1);
    layouts.names.push_back(name.substr(0, name.size() - file.path.extension().size()));
  }
  const bool own = !layouts.names.empty();
  if (config.theme.empty()) {
    layouts.complete = own;
  } else if (site.theme() != nullptr && !site.theme()->layouts.empty()) {
    for (const std::string_view name : site.theme()->layouts) layouts.names.emplace_back(name);
    layouts.complete = true;
  }
  // The host's own build has a theme of its own where the site names none.
  if (config.theme.empty() && config.hostedBuild)
    for (const std::string_view name : {"default", "home", "page", "post"}) layouts.names.emplace_back(name);
  layouts.complete = layouts.complete && site.complete();
  return layouts;
}

}  // namespace galley::jekyll
