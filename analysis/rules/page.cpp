// See the header.
#include "analysis/rules/page.h"

#include "analysis/rules/all.h"
#include "analysis/text/unicode.h"

namespace galley {

std::string_view nameOf(Severity severity) {
  switch (severity) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::hint:
      break;
  }
  return "hint";
}

/// A page is UTF-8, whatever its example is made of: one character for each byte that is none.
static std::string shown(std::string_view text) {
  std::string page;
  for (std::size_t at = findInvalidUtf8(text); at != std::string_view::npos; at = findInvalidUtf8(text)) {
    page.append(text.substr(0, at)) += "\uFFFD";
    text.remove_prefix(at + 1);
  }
  return page.append(text);
}

/// The first file of an example: its path and its lines, carets and all.
static std::string firstFile(std::string_view picture) {
  if (picture.starts_with('\n')) picture.remove_prefix(1);
  if (picture.starts_with("@@ ")) picture.remove_prefix(3);
  return std::string(picture.substr(0, picture.find("\n@@ "))) + "\n";
}

static std::string fenced(std::string_view text) {
  std::string fence = "~~~~\n";
  fence += text;
  if (!text.ends_with('\n')) fence += '\n';
  return fence + "~~~~\n";
}

std::string rulePage(const Rule& rule) {
  std::string page = "# " + std::string(rule.id) + "\n\n";
  page.append(rule.says) += "\n\n";
  page.append("Severity: ").append(nameOf(rule.severity)) += ". ";
  page += rule.scope == Scope::post ? "The post alone says it.\n\n" : "Other files of the site decide it.\n\n";
  page.append(rule.why) += "\n\n## Example\n\n";
  const std::string example = firstFile(shown(rule.example));
  const std::size_t path = example.find('\n');
  page += "`" + example.substr(0, path) + "`:\n\n" + fenced(std::string_view(example).substr(path + 1));
  page += "\nRepaired:\n\n" + fenced(rule.repaired);
  return page;
}

std::string rulesPage() {
  std::string page =
      "# Rules\n\nWhat galley complains about. An error: the build fails, or readers see something broken. A warning: "
      "it "
      "is most likely not what the author meant.\n\n| rule | severity | |\n|---|---|---|\n";
  for (const Rule* rule : allRules()) {
    page += "| [" + std::string(rule->id) + "](" + std::string(rule->id) + ".md) | ";
    page.append(nameOf(rule->severity)).append(" | ").append(rule->says) += " |\n";
  }
  page +=
      "\nIn an editor the setting `galley.rules` says how loud a rule is, by its id: `off`, `hint`, `warning` or "
      "`error`, as in\n`{\"galley\": {\"rules\": {\"unknown-key\": \"off\"}}}`.\n";
  return page;
}

}  // namespace galley
