// See the header. The form for people; the one for programs is in inspection_json.cpp.
#include "server/reports/inspection.h"

#include "server/printable.h"

namespace galley::server {

namespace {

std::string placed(const Place& place) { return std::to_string(place.line) + ':' + std::to_string(place.column); }

void appendField(std::string& to, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  std::string label(name);
  label.resize(14, ' ');
  ((to += "  ") += label) += printable(value) + '\n';
}

std::string joined(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) (all += all.empty() ? "" : ", ") += text;
  return all;
}

void appendSite(std::string& to, const InspectedRoot& inspected) {
  const InspectedSite& site = inspected.site;
  to += printablePath(inspected.root) + '\n';
  appendField(to, "generator", site.generator);
  appendField(to, "theme", site.theme);
  std::vector<std::string> config;
  for (const Path& path : site.config) config.push_back(path.str());
  appendField(to, "config", joined(config));
  appendField(to, "address", site.baseUrl + site.basePath);
  for (const std::string& uncertain : site.uncertain) appendField(to, "not known", uncertain);
  std::string counts = std::to_string(site.posts) + " posts, " + std::to_string(site.drafts) + " drafts, " +
                       std::to_string(site.pages) + " pages, " + std::to_string(site.assets) + " other files";
  for (const auto& [taxonomy, count] : site.terms)
    if (count != 0) counts += ", " + std::to_string(count) + ' ' + taxonomy;
  appendField(to, "holds", counts);
}

void appendPage(std::string& to, const InspectedPage& page) {
  to += '\n' + printablePath(page.path.str()) + '\n';
  appendField(to, "kind", nameOf(page.kind));
  appendField(to, "front matter", nameOf(page.frontMatter));
  appendField(to, "title", page.title);
  appendField(to, "date", page.date ? isoOf(*page.date) : "");
  appendField(to, "layout", page.layout);
  for (const auto& [taxonomy, names] : page.terms) appendField(to, taxonomy, joined(names));
  for (const InspectedHeading& heading : page.headings)
    appendField(to, "heading", placed(heading.place) + "  h" + std::to_string(heading.level) + ' ' + heading.text);
  for (const InspectedLink& link : page.links)
    appendField(to, link.image ? "image" : "link",
                placed(link.place) + "  " + link.written + (link.text ? " (" + *link.text + ')' : ""));
}

}  // namespace

std::string_view nameOf(PostKind kind) {
  switch (kind) {
    case PostKind::post:
      return "post";
    case PostKind::draft:
      return "draft";
    case PostKind::page:
      return "page";
    case PostKind::document:
      return "document";
    case PostKind::data:
      return "data";
  }
  return "";
}

std::string_view nameOf(FrontMatterState state) {
  switch (state) {
    case FrontMatterState::read:
      return "read";
    case FrontMatterState::none:
      return "none";
    case FrontMatterState::lost:
      return "lost";
    case FrontMatterState::fatal:
      return "fatal";
  }
  return "";
}

std::string humanInspection(const std::vector<InspectedRoot>& sites) {
  std::string to;
  for (const InspectedRoot& site : sites) {
    if (!to.empty()) to += '\n';
    appendSite(to, site);
    for (const InspectedPage& page : site.pages) appendPage(to, page);
  }
  return to;
}

}  // namespace galley::server
