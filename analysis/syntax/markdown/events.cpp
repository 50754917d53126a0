// See the header.
#include "analysis/syntax/markdown/events.h"

#include <md4c.h>

#include <functional>
#include <limits>

namespace galley {
namespace {

static_assert(static_cast<int>(Block::document) == MD_BLOCK_DOC && static_cast<int>(Block::paragraph) == MD_BLOCK_P &&
              static_cast<int>(Block::cell) == MD_BLOCK_TD);
static_assert(static_cast<int>(Inline::emphasis) == MD_SPAN_EM && static_cast<int>(Inline::image) == MD_SPAN_IMG &&
              static_cast<int>(Inline::displayMath) == MD_SPAN_LATEXMATH_DISPLAY);
static_assert(static_cast<int>(TextKind::normal) == MD_TEXT_NORMAL &&
              static_cast<int>(TextKind::html) == MD_TEXT_HTML &&
              static_cast<int>(TextKind::math) == MD_TEXT_LATEXMATH);

struct Collector {
  const std::string& text;
  std::size_t budget;
  Events events;

  int add(Event event) {
    if (events.list.size() >= budget) {
      events.truncated = true;
      return 1;  // md_parse stops at once
    }
    events.list.push_back(event);
    return 0;
  }

  /// Where md4c's characters stand: md4c points into the text, or at a copy of its own.
  void place(Event& event, const char* characters, MD_SIZE size) const {
    const char* const first = text.data();
    const std::less_equal<const char*> before;
    if (!characters || !before(first, characters) || !before(characters + size, first + text.size())) return;
    event.begin = static_cast<std::uint32_t>(characters - first);
    event.length = size;
  }
};

Collector& of(void* user) { return *static_cast<Collector*>(user); }

int enterBlock(MD_BLOCKTYPE type, void* detail, void* user) {
  Event event{.kind = Event::Kind::enterBlock, .type = static_cast<std::uint8_t>(type)};
  if (type == MD_BLOCK_H) {
    event.level = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
  } else if (type == MD_BLOCK_CODE) {
    event.mark = static_cast<const MD_BLOCK_CODE_DETAIL*>(detail)->fence_char;
  } else if (type == MD_BLOCK_LI) {
    const auto& item = *static_cast<const MD_BLOCK_LI_DETAIL*>(detail);
    if (item.is_task) {
      event.mark = item.task_mark;
      event.begin = item.task_mark_offset;
      event.length = 1;
    }
  }
  return of(user).add(event);
}

int leaveBlock(MD_BLOCKTYPE type, void*, void* user) {
  return of(user).add({.kind = Event::Kind::leaveBlock, .type = static_cast<std::uint8_t>(type)});
}

int enterSpan(MD_SPANTYPE type, void* detail, void* user) {
  Event event{.kind = Event::Kind::enterInline, .type = static_cast<std::uint8_t>(type)};
  if (type == MD_SPAN_A) {
    const auto& href = static_cast<const MD_SPAN_A_DETAIL*>(detail)->href;
    of(user).place(event, href.text, href.size);
  } else if (type == MD_SPAN_IMG) {
    const auto& source = static_cast<const MD_SPAN_IMG_DETAIL*>(detail)->src;
    of(user).place(event, source.text, source.size);
  }
  return of(user).add(event);
}

int leaveSpan(MD_SPANTYPE type, void*, void* user) {
  return of(user).add({.kind = Event::Kind::leaveInline, .type = static_cast<std::uint8_t>(type)});
}

int addText(MD_TEXTTYPE type, const MD_CHAR* characters, MD_SIZE size, void* user) {
  Event event{.kind = Event::Kind::text, .type = static_cast<std::uint8_t>(type), .length = size};
  of(user).place(event, characters, size);
  if (event.begin == Event::nowhere && size > 0) event.mark = *characters;
  return of(user).add(event);
}

}  // namespace

Events readEvents(const std::string& text, const Dialect& dialect) {
  Collector collector{text, 4 * text.size() + 1000, {}};
  if (text.size() >= std::numeric_limits<MD_SIZE>::max()) {
    collector.events.truncated = true;
    return std::move(collector.events);
  }
  MD_PARSER parser{};
  parser.enter_block = enterBlock;
  parser.leave_block = leaveBlock;
  parser.enter_span = enterSpan;
  parser.leave_span = leaveSpan;
  parser.text = addText;
  if (dialect.tables) parser.flags |= MD_FLAG_TABLES;
  if (dialect.strikethrough) parser.flags |= MD_FLAG_STRIKETHROUGH;
  if (dialect.taskLists) parser.flags |= MD_FLAG_TASKLISTS;
  if (dialect.bareUrls) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
  md_parse(text.c_str(), static_cast<MD_SIZE>(text.size()), &parser, &collector);
  return std::move(collector.events);
}

}  // namespace galley
