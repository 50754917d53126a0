// What one post costs: its Markdown (beside md4c alone, which finds no places), its front matter, all of it together.
#include <benchmark/benchmark.h>
#include <md4c.h>

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

void md4cAlone(benchmark::State& state) {
  const std::string text = bodyText(static_cast<std::size_t>(state.range(0)));
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  for (auto _ : state)
    benchmark::DoNotOptimize(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
  countBytes(state, text.size());
}
BENCHMARK(md4cAlone)->Apply(sizes);

void markdown(benchmark::State& state) {
  const std::string text = bodyText(static_cast<std::size_t>(state.range(0)));
  const bool asKramdown = state.range(1) != 0;
  for (auto _ : state)
    benchmark::DoNotOptimize(parseMarkdown(text, {0, text.size()}, asKramdown ? kramdown : commonMark,
                                           asKramdown ? liquidTemplates : noTemplates));
  countBytes(state, text.size());
}
BENCHMARK(markdown)
    ->ArgNames({"bytes", "kramdown"})
    ->ArgsProduct({{10'000, 100'000, 1'000'000}, {0, 1}})
    ->Unit(benchmark::kMicrosecond);

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
