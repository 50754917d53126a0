// See the header.
#include "analysis/syntax/yaml_key.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

#include "analysis/syntax/yaml_scalar.h"

namespace galley {
namespace {

constexpr std::string_view fullWidthColon = "：";

}  // namespace

std::optional<YamlKey> yamlKeyAt(const YamlSource& source, std::size_t p) {
  while (source.at(p) == '&' || source.at(p) == '!') {  // an anchor or tag of the key
    std::size_t behind = p;
    while (!isYamlSpace(source.at(behind))) ++behind;
    p = source.skipBlanks(behind);
  }
  const char c = source.at(p);
  if (p >= source.limit || isYamlBreak(c) || isDash(source, p)) return std::nullopt;
  if (c == '*') {  // an alias as key
    std::size_t behind = p;
    while (!isYamlSpace(source.at(behind))) ++behind;
    const std::size_t colon = source.skipBlanks(behind);
    if (source.at(colon) != ':' || colon == behind) return std::nullopt;
    return YamlKey{{p, behind}, std::string(source.slice(p, behind)), colon};
  }
  if (c == '"' || c == '\'') {
    const YamlSource line{source.text, source.lineEnd(p)};
    const QuotedScan scan = scanQuoted(line, p);
    if (!scan.end) return std::nullopt;
    const std::size_t colon = source.skipBlanks(*scan.end);
    if (source.at(colon) != ':' || !isYamlSpace(source.at(colon + 1))) return std::nullopt;
    const Span span{p, *scan.end};
    const auto style = c == '"' ? ScalarStyle::doubleQuoted : ScalarStyle::singleQuoted;
    auto text = decodeScalar(source, span, style, 0);
    return YamlKey{span, text ? std::move(*text) : std::string(source.slice(p, *scan.end)), colon};
  }
  if (std::string_view(",[]{}#|>%@`").find(c) != std::string_view::npos) return std::nullopt;
  if ((c == '?' || c == ':') && isYamlSpace(source.at(p + 1))) return std::nullopt;
  const PlainLine line = scanPlainLine(source, p);
  if (!line.colon) return std::nullopt;
  const std::size_t end = source.trimEnd(p, *line.colon);
  return YamlKey{{p, end}, std::string(source.slice(p, end)), *line.colon};
}

std::optional<YamlKey> brokenYamlKeyAt(YamlLines& lines, std::size_t p) {
  const YamlSource& source = lines.source;
  if (std::string_view("!&*|>@%?-").find(source.at(p)) != std::string_view::npos) return std::nullopt;
  std::size_t i = p;
  while (i < source.limit && !isYamlSpace(source.text[i]) && source.text[i] != ':' &&
         !source.text.substr(i).starts_with(fullWidthColon) &&
         std::string_view("[]{},#\"'`").find(source.text[i]) == std::string_view::npos)
    ++i;
  if (i == p) return std::nullopt;
  YamlKey key{{p, i}, std::string(source.slice(p, i)), i};
  if (source.text.substr(i).starts_with(fullWidthColon)) {
    std::size_t behind = source.skipBlanks(i + fullWidthColon.size());
    while (source.text.substr(behind).starts_with("\u3000")) behind += 3;
    const Span colon{i, i + fullWidthColon.size()};
    const bool empty = isYamlBreak(source.at(behind));
    lines.report(Mistake::fullWidthColon, colon, key.text, {{{i, behind}, empty ? ":" : ": "}},
                 "Write an ordinary colon and a blank");
    return YamlKey{key.span, key.text, colon.end - 1};
  }
  if (source.at(i) != ':' || source.at(i + 1) == '/') return std::nullopt;
  lines.report(Mistake::noSpaceAfterColon, {i, i + 1}, key.text, {{{i + 1, i + 1}, " "}},
               "Put a blank behind the colon");
  return key;
}

void reportDuplicates(YamlLines& lines, const Value& map) {
  std::set<std::string_view> seen;
  for (std::size_t i = 0; i < map.entries.size(); ++i) {
    const Entry& second = map.entries[i];
    if (second.key == "<<" || seen.insert(second.key).second) continue;
    if (lines.problems.size() >= YamlLines::mostProblems) return;
    lines.report(Mistake::duplicateKey, second.keySpan, second.key, {}, "", false);
    if (map.flow) continue;
    const auto first = std::ranges::find(map.entries, second.key, &Entry::key);
    // The last one wins: take away what has no effect, or, where both say the same, the repetition.
    const bool same = lines.source.slice(first->span.begin, first->span.end) ==
                      lines.source.slice(second.span.begin, second.span.end);
    const Entry& needless = same ? second : *first;
    const std::size_t line = lines.lineBeginOf(needless.span.begin);
    if (lines.source.skipBlanks(line) != needless.span.begin) continue;  // `- key: x` in a list
    lines.problems.back().repair = {{{line, lines.source.nextLine(needless.span.end)}, ""}};
    lines.problems.back().repairTitle = same ? "Delete the repeated key" : "Delete the first one, which has no effect";
  }
}

}  // namespace galley
