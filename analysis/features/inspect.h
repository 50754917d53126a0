// What galley believes of a site and of one post, as plain data: the model that the editors' features use, laid open so
// that anyone can hold it against the generator's own output. Computes nothing that the features do not.
// What is not known yet has no field here. Pure; any thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "analysis/site/post.h"
#include "analysis/site/view.h"
#include "analysis/text/place.h"

namespace galley {

/// What became of the front matter when the generator read it.
enum class FrontMatterState {
  read,   // as the author wrote it
  none,   // there is none, or the generator sees none
  lost,   // the page is published without it
  fatal,  // the build stops, or the page is dropped
};

struct InspectedHeading {
  int level = 1;
  std::string text;
  Place place;
};

/// A link or an image, as written.
struct InspectedLink {
  Place place;  // the whole construct
  bool image = false;
  std::optional<std::string> text;  // alt text of an image; nothing: none is given
  std::string written;              // the destination in the source
};

struct InspectedPage {
  Path path;
  PostKind kind = PostKind::page;
  FrontMatterState frontMatter = FrontMatterState::none;
  std::string title;
  std::optional<DateTime> date;
  std::string layout;
  std::map<std::string, std::vector<std::string>> terms{};  // of every taxonomy of the generator, each term once
  std::vector<InspectedHeading> headings{};                 // in the order of the text
  std::vector<InspectedLink> links{};                       // the same
};

InspectedPage inspect(const View& view, const Post& post);

struct InspectedSite {
  std::string generator;
  std::string theme;  // empty: none
  std::vector<Path> config;
  std::string baseUrl, basePath;
  std::vector<std::string> uncertain;
  std::size_t posts = 0, drafts = 0, pages = 0, assets = 0;
  std::map<std::string, std::size_t> terms{};  // how many each taxonomy has
};

InspectedSite inspect(const View& view);

}  // namespace galley
