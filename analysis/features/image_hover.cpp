// See the header. Reads the head of the file, no more; never asks the network.
#include "analysis/features/image_hover.h"

#include <algorithm>

#include "analysis/syntax/image_header.h"
#include "analysis/text/rich_text.h"

namespace galley {
namespace {

constexpr std::string_view separator = " · ";

// A picture as it is written, wherever that is.
struct Written {
  std::string_view destination;
  std::optional<std::string_view> alt;  // nothing: none can be written there, or none is
  bool decorative = false;              // alt="" in HTML: the author says that it says nothing
  bool takesAlt = true;
  std::string_view title;
  std::string shownWidth, shownHeight;  // of an <img>
};

Written writtenOf(const Post& post, const Link& image) {
  Written written;
  written.destination = image.destination;
  if (image.text) written.alt = *image.text;
  if (written.alt && written.alt->empty()) {
    written.decorative = image.syntax == Link::Syntax::html;
    if (!written.decorative) written.alt.reset();
  }
  written.title = image.title;
  if (image.tag && *image.tag < post.markdown.tags.size()) {
    const HtmlTags& tags = post.markdown.tags;
    const HtmlTag& tag = tags[*image.tag];
    const std::string_view source = post.text.bytes();
    if (const HtmlAttribute* width = tags.find(tag, source, "width")) written.shownWidth = width->value(source);
    if (const HtmlAttribute* height = tags.find(tag, source, "height")) written.shownHeight = height->value(source);
  }
  return written;
}

// Alt text, title and the size that the page asks for: what the post itself says.
void sayWords(RichText& text, const Written& written) {
  if (written.takesAlt) {
    text.say(separator);
    if (written.decorative) {
      text.say("alt text empty (decorative)");
    } else if (written.alt) {
      text.say("alt text “").quote(*written.alt).say("”");
    } else {
      text.say("no alt text");
    }
  }
  if (!written.title.empty()) text.say(separator).say("title “").quote(written.title).say("”");
  if (!written.shownWidth.empty()) text.say(separator).say("shown with width ").code(written.shownWidth);
  if (!written.shownHeight.empty())
    text.say(written.shownWidth.empty() ? separator : " and ")
        .say(written.shownWidth.empty() ? "shown with height " : "height ")
        .code(written.shownHeight);
}

void sayPaths(RichText& text, const std::vector<Path>& paths, std::size_t most) {
  for (std::size_t i = 0; i < std::min(paths.size(), most); ++i) {
    if (i > 0) text.say(", ");
    text.code(paths[i].str());
  }
}

std::string article(ImageFormat format) {
  const std::string_view name = nameOf(format);
  const bool an = format == ImageFormat::avif || format == ImageFormat::svg || format == ImageFormat::ico;
  return (an ? "an " : "a ") + std::string(name);
}

void sayTrouble(RichText& text, const ImageHeader& header, const Path& path) {
  using State = ImageHeader::State;
  const auto warn = [&](std::string_view words) { text.paragraph().say("⚠ ").say(words); };
  const auto promised = formatOfExtension(path.extension());
  switch (header.state) {
    case State::ok:
      break;
    case State::empty:
      warn("The file is empty: no picture will show.");
      break;
    case State::corrupt:
      warn("The file is corrupt: it begins as " + article(*header.format) + ", and what follows is none.");
      break;
    case State::truncated:
      warn("The file is truncated: it ends before the size of the picture.");
      break;
    case State::beyondHead:
      break;
    case State::unknownFormat:
      if (promised) warn("The file is not " + article(*promised) + ", nor any picture that galley knows.");
      break;
  }
  if (header.cutShort) warn("The file is truncated: a part of the picture is missing.");
  if (header.format && promised && *promised != *header.format) {
    warn("The name ends in ");
    text.code(path.extension()).say(", but the file is " + article(*header.format) + ".");
  }
}

void sayLocal(const View& view, const Path& path, const Written& written, RichText& text, Hover& hover) {
  const auto info = std::lower_bound(view.site.files().begin(), view.site.files().end(), path,
                                     [](const FileInfo& file, const Path& wanted) { return file.path < wanted; });
  const auto head = view.files.head(path, imageHeadBytes);
  std::uint64_t size = head ? head->size() : 0;
  if (info != view.site.files().end() && info->path == path) size = std::max(size, info->size);
  if (!head) {
    text.strong("The file cannot be read");
    sayWords(text, written);
    text.say(separator).code(path.str());
    return;
  }
  const ImageHeader header = readImageHeader(*head, size);
  const bool empty = header.state == ImageHeader::State::empty;
  text.strong(header.format ? nameOf(*header.format)
                            : std::string_view(empty ? "Empty file" : "No known picture format"));
  if (header.width && header.height) {
    text.say(separator).say(std::to_string(*header.width) + " × " + std::to_string(*header.height) + " pixels");
  } else if (!empty) {
    text.say(separator).say("size in pixels unknown");
  }
  text.say(separator).say(sizeForPeople(size));
  sayWords(text, written);
  text.say(separator).code(path.str());
  sayTrouble(text, header, path);

  const bool shows = header.state == ImageHeader::State::ok || header.state == ImageHeader::State::beyondHead;
  if (shows && view.client.markdown && view.client.images) {
    constexpr std::uint32_t most = 400;
    hover.picture = path;
    hover.pictureWidth = header.width.value_or(most) > most ? most : 0;
  }
}

void sayMissing(const View& view, const Resolved& resolved, const Written& written, RichText& text) {
  text.strong(resolved.certain ? "No such file" : "No such file here");
  sayWords(text, written);
  text.paragraph().say("Looked for ");
  if (resolved.looked.empty()) {
    text.code(resolved.target.path.str());
  } else {
    sayPaths(text, resolved.looked, 4);
  }
  text.say(".");
  if (!resolved.certain) text.say(" Something that galley does not see may make it.");
  const auto nearest = view.site.nearestFiles(resolved.target.path, 3);
  if (nearest.empty()) return;
  text.paragraph().say(nearest.size() == 1 ? "The nearest name that exists: " : "The nearest names that exist: ");
  sayPaths(text, nearest, nearest.size());
  text.say(".");
}

void sayRemote(const std::string& url, const Written& written, RichText& text) {
  if (url.starts_with("data:")) {
    text.strong("A picture inside of the text").say(separator).code(url.substr(5, url.find_first_of(";,") - 5));
    text.say(separator).say(sizeForPeople(url.size())).say(" of text");
    sayWords(text, written);
    return;
  }
  text.strong("A picture of another site");
  const Path name(url.substr(0, url.find_first_of("?#")));
  if (const auto format = formatOfExtension(name.extension()))
    text.say(separator).say(nameOf(*format)).say(" by its name");
  sayWords(text, written);
  text.paragraph().code(url);
  text.paragraph().say("Its size is not known: galley opens no network connection.");
}

void sayOutside(const Site& site, const Written& written, RichText& text) {
  text.strong("Outside of this site");
  sayWords(text, written);
  const std::string& base = site.config().basePath;
  text.paragraph().code(written.destination).say(" does not begin with ").code(base).say(", where this site lies.");
  const Path file(written.destination);
  if (!site.hasFile(file)) return;
  text.paragraph()
      .say("The file ")
      .code(file.str())
      .say(" exists: its address is ")
      .code(base + "/" + file.str())
      .say(".");
}

Hover describe(const View& view, const Resolved& resolved, const Written& written, Span span) {
  Hover hover;
  hover.span = span;
  RichText text;
  if (written.destination.empty()) {
    text.strong("A picture without a file");
    sayWords(text, written);
  } else {
    switch (resolved.target.kind) {
      case Target::Kind::local:
        if (resolved.exists) {
          sayLocal(view, resolved.target.path, written, text, hover);
        } else {
          sayMissing(view, resolved, written, text);
        }
        break;
      case Target::Kind::remote:
        sayRemote(resolved.target.url.empty() ? std::string(written.destination) : resolved.target.url, written, text);
        break;
      case Target::Kind::outside:
        sayOutside(view.site, written, text);
        break;
      case Target::Kind::unknown:
        text.strong("A picture whose file cannot be known");
        sayWords(text, written);
        text.paragraph().code(written.destination);
        if (!resolved.target.why.empty()) text.paragraph().quote(resolved.target.why);
        break;
    }
  }
  hover.markdown = text.markdown();
  hover.plain = text.plain();
  return hover;
}

}  // namespace

Hover imageHover(const View& view, const Post& post, const Link& image, Span span) {
  const Written written = writtenOf(post, image);
  return describe(view, findImage(view.site, post, written.destination), written, span);
}

Hover imageHover(const View& view, const Post& post, const FieldImage& image, Span span) {
  Written written;
  written.destination = image.written;
  // Themes that take alt text keep it beside the path: image.path and image.alt.
  const std::string_view key = image.field->key;
  const std::size_t dot = key.rfind('.');
  const Value* alt =
      dot == std::string_view::npos ? nullptr : view.site.findValue(post, std::string(key.substr(0, dot)) + ".alt");
  written.takesAlt = alt != nullptr;
  if (alt != nullptr && alt->kind == Value::Kind::scalar && !alt->text.empty()) written.alt = alt->text;
  return describe(view, findFieldImage(view.site, post, image), written, span);
}

}  // namespace galley
