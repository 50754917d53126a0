// What one post costs: its front matter, and all of it together. Its Markdown is in markdown_bench.cpp.
#include <benchmark/benchmark.h>

#include "analysis/generators/all.h"
#include "analysis/site/post.h"
#include "tests/bench/blog_text.h"

namespace galley::bench {
namespace {

void sizes(benchmark::internal::Benchmark* bench) {
  bench->ArgName("bytes")->Arg(10'000)->Arg(100'000)->Arg(1'000'000)->Unit(benchmark::kMicrosecond);
}

void countBytes(benchmark::State& state, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
}

void frontMatter(benchmark::State& state) {
  const Text text(postText(7, 1000));
  for (auto _ : state) benchmark::DoNotOptimize(parseFrontMatter(text));
}
BENCHMARK(frontMatter)->Unit(benchmark::kMicrosecond);

void wholePost(benchmark::State& state) {
  const test::MemoryFiles files = blogOf(0);
  const Generator& generator = *detect(files).generator;
  const Config config = generator.configOf(files);
  const std::string text = postText(7, static_cast<std::size_t>(state.range(0)));
  const Path path("_posts/2024-01-01-a.md");
  for (auto _ : state) benchmark::DoNotOptimize(parsePost(path, Text(text), generator, config));
  countBytes(state, text.size());
}
BENCHMARK(wholePost)->Apply(sizes);

}  // namespace
}  // namespace galley::bench
