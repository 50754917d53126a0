// See the header.
#include "tests/bench/blog_text.h"

#include <array>
#include <cstdio>

namespace galley::bench {
namespace {

// Each is a piece that real posts are made of; a body is these in turn.
constexpr std::array<const char*, 10> pieces{
    "## 이번 달에 배운 것\n\n오늘은 **서버**를 옮기고 나서 느낀 점을 적어 둡니다. 처음에는 설정 하나가 빠져서 한참을 "
    "헤맸지만, 기록을 "
    "남겨 두니 다음에는 훨씬 빨랐습니다.\n\n",
    "The build took *eleven minutes* before, and now it takes two; see [the notes](/notes/build-times/) and [this "
    "page](https://example.org/builds?x=1&y=2 \"Build times\") for the numbers, `make -j2` for the command.\n\n",
    "<div align=\"center\">\n    <img src=\"https://example.org/assets/1234/5678-90ab\"\n    "
    "width=\"60%\"/>\n</div>\n\n",
    "### Steps\n\n1. Install the package\n2. Edit `config.yml`\n   - set `port: 8080`\n   - keep the rest\n3. Start it "
    "again\n\n",
    "![저녁 산책길]({{ site.baseurl }}/assets/img/walk.png \"A walk\")\n\n그림을 보면 알 수 있듯이 길이 아주 길다.\n\n",
    "```python\ndef area(width, height):\n    # not a heading\n    return width * height\n```\n\n",
    "> A quote, which goes on\n> over two lines, with a [reference][docs] in it.\n\n[docs]: "
    "https://example.org/docs\n\n",
    "#### 정리 🚀\n\n- 읽기: 하루에 삼십 분\n- 쓰기: 일주일에 한 편\n- 달리기: 비가 오지 않으면\n\n",
    "| name | value |\n|------|------:|\n| a    | 1     |\n| 나   | 22    |\n\n",
    "<br/>\n\nSetext heading\n--------------\n\n![tree](/assets/img/tree.png) and ![alt only][tree]\n\n[tree]: "
    "/assets/img/tree.png\n\n",
};

std::string tagOf(std::size_t number) {
  constexpr std::array<const char*, 8> words{"회고", "server", "Diary", "여행", "python", "책", "deep learning", "AI"};
  return number % 3 == 0 ? words[number / 3 % words.size()] : "topic " + std::to_string(number % 400);
}

}  // namespace

std::string frontMatterText(std::size_t number) {
  return "---\nlayout: post\ntitle: \"기록 " + std::to_string(number) +
         ": what I did\"\nsubtitle: Notes of a day\ndate: 2023-04-05 21:30:00 +0900\ntags: [" + tagOf(number) + ", " +
         tagOf(number * 7 + 1) + ", " + tagOf(number * 13 + 2) +
         "]\ncategories:\n  - Life\n  - Work\ncomments: true\nimage: /assets/img/tree.png\nexcerpt_separator: "
         "<!--break-->\n---\n";
}

std::string bodyText(std::size_t bytes) {
  std::string body;
  for (std::size_t i = 0; body.size() < bytes; ++i) body += pieces[i % pieces.size()];
  return body;
}

std::string postText(std::size_t number, std::size_t bytes) { return frontMatterText(number) + bodyText(bytes); }

test::MemoryFiles blogOf(std::size_t posts) {
  test::MemoryFiles files;
  files.put("_config.yml", "title: A blog\nbaseurl: /blog\n");
  files.put("_layouts/post.html", "{{ content }}\n");
  files.put("assets/img/tree.png", "");
  files.put("assets/img/walk.png", "");
  for (std::size_t i = 0; i < posts; ++i) {
    std::array<char, 64> name{};
    std::snprintf(name.data(), name.size(), "_posts/%04zu-%02zu-%02zu-post-%zu.md", 2000 + i % 24, 1 + i % 12,
                  1 + i % 28, i);
    files.put(name.data(), postText(i, 3000));
  }
  return files;
}

}  // namespace galley::bench
