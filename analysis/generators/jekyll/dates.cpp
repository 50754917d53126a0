// The dates of a post: file name, front matter, and the one that counts. Front matter wins (Jekyll 4.3.1).
#include "analysis/generators/jekyll/jekyll.h"

namespace galley::jekyll {

Dates datesOf(const Post& post, const Config& config) {
  Dates dates;
  if (post.kind == PostKind::post) {
    if (const auto name = postNameOf(post.path); name && name->date.month >= 1 && name->date.month <= 12) {
      dates.fromName = DateTime{.date = dateOfDays(daysOf(name->date)), .offset = {}};
    }
  }
  const Value* value = findValue(post, config, "date");
  if (value != nullptr && value->kind == Value::Kind::list && value->items.size() == 1) value = &value->items[0];
  if (value != nullptr && (value->kind == Value::Kind::scalar || value->kind == Value::Kind::null)) {
    ReadDate read = readDate(value->text);
    dates.fromFrontMatter = read.value;
    if (value->text.empty()) {
      dates.problem = "The date is empty.";
    } else if (!read.problem.empty()) {
      dates.problem = "`" + value->text + "` is no date that can be read: " + read.problem + ".";
    }
  }
  dates.effective = dates.fromFrontMatter ? dates.fromFrontMatter : dates.fromName;
  return dates;
}

}  // namespace galley::jekyll
