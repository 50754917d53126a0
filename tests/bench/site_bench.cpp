// What a site costs: reading it, its index, and what an author waits for: a completion list, the diagnostics after a
// keystroke.
#include <benchmark/benchmark.h>

#include "analysis/features/features.h"
#include "analysis/generators/all.h"
#include "analysis/site/site.h"
#include "tests/bench/blog_text.h"

namespace galley::bench {
namespace {

void sites(benchmark::internal::Benchmark* bench) { bench->ArgName("posts")->Arg(1'000)->Arg(10'000); }

/// A blog of so many posts, read, with one more post open that is being written.
struct OpenBlog {
  explicit OpenBlog(std::size_t posts)
      : files(blogOf(posts)), generator(*detect(files).generator), site(readSite(generator, files)) {}

  std::shared_ptr<const Post> open(std::string text) {
    auto post = parsePost(Path("_posts/2024-01-01-new.md"), Text(std::move(text)), generator, site.config());
    site = site.withPost(post);
    return post;
  }
  [[nodiscard]] View view() const {
    return {.site = site, .files = files, .client = {}, .now = 1'700'000'000, .stop = {}};
  }

  test::MemoryFiles files;
  const Generator& generator;
  Site site;
};

void readWholeSite(benchmark::State& state) {
  const test::MemoryFiles files = blogOf(static_cast<std::size_t>(state.range(0)));
  const Generator& generator = *detect(files).generator;
  for (auto _ : state) benchmark::DoNotOptimize(readSite(generator, files));
}
BENCHMARK(readWholeSite)->Apply(sites)->Unit(benchmark::kMillisecond);

void indexOfSite(benchmark::State& state) {
  const OpenBlog blog(static_cast<std::size_t>(state.range(0)));
  auto facts = std::make_shared<FactsOf>();
  for (const Facts* one : blog.site.index().all()) (*facts)[one->path] = std::make_shared<Facts>(*one);
  for (auto _ : state) benchmark::DoNotOptimize(Index(facts));
}
BENCHMARK(indexOfSite)->Apply(sites)->Unit(benchmark::kMillisecond);

void completeTags(benchmark::State& state) {
  OpenBlog blog(static_cast<std::size_t>(state.range(0)));
  const std::string before = "---\ntitle: A\ntags: [Diary, s";
  const auto post = blog.open(before + "]\n---\n" + bodyText(10'000));
  for (auto _ : state) benchmark::DoNotOptimize(completion(blog.view(), *post, before.size()));
}
BENCHMARK(completeTags)->Apply(sites)->Unit(benchmark::kMicrosecond);

// A letter is typed into a post of 10 KB: parse, next site, findings.
void keystrokeToDiagnostics(benchmark::State& state) {
  OpenBlog blog(static_cast<std::size_t>(state.range(0)));
  const std::string text = postText(7, 10'000);
  std::size_t typed = 0;
  for (auto _ : state) {
    const auto post = blog.open(text + std::string(typed++ % 80, 'x'));
    benchmark::DoNotOptimize(findings(blog.view(), *post));
  }
}
BENCHMARK(keystrokeToDiagnostics)->Apply(sites)->Unit(benchmark::kMicrosecond);

void outlineAndHover(benchmark::State& state) {
  OpenBlog blog(10);
  const std::string text = postText(7, 10'000);
  const auto post = blog.open(text);
  const std::size_t image = text.find("tree.png", text.find("Setext"));
  for (auto _ : state) {
    benchmark::DoNotOptimize(documentSymbols(blog.view(), *post));
    benchmark::DoNotOptimize(hover(blog.view(), *post, image));
  }
}
BENCHMARK(outlineAndHover)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace galley::bench
