// See the header.
#include "analysis/text/path.h"

namespace galley {

Path::Path(std::string_view text) {
  while (!text.empty()) {
    const std::size_t slash = text.find('/');
    const std::string_view part = text.substr(0, slash);
    text = slash == std::string_view::npos ? std::string_view{} : text.substr(slash + 1);
    if (part.empty() || part == ".") continue;
    if (part == "..") {
      const std::size_t last = text_.rfind('/');
      text_.erase(last == std::string::npos ? 0 : last);
      continue;
    }
    if (!text_.empty()) text_ += '/';
    text_ += part;
  }
}

std::string_view Path::name() const {
  const std::size_t slash = text_.rfind('/');
  return slash == std::string::npos ? std::string_view(text_) : std::string_view(text_).substr(slash + 1);
}

std::string_view Path::extension() const {
  const std::string_view last = name();
  const std::size_t dot = last.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? std::string_view{} : last.substr(dot);
}

std::string_view Path::stem() const {
  const std::string_view last = name();
  return last.substr(0, last.size() - extension().size());
}

Path Path::parent() const {
  const std::size_t slash = text_.rfind('/');
  Path folder;
  if (slash != std::string::npos) folder.text_ = text_.substr(0, slash);
  return folder;
}

Path Path::operator/(std::string_view relative) const {
  return Path(text_.empty() ? std::string(relative) : text_ + "/" + std::string(relative));
}

bool Path::isWithin(const Path& folder) const {
  if (folder.empty() || *this == folder) return true;
  return text_.size() > folder.text_.size() && text_.starts_with(folder.text_) && text_[folder.text_.size()] == '/';
}

}  // namespace galley
