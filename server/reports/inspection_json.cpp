// jsonInspection of inspection.h.
#include "protocol/json.h"
#include "server/reports/inspection.h"
#include "server/reports/json_text.h"

namespace galley::server {

namespace {

using Json = lsp::OrderedJson;

Json textOrNull(const std::string& text) { return text.empty() ? Json() : Json(text); }

Json headingOf(const InspectedHeading& heading) {
  Json json{{"level", heading.level}, {"text", heading.text}};
  addPlace(json, heading.place);
  return json;
}

Json linkOf(const InspectedLink& link) {
  Json json = Json::object();
  addPlace(json, link.place);
  json["tag"] = link.image ? "img" : "a";
  json["text"] = link.text ? Json(*link.text) : Json();
  json["written"] = link.written;
  return json;
}

Json pageOf(const InspectedPage& page) {
  Json json{{"path", page.path.str()}, {"kind", nameOf(page.kind)}, {"frontMatter", nameOf(page.frontMatter)}};
  json["title"] = textOrNull(page.title);
  json["date"] = page.date ? Json(isoOf(*page.date)) : Json();
  json["layout"] = textOrNull(page.layout);
  for (const char* taxonomy : {"tags", "categories"})
    if (const auto found = page.terms.find(taxonomy); found != page.terms.end()) json[taxonomy] = found->second;
  json["terms"] = Json::object();
  for (const auto& [taxonomy, names] : page.terms)
    if (!names.empty()) json["terms"][taxonomy] = names;
  json["headings"] = Json::array();
  for (const InspectedHeading& heading : page.headings) json["headings"].push_back(headingOf(heading));
  json["links"] = Json::array();
  for (const InspectedLink& link : page.links) json["links"].push_back(linkOf(link));
  return json;
}

Json siteOf(const InspectedRoot& inspected) {
  const InspectedSite& site = inspected.site;
  Json json{{"root", inspected.root}, {"generator", site.generator}, {"theme", textOrNull(site.theme)}};
  json["config"] = Json::array();
  for (const Path& path : site.config) json["config"].push_back(path.str());
  json["baseUrl"] = site.baseUrl;
  json["basePath"] = site.basePath;
  json["uncertain"] = site.uncertain;
  json["counts"] = {{"posts", site.posts}, {"drafts", site.drafts}, {"pages", site.pages}, {"assets", site.assets}};
  for (const auto& [taxonomy, count] : site.terms)
    if (count != 0 || taxonomy == "tags" || taxonomy == "categories") json["counts"][taxonomy] = count;
  json["pages"] = Json::array();
  for (const InspectedPage& page : inspected.pages) json["pages"].push_back(pageOf(page));
  return json;
}

}  // namespace

std::string jsonInspection(const std::vector<InspectedRoot>& sites) {
  Json json{{"version", 1}, {"sites", Json::array()}};
  for (const InspectedRoot& site : sites) json["sites"].push_back(siteOf(site));
  return jsonText(json);
}

}  // namespace galley::server
