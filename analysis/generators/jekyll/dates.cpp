// The dates of a post: front matter wins over the file name, and both are shown in the zone of the site.
#include "analysis/generators/jekyll/jekyll.h"
#include "analysis/generators/jekyll/ruby_value.h"
#include "analysis/site/time_zone.h"

namespace galley::jekyll {
namespace {

/// The zone's offset is put to a civil time; an instant is moved to the zone. Unknown zones leave a time as it is.
DateTime inZone(const DateTime& time, const Config& config) {
  const std::string_view zone = config.timeZone.empty() ? std::string_view("UTC") : std::string_view(config.timeZone);
  if (time.offset) {
    const std::int64_t instant = instantOf(time);
    const auto offset = offsetAt(zone, instant);
    return offset ? dateTimeOf(instant, *offset) : time;
  }
  DateTime shown = time;
  shown.hasTime = true;
  shown.offset = offsetAtLocal(zone, instantOf(time));
  return shown;
}

}  // namespace

Dates datesOf(const Post& post, const Config& config) {
  Dates dates;
  const bool named = post.kind == PostKind::post || post.kind == PostKind::draft || post.kind == PostKind::document;
  if (const std::string_view day = nameOf(post.path).day; named && !day.empty()) {
    if (const auto date = rubyDayOf(day)) {
      dates.fromName = DateTime{.date = *date};
      dates.effective = inZone(*dates.fromName, config);
    } else {
      dates.nameProblem = "`" + std::string(day) + "` in the file name is no date.";
    }
  }
  const Entry* entry = post.frontMatter.find("date");
  if (entry == nullptr || !entry->readable) return dates;
  RubyDate read = rubyDateOf(entry->value);
  if (read.time) {
    dates.fromFrontMatter = read.time;
    dates.effective = inZone(*read.time, config);
  } else if (named) {
    dates.problem = std::move(read.problem);
  }
  return dates;
}

}  // namespace galley::jekyll
