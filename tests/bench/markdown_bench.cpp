// What Markdown costs beside md4c alone, which finds no places: on text of one shape at four sizes, on the posts of a
// folder (--posts=DIR), and on texts made to hurt. Each row measures what it compares in the same run, taking turns,
// and compares the least times, so that a busy machine spoils no ratio:
//   ns_per_byte  of galley
//   x_md4c       how many times the cost of md4c alone on the same text
//   vs_10KB      how many times the cost of a byte in a text of 10 KB of the same kind: 1 where cost grows as the text
//   does
#include <benchmark/benchmark.h>
#include <malloc.h>
#include <md4c.h>

#include <algorithm>
#include <array>
#include <climits>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <iterator>
#include <memory>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/syntax/front_matter.h"
#include "analysis/syntax/markdown/markdown.h"
#include "tests/bench/blog_text.h"
#include "tests/support/hostile_text.h"

namespace galley::bench {
namespace {

using Texts = std::vector<std::string>;
using MakeTexts = std::function<Texts(std::size_t bytes)>;
struct Converter {
  const char* name;
  const Dialect& dialect;
  const TemplateSyntax& templates;
};
const std::array<Converter, 3> converters{{{"CommonMark", commonMark, noTemplates},
                                           {"kramdown", kramdown, liquidTemplates},
                                           {"goldmark", goldmark, goShortcodes}}};

/// With what md4c itself knows of a dialect.
void md4cAlone(const std::string& text, const Dialect& dialect) {
  MD_PARSER parser{};
  parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
  if (dialect.bareUrls != Dialect::BareUrls::none) parser.flags |= MD_FLAG_PERMISSIVEAUTOLINKS;
  parser.enter_block = parser.leave_block = [](MD_BLOCKTYPE, void*, void*) { return 0; };
  parser.enter_span = parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
  parser.text = [](MD_TEXTTYPE, const MD_CHAR*, MD_SIZE, void*) { return 0; };
  benchmark::DoNotOptimize(md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, nullptr));
}

void galleyParses(const std::string& text, const Converter& as) {
  benchmark::DoNotOptimize(parseMarkdown(text, {0, text.size()}, as.dialect, as.templates));
}

/// Seconds of processor time: what others do meanwhile does not count.
double now() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

/// Seconds that `work` takes for all texts.
template <class Work>
double timeOf(const Texts& texts, Work work) {
  const double begin = now();
  for (const std::string& text : texts) work(text);
  return now() - begin;
}

double sizeOf(const Texts& texts) {
  return std::accumulate(texts.begin(), texts.end(), 0.0,
                         [](double sum, const auto& text) { return sum + static_cast<double>(text.size()); });
}

/// `inSmall`: the same kind of text in texts of 10 KB or so.
void measure(benchmark::State& state, const Texts& texts, const Texts& inSmall, const Converter& as) {
  const auto parse = [&](const std::string& text) { galleyParses(text, as); };
  double galley = 1e9;
  double md4c = 1e9;
  double small = 1e9;
  for (int i = 0; i < 10; ++i) small = std::min(small, timeOf(inSmall, parse));
  for (auto _ : state) {
    md4c = std::min(md4c, timeOf(texts, [&](const std::string& text) { md4cAlone(text, as.dialect); }));
    const double time = timeOf(texts, parse);
    small = std::min(small, timeOf(inSmall, parse));
    galley = std::min(galley, time);
    state.SetIterationTime(time);
  }
  const double perByte = galley / sizeOf(texts);
  state.counters["ns_per_byte"] = perByte * 1e9;
  state.counters["x_md4c"] = galley / md4c;
  state.counters["vs_10KB"] = perByte / (small / sizeOf(inSmall));
}

void addRows(const std::string& name, std::size_t bytes, const MakeTexts& make, const MakeTexts& makeSmall,
             double seconds) {
  for (const Converter& as : converters)
    benchmark::RegisterBenchmark(
        (name + "/" + as.name + "/" + std::to_string(bytes / 1000) + "KB").c_str(),
        [=, &as](benchmark::State& state) { measure(state, make(bytes), makeSmall(bytes), as); })
        ->UseManualTime()
        ->Unit(benchmark::kMicrosecond)
        ->MinTime(seconds);
}

/// The Markdown of all posts of a folder, without front matter, in the order of their paths.
Texts postsOf(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
    if (const auto ending = entry.path().extension(); ending == ".md" || ending == ".mdx" || ending == ".markdown")
      paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  Texts posts;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    const Text text(std::string{std::istreambuf_iterator<char>(file), {}});
    const Span body{parseFrontMatter(text).block.end, text.size()};
    if (!body.empty()) posts.emplace_back(text.slice(body));
  }
  return posts;
}

/// So many bytes of posts, over and over where the folder has fewer.
Texts someOf(const Texts& posts, std::size_t bytes) {
  Texts some;
  for (std::size_t size = 0, i = 0; size < bytes; size += posts[i % posts.size()].size(), ++i)
    some.push_back(posts[i % posts.size()]);
  return some;
}

std::string joined(const Texts& texts) {
  std::string all;
  for (const std::string& text : texts) all += text + "\n\n";
  return all;
}

}  // namespace
}  // namespace galley::bench

int main(int argc, char** argv) {
  using namespace galley;
  using namespace galley::bench;
  mallopt(M_TRIM_THRESHOLD, INT_MAX);  // memory is kept: what the kernel takes for pages is neither parser's
  mallopt(M_MMAP_MAX, 0);
  const std::array<std::size_t, 4> sizes{10'000, 100'000, 1'000'000, 10'000'000};
  const auto blog = [](std::size_t bytes) { return Texts{bodyText(bytes)}; };
  for (const std::size_t bytes : sizes)
    addRows("markdown", bytes, blog, [blog](std::size_t) { return blog(10'000); }, 0.3);
  constexpr std::string_view option = "--posts=";
  for (int i = 1; i < argc; ++i) {
    if (!std::string_view(argv[i]).starts_with(option)) continue;
    const auto posts = std::make_shared<const Texts>(postsOf(argv[i] + option.size()));
    if (posts->empty()) {
      std::cerr << "There is no post in " << argv[i] + option.size() << "\n";
      return 2;
    }
    const auto some = [posts](std::size_t bytes) { return someOf(*posts, bytes); };
    const auto inOne = [some](std::size_t bytes) { return Texts{joined(some(bytes))}; };
    addRows("posts", 1'000'000, some, some, 0.3);
    for (const std::size_t bytes : sizes) addRows("postsInOneText", bytes, inOne, some, 0.3);
    std::copy(argv + i + 1, argv + argc, argv + i);
    --argc, --i;
  }
  for (const test::HostileText& text : test::hostileTexts) {
    const auto make = [&text](std::size_t bytes) { return Texts{text.ofSize(bytes)}; };
    for (const std::size_t bytes : {100'000, 1'000'000})
      addRows(std::string("hostile/") + text.name, bytes, make, [make](std::size_t) { return make(10'000); }, 0.05);
  }
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
  benchmark::RunSpecifiedBenchmarks();
  return 0;
}
