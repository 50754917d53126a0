// See the header.
#include "server/reports/json.h"

#include "analysis/text/place.h"
#include "protocol/json.h"
#include "server/reports/json_text.h"

namespace galley::server {

namespace {

using Json = lsp::OrderedJson;

constexpr int version = 1;  // of the form; a field is added without a new one, but none is taken away or changed

Json fixOf(const Fix& fix, const Text& text) {
  Json edits = Json::array();
  for (const Edit& edit : fix.edits) {
    Json one;
    addPlace(one, placeOf(text, edit.span));
    one["text"] = edit.newText;
    edits.push_back(std::move(one));
  }
  return {{"title", fix.title}, {"safe", fix.safe}, {"edits", std::move(edits)}};
}

Json findingOf(const ReportedFinding& reported) {
  const auto& [path, text, finding] = reported;
  Json json;
  json["path"] = path;
  addPlace(json, placeOf(text, finding.span));
  json["rule"] = finding.rule->id;
  json["severity"] = nameOf(finding.rule->severity);
  json["message"] = finding.message;
  json["help"] = finding.help.empty() ? Json() : Json(finding.help);
  json["fix"] = finding.fix ? fixOf(*finding.fix, text) : Json();
  return json;
}

}  // namespace

std::string jsonReport(const CheckReport& report) {
  Json findings = Json::array();
  for (const ReportedFinding& reported : report.findings) findings.push_back(findingOf(reported));
  const Summary summary = summaryOf(report);
  return jsonText({{"version", version},
                   {"findings", std::move(findings)},
                   {"summary",
                    {{"files", report.files},
                     {"errors", summary.errors},
                     {"warnings", summary.warnings},
                     {"hints", summary.hints},
                     {"fixable", summary.fixable}}}});
}

}  // namespace galley::server
