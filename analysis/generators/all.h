// Every generator that galley knows, in the order in which they are asked, and who recognises a folder.
#pragma once

#include <span>

#include "analysis/site/files.h"
#include "analysis/site/generator.h"

namespace galley {

std::span<const Generator* const> allGenerators();

struct Detected {
  const Generator* generator = nullptr;
  enum class Strength { none, weak, strong } strength = Strength::none;
};
/// What the folder at the root of `files` is by the markers in it. None: `plain`.
Detected detect(const Files& files);

extern const Generator plain;

}  // namespace galley
