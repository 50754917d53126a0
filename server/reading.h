// One pass over the files of a site: list them, then parse what is new or changed, a piece at a time. Pieces run one
// after the other, on any thread, and own this meanwhile; who runs them looks at it in between.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <stop_token>
#include <vector>

#include "analysis/site/facts.h"
#include "analysis/site/files.h"
#include "analysis/site/generator.h"
#include "analysis/site/index.h"
#include "analysis/site/site.h"

namespace galley::server {

struct Reading {
  // given
  std::shared_ptr<const Files> files;
  const Generator* generator = nullptr;
  std::shared_ptr<const Site> before;
  std::shared_ptr<const FactsOf> factsBefore;
  std::uint64_t configHashBefore = 0;
  std::set<Path> changed;  // to be read again whatever their time says
  std::stop_token stop;

  // found
  std::shared_ptr<const Site> site;        // the newest value, no open posts in it; null before the listing
  std::shared_ptr<const FactsOf> swapped;  // what `site` was built from
  std::uint64_t configHash = 0;
  std::size_t next = 0;  // posts that are parsed, of `todo`
  std::vector<Path> todo;
  bool fresh = false;  // `site` is newer than when whoever looks set this to false

  /// The first one of a site gives a newer value now and then; a later one only at its end, if anything differs.
  [[nodiscard]] bool isFirst() const { return !before->complete(); }
  [[nodiscard]] bool done() const { return site && next == todo.size(); }

  /// Does the next piece, a few milliseconds but for the listing. Not after done().
  void step();

 private:
  void list();
  void parse();

  FactsOf facts_;
  std::size_t swapAt_ = 0;
  bool differs_ = false;  // anything from before
};

}  // namespace galley::server
