// See the header.
#include "analysis/site/facts.h"

#include "analysis/site/config.h"
#include "analysis/site/generator.h"

namespace galley {

std::uint64_t hashOf(std::string_view text) {
  std::uint64_t hash = 14695981039346656037ULL;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

Facts factsOf(const Post& post, const Generator& generator, const Config& config) {
  Facts facts;
  facts.path = post.path;
  facts.kind = post.kind;
  facts.textHash = hashOf(post.text.bytes());
  facts.title = generator.titleOf(post, config);
  facts.date = generator.datesOf(post, config).effective;
  facts.terms = generator.termsOf(post, config);
  if (const Value* layout = findValue(post, config, "layout")) facts.layout = layout->text;
  for (const Entry& entry : post.frontMatter.entries) facts.keys.push_back(entry.key);
  return facts;
}

}  // namespace galley
