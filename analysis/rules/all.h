// The sorted list of every rule.
#pragma once

#include <span>
#include <string_view>

#include "analysis/site/rule.h"

namespace galley {

std::span<const Rule* const> allRules();
const Rule* findRule(std::string_view id);

}  // namespace galley
