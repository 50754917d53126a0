// See the header.
#include "tests/support/oracle.h"

#include <fstream>
#include <map>
#include <sstream>

namespace galley::test {
namespace {

std::string textOf(const nlohmann::json& file, const std::string& id) {
  if (file.is_object()) return decodeBase64(file.at("base64").get<std::string>());
  auto text = file.get<std::string>();
  const std::string mark = "%MARK%";
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, at))
    text.replace(at, mark.size(), "probe-mark-" + id + "-");
  return text;
}

}  // namespace

std::string decodeBase64(const std::string& text) {
  std::string bytes;
  unsigned buffer = 0;
  int bits = 0;
  for (const char c : text) {
    const std::string alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::size_t digit = alphabet.find(c);
    if (digit == std::string::npos) break;
    buffer = buffer << 6U | static_cast<unsigned>(digit);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes += static_cast<char>(buffer >> static_cast<unsigned>(bits) & 0xFFU);
  }
  return bytes;
}

std::vector<OracleCase> readOracle(const std::string& generator, const std::string& kind) {
  std::ifstream in(std::string(GALLEY_SOURCE_DIR) + "/tests/oracles/" + generator + "/" + kind + ".json");
  const nlohmann::json oracle = nlohmann::json::parse(in);
  // The layouts and data that every site of the oracle has; what is in them does not matter here.
  std::map<std::string, std::string> common;
  if (generator == "jekyll") {
    for (const char* name : {"default", "page", "post", "probe"})
      common["_layouts/" + std::string(name) + ".html"] = "{{ content }}\n";
    common["_includes/note.html"] = "{{ include.text }}\n";
    common["_data/authors.yml"] = "kim:\n  name: Kim\n";
  }
  std::vector<OracleCase> cases;
  for (const auto& one : oracle.at("cases")) {
    OracleCase made{
        .id = one.at("id"), .group = one.at("group"), .config = one.at("config"), .result = one.at("result")};
    std::map<std::string, std::string> files = common;
    for (const auto& [path, file] : oracle.at("configs").at(made.config).at("files").items())
      files[path] = textOf(file, made.id);
    for (const auto& [path, file] : one.at("files").items()) {
      files[path] = textOf(file, made.id);
      if (made.path.empty()) made.path = path;
    }
    made.files = MemoryFiles(std::move(files));
    cases.push_back(std::move(made));
  }
  return cases;
}

OracleSite::OracleSite(const OracleCase& oracle) : site(readSite(*detect(oracle.files).generator, oracle.files)) {
  post = parsePost(Path(oracle.path), Text(oracle.files.read(Path(oracle.path)).value_or("")), site.generator(),
                   site.config());
  site = site.withPost(post);
}

}  // namespace galley::test
