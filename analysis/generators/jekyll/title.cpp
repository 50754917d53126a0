// The title of a page: its own, else for a post one made from its file name (Jekyll's Utils.titleize_slug).
#include "analysis/generators/jekyll/jekyll.h"

namespace galley::jekyll {

std::string titleOf(const Post& post, const Config& config) {
  const Value* own = findValue(post, config, "title");
  if (own != nullptr && own->kind == Value::Kind::scalar && typeOf(*own, YamlSchema::psych) != ScalarType::null &&
      booleanOf(*own, YamlSchema::psych) != false) {
    return own->text;
  }
  if (post.kind != PostKind::post && post.kind != PostKind::draft && post.kind != PostKind::document) return {};
  const auto name = postNameOf(post.path);
  std::string title = name ? name->slug : std::string(post.path.stem());
  bool begins = true;
  for (char& c : title) {
    if (c == '-') {
      c = ' ';
      begins = true;
    } else {
      if (begins && c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
      if (!begins && c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
      begins = false;
    }
  }
  return title;
}

}  // namespace galley::jekyll
