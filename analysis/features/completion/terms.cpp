// Tags, categories and the like: the site's own, most used first. Never a word that the site does not have.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/features/completion/source.h"
#include "analysis/text/hangul.h"
#include "analysis/text/rich_text.h"
#include "analysis/text/unicode.h"

namespace galley {
namespace {

constexpr std::string_view blanks = " \t";

// What is being typed, and what stands beside it.
struct Slot {
  Span span;                        // what an item replaces
  std::string typed;                // the text from its beginning to the cursor, without its quote
  std::vector<std::string> others;  // the other items or words: not offered again
  bool word = false;                // one word of a string that is split at blanks
};

std::vector<std::string> wordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t at = text.find_first_not_of(blanks); at != std::string_view::npos;
       at = text.find_first_not_of(blanks, at)) {
    const std::size_t end = std::min(text.find_first_of(blanks, at), text.size());
    words.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return words;
}

// The inside of an item: without the quote that opens it and the one that closes it.
Span insideOf(const Text& text, const FrontMatterPlace& place) {
  Span inside = place.item;
  if (place.quote == 0 || inside.empty()) return inside;
  ++inside.begin;
  if (!inside.empty() && text.bytes()[inside.end - 1] == place.quote) --inside.end;
  return inside;
}

Slot slotOf(const Text& text, const FrontMatterPlace& place, bool splitBlanks, std::size_t offset) {
  Slot slot;
  slot.span = place.item;
  slot.others = place.siblings;
  const Span inside = insideOf(text, place);
  std::size_t from = std::min(inside.begin, offset);
  if (splitBlanks && place.form == FrontMatterPlace::Form::plain) {
    slot.word = true;
    const std::string_view whole = text.slice(inside);
    const std::size_t cursor = std::clamp(offset, inside.begin, inside.end) - inside.begin;
    const std::size_t before = cursor == 0 ? std::string_view::npos : whole.find_last_of(blanks, cursor - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    const std::size_t end = std::min(whole.find_first_of(blanks, cursor), whole.size());
    for (const std::string_view rest : {whole.substr(0, begin), whole.substr(end)})
      for (std::string& word : wordsOf(rest)) slot.others.push_back(std::move(word));
    // A lone word is the whole value, and may get quotes; one of several, or one in quotes, lies inside of the string.
    if (!slot.others.empty() || place.quote != 0) slot.span = {inside.begin + begin, inside.begin + end};
    from = inside.begin + begin;
  }
  if (offset > from) slot.typed = std::string(text.slice({from, offset}));
  return slot;
}

std::string inQuotes(std::string_view name, char quote) {
  std::string all(1, quote);
  for (const char byte : name) {
    if (quote == '\'' && byte == '\'') all += '\'';
    if (quote == '"' && (byte == '"' || byte == '\\')) all += '\\';
    all += byte;
  }
  return all + quote;
}

// How a name is written in the slot; nothing where it cannot be said there.
std::optional<std::string> spell(const std::string& name, const Slot& slot, const FrontMatterPlace& place,
                                 FrontMatterFormat format) {
  if (slot.word) {
    if (name.empty() || name.find_first_of(" \t\r\n") != std::string::npos) return std::nullopt;
    if (place.quote != 0) {
      const std::string quoted = inQuotes(name, place.quote);
      return quoted.substr(1, quoted.size() - 2);
    }
    if (!slot.others.empty()) {
      std::string whole;
      for (const std::string& other : slot.others) whole += other + " ";
      if (needsQuotes(whole + name, false)) return std::nullopt;  // the string would become something else
      return name;
    }
  }
  if (place.quote != 0) return inQuotes(name, place.quote);
  if (format != FrontMatterFormat::yaml) return inQuotes(name, '"');
  return quotedIfNeeded(name, place.form == FrontMatterPlace::Form::flowItem);
}

std::string rankText(std::size_t rank) {
  const std::string number = std::to_string(rank);
  return std::string(number.size() < 6 ? 6 - number.size() : 0, '0') + number;
}

RichText latestPosts(const TermUse& use) {
  RichText text;
  for (const Facts* post : use.latest) {
    text.item();
    if (post->date) text.say(isoOf(*post->date).substr(0, 10)).say(" ");
    text.quote(post->title.empty() ? post->path.name() : std::string_view(post->title));
  }
  return text;
}

}  // namespace

std::optional<CompletionList> completeTerms(const View& view, const Post& post, const FrontMatterPlace& place,
                                            std::size_t offset) {
  if (place.kind != FrontMatterPlace::Kind::value) return std::nullopt;
  const auto taxonomies = view.site.generator().taxonomies;
  const auto taxonomy =
      std::find_if(taxonomies.begin(), taxonomies.end(), [&](const Taxonomy& one) { return one.key == place.key; });
  if (taxonomy == taxonomies.end()) return std::nullopt;

  const Slot slot = slotOf(post.text, place, taxonomy->splitBlanks, offset);
  const std::string typed = keystrokesOf(folded(slot.typed));
  const std::string held(post.text.slice(slot.span));
  // `tags:|` and `-|` want a blank before the value.
  const char before = slot.span.begin > 0 ? post.text.bytes()[slot.span.begin - 1] : '\n';
  const bool needsBlank =
      slot.span.empty() && (before == ':' || before == '-') && place.form != FrontMatterPlace::Form::flowItem;

  CompletionList list;
  list.incomplete = true;  // editors that filter by themselves would not find the middle of a word
  for (const TermUse& use : view.site.index().terms(taxonomy->name, &post.path)) {
    stopHere(view);
    if (keystrokesOf(folded(use.name)).find(typed) == std::string::npos) continue;
    if (std::find(slot.others.begin(), slot.others.end(), use.name) != slot.others.end()) continue;
    const auto spelt = spell(use.name, slot, place, post.frontMatter.format);
    if (!spelt) continue;
    const RichText latest = latestPosts(use);
    list.items.push_back({
        .kind = CompletionItem::Kind::term,
        .label = use.name,
        .detail = std::to_string(use.count) + (use.count == 1 ? " post" : " posts"),
        .documentation = latest.markdown(),
        .plainDocumentation = latest.plain(),
        .edit = {slot.span, (needsBlank ? " " : "") + *spelt},
        .filterText = held + use.name,
        .sortText = rankText(list.items.size()),
    });
  }
  return list;
}

}  // namespace galley
