// See the header.
#include "server/commands/rules.h"

#include <algorithm>
#include <vector>

#include "analysis/rules/all.h"
#include "analysis/text/unicode.h"
#include "server/printable.h"
#include "server/reports/report.h"

namespace galley::server {

namespace {

std::string listOfRules() {
  std::size_t widest = 0;
  for (const Rule* rule : allRules()) widest = std::max(widest, rule->id.size());
  std::string list;
  for (const Rule* rule : allRules()) {
    std::string severity(nameOf(rule->severity));
    severity.resize(9, ' ');
    list += std::string(rule->id) + std::string(widest + 2 - rule->id.size(), ' ') + severity;
    (list += rule->says) += '\n';
  }
  return list;
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with('\n')) text.remove_prefix(1);
  while (text.ends_with('\n')) text.remove_suffix(1);
  return text;
}

void appendIndented(std::string& to, std::string_view text) {
  for (text = trimmed(text); !text.empty();) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end != 0) (to += "    ") += text.substr(0, end);
    to += '\n';
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

std::string pageOf(const Rule& rule) {
  std::string page(rule.id);
  ((page += " (") += nameOf(rule.severity)) += ")\n\n";
  (page += rule.says) += "\n\n";
  (page += trimmed(rule.why)) += '\n';
  if (!rule.example.empty()) {
    page += "\nFor example:\n\n";
    appendIndented(page, rule.example);
  }
  if (!rule.repaired.empty()) {
    page += "\nRepaired:\n\n";
    appendIndented(page, rule.repaired);
  }
  return page;
}

}  // namespace

Answer runRules(const std::string& id) {
  if (id.empty()) return {.out = listOfRules()};
  if (const Rule* rule = findRule(id)) return {.out = pageOf(*rule)};
  std::vector<std::string> ids;
  for (const Rule* rule : allRules()) ids.emplace_back(rule->id);
  const std::string* nearest = findNearest(id, ids);
  return {.code = exitFailed,
          .err = "galley: there is no rule \"" + printable(id) + "\"" +
                 (nearest != nullptr ? ". Did you mean \"" + *nearest + "\"?" : "; `galley rules` lists them all.") +
                 '\n'};
}

}  // namespace galley::server
