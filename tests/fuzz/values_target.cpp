// Data files and single values: JSON, YAML and TOML through their doors.
#include "analysis/syntax/json.h"
#include "analysis/syntax/toml.h"
#include "analysis/syntax/toml_scanner.h"
#include "analysis/syntax/yaml.h"
#include "analysis/syntax/yaml_schema.h"
#include "analysis/text/unicode.h"
#include "tests/fuzz/require.h"
#include "tests/fuzz/targets.h"
#include "tests/support/promises.h"

namespace galley::test {

void tryValues(std::string_view input) {
  const Text text{std::string(input)};
  requireNone(brokenPromise(text, parseYaml(text)));
  requireNone(brokenPromise(text, parseJson(text)));
  const JsonPrefix prefix = parseJsonPrefix(text, 0);
  require(prefix.end <= text.size(), "a value ends in the text");

  (void)scanToml(input, {0, input.size()});

  if (const auto refused = refusedByYaml(input))
    require(refused->offset <= input.size(), "YAML is refused at a place in the text");
  if (const auto refused = refusedByToml(input))
    require(refused->offset <= input.size(), "TOML is refused at a place in the text");
  if (findInvalidUtf8(input) == std::string_view::npos) {
    if (const auto decoded = decodeYamlScalar(input))
      require(findInvalidUtf8(*decoded) == std::string_view::npos, "a YAML scalar of valid UTF-8 is valid UTF-8");
    if (const auto decoded = decodeTomlString(input))
      require(findInvalidUtf8(*decoded) == std::string_view::npos, "a TOML string of valid UTF-8 is valid UTF-8");
  }
}

}  // namespace galley::test
