// The examples of the specifications that Markdown follows, as kept in tests/oracles.
#pragma once

#include <string>
#include <vector>

namespace galley::test {

struct SpecExample {
  int number = 0;
  std::string markdown, html;
};

std::vector<SpecExample> commonMarkExamples();  // all of CommonMark 0.31.2
std::vector<SpecExample> gfmExamples();         // those of GFM 0.29 for tables, strikethrough, task lists, bare URLs

}  // namespace galley::test
