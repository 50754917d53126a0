// What a user sets for galley in the editor: the section `galley` of its configuration. Plain data; nothing in it names
// a program or a path, so a folder's settings can do no harm.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/json.h"
#include "protocol/types/diagnostic.h"

namespace galley::server {

struct Settings {
  /// Severity by rule id; nothing: the rule is off. Rules that are not named keep their own.
  std::map<std::string, std::optional<lsp::DiagnosticSeverity>, std::less<>> rules;

  [[nodiscard]] bool isOff(std::string_view rule) const;
  friend bool operator==(const Settings&, const Settings&) = default;
};

/// Reads the section, `{"rules": {"missing-alt": "off"}}`; values are `off`, `hint`, `warning`, `error`. What is wrong
/// in it is left out and told in `problems`.
Settings readSettings(const lsp::Json& section, std::vector<std::string>& problems);

}  // namespace galley::server
