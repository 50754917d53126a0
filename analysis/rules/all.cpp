// Every rule, sorted by id: to add one, write its file and put its name here.
#include "analysis/rules/all.h"

#include <algorithm>
#include <iterator>

namespace galley {

extern const Rule badDate, badValue, brokenFrontMatter, dateMismatch, duplicateKey, missingImage, missingKey, notUtf8,
    smartQuotes, unknownKey, unknownLayout, unknownValue, wrongType;

static constexpr const Rule* rules[] = {
    &badDate, &badValue,    &brokenFrontMatter, &dateMismatch,  &duplicateKey, &missingImage, &missingKey,
    &notUtf8, &smartQuotes, &unknownKey,        &unknownLayout, &unknownValue, &wrongType,
};

std::span<const Rule* const> allRules() { return rules; }

const Rule* findRule(std::string_view id) {
  const auto* found = std::ranges::find(rules, id, &Rule::id);
  return found == std::end(rules) ? nullptr : *found;
}

}  // namespace galley
