// See the header.
#include "analysis/site/index.h"

#include <algorithm>
#include <unordered_map>

namespace galley {
namespace {

constexpr std::size_t latestPosts = 3;

bool isNewer(const Facts* a, const Facts* b) {
  const bool dated = a->date.has_value();
  if (dated != b->date.has_value()) return dated;
  if (dated && instantOf(*a->date) != instantOf(*b->date)) return instantOf(*a->date) > instantOf(*b->date);
  return b->path < a->path;
}

bool hasTerm(const Facts& facts, std::string_view taxonomy, std::string_view name) {
  return std::any_of(facts.terms.begin(), facts.terms.end(),
                     [&](const Term& term) { return term.taxonomy == taxonomy && term.name == name; });
}

}  // namespace

struct Index::Base {
  std::shared_ptr<const FactsOf> facts;
  /// taxonomy → term → its posts, the newest first.
  std::map<std::string, std::unordered_map<std::string, std::vector<const Facts*>>, std::less<>> posts;
};

Index::Index(std::shared_ptr<const FactsOf> facts) {
  auto base = std::make_shared<Base>();
  base->facts = std::move(facts);
  std::vector<const Facts*> newest;
  newest.reserve(base->facts->size());
  for (const auto& [path, one] : *base->facts) newest.push_back(one.get());
  std::sort(newest.begin(), newest.end(), isNewer);
  for (const Facts* one : newest) {
    for (const Term& term : one->terms) {
      auto& list = base->posts[term.taxonomy][term.name];
      if (list.empty() || list.back() != one) list.push_back(one);
    }
  }
  base_ = std::move(base);
}

Index Index::withOverlay(std::shared_ptr<const FactsOf> overlay) const {
  Index next = *this;
  next.overlay_ = std::move(overlay);
  return next;
}

std::size_t Index::size() const {
  std::size_t count = base_ ? base_->facts->size() : 0;
  if (overlay_) {
    for (const auto& [path, facts] : *overlay_) count += base_ && base_->facts->contains(path) ? 0 : 1;
  }
  return count;
}

const Facts* Index::find(const Path& path) const {
  if (overlay_) {
    if (const auto open = overlay_->find(path); open != overlay_->end()) return open->second.get();
  }
  if (!base_) return nullptr;
  const auto closed = base_->facts->find(path);
  return closed == base_->facts->end() ? nullptr : closed->second.get();
}

std::vector<const Facts*> Index::all() const {
  static const FactsOf nothing;
  const FactsOf& base = base_ ? *base_->facts : nothing;
  const FactsOf& open = overlay_ ? *overlay_ : nothing;
  std::vector<const Facts*> all;
  all.reserve(base.size() + open.size());
  auto a = base.begin();
  auto b = open.begin();
  while (a != base.end() || b != open.end()) {
    if (b == open.end() || (a != base.end() && a->first < b->first)) {
      all.push_back((a++)->second.get());
    } else {
      if (a != base.end() && a->first == b->first) ++a;
      all.push_back((b++)->second.get());
    }
  }
  return all;
}

std::vector<TermUse> Index::terms(std::string_view taxonomy, const Path* except) const {
  const auto isOpen = [&](const Path& path) { return overlay_ && overlay_->contains(path); };
  // What the overlay says, newest first.
  std::unordered_map<std::string, std::vector<const Facts*>> open;
  if (overlay_) {
    std::vector<const Facts*> newest;
    for (const auto& [path, facts] : *overlay_) {
      if (except == nullptr || path != *except) newest.push_back(facts.get());
    }
    std::sort(newest.begin(), newest.end(), isNewer);
    for (const Facts* facts : newest) {
      for (const Term& term : facts->terms) {
        if (term.taxonomy != taxonomy) continue;
        auto& list = open[term.name];
        if (list.empty() || list.back() != facts) list.push_back(facts);
      }
    }
  }
  std::vector<TermUse> uses;
  const auto add = [&](const std::string& name, const std::vector<const Facts*>* closed) {
    TermUse use{.name = name, .count = 0, .latest = {}};
    if (const auto found = open.find(name); found != open.end()) {
      use.count = found->second.size();
      use.latest.assign(found->second.begin(),
                        found->second.begin() + static_cast<std::ptrdiff_t>(std::min(use.count, latestPosts)));
    }
    if (closed != nullptr) {
      std::size_t hidden = 0;
      if (overlay_) {
        for (const auto& [path, facts] : *overlay_) {
          const auto base = base_->facts->find(path);
          if (base != base_->facts->end() && hasTerm(*base->second, taxonomy, name)) ++hidden;
        }
      }
      if (except != nullptr && !isOpen(*except)) {
        const auto base = base_->facts->find(*except);
        if (base != base_->facts->end() && hasTerm(*base->second, taxonomy, name)) ++hidden;
      }
      use.count += closed->size() - hidden;
      std::size_t taken = 0;
      for (const Facts* facts : *closed) {
        if (taken == latestPosts) break;
        if (isOpen(facts->path) || (except != nullptr && facts->path == *except)) continue;
        use.latest.push_back(facts);
        ++taken;
      }
      std::sort(use.latest.begin(), use.latest.end(), isNewer);
      if (use.latest.size() > latestPosts) use.latest.resize(latestPosts);
    }
    if (use.count > 0) uses.push_back(std::move(use));
  };
  if (base_) {
    if (const auto found = base_->posts.find(taxonomy); found != base_->posts.end()) {
      for (const auto& [name, posts] : found->second) add(name, &posts);
      for (const auto& [name, posts] : open) {
        if (!found->second.contains(name)) add(name, nullptr);
      }
    } else {
      for (const auto& [name, posts] : open) add(name, nullptr);
    }
  } else {
    for (const auto& [name, posts] : open) add(name, nullptr);
  }
  std::sort(uses.begin(), uses.end(), [](const TermUse& a, const TermUse& b) {
    return a.count != b.count ? a.count > b.count : a.name < b.name;
  });
  return uses;
}

}  // namespace galley
