// See the header.
#include "server/settings.h"

#include "analysis/rules/all.h"

namespace galley::server {

namespace {

using lsp::DiagnosticSeverity;

/// The outer optional is empty for what is no severity, the inner one for `off`.
std::optional<std::optional<DiagnosticSeverity>> severityNamed(const lsp::Json& name) {
  if (name == "off") return std::optional<DiagnosticSeverity>();
  if (name == "hint") return DiagnosticSeverity::hint;
  if (name == "warning") return DiagnosticSeverity::warning;
  if (name == "error") return DiagnosticSeverity::error;
  return std::nullopt;
}

}  // namespace

bool Settings::isOff(std::string_view rule) const {
  const auto found = rules.find(rule);
  return found != rules.end() && !found->second;
}

Settings readSettings(const lsp::Json& section, std::vector<std::string>& problems) {
  Settings settings;
  if (!section.is_object()) return settings;
  const auto rules = section.find("rules");
  if (rules == section.end() || rules->is_null()) return settings;
  if (!rules->is_object()) {
    problems.push_back("galley.rules: an object of rule ids expected");
    return settings;
  }
  for (const auto& [id, value] : rules->items()) {
    const auto severity = severityNamed(value);
    if (findRule(id) == nullptr)
      problems.push_back("galley.rules: no rule is called " + id);
    else if (!severity)
      problems.push_back("galley.rules." + id + ": off, hint, warning or error expected");
    else
      settings.rules.emplace(id, *severity);
  }
  return settings;
}

}  // namespace galley::server
