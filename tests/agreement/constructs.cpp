// See the header.
#include "tests/agreement/constructs.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace galley::agreement {
namespace {

constexpr const char* kinds[] = {"headings", "links", "images"};

constexpr std::pair<std::string_view, std::string_view> typography[] = {
    {"“", "\""}, {"”", "\""},  {"„", "\""}, {"‘", "'"},  {"’", "'"},   {"—", "-"},
    {"–", "-"},  {"…", "..."}, {"«", "<<"}, {"»", ">>"}, {"---", "-"}, {"--", "-"},
};

std::string replaced(std::string text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
  return text;
}

std::string folded(std::string text, Folding folding) {
  if (folding.typography)
    for (const auto& [what, with] : typography) text = replaced(std::move(text), what, with);
  std::string result;
  for (const char c : text) {
    if (!std::isspace(static_cast<unsigned char>(c))) {
      result += c;
    } else if (!result.empty() && result.back() != ' ') {
      result += ' ';
    }
  }
  while (!result.empty() && result.back() == ' ') result.pop_back();
  return result;
}

/// A destination with its percent-encoding undone.
std::string decoded(const std::string& destination, Folding folding) {
  if (!folding.percents) return destination;
  std::string result;
  for (std::size_t i = 0; i < destination.size(); ++i) {
    const auto isHex = [&](std::size_t at) {
      return at < destination.size() && std::isxdigit(static_cast<unsigned char>(destination[at]));
    };
    if (destination[i] == '%' && isHex(i + 1) && isHex(i + 2)) {
      result += static_cast<char>(std::strtol(destination.substr(i + 1, 2).c_str(), nullptr, 16));
      i += 2;
    } else {
      result += destination[i];
    }
  }
  return result;
}

const char* nameOf(Link::Syntax syntax) {
  switch (syntax) {
    case Link::Syntax::inlined:
      return "[text](destination)";
    case Link::Syntax::full:
      return "[text][label]";
    case Link::Syntax::collapsed:
      return "[label][]";
    case Link::Syntax::shortcut:
      return "[label]";
    case Link::Syntax::autolink:
      return "<address>";
    case Link::Syntax::bareUrl:
      return "bare address";
    case Link::Syntax::html:
      return "HTML";
  }
  return "";
}

/// How something may be written that stands in the text like this.
std::string writtenIn(std::string_view source, const Construct& construct) {
  if (construct.kind == "headings") return "heading";
  const std::size_t at = construct.text.empty() ? std::string_view::npos : source.find(construct.text);
  if (at == std::string_view::npos) return "not as it is written";
  const std::string_view before = source.substr(at < 8 ? 0 : at - 8, std::min<std::size_t>(at, 8));
  if (before.find("](") != std::string_view::npos) return nameOf(Link::Syntax::inlined);
  if (before.find("]:") != std::string_view::npos) return "reference";
  if (!before.empty() && before.back() == '<') return nameOf(Link::Syntax::autolink);
  if (!before.empty() && (before.back() == '"' || before.back() == '\'' || before.back() == '='))
    return nameOf(Link::Syntax::html);
  return nameOf(Link::Syntax::bareUrl);
}

}  // namespace

Constructs constructsOf(const nlohmann::json& row, Folding folding) {
  Constructs found;
  for (const auto& heading : row["headings"])
    found.push_back(
        {"headings", std::to_string(heading[0].get<int>()) + " " + folded(heading[1].get<std::string>(), folding), ""});
  for (const char* kind : {"links", "images"})
    for (const auto& destination : row[kind])
      found.push_back({kind, folded(decoded(destination.get<std::string>(), folding), folding), ""});
  return found;
}

Constructs constructsOf(const Markdown& markdown, Folding folding) {
  Constructs found;
  for (const Heading& heading : markdown.headings)
    found.push_back({"headings", std::to_string(heading.level) + " " + folded(heading.text, folding),
                     heading.html ? nameOf(Link::Syntax::html) : "heading"});
  for (const bool images : {false, true})
    for (const Link& link : markdown.links)
      if (link.image == images)
        found.push_back(
            {images ? "images" : "links", folded(decoded(link.destination, folding), folding), nameOf(link.syntax)});
  return found;
}

Comparison compare(const Constructs& theirs, const Constructs& ours, std::string_view source) {
  Comparison result;
  std::map<std::pair<std::string, std::string>, std::vector<const Construct*>> left;  // of ours
  for (const Construct& construct : ours) left[{construct.kind, construct.text}].push_back(&construct);
  for (const char* kind : kinds) result.all[kind] += 0, result.equal[kind] += 0;
  Constructs common;
  std::vector<const Construct*> missing;
  for (const Construct& construct : theirs) {
    ++result.all[construct.kind];
    auto& same = left[{construct.kind, construct.text}];
    if (same.empty()) {
      missing.push_back(&construct);
      continue;
    }
    same.pop_back();
    ++result.equal[construct.kind];
    common.push_back(construct);
  }
  for (const Construct* construct : missing)
    result.differences.push_back(
        {construct->kind + " that galley does not find: " + writtenIn(source, *construct), construct->text});
  for (const auto& [key, rest] : left)
    for (const Construct* construct : rest) {
      ++result.all[construct->kind];
      result.differences.push_back(
          {construct->kind + " that the converter does not make: " + construct->written, construct->text});
    }
  // Of those that both have: ours in our order, beside theirs.
  std::map<std::pair<std::string, std::string>, std::size_t> count;
  for (const Construct& construct : common) ++count[{construct.kind, construct.text}];
  std::size_t next = 0;
  for (const Construct& construct : ours) {
    auto& times = count[{construct.kind, construct.text}];
    if (times == 0) continue;
    --times;
    if (next >= common.size() || common[next].kind != construct.kind || common[next].text != construct.text)
      result.ordered = false;
    ++next;
  }
  return result;
}

}  // namespace galley::agreement
