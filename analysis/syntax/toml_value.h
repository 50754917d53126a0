// A TOML value with the spans of its items, and where it ends. What is broken inside is reported; the rest is read.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "analysis/syntax/mistake.h"
#include "analysis/syntax/value.h"
#include "analysis/syntax/yaml_source.h"

namespace galley {

/// A text of TOML: what yaml_source.h gives is enough for it, too.
using TomlSource = YamlSource;

struct TomlKey {
  std::string text;
  Span span;  // with quotes
};
/// The parts of a key (`a."b c".d`) that begin at `pos`, which goes behind them; empty where no key stands there.
std::vector<TomlKey> scanTomlKey(const TomlSource& source, std::size_t& pos);

/// Puts a value under a key into a list of entries, with maps for the parts before the last. False if it is there
/// already.
bool addTomlEntry(std::vector<Entry>& entries, const std::vector<TomlKey>& key, Entry last);

struct TomlValueScan {
  Value value;
  std::size_t end = 0;
  bool readable = true;
  std::vector<FrontMatterProblem> problems;
};
/// `begin` is at the first byte of the value; it ends at the limit at the latest.
TomlValueScan scanTomlValue(const TomlSource& source, std::size_t begin);

}  // namespace galley
