// The real converters, each run as a program of its own over many files at once. One row a generator.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/agreement/constructs.h"

namespace galley::agreement {

struct Converter {
  std::string_view generator;  // the name of a site's folder begins with it
  std::string_view name;
  const char* probe;    // succeeds where the converter is installed
  const char* command;  // takes the names of files, prints a row of constructs (see constructs.h) for each; `$here` is
                        // the folder of this file
  Folding folding{};
  double floor = 99.5;  // per cent that must agree
};

std::span<const Converter> converters();

/// The row of a site's folder (`jekyll`, `jekyll-name`), or null.
const Converter* converterOf(std::string_view folder);

bool isInstalled(const Converter& converter);

/// The rows for all files of a folder in the order of their names; nothing where the converter fails.
std::optional<std::vector<nlohmann::json>> convert(const Converter& converter, const std::string& folder);

}  // namespace galley::agreement
