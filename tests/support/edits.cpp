// See the header.
#include "tests/support/edits.h"

#include <tuple>
#include <vector>

namespace galley::test {
namespace {

rc::Gen<Position> position() {
  const auto small = [](std::uint32_t end) {
    return rc::gen::weightedOneOf<std::uint32_t>(
        {{20, rc::gen::resize(rc::kNominalSize, rc::gen::inRange<std::uint32_t>(0, end))},
         {1, rc::gen::just(UINT32_MAX)}});
  };
  return rc::gen::map(rc::gen::pair(small(12), small(20)),
                      [](const auto& place) { return Position{place.first, place.second}; });
}

}  // namespace

std::ostream& operator<<(std::ostream& to, const ClientEdit& edit) {
  return to << edit.start.line << ':' << edit.start.character << " to " << edit.end.line << ':' << edit.end.character
            << " becomes \"" << edit.text << '"';
}

rc::Gen<std::string> words() {
  const auto word = rc::gen::elementOf(std::vector<std::string>{"a",
                                                                "b c",
                                                                "한",
                                                                "글자",
                                                                "🚀",
                                                                "👩‍👧",
                                                                "e\xCC\x81",
                                                                "\n",
                                                                "\n",
                                                                "\r\n",
                                                                "\r",
                                                                "\n\n",
                                                                "# ",
                                                                "*",
                                                                "[a](b)",
                                                                "`",
                                                                "---\n",
                                                                "- ",
                                                                "> ",
                                                                "\t",
                                                                "\xE2\x80\xA8",
                                                                "\xEF\xBB\xBF",
                                                                "\xEF\xBF\xBD",
                                                                "title: x\n",
                                                                ": ",
                                                                "{{",
                                                                "}}"});
  return rc::gen::map(rc::gen::container<std::vector<std::string>>(word), [](const std::vector<std::string>& all) {
    std::string text;
    for (const std::string& one : all) text += one;
    return text;
  });
}

rc::Gen<ClientEdit> edit() {
  const auto text = rc::gen::resize(4, words());
  return rc::gen::map(rc::gen::tuple(position(), position(), text), [](const auto& made) {
    return ClientEdit{std::get<0>(made), std::get<1>(made), std::get<2>(made)};
  });
}

}  // namespace galley::test
