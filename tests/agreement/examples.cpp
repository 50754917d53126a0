// See the header.
#include "tests/agreement/examples.h"

#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <utility>

namespace galley::agreement {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr const char* kinds[] = {"headings", "links", "images"};

fs::path oracles() { return fs::path(GALLEY_SOURCE_DIR) / "tests/oracles"; }
fs::path recordOf(const Converter& converter) { return oracles() / converter.generator / "examples.json"; }

/// A row without its empty lists, or with them: most are empty.
json packed(const json& row) {
  json result = json::object();
  for (const char* kind : kinds)
    if (!row[kind].empty()) result[kind] = row[kind];
  return result;
}
json unpacked(const json& packed) {
  json row;
  for (const char* kind : kinds) row[kind] = packed.value(kind, json::array());
  return row;
}

}  // namespace

std::vector<Example> examples() {
  std::vector<Example> all;
  for (const std::string specification : {"commonmark", "gfm"}) {
    std::ifstream file(oracles() / (specification + ".json"));
    const json oracle = json::parse(file);
    for (const json& row : oracle["examples"]) {
      char name[32];
      std::snprintf(name, sizeof name, "%s-%03d", specification.c_str(), row["number"].get<int>());
      all.push_back({name, row["markdown"]});
    }
  }
  return all;
}

std::optional<std::vector<json>> askForExamples(const Converter& converter) {
  const fs::path scratch = fs::temp_directory_path() / ("galley-examples-" + std::to_string(getpid()));
  fs::create_directories(scratch);
  const auto all = examples();
  for (const Example& example : all)
    std::ofstream(scratch / (example.name + ".md"), std::ios::binary) << example.markdown;
  auto rows = convert(converter, scratch);
  fs::remove_all(scratch);
  if (!rows || rows->size() != all.size()) return std::nullopt;
  for (json& row : *rows) row.erase("file");
  return rows;
}

std::vector<json> recordedExamples(const Converter& converter) {
  std::ifstream file(recordOf(converter));
  const json record = json::parse(file);
  std::vector<json> rows;
  for (const Example& example : examples()) rows.push_back(unpacked(record.value(example.name, json::object())));
  return rows;
}

bool recordExamples(const Converter& converter) {
  const auto rows = askForExamples(converter);
  if (!rows) return false;
  std::ofstream file(recordOf(converter));
  const char* separator = "{\n";
  for (std::size_t i = 0; const Example& example : examples()) {
    const json row = packed((*rows)[i++]);
    if (row.empty()) continue;
    file << std::exchange(separator, ",\n") << json(example.name) << ":" << row;
  }
  file << "\n}\n";
  return file.good();
}

}  // namespace galley::agreement
